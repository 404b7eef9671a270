package import ProtocolKit

extension Dialplan {
    /// The numbers that can be dialed in a context: those that some extension takes, in the smallest form that gateways
    /// can match (RFC 3435 §2.1.5).
    ///
    /// `callers` are all who dial there, as far as they are known: a condition that none of them fulfils adds nothing.
    /// Where a decision depends on anything else than the number, the plan is the union of what could be dialed.
    package func numberingPlan(
        of context: ByteString,
        callers: [CallFacts] = [],
        limits: NumberingLimits = NumberingLimits()
    ) throws(DialplanError) -> NumberingPlan {
        guard let extensions = self.contexts[context] else {
            let problem = DialplanProblem(file: "dialplan", line: 0, message: "there is no context \"\(context)\"")
            throw DialplanError([problem])
        }
        let reading = NumberedContextReading(extensions, named: context, callers: callers, limits: limits)
        guard reading.problems.isEmpty else {
            throw DialplanError(reading.problems)
        }
        let compilation = NumberingCompilation(
            name: context,
            extensions: extensions,
            place: self.places[context] ?? DialplanPlace(file: "dialplan", line: 0),
            limits: limits
        )
        return try compilation.plan(of: reading.context)
    }
}

/// Makes the plan of a context that can be decided by its numbers, or says why it has none.
private struct NumberingCompilation {
    let name: ByteString
    let extensions: [DialplanExtension]
    let place: DialplanPlace
    let limits: NumberingLimits

    func plan(of context: NumberedContext) throws(DialplanError) -> NumberingPlan {
        guard !context.automaton.isTooLarge else {
            throw self.error(.tooLarge)
        }
        var construction = DecisionConstruction(context, limits: self.limits)
        guard var automaton = construction.automaton() else {
            throw self.error(.tooLarge)
        }
        automaton.prune()
        let unmerged = automaton
        var steps = construction.steps
        guard automaton.minimize(steps: &steps, limit: self.limits.steps) else {
            throw self.error(.tooLarge)
        }
        var reduction = ShapeReduction(try self.shapes(of: automaton), of: automaton)
        reduction.reduce()
        guard !reduction.alternatives.isEmpty else {
            throw self.error("nothing can be dialed there", advice: "add an extension that takes numbers")
        }
        let alternatives = self.withSources(reduction.alternatives, of: unmerged)
        return try self.plan(alternatives, context, construction.refusingTheRest)
    }

    private func shapes(of automaton: DecisionAutomaton) throws(DialplanError) -> [NumberingPlan.Alternative] {
        do {
            return try ShapeCollection.shapes(of: automaton, limits: self.limits)
        } catch {
            throw self.error(error)
        }
    }

    /// Notes which extensions are behind each shape, as long as that is not more work than all the rest.
    private func withSources(
        _ alternatives: [NumberingPlan.Alternative],
        of automaton: DecisionAutomaton
    ) -> [NumberingPlan.Alternative] {
        let isFewEnough = alternatives.count * automaton.sources.count <= self.limits.steps
        return alternatives.map { alternative in
            let ends = isFewEnough ? automaton.states(after: alternative.places).ends : []
            let sources = Set(ends.compactMap { automaton.sources[$0] })
            var alternative = alternative
            alternative.sources = isFewEnough ? sources.sorted() : [alternative.source]
            return alternative
        }
    }

    private func plan(
        _ alternatives: [NumberingPlan.Alternative],
        _ context: NumberedContext,
        _ refusingTheRest: Set<Int>
    ) throws(DialplanError) -> NumberingPlan {
        let counts = Dictionary(alternatives.flatMap(\.sources).map { ($0, 1) }, uniquingKeysWith: +)
        let plan = NumberingPlan(
            context: self.name,
            alternatives: alternatives,
            extensions: self.extensions.enumerated().map { index, entry in
                let part: NumberingPlan.Extension.Part =
                    if let count = counts[index] {
                        .alternatives(count)
                    } else if refusingTheRest.contains(index) {
                        .refusesTheRest
                    } else {
                        context.entries[index].decides ? .nothing : .setsValues
                    }
                return NumberingPlan.Extension(name: entry.name, file: entry.file, line: entry.line, part: part)
            }
        )
        guard plan.characters <= self.limits.characters else {
            throw self.error(.tooLong(source: alternatives.max { $0.characters < $1.characters }?.source ?? 0))
        }
        return plan
    }

    // MARK: Errors

    private func error(_ message: String, source: Int? = nil, advice: String) -> DialplanError {
        let entry = source.flatMap { self.extensions.indices.contains($0) ? self.extensions[$0] : nil }
        let by = entry.map { ", extension \"\($0.name)\"" } ?? ""
        return DialplanError([
            DialplanProblem(
                file: entry?.file ?? self.place.file,
                line: entry?.line ?? self.place.line,
                message: "context \"\(self.name)\"\(by) has no digit map: \(message)",
                advice: advice
            )
        ])
    }

    private func error(_ failure: NumberingFailure) -> DialplanError {
        switch failure {
        case .tooLarge:
            self.error(
                "its expressions are too large together",
                advice: "use smaller repetitions, or put extensions that no line needs into another context"
            )
        case .repeatsGroup(let source):
            self.error(
                "a digit map can repeat one symbol, but not several in turn",
                source: source,
                advice: "repeat a single class, as \\d* or [^#]*, or write the lengths out"
            )
        case .tooManyPlaces(let source):
            self.error(
                "its numbers have more than \(self.limits.places) symbols",
                source: source,
                advice: "use smaller repetitions, or \\d* for any length"
            )
        case .tooLong(let source):
            self.error(
                "it would have more than \(self.limits.characters) characters",
                source: source,
                advice: "allow fewer different lengths, or any length as \\d+, or use a smaller context"
            )
        }
    }
}

extension NumberedContext.Entry {
    /// Whether any action decides a call.
    fileprivate var decides: Bool {
        self.steps.contains { $0.whenTrue.outcome != .nothing || $0.whenFalse.outcome != .nothing }
    }
}
