import Expressions

/// The expressions of a dialplan that is large and mixed, and numbers that are dialed under it; the same for each seed.
struct SamplePlan {
    /// The mode that the expressions are written for.
    enum Mode: String, CaseIterable {
        /// Each matches a whole number.
        case strict
        /// Each is searched for, as FreeSWITCH does; most begin with `^` and end with `$`.
        case fs
    }

    private(set) var patterns: [String] = []
    private let mode: Mode
    private var state: UInt64

    init(_ mode: Mode, count: Int, seed: UInt64) {
        self.mode = mode
        self.state = seed
        for place in 0..<count {
            // The exact numbers of one site, as a table of telephones has them, and what a carrier's plan adds to them.
            let pattern = self.below(100) < 40 ? "\(20_000 + place)" : self.mixedPattern()
            self.patterns.append(self.written(pattern))
        }
    }

    private mutating func below(_ bound: Int) -> Int {
        // SplitMix64.
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(bound))
    }

    private mutating func digits(_ count: Int) -> String {
        (0..<count).map { _ in String(self.below(10)) }.joined()
    }

    private mutating func mixedPattern() -> String {
        switch self.below(10) {
        case 0:
            "9(\(self.digits(2 + self.below(3)))\\d{\(5 + self.below(4))})"
        case 1:
            "(\\+|00)\(self.digits(2 + self.below(2)))(\\d+)"
        case 2:
            "(?:\(self.digits(4))|\(self.digits(3))|\(self.digits(5)))"
        case 3:
            "[2-9]\(self.digits(2))[\(self.below(5))-9]\(self.digits(2))(\\d\\d)"
        case 4:
            "\\+?1?(\(self.digits(3))\\d{7})"
        case 5:
            "\(self.digits(3 + self.below(3))).*"
        case 6:
            "0?\(self.digits(4))(\\d{4,8})"
        case 7:
            "\\*\(self.digits(2))#?(\\d*)"
        case 8:
            "(\(self.digits(3))[\(self.below(4))-\(4 + self.below(6))]\\d{2})(?:#(\\d+))?"
        default:
            "(\(self.digits(2)))[1-9]\\d(\(self.digits(2)))\\d*"
        }
    }

    private mutating func written(_ pattern: String) -> String {
        switch (self.mode, self.below(100)) {
        case (.strict, 0..<2):
            ".*\(self.digits(6))"
        case (.strict, _):
            pattern
        case (.fs, 0..<2):
            self.digits(6)
        case (.fs, 2..<5):
            "^\(self.digits(4))"
        case (.fs, 5..<8):
            "_\(self.digits(3))NXXX."
        case (.fs, 8):
            "^(?!\(self.digits(3)))\(self.digits(2))(\\d{4})$"
        case (.fs, _):
            "^\(pattern)$"
        }
    }

    /// Numbers as they are dialed: of the site, of the world, with services, and some that nothing matches.
    mutating func numbers(_ count: Int) -> [[UInt8]] {
        (0..<count).map { _ in
            let number =
                switch self.below(8) {
                case 0, 1:
                    "\(20_000 + self.below(self.patterns.count))"
                case 2:
                    "9" + self.digits(10)
                case 3:
                    "+" + self.digits(8 + self.below(6))
                case 4:
                    "00" + self.digits(8 + self.below(6))
                case 5:
                    "*" + self.digits(2) + "#" + self.digits(self.below(6))
                default:
                    self.digits(3 + self.below(13))
                }
            return Array(number.utf8)
        }
    }

    /// Texts of 64 KiB that take matching as far as it goes.
    mutating func hostileTexts() -> [[UInt8]] {
        let octets = 65_536
        let digits = Array(self.digits(octets).utf8)
        let repeated = ["9", "0", "1", "00", "20000", "a", "\n", "\u{0}", "+1", "*21#"].map { unit in
            Array(String(repeating: unit, count: octets / unit.utf8.count).utf8)
        }
        let begun = ["9123", "+4912", "00491", "2000", "*21#"].map { Array($0.utf8) + digits }
        return repeated + begun + [digits, digits + [0x0A]]
    }
}
