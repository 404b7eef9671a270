import CallModel
import Digests
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// The server and the client side of a digest, against each other.
struct DigestAuthenticatorTests {
    private static let alice = SIPUserConfiguration(name: "alice", secret: .password("wonderland"))
    private static let hashed = SIPUserConfiguration(
        name: "carol",
        secret: .hashes(
            md5: ByteString(
                DigestComputation.secretHash(
                    DigestAlgorithm(.md5),
                    username: "carol",
                    realm: "example.org",
                    password: "tea"
                )
            ),
            sha256: nil
        )
    )

    private let source = IPAddress(v4: 0xC000_0201)
    private var identifiers = IdentifierSource(seed: 7)
    private var server: DigestAuthenticator
    private var now = Instant.start

    init() {
        self.server = Self.server(AuthenticationPolicy(), &self.identifiers)
    }

    private static func server(
        _ policy: AuthenticationPolicy,
        _ identifiers: inout IdentifierSource
    ) -> DigestAuthenticator {
        DigestAuthenticator(
            realm: "example.org",
            users: [self.alice, self.hashed],
            policy: policy,
            identifiers: &identifiers
        )
    }

    /// The values of the header lines of this name.
    private func values(_ name: String, in lines: [UInt8]) -> [ByteString] {
        String(decoding: lines, as: UTF8.self).split(separator: "\r\n")
            .filter { $0.hasPrefix(name + ": ") }
            .map { ByteString(String($0.dropFirst(name.count + 2))) }
    }

    private mutating func challenges(stale: Bool = false) -> [ByteString] {
        let lines = self.server.challengeLines(.server, isStale: stale, source: self.source, at: self.now)
        return self.values("WWW-Authenticate", in: lines)
    }

    private mutating func answer(
        _ client: inout DigestClient,
        method: ByteString = "INVITE",
        uri: ByteString = "sip:bob@example.org"
    ) -> [ByteString] {
        let request = DigestClient.Request(method: method, uri: uri)
        return self.values("Authorization", in: client.headerLines(for: request, identifiers: &self.identifiers))
    }

    private mutating func examine(
        _ credentials: [ByteString],
        method: ByteString = "INVITE",
        uri: ByteString = "sip:bob@example.org",
        from source: IPAddress? = nil
    ) -> DigestAuthenticator.Verdict {
        self.server.examine(
            DigestAuthenticator.Request(
                method: method,
                uri: uri,
                credentials: credentials,
                source: source ?? self.source
            ),
            at: self.now
        )
    }

    private func client(_ name: ByteString = "alice", _ password: ByteString = "wonderland") -> DigestClient {
        DigestClient(DigestCredentials(realm: "example.org", username: name, secret: .password(password)))
    }

    @Test
    mutating func `the right password is accepted and names the user`() {
        var client = self.client()
        var attempt = DigestClient.Attempt()
        let isAnswerable = client.receive(self.challenges(), role: .server, attempt: &attempt)
        #expect(isAnswerable)
        let credentials = self.answer(&client)
        #expect(credentials.count == 1)
        #expect(self.examine(credentials) == .authenticated(user: "alice"))
    }

    @Test
    mutating func `SHA-256 is offered before MD5`() {
        let challenges = self.challenges()
        #expect(challenges.map { AuthenticationParameters(digest: $0)?["algorithm"] } == ["SHA-256", "MD5"])
        #expect(challenges.allSatisfy { AuthenticationParameters(digest: $0)?["qop"] == "auth" })
    }

    @Test
    mutating func `a client that knows MD5 only is served`() {
        var client = self.client()
        var attempt = DigestClient.Attempt()
        let isAnswerable = client.receive(self.challenges().suffix(1), role: .server, attempt: &attempt)
        #expect(isAnswerable)
        #expect(self.examine(self.answer(&client)) == .authenticated(user: "alice"))
    }

    @Test
    mutating func `a stored hash serves its algorithm only`() {
        var client = self.client("carol", "tea")
        var attempt = DigestClient.Attempt()
        _ = client.receive(self.challenges().suffix(1), role: .server, attempt: &attempt)
        #expect(self.examine(self.answer(&client)) == .authenticated(user: "carol"))

        var strong = self.client("carol", "tea")
        var second = DigestClient.Attempt()
        _ = strong.receive(self.challenges(), role: .server, attempt: &second)
        #expect(self.examine(self.answer(&strong)) == .challenge(isStale: false))
    }

    @Test(arguments: [("alice", "wrong"), ("mallory", "wonderland"), ("", ""), ("carol", "wonderland")])
    mutating func `wrong passwords and unknown users get the same answer`(name: String, password: String) {
        var client = self.client(ByteString(name), ByteString(password))
        var attempt = DigestClient.Attempt()
        _ = client.receive(self.challenges(), role: .server, attempt: &attempt)
        #expect(self.examine(self.answer(&client)) == .challenge(isStale: false))
        guard case .authenticationFailed(let user, _)? = self.server.nextObservation() else {
            Issue.record("no observation")
            return
        }
        #expect(user == ByteString(name))
    }

    @Test
    mutating func `the same credentials do not work twice`() {
        var client = self.client()
        var attempt = DigestClient.Attempt()
        _ = client.receive(self.challenges(), role: .server, attempt: &attempt)
        let credentials = self.answer(&client)
        _ = self.examine(credentials)
        #expect(self.examine(credentials) == .challenge(isStale: true))
        #expect(self.examine(self.answer(&client)) == .authenticated(user: "alice"), "the next count works")
    }

    @Test
    mutating func `counts may overtake each other`() {
        var client = self.client()
        var attempt = DigestClient.Attempt()
        _ = client.receive(self.challenges(), role: .server, attempt: &attempt)
        let first = self.answer(&client)
        let second = self.answer(&client)
        #expect(self.examine(second) == .authenticated(user: "alice"))
        #expect(self.examine(first) == .authenticated(user: "alice"))
        #expect(self.examine(first) == .challenge(isStale: true))
    }

    @Test
    mutating func `an old nonce is stale and an answer to the new one works`() {
        var client = self.client()
        var attempt = DigestClient.Attempt()
        _ = client.receive(self.challenges(), role: .server, attempt: &attempt)
        let credentials = self.answer(&client)
        self.now = self.now.advanced(by: .seconds(301))
        #expect(self.examine(credentials) == .challenge(isStale: true))

        let isAnswerable = client.receive(self.challenges(stale: true), role: .server, attempt: &attempt)
        #expect(isAnswerable, "stale does not count as a refusal")
        #expect(self.examine(self.answer(&client)) == .authenticated(user: "alice"))
    }

    @Test
    mutating func `a nonce of another source or another server is stale`() {
        var client = self.client()
        var attempt = DigestClient.Attempt()
        _ = client.receive(self.challenges(), role: .server, attempt: &attempt)
        let credentials = self.answer(&client)
        #expect(self.examine(credentials, from: .loopbackV4) == .challenge(isStale: true))

        self.server = Self.server(AuthenticationPolicy(), &self.identifiers)
        #expect(self.examine(self.answer(&client)) == .challenge(isStale: true))
    }

    @Test
    mutating func `credentials for another request are refused`() {
        var client = self.client()
        var attempt = DigestClient.Attempt()
        _ = client.receive(self.challenges(), role: .server, attempt: &attempt)
        #expect(self.examine(self.answer(&client), uri: "sip:premium@example.org") == .badRequest)
        #expect(self.examine(self.answer(&client), method: "BYE") == .challenge(isStale: false))
        #expect(
            self.examine(self.answer(&client), uri: "sip:bob@EXAMPLE.org:5060;transport=udp")
                == .authenticated(user: "alice")
        )
    }

    @Test
    mutating func `wrong answers of one source are limited and forgiven`() {
        var policy = AuthenticationPolicy()
        policy.failuresPerSource = 3
        self.server = Self.server(policy, &self.identifiers)
        var wrong = self.client("alice", "guess")
        var attempt = DigestClient.Attempt()
        _ = wrong.receive(self.challenges(), role: .server, attempt: &attempt)
        for _ in 0..<3 {
            #expect(self.examine(self.answer(&wrong)) == .challenge(isStale: false))
        }
        #expect(self.examine(self.answer(&wrong)) == .limited(retryAfter: .seconds(6)))
        #expect(self.examine(self.answer(&wrong), from: .loopbackV4) == .challenge(isStale: false))
        self.now = self.now.advanced(by: .seconds(6))
        #expect(self.examine(self.answer(&wrong)) == .challenge(isStale: false))
    }

    @Test(arguments: [
        "Digest", "Digest realm=\"example.org\"", "Basic YWxpY2U6d29uZGVybGFuZA==",
        "Digest realm=\"elsewhere\",username=\"alice\",nonce=\"x\",uri=\"sip:bob@example.org\",response=\"00\"",
        "Digest realm=\"example.org\",username=\"alice\",nonce=\"x\",uri=\"sip:bob@example.org\",response=\"\"",
        "Digest realm=\"example.org\",username=\"alice\",nonce=\"\",uri=\"sip:bob@example.org\",response=\"00\",qop=auth",
        """
        Digest realm="example.org",username="alice",nonce="zz",uri="sip:bob@example.org",response="00",qop=auth,\
        nc=0000000g,cnonce="a"
        """,
        """
        Digest realm="example.org",username="alice",nonce="",uri="sip:bob@example.org",response="00",\
        algorithm=SHA-1
        """,
    ])
    mutating func `what is incomplete or foreign is challenged`(value: String) {
        #expect(self.examine([ByteString(value)]) == .challenge(isStale: false))
    }

    @Test
    mutating func `no credentials are no failure`() {
        for _ in 0..<100 {
            #expect(self.examine([]) == .challenge(isStale: false))
        }
    }

    @Test
    mutating func `a client without qop may use each nonce once`() throws {
        let nonce = try #require(self.challenges().last.flatMap { AuthenticationParameters(digest: $0)?["nonce"] })
        let computation = DigestComputation(algorithm: DigestAlgorithm(.md5), nonce: nonce)
        let secret = DigestComputation.secretHash(
            DigestAlgorithm(.md5),
            username: "alice",
            realm: "example.org",
            password: "wonderland"
        )
        let uri: ByteString = "sip:bob@example.org"
        let response = ByteString(computation.response(secretHash: secret, method: "INVITE", uri: uri, body: []))
        let value =
            "Digest username=\"alice\", realm=\"example.org\", nonce=\"\(nonce)\", uri=\"\(uri)\", response=\"\(response)\""
        #expect(self.examine([ByteString(value)]) == .authenticated(user: "alice"))
        #expect(self.examine([ByteString(value)]) == .challenge(isStale: true))
    }

    @Test
    mutating func `forgotten nonces cannot be replayed`() {
        var policy = AuthenticationPolicy()
        policy.rememberedNonces = 4
        self.server = Self.server(policy, &self.identifiers)
        var used: [[ByteString]] = []
        for _ in 0..<20 {
            var client = self.client()
            var attempt = DigestClient.Attempt()
            _ = client.receive(self.challenges(), role: .server, attempt: &attempt)
            let credentials = self.answer(&client)
            #expect(self.examine(credentials) == .authenticated(user: "alice"))
            used.append(credentials)
        }
        for credentials in used {
            #expect(self.examine(credentials) == .challenge(isStale: true))
        }
    }
}
