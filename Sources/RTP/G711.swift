/// The two compandings of ITU-T G.711, from 16-bit linear samples.
package enum G711: Hashable, Sendable {
    /// μ-law, RTP payload type 0.
    case muLaw
    /// A-law, RTP payload type 8.
    case aLaw

    /// The companding of a static payload type (RFC 3551 §6), or `nil` for any other.
    package init?(payloadType: UInt8) {
        switch payloadType {
        case 0: self = .muLaw
        case 8: self = .aLaw
        default: return nil
        }
    }

    /// The octet for one sample.
    package func encode(_ sample: Int16) -> UInt8 {
        switch self {
        case .muLaw: Self.encodeMuLaw(sample)
        case .aLaw: Self.encodeALaw(sample)
        }
    }

    /// The sample that an octet stands for.
    package func decode(_ octet: UInt8) -> Int16 {
        switch self {
        case .muLaw: Self.decodeMuLaw(octet)
        case .aLaw: Self.decodeALaw(octet)
        }
    }

    /// 14-bit magnitude, biased by 33, in eight segments that double.
    private static func encodeMuLaw(_ sample: Int16) -> UInt8 {
        let sign: UInt8 = sample < 0 ? 0x80 : 0
        let magnitude = min(Int32(sample).magnitude >> 2, 8158) + 33
        let segment = 26 - UInt32(magnitude.leadingZeroBitCount)
        let step = UInt8(truncatingIfNeeded: magnitude >> (segment + 1) & 0x0F)
        return ~(sign | UInt8(truncatingIfNeeded: segment) << 4 | step)
    }

    private static func decodeMuLaw(_ octet: UInt8) -> Int16 {
        let code = ~octet
        let segment = Int32(code >> 4 & 7)
        let magnitude = ((Int32(code & 0x0F) << 1 | 33) << segment) - 33
        return Int16(clamping: (code & 0x80 != 0 ? -magnitude : magnitude) * 4)
    }

    /// 13-bit magnitude in eight segments, of which the first two have the same step; even bits inverted.
    private static func encodeALaw(_ sample: Int16) -> UInt8 {
        let sign: UInt8 = sample < 0 ? 0 : 0x80
        let magnitude = (sample < 0 ? Int32(sample).magnitude - 1 : Int32(sample).magnitude) >> 3
        guard magnitude >= 32 else {
            return (sign | UInt8(truncatingIfNeeded: magnitude >> 1)) ^ 0x55
        }
        let segment = 27 - UInt32(magnitude.leadingZeroBitCount)
        let step = UInt8(truncatingIfNeeded: magnitude >> segment & 0x0F)
        return (sign | UInt8(truncatingIfNeeded: segment) << 4 | step) ^ 0x55
    }

    private static func decodeALaw(_ octet: UInt8) -> Int16 {
        let code = octet ^ 0x55
        let segment = Int32(code >> 4 & 7)
        let step = Int32(code & 0x0F) << 1 | 1
        let magnitude = segment == 0 ? step : (step | 32) << (segment - 1)
        return Int16(clamping: (code & 0x80 != 0 ? magnitude : -magnitude) * 8)
    }
}
