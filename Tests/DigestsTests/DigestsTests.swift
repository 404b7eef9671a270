import Digests
import Testing

private func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.hexadecimal, as: UTF8.self)
}

struct DigestsTests {
    /// RFC 1321 §A.5, FIPS 180-4 examples.
    @Test(arguments: [
        (HashAlgorithm.md5, "", "d41d8cd98f00b204e9800998ecf8427e"),
        (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
        (.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (.sha512t256, "abc", "53048e2681941ef99b2e29b76b4c7dabe4c2d0c634fc6d46e0e2f13107e7af23"),
    ])
    func `published vectors come out`(algorithm: HashAlgorithm, message: String, digest: String) {
        #expect(text(algorithm.digest(of: Array(message.utf8))) == digest)
    }

    @Test(arguments: HashAlgorithm.allCases)
    func `pieces give the digest of the whole`(algorithm: HashAlgorithm) {
        var hasher = RunningDigest(algorithm)
        for piece in [[], [1, 2, 3], [], [4], Array(repeating: 5, count: 1000)] as [[UInt8]] {
            hasher.update(piece)
        }
        let whole = [1, 2, 3, 4] + Array(repeating: UInt8(5), count: 1000)
        #expect(hasher.finish() == algorithm.digest(of: whole))
        #expect(algorithm.digest(of: whole).count == algorithm.digestSize)
    }

    /// RFC 4231 §4.3 and §4.7.
    @Test(
        arguments: [
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                Array(repeating: 0xAA, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
        ] as [([UInt8], String, String)]
    )
    func `codes are those of RFC 4231`(key: [UInt8], message: String, code: String) {
        let authentication = MessageAuthentication(key: key)
        #expect(text(authentication.code(for: Array(message.utf8))) == code)
    }

    @Test
    func `a code is accepted for its message only`() {
        let authentication = MessageAuthentication(key: [1])
        let code = authentication.code(for: [2])
        #expect(authentication.accepts(code, for: [2]))
        #expect(!authentication.accepts(code, for: [3]))
        #expect(!authentication.accepts([], for: [2]))
        #expect(!MessageAuthentication(key: []).accepts(code, for: [2]))
        #expect(MessageAuthentication(key: []).code(for: []).count == 32)
    }

    @Test
    func `comparison looks at every octet`() {
        #expect([UInt8]().equalsInConstantTime([]))
        #expect([1, 2, 3].equalsInConstantTime([1, 2, 3] as [UInt8]))
        #expect(![1, 2, 3].equalsInConstantTime([0, 2, 3] as [UInt8]))
        #expect(![1, 2, 3].equalsInConstantTime([1, 2, 4] as [UInt8]))
        #expect(![1, 2, 3].equalsInConstantTime([1, 2] as [UInt8]))
    }
}
