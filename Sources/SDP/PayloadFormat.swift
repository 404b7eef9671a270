package import ProtocolKit

/// What an RTP payload type means: the encoding, its clock and its channels (RFC 8866 §6.6, RFC 3551 §6).
package struct PayloadFormat: Hashable, Sendable {
    /// The payload type, 0 to 127.
    package var payloadType: UInt8

    /// The encoding name; names are compared without their case (RFC 3551 §3).
    package var name: ByteString

    /// Ticks of the RTP clock in a second, never 0.
    package var clockRate: UInt32

    /// The audio channels.
    package var channels: UInt8

    package init(_ payloadType: UInt8, _ name: ByteString, clockRate: UInt32, channels: UInt8 = 1) {
        self.payloadType = payloadType
        self.name = name
        self.clockRate = clockRate
        self.channels = channels
    }

    /// Whether both are the same encoding; the payload types may differ (RFC 3264 §6.1).
    package func isSameEncoding(as other: PayloadFormat) -> Bool {
        self.clockRate == other.clockRate && self.channels == other.channels
            && self.name.equalsIgnoringCase(other.name)
    }

    /// Whether it carries named telephone events (RFC 4733).
    package var isTelephoneEvent: Bool {
        self.name.count == 15 && self.name.isEqualIgnoringCase(to: "telephone-event")
    }

    /// Whether it says nothing about speech or pictures: events, comfort noise, redundancy.
    package var isAuxiliary: Bool {
        self.isTelephoneEvent || self.name.isEqualIgnoringCase(to: "CN") || self.name.isEqualIgnoringCase(to: "red")
    }

    /// What a payload type means without `a=rtpmap` (RFC 3551 Tables 4 and 5).
    package static func assigned(_ payloadType: UInt8) -> PayloadFormat? {
        self.encoding(payloadType).map {
            PayloadFormat(
                payloadType,
                ByteString(stringLiteral: $0.name),
                clockRate: $0.clockRate,
                channels: $0.channels
            )
        }
    }

    /// The same without a copy of the name.
    static func encoding(_ payloadType: UInt8) -> (name: StaticString, clockRate: UInt32, channels: UInt8)? {
        switch payloadType {
        case 0: ("PCMU", 8000, 1)
        case 3: ("GSM", 8000, 1)
        case 4: ("G723", 8000, 1)
        case 5: ("DVI4", 8000, 1)
        case 6: ("DVI4", 16000, 1)
        case 7: ("LPC", 8000, 1)
        case 8: ("PCMA", 8000, 1)
        case 9: ("G722", 8000, 1)
        case 10: ("L16", 44100, 2)
        case 11: ("L16", 44100, 1)
        case 12: ("QCELP", 8000, 1)
        case 13: ("CN", 8000, 1)
        case 14: ("MPA", 90000, 1)
        case 15: ("G728", 8000, 1)
        case 16: ("DVI4", 11025, 1)
        case 17: ("DVI4", 22050, 1)
        case 18: ("G729", 8000, 1)
        case 25: ("CelB", 90000, 1)
        case 26: ("JPEG", 90000, 1)
        case 28: ("nv", 90000, 1)
        case 31: ("H261", 90000, 1)
        case 32: ("MPV", 90000, 1)
        case 33: ("MP2T", 90000, 1)
        case 34: ("H263", 90000, 1)
        default: nil
        }
    }
}
