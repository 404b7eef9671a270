/// An expression as FreeSWITCH reads it in a dialplan (`switch_regex_perform`), searched for anywhere in a text.
///
/// A leading `_` begins an Asterisk pattern, and `/…/is` has flags; all else is an expression of PCRE2 in which each
/// octet is a character. RE2 matches it wherever that gives the same answer, and ``engine`` tells why when it does not.
///
/// A NUL in the text is an octet like any other, where FreeSWITCH's text would end.
package struct FreeSWITCHExpression: Sendable {
    /// What matches, and why.
    package enum Engine: Hashable, Sendable {
        /// RE2, in time linear in the text; PCRE2 only for a text that ends with a line feed, if `$` is asked for.
        case linear
        /// RE2 finds whether it matches, and then PCRE2 where the groups stand.
        case linearThenBacktracking(ExpressionConstruct)
        /// PCRE2 within limits.
        case backtracking(ExpressionConstruct)
    }

    /// The expression as the dialplan has it.
    package let written: String

    /// The regular expression that it stands for, without delimiters; positions of ``engine`` count in it.
    package let pattern: String

    /// What matches it.
    package let engine: Engine

    /// What it matches, or more; `nil` when that is not known.
    let shape: ExpressionShape?

    private let linear: RegularExpression?
    private let backtracking: BacktrackingExpression?
    private let asksForLineEnd: Bool

    /// The number of capturing groups; `$1` to `$n` exist.
    package let groupCount: Int

    /// Compiles what a dialplan writes; FreeSWITCH takes an expression that it cannot compile for one that never matches.
    package init(_ written: String, limits: BacktrackingLimits = BacktrackingLimits()) throws(ExpressionError) {
        let notation = try FreeSWITCHNotation(written)
        let backtracking = try BacktrackingExpression(
            notation.pattern,
            options: .init(
                anchored: false,
                ignoresCase: notation.ignoresCase,
                dotMatchesNewline: notation.dotMatchesNewline,
                limits: limits
            )
        )
        let reading = ExpressionReader.read(
            Array(notation.pattern.utf8),
            .init(ignoresCase: notation.ignoresCase, dotMatchesNewline: notation.dotMatchesNewline),
            in: .backtracking
        )
        var linear: RegularExpression?
        self.engine = Self.choose(notation, reading, groups: backtracking.groupCount, &linear)
        self.written = written
        self.pattern = notation.pattern
        self.shape = reading.shape
        self.linear = linear
        self.asksForLineEnd = reading.asksForLineEnd
        self.backtracking = self.engine == .linear && !reading.asksForLineEnd ? nil : backtracking
        self.groupCount = backtracking.groupCount
    }

    /// RE2 if it compiles what is common to both, and counts the same groups.
    private static func choose(
        _ notation: FreeSWITCHNotation,
        _ reading: ExpressionReading,
        groups: Int,
        _ linear: inout RegularExpression?
    ) -> Engine {
        if let difference = reading.difference {
            return .backtracking(difference)
        }
        var options = RegularExpression.Options(
            anchored: false,
            ignoresCase: notation.ignoresCase,
            dotMatchesNewline: notation.dotMatchesNewline
        )
        options.takesOctets = true
        do throws(ExpressionError) {
            let expression = try RegularExpression(notation.pattern, octets: reading.linearPattern, options: options)
            guard expression.groupCount == groups else {
                return .backtracking(ExpressionConstruct(message: "RE2 counts other groups", position: 0))
            }
            linear = expression
        } catch {
            return .backtracking(ExpressionConstruct(message: error.message, position: error.position))
        }
        return reading.captureDifference.map(Engine.linearThenBacktracking) ?? .linear
    }

    /// What a dialplan would write for an expression that must match the whole text instead of some part of it.
    package static func holdingBothEnds(of written: [UInt8]) -> [UInt8] {
        let start = Array("\\A(?:".utf8)
        let end = Array(")\\z".utf8)
        switch written.first {
        case UInt8(ascii: "_"):
            // Asterisk's patterns are held at both ends already.
            return written
        case UInt8(ascii: "/"):
            guard let close = written.lastIndex(of: UInt8(ascii: "/")), close > 0 else {
                return written
            }
            return [UInt8(ascii: "/")] + start + written[1..<close] + end + written[close...]
        default:
            return start + written + end
        }
    }

    /// Whether `text` matches.
    package func matches(_ text: [UInt8]) -> ExpressionMatch {
        if let linear = self.decider(of: text) {
            return linear.matches(text) ? .matched : .notMatched
        }
        return self.backtracking?.matches(text) ?? .notMatched
    }

    /// Searches `text` and notes where the first match and its groups stand; the captures are unspecified unless it
    /// matched.
    package func match(_ text: [UInt8], captures: inout Captures) -> ExpressionMatch {
        if let linear = self.decider(of: text) {
            if case .linear = self.engine {
                return linear.match(text, captures: &captures) ? .matched : .notMatched
            }
            guard linear.matches(text) else {
                return .notMatched
            }
        }
        return self.backtracking?.match(text, captures: &captures) ?? .notMatched
    }

    /// RE2's expression, if it and PCRE2's agree on whether `text` matches.
    private func decider(of text: [UInt8]) -> RegularExpression? {
        self.asksForLineEnd && text.last == 0x0A ? nil : self.linear
    }
}
