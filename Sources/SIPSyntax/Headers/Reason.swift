package import ProtocolKit

/// Why a request was sent or a call ended (RFC 3326 §2).
package struct Reason: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.reason
    package static let occurrence = SIPHeaderOccurrence.list

    /// The protocol of the cause, such as `Q.850` or `SIP`, as it was written.
    package let namespace: ByteString

    /// The cause.
    package let cause: UInt16?

    /// The text without its quotes.
    package let text: ByteString?

    package init(namespace: ByteString, cause: UInt16?, text: ByteString? = nil) {
        self.namespace = namespace
        self.cause = cause
        self.text = text
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.namespace = try value.takeToken("Reason")
        let parameters = try value.takeParameters()
        self.cause = parameters.decimal("cause").flatMap { UInt16(exactly: $0) }
        self.text = parameters["text"]
    }

    /// Whether the cause is one of Q.850.
    package var isQ850: Bool {
        self.namespace.isEqualIgnoringCase(to: "Q.850")
    }

    /// Whether the cause is a SIP status.
    package var isSIP: Bool {
        self.namespace.isEqualIgnoringCase(to: "SIP")
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.namespace.bytes)
        if let cause {
            bytes.append(";cause=")
            bytes.appendDecimal(cause)
        }
        if let text {
            bytes.append(";text=")
            bytes.appendQuoted(text)
        }
    }
}
