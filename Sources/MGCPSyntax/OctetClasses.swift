import ProtocolKit

extension ArraySlice<UInt8> {
    /// The number that one to `most` digits and nothing else give; `most` is at most nine.
    func decimal(digits most: Int) -> UInt32? {
        guard (1...most).contains(self.count), self.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        return self.reduce(0) { $0 * 10 + UInt32($1 &- 0x30) }
    }
}

extension UInt8 {
    /// Whether this is SP or HTAB, the white space of RFC 3435 appendix A `WSP`.
    @inline(__always)
    var isBlank: Bool {
        self == 0x20 || self == 0x09
    }

    /// Whether this is a letter, a digit or a hyphen.
    @inline(__always)
    var isNameCharacter: Bool {
        self.isASCIILetter || self.isASCIIDigit || self == 0x2D
    }

    /// Whether this is a visible ASCII character.
    @inline(__always)
    var isVisible: Bool {
        self > 0x20 && self < 0x7F
    }

    /// This octet, with a small ASCII letter turned into the capital one.
    @inline(__always)
    var asciiUppercased: UInt8 {
        self &- 0x61 < 26 ? self & 0xDF : self
    }
}
