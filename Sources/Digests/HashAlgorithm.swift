internal import COpenSSL

/// A hash function that SIP's authentication names (RFC 8760 §2.1, RFC 7616 §6.1).
package enum HashAlgorithm: UInt8, Hashable, Sendable, CaseIterable {
    /// MD5 (RFC 1321), 16 octets; for old peers only.
    case md5
    /// SHA-256 (FIPS 180-4), 32 octets.
    case sha256
    /// SHA-512 truncated to 256 bits with its own initial value (FIPS 180-4 §5.3.6.2), 32 octets.
    case sha512t256

    /// The number of octets of a digest.
    package var digestSize: Int {
        switch self {
        case .md5:
            16
        case .sha256, .sha512t256:
            32
        }
    }

    /// The library's description of the function.
    ///
    /// The pointer is to a constant of the library that lives as long as the process, so it may be used anywhere.
    var method: OpaquePointer? {
        switch self {
        case .md5:
            unsafe EVP_md5()
        case .sha256:
            unsafe EVP_sha256()
        case .sha512t256:
            unsafe EVP_sha512_256()
        }
    }

    /// The digest of `bytes`.
    package func digest(of bytes: [UInt8]) -> [UInt8] {
        var hasher = RunningDigest(self)
        hasher.update(bytes)
        return hasher.finish()
    }
}
