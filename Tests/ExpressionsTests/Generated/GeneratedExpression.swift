/// Makes expressions, most of them well formed, and texts that they have a chance to match.
struct GeneratedExpression {
    var draw: Draw
    /// Constructs that only PCRE2 has are used as well.
    var isWild = false
    private var depth = 0

    init(seed: UInt64, isWild: Bool = false) {
        self.draw = Draw(seed: seed)
        self.isWild = isWild
    }

    private static let atoms = [
        "a", "b", "1", "9", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", ".", "[ab]", "[^a]", "[0-9]", "[a-c1]", "[^\\d]",
        "[\\s1]", "[\\Sa]", "[]a]", "[^]a]", "[a-]", "[-a]", "\\n", "\\x0b", "\\x41", "[[:digit:]a]", "[[:upper:]]",
        "[[:^space:]]", "[[:space:]]", "[[:alpha:]]", "[[:lower:]1]", "\\+", "\\_", "é", "\\xE9", "A", "K", "s", "{",
        "x{", "}", "]", "-", "_",
        "[\\x80-\\xff]", "[^1]", "\\*", "\\.", "#", "k", "[K-T]", "[^K]", " ", "\\t", "\\/", "/", "@",
    ]
    private static let places = ["^", "$", "\\b", "\\B", "\\A", "\\z"]
    private static let suffixes = [
        "*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{1,}", "{0,2}", "{1,3}?", "{2,}", "{02}", "{2,01}", "{1,x}",
    ]
    private static let wild = [
        "(?=a)", "(?!a)", "(?<=a)", "(?<!1)", "\\1", "\\Z", "\\R", "\\h", "\\K", "(?>a*)", "a++", "\\v", "\\Q.\\E",
        "(?x)",
        "(*ACCEPT)", "\\G", "(?|a|b)", "[\\b]", "\\N", "a{,2}", "(?#c)", "[a-\\d]", "\\07", "\\e", "\\x{41}", "(?R)?",
        "[[:punct:]]", "[[:<:]]", "(?1)?",
    ]

    mutating func pattern() -> String {
        let text = self.choice()
        switch self.draw.below(4) {
        case 0:
            return "^" + text
        case 1:
            return "^" + text + "$"
        default:
            return text
        }
    }

    private mutating func choice() -> String {
        self.depth += 1
        defer { self.depth -= 1 }
        var text = self.sequence()
        while self.draw.once(in: 4) {
            text += "|" + self.sequence()
        }
        return text
    }

    private mutating func sequence() -> String {
        var text = ""
        for _ in 0..<self.draw.below(4) {
            text += self.item()
        }
        return text
    }

    private mutating func item() -> String {
        if self.draw.once(in: 12) {
            return self.draw.one(of: Self.places)
        }
        if self.draw.once(in: 25) {
            return self.draw.one(of: ["(?i)", "(?s)", "(?-i)", "(?m)", "(?-s)"])
        }
        if self.isWild, self.draw.once(in: 6) {
            return self.draw.one(of: Self.wild)
        }
        let atom =
            if self.depth < 4, self.draw.once(in: 4) {
                self.draw.one(of: ["(", "(", "(?:", "(?i:", "(?s-i:", "(?<n\(self.draw.below(1000))>"]) + self.choice()
                    + ")"
            } else {
                self.draw.one(of: Self.atoms)
            }
        return self.draw.once(in: 3) ? atom + self.draw.one(of: Self.suffixes) : atom
    }

    /// A short text of octets that the expressions are about.
    mutating func text() -> [UInt8] {
        let octets =
            Array("aaabbc119 0\n\n\u{0B}\tAKks_+.-]{}x@#/".utf8) + [
                0x00, 0xC9, 0xE3, 0xE9, 0xC3, 0xA9, 0xFF, 0x85, 0x0D,
            ]
        var text: [UInt8] = []
        for _ in 0..<self.draw.below(8) {
            text.append(self.draw.one(of: octets))
        }
        return self.draw.once(in: 8) ? text + [0x0A] : text
    }
}
