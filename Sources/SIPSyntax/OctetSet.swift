/// A set of ASCII characters, asked octet by octet without a branch on the character.
struct OctetSet: Sendable {
    private let low: UInt64
    private let high: UInt64

    /// The characters 0 to 63 as the bits of `low`, 64 to 127 as those of `high`.
    @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    @inline(__always)
    func contains(_ octet: UInt8) -> Bool {
        let word = octet & 0x40 == 0 ? self.low : self.high
        return octet < 0x80 && (word &>> UInt64(octet & 0x3F)) & 1 != 0
    }
}

extension OctetSet {
    /// The characters of a `token` (RFC 3261 §25.1).
    static var token: OctetSet {
        OctetSet(low: 0x03FF_6CA2_0000_0000, high: 0x47FF_FFFF_87FF_FFFE)
    }

    /// The characters of a URI scheme after its first letter (RFC 3986 §3.1).
    static var scheme: OctetSet {
        OctetSet(low: 0x03FF_6800_0000_0000, high: 0x07FF_FFFE_07FF_FFFE)
    }

    /// The characters of a SIP user part, escapes apart (RFC 3261 §25.1 `user`).
    static var user: OctetSet {
        OctetSet(low: 0xABFF_FFD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    }

    /// The characters of a SIP password, escapes apart (RFC 3261 §25.1 `password`).
    static var password: OctetSet {
        OctetSet(low: 0x23FF_7FD2_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    }

    /// The characters of a host name; the underscore is no part of the grammar but of many names in use.
    static var host: OctetSet {
        OctetSet(low: 0x03FF_6000_0000_0000, high: 0x07FF_FFFE_87FF_FFFE)
    }

    /// The characters of a URI parameter, escapes apart (RFC 3261 §25.1 `paramchar`).
    static var uriParameter: OctetSet {
        OctetSet(low: 0x07FF_EFD2_0000_0000, high: 0x47FF_FFFE_AFFF_FFFE)
    }

    /// The characters of a URI header, escapes apart (RFC 3261 §25.1 `hvalue`).
    static var uriHeader: OctetSet {
        OctetSet(low: 0x87FF_EF92_0000_0000, high: 0x47FF_FFFE_AFFF_FFFE)
    }

    /// The characters of a URI whose scheme is not known (RFC 3986 §2).
    static var opaqueURI: OctetSet {
        OctetSet(low: 0xAFFF_FFFA_0000_0000, high: 0x57FF_FFFE_AFFF_FFFF)
    }

    /// The characters of a telephone subscriber (RFC 3966 §3).
    static var phone: OctetSet {
        OctetSet(low: 0x03FF_6708_0000_0000, high: 0x0000_007E_0000_007E)
    }

    /// Visible characters that cannot end a parameter.
    static var valueText: OctetSet {
        OctetSet(low: 0xA7FF_EFFA_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFF)
    }

    /// Visible characters but the comma; wider than the `word` of a Call-ID, which leaves out a few.
    static var callID: OctetSet {
        OctetSet(low: 0xFFFF_EFFE_0000_0000, high: 0x7FFF_FFFF_FFFF_FFFF)
    }

    /// The characters that mean the same with and without an escape (RFC 3261 §25.1 `unreserved`).
    static var unreserved: OctetSet {
        OctetSet(low: 0x03FF_6782_0000_0000, high: 0x47FF_FFFE_87FF_FFFE)
    }

    /// The characters of a header parameter's name: those of a token and of a URI parameter.
    static var parameterName: OctetSet {
        OctetSet(low: 0x07FF_EFF2_0000_0000, high: 0x47FF_FFFF_AFFF_FFFE)
    }
}
