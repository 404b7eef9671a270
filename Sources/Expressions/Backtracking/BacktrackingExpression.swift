import CPCRE2
import CRE2

/// A compiled expression in the language of PCRE2, matched by trying one way after another within limits.
///
/// Each octet of pattern and text is a character, unless the pattern begins with `(*UTF)`; letters are those of ASCII, and
/// a line ends with a line feed. Its time may grow with an exponential of the text, so ``BacktrackingLimits`` bound it.
/// PCRE2's just-in-time compiler is not used: it ignores two of the limits, counts the third in another way, and needs
/// memory that is writable and executable.
package struct BacktrackingExpression: Sendable {
    /// How an expression is compiled and matched.
    package struct Options: Hashable, Sendable {
        /// Whether the expression must match the whole text.
        package var anchored: Bool

        /// Whether letters match without regard to their case.
        package var ignoresCase: Bool

        /// Whether `.` matches a line feed.
        package var dotMatchesNewline: Bool

        /// When a match is given up.
        package var limits: BacktrackingLimits

        package init(
            anchored: Bool = true,
            ignoresCase: Bool = false,
            dotMatchesNewline: Bool = true,
            limits: BacktrackingLimits = BacktrackingLimits()
        ) {
            self.anchored = anchored
            self.ignoresCase = ignoresCase
            self.dotMatchesNewline = dotMatchesNewline
            self.limits = limits
        }
    }

    /// The most capturing groups that an expression may have; FreeSWITCH's dialplans can name as many.
    package static let mostGroups = 255

    /// The expression as it was written.
    package let pattern: String

    private let code: BacktrackingCode
    private let limits: BacktrackingLimits

    /// The number of capturing groups; `$1` to `$n` exist.
    package var groupCount: Int {
        self.code.groupCount
    }

    /// Compiles `pattern`.
    package init(_ pattern: String, options: Options = Options()) throws(ExpressionError) {
        let octets = Array(pattern.utf8)
        guard octets.count <= RegularExpression.longestPattern else {
            throw ExpressionError(
                "the expression is longer than \(RegularExpression.longestPattern) octets",
                in: pattern,
                at: 0
            )
        }
        switch BacktrackingCode.compile(octets, options) {
        case .success(let code):
            self.code = code
        case .failure(let failure):
            throw ExpressionError(failure.message, in: pattern, at: failure.position)
        }
        guard self.code.groupCount <= Self.mostGroups else {
            throw ExpressionError("the expression has more than \(Self.mostGroups) groups", in: pattern, at: 0)
        }
        self.pattern = pattern
        self.limits = options.limits
    }

    /// Whether `text` matches.
    package func matches(_ text: [UInt8]) -> ExpressionMatch {
        unsafe self.code.match(text, self.limits, into: nil)
    }

    /// Matches `text` and notes where the match and its groups stand; the captures are unspecified unless it matched.
    package func match(_ text: [UInt8], captures: inout Captures) -> ExpressionMatch {
        var outcome = ExpressionMatch.notMatched
        _ = unsafe captures.fill(count: self.code.groupCount + 1) { ranges in
            outcome = unsafe self.code.match(text, self.limits, into: ranges)
            return outcome == .matched
        }
        return outcome
    }
}
