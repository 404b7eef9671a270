package import ProtocolKit

/// A header whose value is text for people.
package protocol TextHeader: SIPWritableHeader, Hashable {
    /// The text as it was written.
    var text: ByteString { get }

    init(_ text: ByteString)
}

extension TextHeader {
    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let range = value.takeRest()
        self.init(ByteString(value.bytes[range]))
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.text.bytes)
    }
}

/// The software of a server (RFC 3261 §20.35).
package struct Server: TextHeader {
    package static let name = SIPHeaderName.server
    package let text: ByteString

    package init(_ text: ByteString) {
        self.text = text
    }
}

/// The software of a user agent (RFC 3261 §20.41).
package struct UserAgent: TextHeader {
    package static let name = SIPHeaderName.userAgent
    package let text: ByteString

    package init(_ text: ByteString) {
        self.text = text
    }
}

/// What a call is about (RFC 3261 §20.36).
package struct Subject: TextHeader {
    package static let name = SIPHeaderName.subject
    package let text: ByteString

    package init(_ text: ByteString) {
        self.text = text
    }
}

/// The organization of the sender (RFC 3261 §20.25).
package struct Organization: TextHeader {
    package static let name = SIPHeaderName.organization
    package let text: ByteString

    package init(_ text: ByteString) {
        self.text = text
    }
}
