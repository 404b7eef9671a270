import ProtocolKit

/// Where something stands in a datagram, in eight octets.
struct Extent: Hashable, Sendable {
    let start: UInt32
    let end: UInt32

    @inline(__always)
    init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    /// No octet at all; also stands for "absent".
    static var none: Extent {
        Extent(0, 0)
    }

    @inline(__always)
    var isEmpty: Bool {
        self.end <= self.start
    }

    @inline(__always)
    var count: Int {
        Int(self.end) - Int(self.start)
    }

    @inline(__always)
    var range: Range<Int> {
        Int(self.start)..<Int(self.end)
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
