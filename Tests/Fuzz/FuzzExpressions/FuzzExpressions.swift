import Expressions
import FuzzDriver

/// Compiles the lines before the first NUL as expressions, and matches what follows it with each and with all.
///
/// What FreeSWITCH's reading says must be what PCRE2 alone says, and a set must not leave out what matches.
@main
enum FuzzExpressions: FuzzTarget {
    private static let limits = BacktrackingLimits(steps: 20_000, depth: 1_000, memory: 256 << 10, textOctets: 256)

    static func run(_ octets: [UInt8]) {
        let parts = octets.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: 0x0A, maxSplits: 8, omittingEmptySubsequences: false).prefix(8)
        let text = parts.count > 1 ? Array(parts[1].prefix(512)) : []
        let members = lines.flatMap { self.members(String(decoding: $0.prefix(512), as: UTF8.self), text) }
        for memory in [1 << 12, 1 << 15] {
            let set = ExpressionSet(members, options: .init(maximumMemory: memory))
            var candidates = Candidates()
            set.find(in: text, candidates: &candidates)
            for (place, member) in members.enumerated() where !candidates.contains(place) {
                precondition(!self.matches(member, text), "what is left out does not match")
            }
        }
    }

    /// The expressions that a line is, once they agree about `text`.
    private static func members(_ line: String, _ text: [UInt8]) -> [ExpressionSet.Member] {
        var members: [ExpressionSet.Member] = []
        for anchored in [true, false] {
            let options = RegularExpression.Options(anchored: anchored, maximumMemory: 1 << 18)
            if let expression = try? RegularExpression(line, options: options) {
                var captures = Captures()
                precondition(expression.match(text, captures: &captures) == expression.matches(text))
                self.check(captures, groups: expression.groupCount, text)
                members.append(.regular(expression))
            }
        }
        if let expression = try? FreeSWITCHExpression(line, limits: self.limits) {
            if line.utf8.first != UInt8(ascii: "/") {
                self.compare(expression, text)
            }
            members.append(.freeSWITCH(expression))
        }
        return members
    }

    private static func compare(_ expression: FreeSWITCHExpression, _ text: [UInt8]) {
        let options = BacktrackingExpression.Options(anchored: false, dotMatchesNewline: false, limits: self.limits)
        guard let plain = try? BacktrackingExpression(expression.pattern, options: options) else {
            preconditionFailure("what was compiled can be compiled again")
        }
        var captures = Captures()
        var wanted = Captures()
        let outcome = expression.match(text, captures: &captures)
        let expected = plain.match(text, captures: &wanted)
        guard expected != .limitExceeded, outcome != .limitExceeded else {
            return
        }
        precondition(outcome == expected, "both match or neither")
        guard outcome == .matched else {
            return
        }
        for group in 0...plain.groupCount {
            precondition(captures[group] == wanted[group], "groups stand in the same places")
        }
        self.check(captures, groups: plain.groupCount, text)
    }

    private static func check(_ captures: Captures, groups: Int, _ text: [UInt8]) {
        for group in 0...groups {
            if let range = captures[group] {
                precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "groups stand in the text")
            }
        }
    }

    private static func matches(_ member: ExpressionSet.Member, _ text: [UInt8]) -> Bool {
        switch member {
        case .regular(let expression):
            expression.matches(text)
        case .freeSWITCH(let expression):
            expression.matches(text) == .matched
        }
    }
}
