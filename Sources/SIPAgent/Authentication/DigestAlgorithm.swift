package import Digests
package import ProtocolKit

/// The `algorithm` of a digest: a hash function, over the secret or over the session (RFC 7616 §3.4.2).
package struct DigestAlgorithm: Hashable, Sendable {
    /// The hash function.
    package let hash: HashAlgorithm

    /// Whether the nonces are part of `A1` (the `-sess` variants).
    package let isSession: Bool

    package init(_ hash: HashAlgorithm, isSession: Bool = false) {
        self.hash = hash
        self.isSession = isSession
    }

    /// Reads the value of an `algorithm` parameter; an absent one means MD5 (RFC 7616 §3.3).
    package init?(_ name: ByteString?) {
        guard let name else {
            self.init(.md5)
            return
        }
        for hash in HashAlgorithm.allCases {
            let plain = DigestAlgorithm(hash)
            let session = DigestAlgorithm(hash, isSession: true)
            if name.equalsIgnoringCase(plain.name) {
                self = plain
                return
            }
            if name.equalsIgnoringCase(session.name) {
                self = session
                return
            }
        }
        return nil
    }

    /// The name on the wire (RFC 7616 §6.1, RFC 8760 §2.1).
    package var name: ByteString {
        switch self.hash {
        case .md5:
            self.isSession ? "MD5-sess" : "MD5"
        case .sha256:
            self.isSession ? "SHA-256-sess" : "SHA-256"
        case .sha512t256:
            self.isSession ? "SHA-512-256-sess" : "SHA-512-256"
        }
    }
}
