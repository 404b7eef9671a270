import Expressions
import Testing

/// PCRE2 is what FreeSWITCH matches with, so that whatever else matches must say the same.
struct EnginesAgreeTests {
    private struct Tally {
        var linear = 0
        var mixed = 0
        var backtracking = 0
        var matched = 0
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `an expression of FreeSWITCH matches as PCRE2 alone does`(seed: UInt64) {
        var generator = GeneratedExpression(seed: seed, isWild: seed % 2 == 0)
        var tally = Tally()
        for _ in 0..<3_000 {
            let flags = generator.draw.one(of: ["", "", "i", "s", "is"])
            let pattern = generator.pattern()
            guard let pair = self.pair(pattern, flags) else {
                continue
            }
            switch pair.0.engine {
            case .linear:
                tally.linear += 1
            case .linearThenBacktracking:
                tally.mixed += 1
            case .backtracking:
                tally.backtracking += 1
            }
            for _ in 0..<6 {
                let text = generator.text()
                tally.matched +=
                    self.compare(pair.0, pair.1, text, "seed \(seed), /\(pattern)/\(flags) \(text)") ? 1 : 0
            }
        }
        // That so few were compared would mean that nothing was shown.
        #expect(tally.linear > 500 && tally.mixed > 25 && tally.backtracking > 50, "\(tally)")
        #expect(tally.matched > 2_000, "\(tally)")
    }

    /// Both readings of a pattern; what PCRE2 refuses must be refused by both.
    private func pair(_ pattern: String, _ flags: String) -> (FreeSWITCHExpression, BacktrackingExpression)? {
        let plain = try? BacktrackingExpression(
            pattern,
            options: .init(
                anchored: false,
                ignoresCase: flags.contains("i"),
                dotMatchesNewline: flags.contains("s")
            )
        )
        let expression = try? FreeSWITCHExpression("/\(pattern)/\(flags)")
        #expect((plain == nil) == (expression == nil), "/\(pattern)/\(flags)")
        if let plain, let expression {
            return (expression, plain)
        }
        return nil
    }

    private func compare(
        _ expression: FreeSWITCHExpression,
        _ plain: BacktrackingExpression,
        _ text: [UInt8],
        _ words: String
    ) -> Bool {
        var captures = Captures()
        var wanted = Captures()
        let outcome = expression.match(text, captures: &captures)
        let expected = plain.match(text, captures: &wanted)
        // RE2 may know what PCRE2 has given up.
        guard expected != .limitExceeded else {
            return false
        }
        #expect(outcome == expected, "\(words): \(expression.engine)")
        #expect(expression.matches(text) == expected, "\(words): \(expression.engine)")
        guard outcome == .matched, expected == .matched else {
            return false
        }
        for group in 0...plain.groupCount {
            #expect(captures[group] == wanted[group], "\(words): \(expression.engine), group \(group)")
        }
        return true
    }
}
