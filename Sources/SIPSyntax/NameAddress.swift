package import ProtocolKit

/// A display name, a URI and parameters, as From, To, Contact and their kin carry them (RFC 3261 §20.10).
package struct NameAddress: Sendable {
    /// The octets that the ranges point into, a whole message perhaps.
    package let bytes: [UInt8]
    let layout: NameAddressLayout

    init(_ bytes: [UInt8], _ layout: NameAddressLayout) {
        self.bytes = bytes
        self.layout = layout
    }

    /// Takes one value up to a comma or the end.
    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let layout = try value.scan { octets, scanner throws(SIPParseError) in try NameAddressLayout(octets, &scanner) }
        self.init(value.bytes, layout)
    }

    /// Reads a value that is all of `text`.
    package init(_ text: ByteString) throws(SIPParseError) {
        var cursor = ByteCursor(text.bytes)
        try self.init(from: &cursor)
        cursor.skipLWS()
        guard cursor.isAtEnd else {
            throw .expected("address")
        }
    }

    /// The display name without quotes and backslashes; `nil` when there is none or it is empty.
    package var displayName: ByteString? {
        guard let range = self.layout.display.rangeIfPresent else {
            return nil
        }
        let name = ByteString.unquoting(self.bytes[range])
        return name.isEmpty ? nil : name
    }

    /// Where the display name stands in ``bytes``, with its quotes if it has any.
    package var displayNameRange: Range<Int>? {
        self.layout.display.rangeIfPresent
    }

    /// The URI.
    package var uri: SIPURI {
        SIPURI(self.bytes, known: self.layout.uri)
    }

    /// Where the URI stands in ``bytes``, without its brackets.
    package var uriRange: Range<Int> {
        self.layout.uri.range
    }

    /// The parameters of the header, not of the URI.
    package var parameters: SIPParameters {
        SIPParameters(self.bytes, self.layout.parameters)
    }

    /// The tag.
    package var tag: ByteString? {
        self.layout.tag.rangeIfPresent.map { ByteString(self.bytes[$0]) }
    }

    /// Appends the value as it was written, except that the URI stands in brackets.
    package func append(to bytes: inout [UInt8]) {
        if let range = self.displayNameRange {
            bytes.appendDisplayName(ByteString.unquoting(self.bytes[range]))
        }
        bytes.append(0x3C)
        bytes.append(contentsOf: self.bytes[self.uriRange])
        bytes.append(0x3E)
        bytes.append(contentsOf: self.bytes[self.layout.parameters.range])
    }
}

extension [UInt8] {
    /// Appends a quoted display name and a space, or nothing for an empty name (RFC 3261 §25.1 `quoted-string`).
    package mutating func appendDisplayName(_ name: ByteString) {
        guard !name.isEmpty else {
            return
        }
        self.appendQuoted(name)
        self.append(0x20)
    }

    /// Appends text as a quoted string; quotes and backslashes are escaped, control characters become spaces.
    package mutating func appendQuoted(_ text: ByteString) {
        self.append(0x22)
        for octet in text.bytes {
            if octet == 0x22 || octet == 0x5C {
                self.append(0x5C)
            }
            self.append(octet < 0x20 || octet == 0x7F ? 0x20 : octet)
        }
        self.append(0x22)
    }
}
