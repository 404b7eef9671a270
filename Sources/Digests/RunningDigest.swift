internal import COpenSSL

/// A digest that is computed piece by piece.
///
/// It owns a context of the library that nothing else can reach (hence `@safe`), and is neither copied nor used after
/// ``finish()``.
@safe
package struct RunningDigest: ~Copyable {
    private let algorithm: HashAlgorithm

    /// Owned by this value alone: made in `init`, freed in `deinit`, never handed out.
    private let context: OpaquePointer

    /// A digest of nothing so far.
    package init(_ algorithm: HashAlgorithm) {
        self.algorithm = algorithm
        guard let context = unsafe EVP_MD_CTX_new() else {
            preconditionFailure("no memory for a digest context")
        }
        unsafe self.context = context
        // The method pointer is a constant of the library and the context is fresh, as EVP_DigestInit_ex asks.
        let started = unsafe EVP_DigestInit_ex(context, algorithm.method, nil)
        precondition(started == 1, "the library lacks \(algorithm)")
    }

    deinit {
        // The only place that frees it, and a noncopyable value is destroyed once.
        unsafe EVP_MD_CTX_free(self.context)
    }

    /// Adds octets to what is digested.
    package mutating func update(_ bytes: [UInt8]) {
        // The library reads `count` octets from the start of the buffer and keeps no pointer to it.
        let taken = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(self.context, $0.baseAddress, $0.count) }
        precondition(taken == 1, "a digest context takes octets until it is finished")
    }

    /// The digest of everything that was added.
    package consuming func finish() -> [UInt8] {
        let size = self.algorithm.digestSize
        let context = unsafe self.context
        // The library writes exactly the digest's size, which is the room that is given.
        return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let finished = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
            precondition(finished == 1, "a digest context is finished once")
            count = size
        }
    }
}
