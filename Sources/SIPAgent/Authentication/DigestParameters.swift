package import ProtocolKit

/// The parameters of a `Digest` challenge or of credentials (RFC 7616 §3.3, §3.4).
package struct DigestParameters: Sendable {
    /// Parameters beyond this number make the value malformed.
    private static let maximumCount = 32

    private var pairs: [(name: ByteString, value: ByteString)] = []

    /// Reads the value of an Authorization, WWW-Authenticate or similar header field.
    ///
    /// `nil` when the scheme is not Digest or a parameter is malformed or occurs twice.
    package init?(_ value: ByteString) {
        var cursor = ByteCursor(value.bytes)
        Self.skipSpace(&cursor)
        let scheme = ByteString(value.bytes[cursor.take(while: Self.isToken)])
        guard scheme.equalsIgnoringCase("Digest") else {
            return nil
        }
        repeat {
            Self.skipSpace(&cursor)
            if cursor.peek() == 0x2C || cursor.isAtEnd {
                continue
            }
            guard self.pairs.count < Self.maximumCount, let pair = Self.takePair(&cursor),
                self[pair.name] == nil
            else {
                return nil
            }
            self.pairs.append(pair)
            Self.skipSpace(&cursor)
        } while cursor.take(0x2C)
        guard cursor.isAtEnd else {
            return nil
        }
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
