package import ProtocolKit

/// An authentication scheme and, when that is Digest, its parameters: of a challenge or of credentials (RFC 3261 §25.1,
/// RFC 7616 §3.3, §3.4).
package struct AuthenticationParameters: Sendable {
    /// Parameters beyond this number make the value malformed.
    private static let maximumCount = 32

    /// The scheme as it was written.
    package let scheme: ByteString

    private var pairs: [(name: ByteString, value: ByteString)] = []

    /// Takes the whole value; what follows any other scheme than Digest is not looked at.
    ///
    /// A parameter that is malformed or occurs twice is refused; an empty one between commas is passed over.
    package init(from value: inout ByteCursor) throws(SIPParseError) {
        value.skipLWS()
        let scheme = value.take(while: OctetSet.token.contains)
        self.scheme = ByteString(value.bytes[scheme])
        guard !scheme.isEmpty else {
            throw .expected("authentication scheme")
        }
        guard self.isDigest else {
            _ = value.takeRest()
            return
        }
        repeat {
            value.skipLWS()
            if value.peek() == 0x2C || value.isAtEnd {
                continue
            }
            guard self.pairs.count < Self.maximumCount, let pair = Self.takePair(&value), self[pair.name] == nil else {
                throw .expected("authentication parameter")
            }
            self.pairs.append(pair)
            value.skipLWS()
        } while value.take(0x2C)
        guard value.isAtEnd else {
            throw .expected("authentication parameter")
        }
    }

    /// Reads the value of an Authorization, WWW-Authenticate or similar field; `nil` when it is malformed or the scheme
    /// is not Digest.
    package init?(digest value: ByteString) {
        var cursor = ByteCursor(value.bytes)
        guard let parameters = try? AuthenticationParameters(from: &cursor), parameters.isDigest else {
            return nil
        }
        self = parameters
    }

    /// Whether the scheme is Digest.
    package var isDigest: Bool {
        self.scheme.isEqualIgnoringCase(to: "Digest")
    }

    /// The value of a parameter without its quotes; the name is compared without its case.
    package subscript(_ name: ByteString) -> ByteString? {
        self.pairs.first { $0.name.equalsIgnoringCase(name) }?.value
    }

    private static func takePair(_ cursor: inout ByteCursor) -> (name: ByteString, value: ByteString)? {
        let name = cursor.take(while: OctetSet.token.contains)
        cursor.skipLWS()
        guard !name.isEmpty, cursor.take(0x3D) else {
            return nil
        }
        cursor.skipLWS()
        let value: ByteString?
        if cursor.peek() == 0x22 {
            let extent = try? cursor.scan { octets, scanner throws(SIPParseError) in
                try scanner.quotedString(octets)
            }
            value = extent.map { ByteString.unquoting(cursor.bytes[$0.range]) }
        } else {
            // Peers leave quotes away where the grammar wants them, so the URI characters are taken too.
            let range = cursor.take { $0 > 0x20 && $0 != 0x2C && $0 != 0x22 && $0 < 0x7F }
            value = range.isEmpty ? nil : ByteString(cursor.bytes[range])
        }
        return value.map { (ByteString(cursor.bytes[name]), $0) }
    }
}
