internal import COpenSSL

/// HMAC-SHA-256 under one key (RFC 2104, RFC 6234).
package struct MessageAuthentication: Sendable {
    private let key: [UInt8]

    /// Authenticates with `key`; 32 octets or more are as strong as the function itself (RFC 2104 §3).
    package init(key: [UInt8]) {
        self.key = key
    }

    /// The 32-octet code of `bytes`.
    package func code(for bytes: [UInt8]) -> [UInt8] {
        // Key and message are read within their counts, the output has room for the 32 octets that SHA-256 gives, and
        // no pointer outlives the call. A zero key length with a null pointer is not passed: see `padded`.
        let key = self.padded
        let length = CInt(key.count)
        return unsafe [UInt8](unsafeUninitializedCapacity: 32) { output, count in
            let written = unsafe key.withUnsafeBytes { key in
                unsafe bytes.withUnsafeBufferPointer { message in
                    unsafe HMAC(
                        EVP_sha256(),
                        key.baseAddress,
                        length,
                        message.baseAddress,
                        message.count,
                        output.baseAddress,
                        nil
                    )
                }
            }
            precondition(unsafe written != nil, "HMAC-SHA-256 is part of the library")
            count = 32
        }
    }

    /// Whether `code` is the code of `bytes`, in a time that does not depend on where they differ.
    package func accepts(_ code: [UInt8], for bytes: [UInt8]) -> Bool {
        code.equalsInConstantTime(self.code(for: bytes))
    }

    /// The key, never empty: zeros at the end of a short key change nothing (RFC 2104 §2).
    private var padded: [UInt8] {
        self.key.isEmpty ? [0] : self.key
    }
}
