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
        Self.skipSpace(&value)
        let scheme = value.take(while: Self.isToken)
        self.scheme = ByteString(value.bytes[scheme])
        guard !scheme.isEmpty else {
            throw .expected("authentication scheme")
        }
        guard self.isDigest else {
            _ = value.take { _ in true }
            return
        }
        repeat {
            Self.skipSpace(&value)
            if value.peek() == 0x2C || value.isAtEnd {
                continue
            }
            guard self.pairs.count < Self.maximumCount, let pair = Self.takePair(&value), self[pair.name] == nil else {
                throw .expected("authentication parameter")
            }
            self.pairs.append(pair)
            Self.skipSpace(&value)
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
        self.scheme.equalsIgnoringCase("Digest")
    }

    /// The value of a parameter without its quotes; the name is compared without its case.
    package subscript(_ name: ByteString) -> ByteString? {
        self.pairs.first { $0.name.equalsIgnoringCase(name) }?.value
    }

    private static func takePair(_ cursor: inout ByteCursor) -> (name: ByteString, value: ByteString)? {
        let name = cursor.take(while: self.isToken)
        self.skipSpace(&cursor)
        guard !name.isEmpty, cursor.take(0x3D) else {
            return nil
        }
        self.skipSpace(&cursor)
        let value: ByteString?
        if cursor.take(0x22) {
            value = self.takeQuoted(&cursor)
        } else {
            // Peers leave quotes away where the grammar wants them, so the URI characters are taken too.
            let range = cursor.take { $0 > 0x20 && $0 != 0x2C && $0 != 0x22 && $0 < 0x7F }
            value = range.isEmpty ? nil : ByteString(cursor.bytes[range])
        }
        return value.map { (ByteString(cursor.bytes[name]), $0) }
    }

    /// What stands before the closing quote, with `\` taken away from what it escapes.
    private static func takeQuoted(_ cursor: inout ByteCursor) -> ByteString? {
        var text: [UInt8] = []
        while let octet = cursor.take() {
            switch octet {
            case 0x22:
                return ByteString(text)
            case 0x5C:
                guard let escaped = cursor.take() else {
                    return nil
                }
                text.append(escaped)
            default:
                text.append(octet)
            }
        }
        return nil
    }

    private static func skipSpace(_ cursor: inout ByteCursor) {
        _ = cursor.take { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    }

    /// RFC 3261 §25.1 `token`.
    private static func isToken(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x21, 0x25, 0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5F, 0x60, 0x7E:
            true
        default:
            octet.isASCIILetter || octet.isASCIIDigit
        }
    }
}
