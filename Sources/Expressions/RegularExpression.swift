import CRE2

/// A compiled regular expression in the language of RE2, matched against octets in time linear in their number.
package struct RegularExpression: Sendable {
    /// How an expression is compiled and matched.
    package struct Options: Hashable, Sendable {
        /// Whether the expression must match the whole text.
        package var anchored: Bool

        /// Whether letters match without regard to their case.
        package var ignoresCase: Bool

        /// Whether `.` matches a line feed.
        package var dotMatchesNewline: Bool

        /// The memory that the expression and the cache of its automaton may take, in octets.
        package var maximumMemory: Int

        /// Whether each octet of pattern and text is a character, whatever the pattern looks like.
        var takesOctets = false

        package init(
            anchored: Bool = true,
            ignoresCase: Bool = false,
            dotMatchesNewline: Bool = true,
            maximumMemory: Int = 1 << 20
        ) {
            self.anchored = anchored
            self.ignoresCase = ignoresCase
            self.dotMatchesNewline = dotMatchesNewline
            self.maximumMemory = maximumMemory
        }
    }

    /// The most capturing groups that an expression may have.
    package static let mostGroups = 32

    /// The most octets that an expression may have.
    package static let longestPattern = 8192

    private let program: Program

    /// How it was compiled.
    let options: Options

    /// The expression as it was written.
    package var pattern: String {
        self.program.pattern
    }

    /// The number of capturing groups; `$1` to `$n` exist.
    package var groupCount: Int {
        self.program.groupCount
    }

    /// Compiles `pattern`.
    ///
    /// A pattern of ASCII characters takes every octet of the text as a character, so that `.` matches whatever a peer
    /// sends. A pattern with other characters takes the text as UTF-8.
    package init(_ pattern: String, options: Options = Options()) throws(ExpressionError) {
        try self.init(pattern, octets: Array(pattern.utf8), options: options)
    }

    /// Compiles `octets`, which are how RE2 has to see `pattern`.
    init(_ pattern: String, octets: [UInt8], options: Options) throws(ExpressionError) {
        guard octets.count <= Self.longestPattern else {
            throw ExpressionError("the expression is longer than \(Self.longestPattern) octets", in: pattern, at: 0)
        }
        guard let program = Program(pattern, octets, options) else {
            throw ExpressionError("the expression is too large", in: pattern, at: 0)
        }
        if let failure = program.failure {
            throw ExpressionError(failure, in: octets, of: pattern)
        }
        guard program.groupCount <= Self.mostGroups else {
            throw ExpressionError("the expression has more than \(Self.mostGroups) groups", in: pattern, at: 0)
        }
        self.program = program
        self.options = options
    }

    /// What it matches, or more; `nil` when that is not known.
    var shape: ExpressionShape? {
        let octets = Array(self.pattern.utf8)
        guard self.options.takesOctets || octets.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        return ExpressionReader.read(
            octets,
            .init(
                ignoresCase: self.options.ignoresCase,
                dotMatchesNewline: self.options.dotMatchesNewline
            ),
            in: .linear
        ).shape
    }

    /// Whether `text` matches.
    package func matches(_ text: [UInt8]) -> Bool {
        unsafe self.program.match(text, into: nil)
    }

    /// Matches `text` and notes where the match and its groups stand; after a failure the captures are unspecified.
    package func match(_ text: [UInt8], captures: inout Captures) -> Bool {
        unsafe captures.fill(count: self.program.groupCount + 1) { ranges in
            unsafe self.program.match(text, into: ranges)
        }
    }
}

/// The RE2 object of one expression, destroyed with the last copy of it.
///
/// `@unchecked Sendable` holds because the pointer never changes, and RE2's `Match` is declared `const` and documented
/// to be safe for any number of threads at once; the cache that it fills has a lock of its own. `@safe` holds because
/// the pointer is private, not null, and valid from `init` to `deinit`.
@safe
private final class Program: @unchecked Sendable {
    let pattern: String
    let groupCount: Int
    private let isAnchored: Bool
    private let pointer: OpaquePointer

    init?(_ pattern: String, _ octets: [UInt8], _ options: RegularExpression.Options) {
        let isText = !options.takesOctets && octets.contains { $0 >= 0x80 }
        // The pattern's octets are read during the call only.
        let made = unsafe octets.withUnsafeBytes { bytes in
            var settings = unsafe cre2_options()
            unsafe settings.pattern = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            unsafe settings.pattern_length = bytes.count
            unsafe settings.maximum_memory = Int64(options.maximumMemory)
            unsafe settings.utf8 = isText
            unsafe settings.case_insensitive = options.ignoresCase
            unsafe settings.dot_matches_newline = options.dotMatchesNewline
            return unsafe cre2_create(&settings)
        }
        guard let made = unsafe made else {
            return nil
        }
        unsafe self.pointer = made
        self.groupCount = Int(unsafe cre2_group_count(made))
        self.pattern = pattern
        self.isAnchored = options.anchored
    }

    deinit {
        unsafe cre2_destroy(self.pointer)
    }

    /// What RE2 found wrong, if it did.
    var failure: ExpressionFailure? {
        let code = unsafe cre2_error_code(self.pointer)
        guard code != 0 else {
            return nil
        }
        var length = 0
        // The part lives as long as the expression and is copied here.
        let start = unsafe cre2_error_part(self.pointer, &length)
        let part = unsafe UnsafeBufferPointer(start: start, count: length).map { UInt8(bitPattern: $0) }
        return ExpressionFailure(code: code, part: part)
    }

    func match(_ text: [UInt8], into ranges: UnsafeMutableBufferPointer<cre2_range>?) -> Bool {
        // The text is read during the call only; `ranges` is written within its count.
        unsafe text.withUnsafeBufferPointer { text in
            unsafe cre2_match(
                self.pointer,
                text.baseAddress,
                text.count,
                self.isAnchored,
                ranges?.baseAddress,
                ranges?.count ?? 0
            )
        }
    }
}
