/// The 32 characters that identifiers are made of: digits and letters that are hard to confuse, legal in the
/// identifiers of every protocol, five bits each.
public enum TokenAlphabet {
    /// Appends the low `5 * characters` bits of `number`, the most significant first.
    public static func append(_ number: UInt64, characters: Int, to bytes: inout [UInt8]) {
        for place in (0..<characters).reversed() {
            bytes.append(self.character(UInt8(truncatingIfNeeded: number >> UInt64(place * 5)) & 31))
        }
    }

    /// The number that ``append(_:characters:to:)`` wrote at `range`, or `nil` when another character stands there.
    public static func number(in bytes: [UInt8], at range: Range<Int>) -> UInt64? {
        guard range.count <= 12, range.lowerBound >= 0, range.upperBound <= bytes.count else {
            return nil
        }
        var number: UInt64 = 0
        for character in bytes[range] {
            guard let value = self.value(character) else {
                return nil
            }
            number = number << 5 | UInt64(value)
        }
        return number
    }

    /// The character for a value of five bits.
    @inlinable
    public static func character(_ value: UInt8) -> UInt8 {
        switch value & 31 {
        case 0...9: 0x30 &+ (value & 31)
        case 10...17: 0x61 &+ (value & 31) &- 10
        case 18...19: 0x6A &+ (value & 31) &- 18
        case 20...21: 0x6D &+ (value & 31) &- 20
        case 22...26: 0x70 &+ (value & 31) &- 22
        default: 0x76 &+ (value & 31) &- 27
        }
    }

    /// The value of a character, or `nil` when it is none of the 32.
    @inlinable
    public static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case 0x30...0x39: character &- 0x30
        case 0x61...0x68: character &- 0x61 &+ 10
        case 0x6A...0x6B: character &- 0x6A &+ 18
        case 0x6D...0x6E: character &- 0x6D &+ 20
        case 0x70...0x74: character &- 0x70 &+ 22
        case 0x76...0x7A: character &- 0x76 &+ 27
        default: nil
        }
    }
}
