package import ProtocolKit

/// A change to the headers that a leg is sent.
///
/// A rule is made only of a name and a value that can stand in a message, and never of a header that the protocol
/// itself writes, so that no rule makes a message that cannot be read.
package struct HeaderRule: Hashable, Sendable {
    /// What is done with the headers of the name.
    package enum Operation: Hashable, Sendable {
        /// One more is added.
        case add(ByteString)
        /// All are taken out.
        case remove
        /// All are taken out, and this one is added.
        case replace(ByteString)
    }

    /// Whose messages are changed.
    package enum Side: String, Hashable, Sendable, CaseIterable {
        /// Those that the called party is sent.
        case called
        /// Those that the caller is sent.
        case caller
    }

    /// Whose messages are changed.
    package let side: Side

    /// The header's name, a token (RFC 3261 §25.1).
    package let name: ByteString

    /// What is done.
    package let operation: Operation

    /// The rule, or `nil` when the name is no token or belongs to the protocol, or the value cannot stand in a header.
    package init?(_ operation: Operation, _ name: ByteString, on side: Side) {
        guard Self.isFree(name) else {
            return nil
        }
        switch operation {
        case .add(let value), .replace(let value):
            guard Self.isSound(value) else {
                return nil
            }
        case .remove:
            break
        }
        self.side = side
        self.name = name
        self.operation = operation
    }

    /// Whether a header of this name may be changed by a dialplan.
    package static func isFree(_ name: ByteString) -> Bool {
        !name.isEmpty && name.count <= 64 && name.bytes.allSatisfy(\.isTokenOctet)
            && !self.reserved.contains(where: { name.isEqualIgnoringCase(to: $0) })
    }

    /// Whether a value can stand in a header: UTF-8 text without control characters (RFC 3261 §25.1 `TEXT-UTF8-TRIM`).
    package static func isSound(_ value: ByteString) -> Bool {
        value.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
            && String(validating: value.bytes, as: UTF8.self) != nil
    }

    /// The headers by which SIP itself works, long and compact forms; a change would break a dialog or a transaction.
    private static let reserved: [StaticString] = [
        "Via", "v", "From", "f", "To", "t", "Call-ID", "i", "CSeq", "Contact", "m", "Max-Forwards", "Route",
        "Record-Route", "Path", "Service-Route", "Content-Type", "c", "Content-Length", "l", "Content-Encoding", "e",
        "Content-Disposition", "MIME-Version", "Require", "Proxy-Require", "Supported", "k", "Unsupported", "Allow",
        "RSeq", "RAck", "Session-Expires", "x", "Min-SE", "Replaces", "Refer-To", "r", "Referred-By", "b", "Event", "o",
        "Subscription-State", "Expires", "Min-Expires", "Authorization", "Proxy-Authorization", "WWW-Authenticate",
        "Proxy-Authenticate", "Authentication-Info", "SIP-ETag", "SIP-If-Match", "Target-Dialog", "Join",
        "Identity", "y", "Info-Package", "Recv-Info", "Retry-After", "Timestamp", "Warning",
    ]
}

extension UInt8 {
    /// Whether the octet can stand in a token (RFC 3261 §25.1).
    fileprivate var isTokenOctet: Bool {
        switch self {
        case 0x21, 0x25, 0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5F, 0x60, 0x7E:
            true
        default:
            self.isASCIILetter || self.isASCIIDigit
        }
    }
}
