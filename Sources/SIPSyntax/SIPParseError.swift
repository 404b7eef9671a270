package import ProtocolKit

/// Why octets are not the SIP that they should be.
package struct SIPParseError: Error, Hashable, Sendable {
    /// What is wrong; the text names the element for people and logs.
    package enum Reason: Hashable, Sendable {
        /// Something else should stand here.
        case expected(ByteString)

        /// A number or length is outside the limits of the RFC.
        case outOfRange(ByteString)

        /// A mandatory header field is absent (RFC 3261 §8.1.1).
        case missing(ByteString)

        /// A header field or parameter that may occur once occurs again (RFC 3261 §7.3.1).
        case duplicate(ByteString)

        /// Two elements of the message contradict each other, as the method and the CSeq (RFC 3261 §8.1.1.5).
        case mismatch(ByteString)

        /// The protocol version is not SIP/2.0.
        case unsupportedVersion

        /// The Request-URI exceeds the configured limit.
        case uriTooLong

        /// The message, its header block, its number of fields or its body exceeds the configured limit.
        case tooLarge(ByteString)

        /// The octets are no SIP message at all.
        case notSIP
    }

    /// What is wrong.
    package let reason: Reason

    package init(_ reason: Reason) {
        self.reason = reason
    }

    /// The status of the response that tells the peer (RFC 3261 §21.4, §21.5.6).
    package var suggestedStatus: SIPStatus {
        switch self.reason {
        case .unsupportedVersion: .versionNotSupported
        case .uriTooLong: .requestURITooLong
        case .tooLarge: .messageTooLarge
        case .expected, .outOfRange, .missing, .duplicate, .mismatch, .notSIP: .badRequest
        }
    }

    /// A few words for the peer's operator, fit for a Warning text or a log line.
    package var explanation: ByteString {
        switch self.reason {
        case .expected(let element): "Malformed " + element
        case .outOfRange(let element): element + " Out of Range"
        case .missing(let element): "Missing " + element
        case .duplicate(let element): "Duplicate " + element
        case .mismatch(let element): "Inconsistent " + element
        case .unsupportedVersion: "Version Not Supported"
        case .uriTooLong: "Request-URI Too Long"
        case .tooLarge(let element): element + " Too Large"
        case .notSIP: "Not SIP"
        }
    }
}

extension SIPParseError: CustomStringConvertible {
    package var description: String {
        self.explanation.description
    }
}

extension ByteString {
    static func + (left: ByteString, right: ByteString) -> ByteString {
        ByteString(left.bytes + right.bytes)
    }
}
