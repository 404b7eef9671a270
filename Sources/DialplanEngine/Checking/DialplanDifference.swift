import CallModel
package import ProtocolKit

/// Calls that another plan routes otherwise: all that go one way in the old one and another way in the new one, with
/// one of them.
package struct DialplanDifference: Hashable, Sendable {
    /// What a plan does with the calls.
    package struct Route: Hashable, Sendable {
        /// The extension that decides; empty when none does.
        package let name: ByteString
        /// Its file; empty when there is none.
        package let file: String
        /// The line where it begins; 0 when there is none.
        package let line: Int
        /// What it does with the call of the witness, in the words of a dialplan.
        package let actions: [String]
    }

    /// A call of this kind.
    package let witness: CheckWitness

    /// How many kinds of calls that were tried go this way in both.
    package let kinds: Int

    /// What the old plan does.
    package let old: Route

    /// What the new plan does.
    package let new: Route
}

/// All that differs between two plans.
package struct DialplanComparison: Sendable {
    /// Contexts that only the old plan has.
    package private(set) var removed: [ByteString] = []

    /// Contexts that only the new plan has.
    package private(set) var added: [ByteString] = []

    /// The calls that are routed otherwise.
    package private(set) var differences: [DialplanDifference] = []

    /// Why more calls may be, by context.
    package private(set) var gaps: [String] = []

    /// How many calls were tried in both.
    package private(set) var calls = 0

    private let old: Dialplan
    private let new: Dialplan

    /// Compares the contexts that both have, with calls that stand for all.
    package init(
        from old: Dialplan,
        to new: Dialplan,
        names: DialplanReader.Names,
        at start: CivilTime,
        limits: CheckLimits = CheckLimits()
    ) {
        self.old = old
        self.new = new
        self.removed = old.contextNames.filter { !new.hasContext($0) }
        self.added = new.contextNames.filter { !old.hasContext($0) }
        for context in old.contextNames where new.hasContext(context) {
            var survey = ContextSurvey(of: context, in: old)
            survey.add(new, from: context)
            let calls = ContextCalls(survey, names: names, from: start, limits: limits)
            self.gaps += calls.gaps.map { "context \"\(context)\": \($0)" }
            if !survey.opaque.isEmpty {
                self.gaps.append("context \"\(context)\": a condition tests several values together")
            }
            self.gaps += survey.lost.map { place in
                "context \"\(context)\": what \(place.file):\(place.line) makes of the number cannot be followed"
            }
            self.compare(context, calls.calls)
        }
    }

    private mutating func compare(_ context: ByteString, _ calls: [CallFacts]) {
        /// The two extensions, and whether both do the same, by which differences are gathered.
        struct Ways: Hashable {
            let old: Place
            let new: Place
        }
        struct Place: Hashable {
            let file: String
            let line: Int
            let name: ByteString
        }
        var found: [Ways: Int] = [:]
        self.calls += calls.count
        for facts in calls {
            let before = self.old.route(facts, in: context)
            let after = self.new.route(facts, in: context)
            guard before.actions != after.actions || before.isEmergency != after.isEmergency else {
                continue
            }
            let old = self.route(self.old, facts, context, before)
            let new = self.route(self.new, facts, context, after)
            let ways = Ways(
                old: Place(file: old.file, line: old.line, name: old.name),
                new: Place(file: new.file, line: new.line, name: new.name)
            )
            if let index = found[ways] {
                self.differences[index] = self.differences[index].withOneMore
                continue
            }
            found[ways] = self.differences.count
            let witness = CheckWitness(context: context, facts: facts)
            self.differences.append(DialplanDifference(witness: witness, kinds: 1, old: old, new: new))
        }
    }

    private func route(
        _ plan: Dialplan,
        _ facts: CallFacts,
        _ context: ByteString,
        _ decision: RouteDecision
    ) -> DialplanDifference.Route {
        let decider = plan.explain(facts, in: context).extensions.last { $0.acted }
        return DialplanDifference.Route(
            name: decider?.name ?? "",
            file: decider?.file ?? "",
            line: decider?.line ?? 0,
            actions: decision.actions.map(\.description)
        )
    }
}

extension DialplanDifference {
    fileprivate var withOneMore: DialplanDifference {
        DialplanDifference(witness: self.witness, kinds: self.kinds + 1, old: self.old, new: self.new)
    }
}
