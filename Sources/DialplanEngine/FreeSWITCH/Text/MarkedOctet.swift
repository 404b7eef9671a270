/// One octet of a text and where it comes from, or the place of a capture in a text that is not filled in yet.
///
/// What a caller has supplied is *foreign*: it is a value wherever it stands, and never syntax. A literal is an octet
/// that the author of the dialplan wrote, so `octet == "$"` never holds for a dollar sign that was dialed.
struct MarkedOctet: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
    private let code: UInt16

    private static let foreignBit: UInt16 = 0x100
    private static let captureBit: UInt16 = 0x8000

    /// An octet that the author of the dialplan wrote.
    init(authored octet: UInt8) {
        self.code = UInt16(octet)
    }

    /// An octet that somebody else supplied.
    init(foreign octet: UInt8) {
        self.code = UInt16(octet) | Self.foreignBit
    }

    /// The place of what group `capture` matches.
    init(capture: UInt8) {
        self.code = UInt16(capture) | Self.captureBit
    }

    init(unicodeScalarLiteral scalar: Unicode.Scalar) {
        self.init(authored: UInt8(truncatingIfNeeded: scalar.value))
    }

    /// The octet, whoever supplied it; of no meaning for a capture.
    var octet: UInt8 {
        UInt8(truncatingIfNeeded: self.code)
    }

    /// Whether it can be syntax.
    var isAuthored: Bool {
        self.code < Self.foreignBit
    }

    /// The group whose place this is.
    var capture: UInt8? {
        self.code & Self.captureBit == 0 ? nil : UInt8(truncatingIfNeeded: self.code)
    }

    /// The same octet, with an ASCII capital letter turned into the small one.
    var lowercased: MarkedOctet {
        self.octet.isASCIICapital && self.capture == nil ? MarkedOctet(code: self.code | 0x20) : self
    }

    /// The same octet, with a small ASCII letter turned into the capital one.
    var uppercased: MarkedOctet {
        self.octet.isASCIISmallLetter && self.capture == nil ? MarkedOctet(code: self.code & ~0x20) : self
    }

    private init(code: UInt16) {
        self.code = code
    }
}

extension UInt8 {
    fileprivate var isASCIICapital: Bool {
        self &- 0x41 < 26
    }

    fileprivate var isASCIISmallLetter: Bool {
        self &- 0x61 < 26
    }
}
