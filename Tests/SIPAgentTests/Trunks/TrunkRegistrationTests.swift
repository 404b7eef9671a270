import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// RFC 3261 §10.2, arc by arc.
struct TrunkRegistrationTests {
    private var registration: TrunkRegistration
    private var now = Instant.start

    init() {
        var identifiers = IdentifierSource(seed: 11)
        let configuration = TrunkRegistrationConfiguration(
            registrar: "sip:provider.example",
            addressOfRecord: "sip:gw@provider.example",
            contactUser: "gw"
        )
        self.registration = TrunkRegistration(
            configuration,
            credentials: DigestCredentials(realm: "provider", username: "gw", secret: .password("x")),
            identifiers: &identifiers
        )
    }

    private mutating func begin() -> TrunkRegistration.Request? {
        self.registration.start(at: self.now)
        return self.due()
    }

    /// Lets the next deadline come and gives what is sent then.
    private mutating func due() -> TrunkRegistration.Request? {
        self.now = self.registration.nextDeadline ?? self.now
        guard case .send(let request)? = self.registration.advance(to: self.now) else {
            return nil
        }
        return request
    }

    private mutating func respond(
        _ status: UInt16,
        _ change: (inout TrunkRegistration.Response) -> Void = { _ in }
    ) -> TrunkRegistration.Action? {
        var response = TrunkRegistration.Response(status: status)
        change(&response)
        return self.registration.receive(response, at: self.now)
    }

    private func wait(_ action: TrunkRegistration.Action?) -> Duration? {
        guard case .failed(_, let wait)? = action else {
            return nil
        }
        return wait
    }

    @Test
    mutating func `it registers and refreshes before the expiry`() throws {
        let firstRequest = self.begin()
        let first = try #require(firstRequest)
        #expect(first.expires == 3600)
        #expect(first.authorization.isEmpty)
        let action = self.respond(200) { $0.grantedExpires = 600 }
        #expect(action == .registered(expires: .seconds(600)))
        #expect(self.registration.isRegistered(at: self.now))

        let deadline = try #require(self.registration.nextDeadline)
        let wait = self.now.duration(to: deadline)
        #expect(wait >= .seconds(480) && wait <= .seconds(540))
        let secondRequest = self.due()
        let second = try #require(secondRequest)
        #expect(second.callID == first.callID)
        #expect(second.fromTag == first.fromTag)
        #expect(second.cseq == first.cseq + 1)
        #expect(self.registration.isRegistered(at: self.now), "the old grant lasts while the new one is asked for")
    }

    @Test
    mutating func `a challenge is answered once`() throws {
        _ = self.begin()
        let challenge: (inout TrunkRegistration.Response) -> Void = {
            $0.challenges = ["Digest realm=\"provider\", nonce=\"1\", qop=\"auth\""]
        }
        guard case .send(let request)? = self.respond(401, challenge) else {
            Issue.record("no answer to the challenge")
            return
        }
        #expect(String(decoding: request.authorization, as: UTF8.self).hasPrefix("Authorization: Digest"))
        #expect(self.wait(self.respond(401, challenge)) != nil)
        #expect(!self.registration.isRegistered(at: self.now))

        let retryRequest = self.due()
        let retry = try #require(retryRequest)
        #expect(!retry.authorization.isEmpty, "what was learnt is used")
        guard case .send? = self.respond(401, challenge) else {
            Issue.record("a new attempt answers again")
            return
        }
    }

    @Test
    mutating func `a foreign realm is not answered`() throws {
        _ = self.begin()
        let action = self.respond(407) { $0.proxyChallenges = ["Digest realm=\"evil\", nonce=\"1\""] }
        #expect(self.wait(action) != nil)
    }

    @Test
    mutating func `423 asks for longer`() throws {
        _ = self.begin()
        guard case .send(let request)? = self.respond(423, { $0.minimumExpires = 7200 }) else {
            Issue.record("no request with the longer expiry")
            return
        }
        #expect(request.expires == 7200)
        #expect(self.wait(self.respond(423) { $0.minimumExpires = 7200 }) != nil, "no more than was asked for before")
    }

    @Test(arguments: [403, 404, 408, 480, 500, 503, 600, 302] as [UInt16])
    mutating func `failures are tried again later and later`(status: UInt16) throws {
        _ = self.begin()
        var waits: [Duration] = []
        for _ in 0..<12 {
            let wait = self.wait(self.respond(status))
            waits.append(try #require(wait))
            let next = self.due()
            #expect(next != nil)
        }
        #expect(waits[0] >= .milliseconds(2500) && waits[0] <= .seconds(5))
        #expect(waits[3] >= .seconds(20) && waits[3] <= .seconds(40))
        #expect(waits.allSatisfy { $0 <= .seconds(600) })
        #expect(waits[11] >= .seconds(300))

        _ = self.respond(200) { $0.grantedExpires = 60 }
        _ = self.due()
        let afterSuccess = self.wait(self.respond(status))
        #expect(try #require(afterSuccess) <= .seconds(5), "success forgives")
    }

    @Test
    mutating func `no response is a failure`() throws {
        _ = self.begin()
        guard case .failed(status: 0, _)? = self.registration.receiveNoResponse(at: self.now) else {
            Issue.record("the failure is told")
            return
        }
    }

    @Test
    mutating func `Retry-After is kept up to the maximum`() throws {
        _ = self.begin()
        #expect(self.wait(self.respond(503) { $0.retryAfter = .seconds(120) }) == .seconds(120))
        _ = self.due()
        #expect(self.wait(self.respond(503) { $0.retryAfter = .seconds(86_400) }) == .seconds(600))
    }

    @Test
    mutating func `a failed refresh leaves the registration until it expires`() throws {
        _ = self.begin()
        _ = self.respond(200) { $0.grantedExpires = 100 }
        _ = self.due()
        _ = self.respond(500)
        #expect(self.registration.isRegistered(at: self.now))
        #expect(!self.registration.isRegistered(at: .start.advanced(by: .seconds(101))))
    }

    @Test
    mutating func `stopping unregisters`() throws {
        _ = self.begin()
        _ = self.respond(200) { $0.grantedExpires = 100 }
        guard case .send(let request)? = self.registration.stop(at: self.now) else {
            Issue.record("no request to unregister")
            return
        }
        #expect(request.expires == 0)
        guard
            case .send(let again)? = self.respond(401, { $0.challenges = ["Digest realm=\"provider\", nonce=\"2\""] })
        else {
            Issue.record("a challenge is answered")
            return
        }
        #expect(again.expires == 0)
        #expect(self.respond(200) == .stopped)
        #expect(self.registration.isStopped)
        #expect(self.registration.nextDeadline == nil)
    }

    @Test
    mutating func `stopping without a registration says nothing to the trunk`() throws {
        _ = self.begin()
        #expect(self.registration.stop(at: self.now) == .stopped)
        #expect(self.respond(200) == nil, "the late response is ignored")
        #expect(!self.registration.isRegistered(at: self.now))
    }

    @Test
    mutating func `a grant of nothing is a failure`() throws {
        _ = self.begin()
        #expect(self.wait(self.respond(200) { $0.grantedExpires = 0 }) != nil)
    }

    @Test
    mutating func `the request is a message and its response is read`() throws {
        let sent = self.begin()
        let request = try #require(sent)
        let configuration = TrunkRegistrationConfiguration(
            registrar: "sip:provider.example",
            addressOfRecord: "sip:gw@provider.example",
            contactUser: "gw"
        )
        let contact = try SIPURI("sip:gw@192.0.2.1:5060")
        let bytes = request.message(
            for: configuration,
            contact: contact,
            route: "sip:proxy.example;lr",
            userAgent: "Tandem"
        )
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("REGISTER sip:provider.example SIP/2.0\r\nRoute: <sip:proxy.example;lr>\r\n"))
        let withVia = text.replacing(
            "Max-Forwards",
            with: "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nMax-Forwards",
            maxReplacements: 1
        )
        let message = try SIPMessage(parsing: Array(withVia.utf8))
        #expect(message.cseq.number == request.cseq)
        #expect(message.firstText(of: .expires) == "3600")

        let answer = [
            "SIP/2.0 200 OK", "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1", "From: <sip:a@b>;tag=1",
            "To: <sip:a@b>;tag=2", "Call-ID: x", "CSeq: 1 REGISTER",
            "Contact: <sip:other@192.0.2.9>;expires=20, <sip:gw@192.0.2.1:5060>;expires=300", "Expires: 3600",
            "Content-Length: 0", "", "",
        ].joined(separator: "\r\n")
        let response = TrunkRegistration.Response(try SIPMessage(parsing: Array(answer.utf8)), contact: contact)
        #expect(response.status == 200)
        #expect(response.grantedExpires == 300)
    }
}
