import Expressions
import ProtocolKit

extension FreeSWITCHHunt {
    /// Tests time and fields of a condition.
    ///
    /// A time that holds keeps the anti-actions away whatever the field says, and a field has the last word on whether
    /// the extension proceeds.
    mutating func test(_ condition: FreeSWITCHCondition, proceed: Int) -> Outcome {
        var outcome = Outcome(proceed: proceed)
        let time = self.testTime(condition.time, at: condition.place)
        switch time {
        case .matched:
            outcome.fails = self.follows(.timeAndField)
            outcome.proceed = 1
        case .missed:
            outcome.proceed = 0
        case .absent:
            break
        }
        switch condition.rule {
        case .single(nil):
            if time != .missed {
                outcome.fails = false
                outcome.proceed = 1
            }
        case .single(.some(let test)):
            self.test(test, &outcome)
        case .combined(let combination, let tests):
            self.test(tests, combination, &outcome)
        }
        if time == .missed, self.follows(.timeAndField) {
            return Outcome(proceed: 0)
        }
        return outcome
    }

    private mutating func test(_ test: FreeSWITCHTest, _ outcome: inout Outcome) {
        let found = self.search(test)
        outcome.proceed = found.match?.count ?? 0
        if found.match != nil {
            outcome.fails = false
        }
        outcome.fillsIn = found.hasParenthesis || found.match != nil && self.follows(.captures)
        outcome.match = found.match
    }

    /// Tests the `<regex>` children.
    ///
    /// With `all` and `xor` the last child with groups that was read gives the captures, if it matched. With `any` it is
    /// the child that matched, unless its expression is filled in by the call: then `$n` stays as it is written.
    private mutating func test(
        _ tests: [FreeSWITCHTest],
        _ combination: FreeSWITCHCondition.Combination,
        _ outcome: inout Outcome
    ) {
        self.channel.removeVariables(prefix: "dp_regex_match")
        var passed = 0
        var failed = 0
        var kept: HuntMatch?
        for (index, test) in tests.enumerated() {
            let time = self.testTime(test.time, at: test.place)
            guard test.subject != nil else {
                outcome.fillsIn = false
                outcome.match = nil
                if time == .missed {
                    failed += 1
                } else {
                    passed += 1
                    outcome.proceed = 1
                }
                // A time that misses ends "all" only, and "xor" reads on.
                let ends = time == .missed ? combination == .all : combination == .any
                if ends {
                    break
                }
                continue
            }
            var found = self.search(test)
            if time == .missed, self.follows(.timeAndField) {
                found.match = nil
            }
            outcome.proceed = found.match?.count ?? 0
            outcome.fillsIn = test.hasParenthesis && !test.isRewritten
            outcome.match = nil
            passed += found.match == nil ? 0 : 1
            failed += found.match == nil ? 1 : 0
            if combination == .any, let match = found.match {
                outcome.match = match
                break
            }
            if combination == .all, found.match == nil {
                break
            }
            if found.hasParenthesis {
                let name = MarkedText(authored: "DP_REGEX_MATCH_\(index + 1)")
                self.setCaptures(name, found.match)
                kept = found.match
            }
        }
        outcome.fails = outcome.fails && !combination.holds(passed: passed, failed: failed)
        if let kept {
            outcome.match = kept
            outcome.fillsIn = true
            outcome.proceed = kept.count
        }
    }

    /// Searches one field, and says whether `$n` would be filled in by the expression.
    private mutating func search(_ test: FreeSWITCHTest) -> (match: HuntMatch?, hasParenthesis: Bool) {
        let profile = self.channel.profile
        let value: CallerProfile.Value
        // The expression is filled in before the field.
        let (expression, hasParenthesis, written) = self.expression(of: test)
        switch test.subject {
        case .field(let field):
            value = profile[field]
        case .other(let key):
            value = profile.value(named: key) ?? CallerProfile.Value(MarkedText())
        case .text(let template):
            value = CallerProfile.Value(self.channel.expand(template))
        case nil:
            value = CallerProfile.Value(MarkedText())
        }
        let match = expression.flatMap { HuntMatch($0, value.text, bytes: value.bytes) }
        self.recorder?.note(test, value: value.bytes, expression: written, match: match)
        return (match, hasParenthesis)
    }

    private mutating func expression(of test: FreeSWITCHTest) -> (FreeSWITCHExpression?, Bool, String) {
        switch test.pattern {
        case .fixed(let expression):
            return (expression, test.hasParenthesis, test.written)
        case .impossible:
            return (nil, test.hasParenthesis, test.written)
        case .filledIn(let template):
            let pattern = self.channel.expand(template).bytes
            let written = String(decoding: pattern, as: UTF8.self)
            let searched = test.matchesWhole ? FreeSWITCHExpression.holdingBothEnds(of: pattern) : pattern
            return (self.channel.expression(searched), pattern.contains(0x28), written)
        }
    }

    private mutating func testTime(_ time: FSTimeCondition?, at place: DialplanPlace) -> FSTimeCondition.Outcome {
        guard let time else {
            return .absent
        }
        let frame = self.channel.timeFrame()
        let outcome = time.outcome(in: frame)
        self.recorder?.note(time, in: frame, outcome, at: place)
        return outcome
    }
}
