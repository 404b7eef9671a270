package import ProtocolKit

/// When a request was sent by its sender's clock, to be echoed in a response (RFC 3261 §20.38).
package struct Timestamp: SIPHeader, Hashable {
    package static let name = SIPHeaderName.timestamp

    /// The time as it was written, a number with or without a fraction.
    package let time: ByteString

    /// The delay as it was written.
    package let delay: ByteString?

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.time = try Self.number(&value)
        guard !value.take(while: { $0 == 0x20 || $0 == 0x09 }).isEmpty, !value.isAtEnd else {
            self.delay = nil
            return
        }
        self.delay = try Self.number(&value)
    }

    private static func number(_ value: inout ByteCursor) throws(SIPParseError) -> ByteString {
        let start = value.position
        let whole = value.take(while: \.isASCIIDigit)
        var fraction = 0..<0
        if value.take(0x2E) {
            fraction = value.take(while: \.isASCIIDigit)
        }
        guard !whole.isEmpty || !fraction.isEmpty else {
            throw .expected("Timestamp")
        }
        return ByteString(value.bytes[start..<value.position])
    }
}
