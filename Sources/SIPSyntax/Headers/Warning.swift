package import ProtocolKit

/// More about a status, for people (RFC 3261 §20.43).
package struct Warning: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.warning
    package static let occurrence = SIPHeaderOccurrence.list

    /// Three digits.
    package let code: UInt16

    /// The host or pseudonym of who warns, as it was written.
    package let agent: ByteString

    /// The text without its quotes.
    package let text: ByteString

    package init(code: UInt16, agent: ByteString, text: ByteString) {
        self.code = code
        self.agent = agent
        self.text = text
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.code = UInt16(truncatingIfNeeded: try value.takeDecimal(upTo: 999, "Warning"))
        guard self.code >= 100, value.take(0x20) else {
            throw .outOfRange("Warning")
        }
        let agent = value.take(while: { OctetSet.valueText.contains($0) })
        guard !agent.isEmpty, value.take(0x20), value.peek() == 0x22 else {
            throw .expected("Warning")
        }
        let text = try value.scan { octets, scanner throws(SIPParseError) in try scanner.quotedString(octets) }
        self.agent = ByteString(value.bytes[agent])
        self.text = .unquoting(value.bytes[text.range])
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.code)
        bytes.append(0x20)
        bytes.append(contentsOf: self.agent.bytes)
        bytes.append(0x20)
        bytes.appendQuoted(self.text)
    }
}
