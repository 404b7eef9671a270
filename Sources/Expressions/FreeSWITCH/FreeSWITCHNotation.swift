/// The regular expression that FreeSWITCH reads from what a dialplan writes.
struct FreeSWITCHNotation {
    /// What kind of expression it was.
    enum Kind: Hashable, Sendable {
        case plain
        /// `/…/flags`
        case delimited
        /// `_…`, with Asterisk's letters
        case asterisk
    }

    /// The room that FreeSWITCH has for a translated Asterisk pattern, less the octet that ends it; what is longer it
    /// cuts off or writes beyond.
    private static let asteriskRoom = 255

    let kind: Kind
    let pattern: String
    let ignoresCase: Bool
    let dotMatchesNewline: Bool

    init(_ written: String) throws(ExpressionError) {
        guard !written.utf8.contains(0) else {
            throw ExpressionError("the expression has a NUL, at which FreeSWITCH would end it", in: written, at: 0)
        }
        switch written.utf8.first {
        case UInt8(ascii: "_"):
            let pattern = Self.translate(written.dropFirst())
            guard pattern.utf8.count <= Self.asteriskRoom else {
                throw ExpressionError(
                    "the pattern is too long: as a regular expression it has \(pattern.utf8.count) octets, "
                        + "and FreeSWITCH has room for \(Self.asteriskRoom)",
                    in: written,
                    at: 0
                )
            }
            self.init(.asterisk, pattern, flags: "")
        case UInt8(ascii: "/"):
            let inner = written.dropFirst()
            guard let end = inner.utf8.lastIndex(of: UInt8(ascii: "/")) else {
                throw ExpressionError(
                    "the expression begins with \"/\" and has no \"/\" at its end; write \"\\/\" for the character itself",
                    in: written,
                    at: 0
                )
            }
            self.init(.delimited, String(inner[..<end]), flags: inner[inner.utf8.index(after: end)...])
        default:
            self.init(.plain, written, flags: "")
        }
    }

    private init(_ kind: Kind, _ pattern: String, flags: Substring) {
        self.kind = kind
        self.pattern = pattern
        // Any letters may stand there, and all but these two are overlooked.
        self.ignoresCase = flags.utf8.contains(UInt8(ascii: "i"))
        self.dotMatchesNewline = flags.utf8.contains(UInt8(ascii: "s"))
    }

    /// Replaces each letter wherever it stands, brackets included; what is special to regular expressions stays special.
    private static func translate(_ pattern: Substring) -> String {
        var translated = "^"
        for scalar in pattern.unicodeScalars {
            switch scalar {
            case "N":
                translated += "[2-9]"
            case "X":
                translated += "[0-9]"
            case "Z":
                translated += "[1-9]"
            case ".":
                translated += ".*"
            default:
                translated.unicodeScalars.append(scalar)
            }
        }
        return translated + "$"
    }
}
