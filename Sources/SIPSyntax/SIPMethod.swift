package import ProtocolKit

/// The method of a request; compared with its case (RFC 3261 §7.1).
package enum SIPMethod: Hashable, Sendable {
    /// RFC 3261 §13.
    case invite

    /// RFC 3261 §13.2.2.4.
    case ack

    /// RFC 3261 §15.
    case bye

    /// RFC 3261 §9.
    case cancel

    /// RFC 3261 §11.
    case options

    /// RFC 3261 §10.
    case register

    /// RFC 3262.
    case prack

    /// RFC 3311.
    case update

    /// RFC 6086.
    case info

    /// RFC 3515.
    case refer

    /// RFC 6665.
    case subscribe

    /// RFC 6665.
    case notify

    /// RFC 3428.
    case message

    /// RFC 3903.
    case publish

    /// Any other token.
    case other(ByteString)

    /// Reads a method that is a token already.
    package init(_ text: ByteString) {
        self.init(text.bytes.span, Extent(0, text.count)) { text }
    }

    /// The methods with a case of their own.
    package static var known: [SIPMethod] {
        [
            .invite, .ack, .bye, .cancel, .options, .register, .prack, .update, .info, .refer, .subscribe, .notify,
            .message, .publish,
        ]
    }

    /// The method as it is written on the wire.
    package var text: ByteString {
        if case .other(let text) = self {
            return text
        }
        return ByteString(stringLiteral: self.knownText)
    }

    /// The text of a method with a case of its own; empty for any other.
    var knownText: StaticString {
        switch self {
        case .invite: "INVITE"
        case .ack: "ACK"
        case .bye: "BYE"
        case .cancel: "CANCEL"
        case .options: "OPTIONS"
        case .register: "REGISTER"
        case .prack: "PRACK"
        case .update: "UPDATE"
        case .info: "INFO"
        case .refer: "REFER"
        case .subscribe: "SUBSCRIBE"
        case .notify: "NOTIFY"
        case .message: "MESSAGE"
        case .publish: "PUBLISH"
        case .other: ""
        }
    }

    init(_ octets: Span<UInt8>, _ extent: Extent, other: () -> ByteString) {
        self = Self.find(octets, extent) ?? .other(other())
    }

    /// The method with a case of its own at `extent`, told by its first two octets and then verified.
    private static func find(_ octets: Span<UInt8>, _ extent: Extent) -> SIPMethod? {
        guard extent.count >= 3 else {
            return nil
        }
        let start = Int(extent.start)
        let candidate: SIPMethod
        switch (octets[start], octets[start + 1]) {
        case (0x49, 0x4E): candidate = extent.count == 4 ? .info : .invite
        case (0x41, 0x43): candidate = .ack
        case (0x42, 0x59): candidate = .bye
        case (0x43, 0x41): candidate = .cancel
        case (0x4F, 0x50): candidate = .options
        case (0x52, 0x45): candidate = extent.count == 5 ? .refer : .register
        case (0x50, 0x52): candidate = .prack
        case (0x55, 0x50): candidate = .update
        case (0x53, 0x55): candidate = .subscribe
        case (0x4E, 0x4F): candidate = .notify
        case (0x4D, 0x45): candidate = .message
        case (0x50, 0x55): candidate = .publish
        default: return nil
        }
        return octets.equals(extent, candidate.knownText) ? candidate : nil
    }
}

extension SIPMethod: CustomStringConvertible {
    package var description: String {
        self.text.description
    }
}
