import ProtocolKit

extension ByteString {
    /// Fit for the user part of a SIP URI: what is not unreserved is escaped (RFC 3261 §25.1 `user`).
    var escapedForUser: ByteString? {
        if self.bytes.allSatisfy(\.standsForItselfInUser) {
            return self
        }
        var octets: [UInt8] = []
        for octet in self.bytes {
            if octet.standsForItselfInUser {
                octets.append(octet)
            } else {
                octets += [0x25, Self.hexDigit(octet >> 4), Self.hexDigit(octet & 15)]
            }
        }
        return ByteString(octets)
    }

    /// The same octets if they can only be part of a host name, an address or a port (RFC 3261 §25.1 `hostport`).
    var asHostPart: ByteString? {
        let fits = self.bytes.allSatisfy { octet in
            octet.isASCIILetter || octet.isASCIIDigit || octet == 0x2D || octet == 0x2E || octet == 0x3A
                || octet == 0x5B || octet == 0x5D
        }
        return fits && !self.isEmpty ? self : nil
    }

    /// The same octets if they can name a user or a number: some, and none of them a space or a control character.
    var asName: ByteString? {
        self.bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F } && !self.isEmpty ? self : nil
    }

    /// The same words with a space for each control character.
    var printable: ByteString {
        self.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
            ? self : ByteString(self.bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 })
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }
}

extension UInt8 {
    /// Whether the octet is `unreserved` or `+` (RFC 3261 §25.1).
    fileprivate var standsForItselfInUser: Bool {
        switch self {
        case 0x2B, 0x2D, 0x5F, 0x2E, 0x21, 0x7E, 0x2A, 0x27, 0x28, 0x29:
            true
        default:
            self.isASCIILetter || self.isASCIIDigit
        }
    }
}
