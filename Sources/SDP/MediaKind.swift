package import ProtocolKit

/// The media of an m-line (RFC 8866 §5.14).
package enum MediaKind: Hashable, Sendable {
    case audio
    case video
    case image
    case application
    case message
    case text
    case other(ByteString)

    init(_ token: ArraySlice<UInt8>) {
        for known in Self.known where token.matches(known.token) {
            self = known.kind
            return
        }
        self = .other(ByteString(token))
    }

    private static let known: [(token: StaticString, kind: MediaKind)] = [
        ("audio", .audio), ("video", .video), ("image", .image), ("application", .application),
        ("message", .message), ("text", .text),
    ]

    /// The word on the wire.
    package var token: ByteString {
        switch self {
        case .audio: "audio"
        case .video: "video"
        case .image: "image"
        case .application: "application"
        case .message: "message"
        case .text: "text"
        case .other(let token): token
        }
    }
}

/// The transport protocol of an m-line (RFC 8866 §5.14).
package enum MediaTransport: Hashable, Sendable {
    case rtpAVP
    case rtpAVPF
    case rtpSAVP
    case rtpSAVPF
    case udptl
    case other(ByteString)

    init(_ token: ArraySlice<UInt8>) {
        for known in Self.known where token.matches(known.token) {
            self = known.transport
            return
        }
        self = .other(ByteString(token))
    }

    private static let known: [(token: StaticString, transport: MediaTransport)] = [
        ("RTP/AVP", .rtpAVP), ("RTP/SAVP", .rtpSAVP), ("RTP/AVPF", .rtpAVPF), ("RTP/SAVPF", .rtpSAVPF),
        ("udptl", .udptl), ("UDPTL", .udptl),
    ]

    /// The word on the wire.
    package var token: ByteString {
        switch self {
        case .rtpAVP: "RTP/AVP"
        case .rtpAVPF: "RTP/AVPF"
        case .rtpSAVP: "RTP/SAVP"
        case .rtpSAVPF: "RTP/SAVPF"
        case .udptl: "udptl"
        case .other(let token): token
        }
    }

    /// Whether the stream is RTP, so that formats are payload types and RTCP goes with it.
    package var isRTP: Bool {
        switch self {
        case .rtpAVP, .rtpAVPF, .rtpSAVP, .rtpSAVPF: true
        case .udptl: false
        case .other(let token): token.bytes.starts(with: [0x55, 0x44, 0x50, 0x2F, 0x54, 0x4C, 0x53, 0x2F, 0x52])
        }
    }

    /// Whether datagrams of UDP carry it, which is what the relay can forward.
    package var isUDP: Bool {
        switch self {
        case .rtpAVP, .rtpAVPF, .rtpSAVP, .rtpSAVPF, .udptl: true
        case .other(let token): token.bytes.starts(with: [0x55, 0x44, 0x50]) || token.isEqualIgnoringCase(to: "udptl")
        }
    }

    /// Whether the media is protected by SRTP (RFC 4568, RFC 5764).
    package var isSecure: Bool {
        switch self {
        case .rtpSAVP, .rtpSAVPF: true
        case .rtpAVP, .rtpAVPF, .udptl: false
        case .other(let token): token.bytes.starts(with: [0x55, 0x44, 0x50, 0x2F, 0x54, 0x4C, 0x53, 0x2F])
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the octets are exactly those of `literal`.
    func matches(_ literal: StaticString) -> Bool {
        self.count == literal.utf8CodeUnitCount
            && literal.withUTF8Buffer { unsafe self.elementsEqual($0) }
    }
}
