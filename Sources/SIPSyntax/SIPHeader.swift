package import ProtocolKit

/// How often a header may stand in a message (RFC 3261 §7.3.1).
package enum SIPHeaderOccurrence: Sendable {
    /// One field with one value.
    case once

    /// Any number of fields with one value each, as the digest headers, whose values contain commas.
    case fields

    /// Any number of fields with any number of values between commas.
    case list
}

/// A header whose values can be decoded.
///
/// To add one: a type with its name, how often it may occur, and how one value is read.
package protocol SIPHeader: Sendable {
    /// The name of the header field.
    static var name: SIPHeaderName { get }

    /// How often the header may stand in a message.
    static var occurrence: SIPHeaderOccurrence { get }

    /// Takes one value; a comma and what follows it stay.
    init(from value: inout ByteCursor) throws(SIPParseError)
}

extension SIPHeader {
    /// One value only, unless the type says otherwise.
    package static var occurrence: SIPHeaderOccurrence { .once }
}

/// A header whose values can be written.
package protocol SIPWritableHeader: SIPHeader {
    /// Appends one value.
    func append(to bytes: inout [UInt8])
}

extension ByteCursor {
    /// Lets a scanner take octets from here, and goes on where it stopped.
    mutating func scan<Value>(
        _ body: (Span<UInt8>, inout Scanner) throws(SIPParseError) -> Value
    ) throws(SIPParseError) -> Value {
        var scanner = Scanner(self.remainingRange)
        let value = try body(self.bytes.span, &scanner)
        _ = self.take(count: scanner.position - self.position)
        return value
    }

    /// Takes linear white space.
    mutating func skipLWS() {
        _ = self.take(while: { $0 == 0x20 || $0 == 0x09 })
    }

    /// Takes a comma with the white space around it.
    mutating func takeComma() -> Bool {
        let start = self.position
        self.skipLWS()
        guard self.take(0x2C) else {
            self.rewind(to: start)
            return false
        }
        self.skipLWS()
        return true
    }

    /// Takes a token and copies it.
    mutating func takeToken(_ element: StaticString) throws(SIPParseError) -> ByteString {
        let extent = try self.scan { octets, scanner throws(SIPParseError) in try scanner.token(octets, element) }
        return ByteString(self.bytes[extent.range])
    }

    /// Takes the parameters that follow, each with its semicolon.
    mutating func takeParameters() throws(SIPParseError) -> SIPParameters {
        let extent = try self.scan { octets, scanner throws(SIPParseError) in try scanner.parameters(octets) }
        return SIPParameters(self.bytes, extent)
    }

    /// Takes a decimal number that must not exceed `limit`.
    mutating func takeDecimal(upTo limit: UInt64, _ element: StaticString) throws(SIPParseError) -> UInt64 {
        try self.scan { octets, scanner throws(SIPParseError) in try scanner.decimal(upTo: limit, octets, element) }
    }
}
