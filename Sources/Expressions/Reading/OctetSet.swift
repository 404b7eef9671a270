/// A set of octets.
struct OctetSet: Hashable, Sendable {
    private var low = SIMD2<UInt64>()
    private var high = SIMD2<UInt64>()

    static let all = OctetSet(0x00, through: 0xFF)
    static let lineFeed = OctetSet(0x0A)
    static let digits = OctetSet(0x30, through: 0x39)
    static let upperCase = OctetSet(0x41, through: 0x5A)
    static let lowerCase = OctetSet(0x61, through: 0x7A)
    static let letters = OctetSet.upperCase.union(.lowerCase)
    /// What `\w` matches.
    static let wordOctets = OctetSet.letters.union(.digits).union(OctetSet(0x5F))
    /// What PCRE2's `\s` and everyone's `[:space:]` match.
    static let spaces = OctetSet(0x09, through: 0x0D).union(OctetSet(0x20))
    /// What RE2's `\s` matches, which leaves out the vertical tab.
    static let spacesOfRE2 = OctetSet(0x09, through: 0x0A).union(OctetSet(0x0C, through: 0x0D)).union(OctetSet(0x20))

    init() {}

    init(_ octet: UInt8) {
        self.insert(octet)
    }

    init(_ first: UInt8, through last: UInt8) {
        for octet in first...max(first, last) {
            self.insert(octet)
        }
    }

    var isAll: Bool {
        self == .all
    }

    /// Whether it has an octet that is no ASCII character.
    var hasMoreThanASCII: Bool {
        self.high != SIMD2()
    }

    func contains(_ octet: UInt8) -> Bool {
        let half = octet < 0x80 ? self.low : self.high
        return half[Int(octet >> 6 & 1)] >> UInt64(octet & 63) & 1 == 1
    }

    mutating func insert(_ octet: UInt8) {
        let bit = UInt64(1) << UInt64(octet & 63)
        if octet < 0x80 {
            self.low[Int(octet >> 6 & 1)] |= bit
        } else {
            self.high[Int(octet >> 6 & 1)] |= bit
        }
    }

    func union(_ other: OctetSet) -> OctetSet {
        var union = self
        union.low |= other.low
        union.high |= other.high
        return union
    }

    var complement: OctetSet {
        var complement = self
        complement.low = ~self.low
        complement.high = ~self.high
        return complement
    }

    /// With the other case of each ASCII letter.
    var withBothCases: OctetSet {
        // Letters stand in the upper half of `low`, 32 octets apart: `A` is bit 1 and `a` bit 33.
        let letters: UInt64 = 0x07FF_FFFE
        var both = self
        let word = self.low[1]
        both.low[1] |= (word & letters) << 32 | (word >> 32) & letters
        return both
    }
}
