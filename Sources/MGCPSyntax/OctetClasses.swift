import ProtocolKit

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
