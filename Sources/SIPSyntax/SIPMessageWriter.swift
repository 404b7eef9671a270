package import ProtocolKit

/// Writes one message into one growing array.
///
/// Whatever is written as a value, CR and LF in it become spaces, so that no value can add a line to a message.
package struct SIPMessageWriter: Sendable {
    /// What has been written.
    package private(set) var bytes: [UInt8] = []

    package init(reservingCapacity capacity: Int = 1024) {
        self.bytes.reserveCapacity(capacity)
    }

    /// Writes `METHOD uri SIP/2.0`.
    package mutating func startRequest(_ method: SIPMethod, uri: some Collection<UInt8>) {
        self.bytes.append(method: method)
        self.bytes.append(0x20)
        self.bytes.append(contentsOf: uri)
        self.clean(from: 0)
        self.bytes.append(" SIP/2.0\r\n")
    }

    /// Writes `METHOD uri SIP/2.0`.
    package mutating func startRequest(_ method: SIPMethod, uri: ByteString) {
        self.startRequest(method, uri: uri.bytes)
    }

    /// Writes `SIP/2.0 status reason`; without a reason, the phrase that belongs to the status.
    package mutating func startResponse(_ status: SIPStatus, reason: ByteString? = nil) {
        self.bytes.append("SIP/2.0 ")
        self.bytes.appendDecimal(status.code)
        self.bytes.append(0x20)
        if let reason {
            let start = self.bytes.count
            self.bytes.append(contentsOf: reason.bytes)
            self.clean(from: start)
        } else {
            self.bytes.append(status.reasonPhrase)
        }
        self.endLine()
    }

    /// Writes one field.
    package mutating func header(_ name: SIPHeaderName, _ value: some Collection<UInt8>) {
        self.field(name) { $0.append(contentsOf: value) }
    }

    /// Writes one field.
    package mutating func header(_ name: SIPHeaderName, _ value: ByteString) {
        self.field(name) { $0.append(contentsOf: value.bytes) }
    }

    /// Writes one field from a literal.
    package mutating func header(_ name: SIPHeaderName, literal value: StaticString) {
        self.field(name) { $0.append(value) }
    }

    /// Writes one field that is a number.
    package mutating func header(_ name: SIPHeaderName, decimal value: some UnsignedInteger & FixedWidthInteger) {
        self.field(name) { $0.appendDecimal(value) }
    }

    /// Writes one field with one value.
    package mutating func header<Header: SIPWritableHeader>(_ value: Header) {
        self.field(Header.name) { value.append(to: &$0) }
    }

    /// Writes one field whose value `body` appends.
    package mutating func field(_ name: SIPHeaderName, _ body: (inout [UInt8]) -> Void) {
        self.start(name)
        let start = self.bytes.count
        body(&self.bytes)
        self.clean(from: start)
        self.endLine()
    }

    /// Copies one field of a received message without decoding it, its name in the long form.
    package mutating func copy(_ field: SIPField, from message: SIPMessage) {
        self.copy(message.name(of: field), message, field.valueRange)
    }

    /// Copies all fields of this name from a received message.
    package mutating func copy(_ name: SIPHeaderName, from message: SIPMessage) {
        guard message.contains(name) else {
            return
        }
        for field in message.fields where message.hasName(name, field) {
            self.copy(name, message, field.valueRange)
        }
    }

    /// Writes complete header lines, each with its CRLF, that were made of clean parts.
    package mutating func lines(_ lines: [UInt8]) {
        self.bytes.append(contentsOf: lines)
    }

    /// Ends the message with a body, which may be empty, and hands out its octets.
    ///
    /// Content-Length is always written: a stream needs it (RFC 3261 §18.3), and a datagram does not mind.
    package consuming func finish(body: some Collection<UInt8> = [], contentType: ByteString? = nil) -> [UInt8] {
        if let contentType, !body.isEmpty {
            self.header(.contentType, contentType)
        }
        self.header(.contentLength, decimal: UInt(body.count))
        self.bytes.append("\r\n")
        self.bytes.append(contentsOf: body)
        return self.bytes
    }

    /// Copies a value of a received message, which contains no line end.
    package mutating func copy(_ name: SIPHeaderName, _ message: SIPMessage, _ range: Range<Int>) {
        self.start(name)
        self.bytes.append(contentsOf: message.bytes[range])
        self.endLine()
    }

    private mutating func start(_ name: SIPHeaderName) {
        if let known = name.known {
            self.bytes.append(known.spelling)
        } else {
            self.bytes.append(contentsOf: name.text.bytes)
        }
        self.bytes.append(": ")
    }

    private mutating func endLine() {
        self.bytes.append("\r\n")
    }

    /// Turns the line ends since `start` into spaces.
    private mutating func clean(from start: Int) {
        for index in start..<self.bytes.count where self.bytes[index] == 0x0D || self.bytes[index] == 0x0A {
            self.bytes[index] = 0x20
        }
    }
}
