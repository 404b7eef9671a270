import CallModel
import Expressions
import ProtocolKit

/// Calls that stand for all that can come into a context in FreeSWITCH's language, whether its expressions match the
/// whole of a value or a part of it.
struct FreeSWITCHCalls {
    /// The calls.
    private(set) var calls: [CallFacts] = []

    /// Why not every call is stood for; empty when every one is.
    private(set) var gaps: [String]

    private let survey: FreeSWITCHSurvey
    private let names: DialplanReader.Names
    private let limits: CheckLimits

    init(
        for context: FreeSWITCHContext,
        of plan: FreeSWITCHPlan,
        names: DialplanReader.Names,
        from start: CivilTime,
        limits: CheckLimits
    ) {
        self.survey = FreeSWITCHSurvey(of: context, in: plan)
        self.gaps = self.survey.gaps
        self.names = names
        self.limits = limits
        let moments = FreeSWITCHMoments(self.survey.times, in: plan.machineZone, from: start, limits: limits)
        if !moments.isComplete {
            self.gaps.append("there are more combinations of times than \(limits.moments)")
        }
        self.gaps += moments.missing.map { "\($0.file):\($0.line): the time never came up" }
        var combined = CombinedCalls(at: moments.moments, limit: limits.calls)
        for field in CombinedCalls.fields {
            combined.add(field, self.values(of: field))
        }
        self.gaps += combined.gaps
        self.calls = combined.calls
    }

    private mutating func values(of field: CallField) -> [ByteString] {
        let tests = self.survey.tests[field] ?? []
        guard !tests.isEmpty || self.survey.fills.contains(field) else {
            return [field == .protocol ? SignalingProtocol.sip.dialplanName : ""]
        }
        if let known = ContextCalls.known(field, in: self.names) {
            return known
        }
        var values = self.madeUp(field, tests)
        if values.allSatisfy(\.isEmpty) {
            values.append(ContextCalls.usual(field))
        }
        // Whoever reads a witness understands one that has a value better.
        return ContextCalls.unique(values.filter { !$0.isEmpty } + [""])
    }

    /// Values of which each matches other expressions, as a whole or in a part.
    private mutating func madeUp(_ field: CallField, _ tests: [FreeSWITCHExpression]) -> [ByteString] {
        var automaton = ExpressionAutomaton(limit: self.limits.positions)
        var start: [Int32] = []
        var patterns: Set<String> = []
        var count = 0
        for test in tests where patterns.insert(test.written).inserted {
            guard let expression = self.read(test) else {
                continue
            }
            for form in [expression, expression.foundAnywhere].compactMap(\.self) {
                start += automaton.add(form, test: count, strip: 0, prefix: [])
                count += 1
            }
        }
        let texts = RepresentativeTexts(automaton, start: start, limits: self.limits)
        if !texts.isComplete {
            self.gaps.append("the expressions for \(field.rawValue) are too large together")
        }
        return field == .sourceAddress ? texts.texts.compactMap(ContextCalls.address) : texts.texts
    }

    /// The expression, as far as it can be taken apart.
    private mutating func read(_ test: FreeSWITCHExpression) -> NumberExpression? {
        let flag = test.written.hasPrefix("/") && test.written.split(separator: "/").last?.contains("i") == true
        let expression = try? NumberExpressionReader.read((flag ? "(?i)" : "") + test.pattern)
        if case .backtracking = test.engine {
            // What RE2 lacks is passed over, and the values are tried all the same.
            self.gaps.append("the expression \"\(test.written)\" cannot be taken apart")
        } else if expression == nil {
            self.gaps.append("the expression \"\(test.written)\" cannot be taken apart")
        }
        return expression
    }
}

extension NumberExpression {
    /// What matches a text that has a part which this matches; `nil` when it matches whole texts only.
    fileprivate var foundAnywhere: NumberExpression? {
        let isHeld = (start: self.isHeld(at: .start), end: self.isHeld(at: .end))
        guard !isHeld.start || !isHeld.end else {
            return nil
        }
        let anything = NumberExpression.repeated(.one(.all), least: 0, most: nil)
        return .sequence((isHeld.start ? [] : [anything]) + [self] + (isHeld.end ? [] : [anything]))
    }

    /// Whether no text matches but from its beginning, or to its end.
    private func isHeld(at end: NumberExpression) -> Bool {
        switch self {
        case .start, .end:
            self == end
        case .group(_, let inner):
            inner.isHeld(at: end)
        case .choice(let branches):
            branches.allSatisfy { $0.isHeld(at: end) }
        case .sequence(let parts):
            (end == .start ? parts.first : parts.last)?.isHeld(at: end) ?? false
        case .empty, .one, .repeated:
            false
        }
    }
}
