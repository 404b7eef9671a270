import Digests
package import ProtocolKit

/// The arithmetic of a digest, the same for both sides (RFC 7616 §3.4.1 to §3.4.3).
package struct DigestComputation: Sendable {
    /// The protection of the response (RFC 7616 §3.4 `qop`).
    package enum Quality: UInt8, Hashable, Sendable {
        /// The form of RFC 2069, without a client nonce.
        case none
        /// The request.
        case auth
        /// The request and its body.
        case authInt

        /// The name on the wire.
        var name: ByteString {
            switch self {
            case .none:
                ""
            case .auth:
                "auth"
            case .authInt:
                "auth-int"
            }
        }
    }

    /// The algorithm.
    package var algorithm: DigestAlgorithm

    /// The server's nonce.
    package var nonce: ByteString

    /// The quality of protection.
    package var quality = Quality.none

    /// How often the nonce has been used, eight hexadecimal digits as they were sent.
    package var nonceCount = ByteString()

    /// The client's nonce.
    package var clientNonce = ByteString()

    package init(algorithm: DigestAlgorithm, nonce: ByteString) {
        self.algorithm = algorithm
        self.nonce = nonce
    }

    /// `H(username:realm:password)` in hexadecimal, what a server stores in place of the password.
    package static func secretHash(
        _ algorithm: DigestAlgorithm,
        username: ByteString,
        realm: ByteString,
        password: ByteString
    ) -> [UInt8] {
        algorithm.hash.digest(of: username.bytes + [0x3A] + realm.bytes + [0x3A] + password.bytes).hexadecimal
    }

    /// The `response` for a request (RFC 7616 §3.4.1).
    package func response(secretHash: [UInt8], method: ByteString, uri: ByteString, body: [UInt8]) -> [UInt8] {
        let hash = self.algorithm.hash
        var first = secretHash
        if self.algorithm.isSession {
            // The inner hash enters in its hexadecimal form, as H is defined to give it (RFC 7616 §3.4.2).
            first = hash.digest(of: first + [0x3A] + self.nonce.bytes + [0x3A] + self.clientNonce.bytes).hexadecimal
        }
        var second = method.bytes + [0x3A] + uri.bytes
        if self.quality == .authInt {
            second += [0x3A] + hash.digest(of: body).hexadecimal
        }
        var text = first + [0x3A] + self.nonce.bytes + [0x3A]
        if self.quality != .none {
            text += self.nonceCount.bytes + [0x3A] + self.clientNonce.bytes + [0x3A]
            text += self.quality.name.bytes + [0x3A]
        }
        text += hash.digest(of: second).hexadecimal
        return hash.digest(of: text).hexadecimal
    }
}

extension DigestSecret {
    /// `H(A1)` without the session part, or `nil` when the secret does not serve the algorithm.
    func hash(_ algorithm: DigestAlgorithm, username: ByteString, realm: ByteString) -> [UInt8]? {
        switch (self, algorithm.hash) {
        case (.password(let password), _):
            DigestComputation.secretHash(algorithm, username: username, realm: realm, password: password)
        case (.hashes(let md5, _), .md5):
            md5?.lowercased.bytes
        case (.hashes(_, let sha256), .sha256):
            sha256?.lowercased.bytes
        case (.hashes, .sha512t256):
            nil
        }
    }
}
