package import ProtocolKit

/// The identifier of a session from end to end (RFC 7989 §5), or of its predecessor RFC 7329 without `remote`.
package struct SessionID: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.sessionID

    /// Thirty-two zeros: "not known yet".
    package static let null = ByteString(Array(repeating: 0x30, count: 32))

    /// The sender's half, 32 hexadecimal digits in lower case.
    package let local: ByteString

    /// The other half; `nil` from an element of RFC 7329.
    package let remote: ByteString?

    package init(local: ByteString, remote: ByteString?) {
        self.local = local
        self.remote = remote
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.local = try Self.half(try value.takeToken("Session-ID"))
        let remote = try value.takeParameters()["remote"]
        self.remote = try remote.map { text throws(SIPParseError) in try Self.half(text) }
    }

    private static func half(_ text: ByteString) throws(SIPParseError) -> ByteString {
        guard text.count == 32, text.bytes.allSatisfy({ $0.hexDigitValue != nil }) else {
            throw .expected("Session-ID")
        }
        return text.lowercased
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.local.bytes)
        if let remote {
            bytes.append(";remote=")
            bytes.append(contentsOf: remote.bytes)
        }
    }
}
