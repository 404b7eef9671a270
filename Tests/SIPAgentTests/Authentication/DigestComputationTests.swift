import Digests
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

struct DigestComputationTests {
    /// RFC 7616 §3.9.1: one exchange, answered with either algorithm.
    @Test(arguments: [
        (HashAlgorithm.md5, "8ca523f5e9506fed4657c9700eebdbec"),
        (.sha256, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ])
    func `the example of RFC 7616 §3.9.1 comes out`(hash: HashAlgorithm, response: String) {
        let algorithm = DigestAlgorithm(hash)
        var computation = DigestComputation(
            algorithm: algorithm,
            nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
        )
        computation.quality = .auth
        computation.nonceCount = "00000001"
        computation.clientNonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
        let secret = DigestComputation.secretHash(
            algorithm,
            username: "Mufasa",
            realm: "http-auth@example.org",
            password: "Circle of Life"
        )

        let result = computation.response(secretHash: secret, method: "GET", uri: "/dir/index.html", body: [])

        #expect(ByteString(result).description == response)
    }

    @Test
    func `the example of RFC 2617 §3.5 comes out`() {
        var computation = DigestComputation(
            algorithm: DigestAlgorithm(.md5),
            nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093"
        )
        computation.quality = .auth
        computation.nonceCount = "00000001"
        computation.clientNonce = "0a4f113b"
        let secret = DigestComputation.secretHash(
            DigestAlgorithm(.md5),
            username: "Mufasa",
            realm: "testrealm@host.com",
            password: "Circle Of Life"
        )

        let result = computation.response(secretHash: secret, method: "GET", uri: "/dir/index.html", body: [])

        #expect(ByteString(result).description == "6629fae49393a05397450978507c4ef1")
    }

    /// RFC 2069 §2.4 with the response of its erratum 749.
    @Test
    func `the form without qop comes out`() {
        let computation = DigestComputation(
            algorithm: DigestAlgorithm(.md5),
            nonce: "dcd98b7102dd2f0e8b11d0f600bfb0c093"
        )
        let secret = DigestComputation.secretHash(
            DigestAlgorithm(.md5),
            username: "Mufasa",
            realm: "testrealm@host.com",
            password: "CircleOfLife"
        )

        let result = computation.response(secretHash: secret, method: "GET", uri: "/dir/index.html", body: [])

        #expect(ByteString(result).description == "1949323746fe6a43ef61f9606e7febea")
    }

    @Test
    func `algorithm names read without case and an absent one is MD5`() {
        #expect(DigestAlgorithm(nil) == DigestAlgorithm(.md5))
        #expect(DigestAlgorithm("sha-256") == DigestAlgorithm(.sha256))
        #expect(DigestAlgorithm("SHA-512-256-sess") == DigestAlgorithm(.sha512t256, isSession: true))
        #expect(DigestAlgorithm("MD5-SESS") == DigestAlgorithm(.md5, isSession: true))
        #expect(DigestAlgorithm("SHA-1") == nil)
    }
}

struct AuthenticationParametersTests {
    @Test(
        arguments: [
            ("Digest realm=\"a\"", "realm", "a"),
            ("digest realm=\"a, b\" , nonce=\"x\"", "nonce", "x"),
            ("Digest realm=\"a\\\"b\"", "realm", "a\"b"),
            ("Digest\trealm=\"\"", "realm", ""),
            ("Digest qop=auth,REALM=\"z\"", "realm", "z"),
            ("Digest uri=sip:a@b,nc=00000001", "uri", "sip:a@b"),
            ("Digest realm=\"a\",", "realm", "a"),
        ] as [(ByteString, ByteString, ByteString)]
    )
    func `these are read`(value: ByteString, name: ByteString, expected: ByteString) throws {
        let parameters = try #require(AuthenticationParameters(digest: value))
        #expect(parameters[name] == expected)
    }

    @Test(arguments: [
        "", "Basic QWxhZGRpbg==", "Digest realm", "Digest realm=", "Digest realm=\"a", "Digest realm=\"a\\",
        "Digest realm=\"a\" nonce=\"b\"", "Digest realm=\"a\",realm=\"b\"", "Digest =\"a\"", "Digest \u{0}=a",
    ])
    func `these are refused`(value: String) {
        #expect(AuthenticationParameters(digest: ByteString(value)) == nil)
    }

    @Test
    func `more parameters than anybody needs are refused`() {
        let many = (0..<40).map { "p\($0)=1" }.joined(separator: ",")
        #expect(AuthenticationParameters(digest: ByteString("Digest " + many)) == nil)
    }
}
