/// Some of the ASCII characters; what lies beyond cannot be dialed.
struct CharacterClass: Hashable, Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init() {}

    /// The characters from one to another, as far as they are ASCII.
    init(_ first: UInt32, through last: UInt32) {
        guard first <= last, first < 128 else {
            return
        }
        for value in first...min(last, 127) {
            self.insert(UInt8(value))
        }
    }

    init(_ characters: String) {
        for octet in characters.utf8 where octet < 128 {
            self.insert(octet)
        }
    }

    static let all = CharacterClass(0, through: 127)
    static let digits = CharacterClass("0123456789")
    static let spaces = CharacterClass("\t\n\u{0C}\r ")
    static let words = CharacterClass(0x30, through: 0x39).union(.letters).union(CharacterClass("_"))
    static let upper = CharacterClass(0x41, through: 0x5A)
    static let lower = CharacterClass(0x61, through: 0x7A)
    static let letters = CharacterClass.upper.union(.lower)

    func contains(_ octet: UInt8) -> Bool {
        octet < 128 && (octet < 64 ? self.low >> UInt64(octet) : self.high >> UInt64(octet &- 64)) & 1 != 0
    }

    private mutating func insert(_ octet: UInt8) {
        if octet < 64 {
            self.low |= 1 << UInt64(octet)
        } else {
            self.high |= 1 << UInt64(octet &- 64)
        }
    }

    func union(_ other: CharacterClass) -> CharacterClass {
        var union = self
        union.low |= other.low
        union.high |= other.high
        return union
    }

    /// Every other ASCII character.
    var inverted: CharacterClass {
        var inverted = self
        inverted.low = ~self.low
        inverted.high = ~self.high
        return inverted
    }

    /// The class with each letter in both cases.
    var ignoringCase: CharacterClass {
        var folded = self
        let pairs = zip(UInt8(0x41)...0x5A, UInt8(0x61)...0x7A)
        for (upper, lower) in pairs where self.contains(upper) || self.contains(lower) {
            folded.insert(upper)
            folded.insert(lower)
        }
        return folded
    }

    /// The part that can be dialed.
    var dialSymbols: DialSymbols {
        var bits: UInt16 = 0
        for (index, octet) in DialSymbols.alphabet.enumerated() where self.contains(octet) {
            bits |= 1 << UInt16(index)
        }
        return DialSymbols(bits: bits)
    }
}
