import Digests
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

struct DigestClientTests {
    private var identifiers = IdentifierSource(seed: 1)
    private var attempt = DigestClient.Attempt()

    private func client(realm: ByteString? = "provider") -> DigestClient {
        DigestClient(DigestCredentials(realm: realm, username: "gw", secret: .password("secret")))
    }

    private mutating func lines(
        _ client: inout DigestClient,
        method: ByteString = "REGISTER",
        body: [UInt8] = []
    ) -> String {
        let request = DigestClient.Request(method: method, uri: "sip:provider", body: body)
        return String(decoding: client.headerLines(for: request, identifiers: &self.identifiers), as: UTF8.self)
    }

    @Test
    mutating func `a realm that is not configured never gets an answer`() {
        var client = self.client()
        let isAnswerable = client.receive(
            ["Digest realm=\"attacker\", nonce=\"1\", qop=\"auth\""],
            role: .server,
            attempt: &self.attempt
        )
        #expect(!isAnswerable)
        #expect(self.lines(&client).isEmpty)
    }

    @Test
    mutating func `without credentials nothing is answered`() {
        var client = DigestClient(nil)
        let isAnswerable = client.receive(["Digest realm=\"a\", nonce=\"1\""], role: .server, attempt: &self.attempt)
        #expect(!isAnswerable)
    }

    @Test
    mutating func `a realm is answered once for each request`() {
        var client = self.client()
        let challenge: ByteString = "Digest realm=\"provider\", nonce=\"1\", qop=\"auth\""
        let first = client.receive([challenge], role: .server, attempt: &self.attempt)
        #expect(first)
        let second = client.receive([challenge], role: .server, attempt: &self.attempt)
        #expect(!second)
        var other = DigestClient.Attempt()
        let third = client.receive([challenge], role: .server, attempt: &other)
        #expect(third)
    }

    @Test
    mutating func `endless stale nonces are given up`() {
        var client = self.client()
        let challenge: ByteString = "Digest realm=\"provider\", nonce=\"1\", qop=\"auth\", stale=TRUE"
        var answered = 0
        while answered < 10, client.receive([challenge], role: .server, attempt: &self.attempt) {
            answered += 1
        }
        #expect(answered == 3)
    }

    @Test
    mutating func `counts go up and everything is echoed`() {
        var client = self.client()
        _ = client.receive(
            ["Digest realm=\"provider\", nonce=\"n1\", opaque=\"o\\\"p\", qop=\"auth-int,auth\", algorithm=SHA-256"],
            role: .proxy,
            attempt: &self.attempt
        )
        let first = self.lines(&client)
        #expect(first.hasPrefix("Proxy-Authorization: Digest username=\"gw\", realm=\"provider\", nonce=\"n1\""))
        #expect(first.contains("algorithm=SHA-256"))
        #expect(first.contains("opaque=\"o\\\"p\""))
        #expect(first.contains("qop=auth, nc=00000001\r\n"))
        #expect(self.lines(&client).contains("nc=00000002"))
    }

    @Test
    mutating func `the first usable algorithm is taken`() {
        var client = self.client(realm: nil)
        let isAnswerable = client.receive(
            [
                "Digest realm=\"provider\", nonce=\"n1\", algorithm=SHA-1024, qop=\"auth\"",
                "Digest realm=\"provider\", nonce=\"n1\", algorithm=SHA-512-256, qop=\"auth\"",
                "Digest realm=\"provider\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"",
            ],
            role: .server,
            attempt: &self.attempt
        )
        #expect(isAnswerable)
        let lines = self.lines(&client)
        #expect(lines.contains("algorithm=SHA-512-256"))
        #expect(lines.split(separator: "\r\n").count == 1)
    }

    @Test(arguments: ["MD5", "MD5-sess", "SHA-256-sess"], ["", "auth", "auth-int"])
    mutating func `every variant verifies`(algorithm: String, quality: String) throws {
        var client = self.client()
        let offer = quality.isEmpty ? "" : ", qop=\"\(quality)\""
        _ = client.receive(
            [ByteString("Digest realm=\"provider\", nonce=\"n1\", algorithm=\(algorithm)\(offer)")],
            role: .server,
            attempt: &self.attempt
        )
        let line = self.lines(&client, body: [1, 2, 3])
        let value = ByteString(String(line.dropFirst("Authorization: ".count).dropLast()))
        let parameters = try #require(AuthenticationParameters(digest: value))
        let digest = try #require(DigestAlgorithm(parameters["algorithm"]))
        var computation = DigestComputation(algorithm: digest, nonce: "n1")
        computation.quality = quality.isEmpty ? .none : quality == "auth" ? .auth : .authInt
        computation.clientNonce = parameters["cnonce"] ?? ""
        computation.nonceCount = parameters["nc"] ?? ""
        let secret = DigestComputation.secretHash(digest, username: "gw", realm: "provider", password: "secret")
        let expected = computation.response(
            secretHash: secret,
            method: "REGISTER",
            uri: "sip:provider",
            body: [1, 2, 3]
        )
        #expect(parameters["response"]?.bytes == expected)
    }

    @Test
    mutating func `a realm cannot add header lines`() {
        var client = self.client(realm: nil)
        _ = client.receive(
            ["Digest realm=\"a\r\nEvil: 1\", nonce=\"\r\nb\", opaque=\"\u{0}\""],
            role: .server,
            attempt: &self.attempt
        )
        #expect(self.lines(&client).split(separator: "\r\n").count == 1)
    }
}
