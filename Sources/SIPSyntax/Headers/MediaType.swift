package import ProtocolKit

/// A media type with its parameters, as Content-Type and Accept carry it (RFC 3261 §20.15, §20.1).
package struct MediaType: Sendable {
    /// The octets that the ranges point into.
    package let bytes: [UInt8]
    private let typeExtent: Extent
    private let subtypeExtent: Extent

    /// The parameters.
    package let parameters: SIPParameters

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let bytes = value.bytes
        let parts = try value.scan { octets, scanner throws(SIPParseError) in
            let type = try scanner.token(octets, "media type")
            guard scanner.takeSeparator(0x2F, octets) else {
                throw .expected("media type")
            }
            return (type, try scanner.token(octets, "media type"), try scanner.parameters(octets))
        }
        self.bytes = bytes
        self.typeExtent = parts.0
        self.subtypeExtent = parts.1
        self.parameters = SIPParameters(bytes, parts.2)
    }

    /// The type as it was written.
    package var type: ByteString {
        ByteString(self.bytes[self.typeExtent.range])
    }

    /// The subtype as it was written.
    package var subtype: ByteString {
        ByteString(self.bytes[self.subtypeExtent.range])
    }

    /// Whether this is `type/subtype`, both given in lower case; asterisks here are no wildcards.
    package func matches(_ type: StaticString, _ subtype: StaticString) -> Bool {
        let octets = self.bytes.span
        return octets.matches(self.typeExtent, type) && octets.matches(self.subtypeExtent, subtype)
    }

    /// Whether this range of an Accept covers `type/subtype` (RFC 3261 §20.1).
    package func covers(_ type: StaticString, _ subtype: StaticString) -> Bool {
        let octets = self.bytes.span
        guard !octets.matches(self.typeExtent, "*") else {
            return true
        }
        return octets.matches(self.typeExtent, type)
            && (octets.matches(self.subtypeExtent, "*") || octets.matches(self.subtypeExtent, subtype))
    }

    /// Whether this is `application/sdp`.
    package var isSDP: Bool {
        self.matches("application", "sdp")
    }

    /// Whether this is a multipart type.
    package var isMultipart: Bool {
        self.bytes.span.matches(self.typeExtent, "multipart")
    }
}

/// The type of the body (RFC 3261 §20.15).
package struct ContentType: SIPHeader {
    package static let name = SIPHeaderName.contentType

    /// The type.
    package let mediaType: MediaType

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.mediaType = try MediaType(from: &value)
    }
}

/// One of the types that a peer accepts (RFC 3261 §20.1); see ``SIPMessage/accepts(_:_:)``.
package struct Accept: SIPHeader {
    package static let name = SIPHeaderName.accept
    package static let occurrence = SIPHeaderOccurrence.list

    /// The range.
    package let mediaRange: MediaType

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.mediaRange = try MediaType(from: &value)
    }
}

extension SIPMessage {
    /// Whether a response with this type is acceptable: no Accept, or one that covers it (RFC 3261 §20.1).
    ///
    /// An empty Accept covers nothing. Both words are given in lower case.
    package func accepts(_ type: StaticString, _ subtype: StaticString) throws(SIPParseError) -> Bool {
        guard self.contains(.accept) else {
            return true
        }
        var covers = false
        for field in self.fields where field.known == .accept && !field.valueRange.isEmpty {
            var cursor = ByteCursor(self.bytes, in: field.valueRange)
            repeat {
                let range = try MediaType(from: &cursor)
                covers = covers || range.covers(type, subtype)
            } while cursor.takeComma()
            guard cursor.isAtEnd else {
                throw .expected("Accept")
            }
        }
        return covers
    }
}
