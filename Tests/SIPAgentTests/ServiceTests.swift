import CallModel
import Digests
import ProtocolKit
import SDP
import SIPAgent
import SIPSyntax
import Testing

/// What the agent does with resolvers, registrars and challenges.
struct ServiceTests {
    private static func trunk() -> SIPTrunkConfiguration {
        var trunk = SIPTrunkConfiguration(
            name: "carrier",
            uri: "sip:sbc.example.com",
            sources: [AddressPrefix(AgentDriver.other.ip)]
        )
        trunk.context = "from-carrier"
        trunk.credentials = DigestCredentials(username: "tandem", secret: .password("secret"))
        return trunk
    }

    private var driver = AgentDriver { configuration in
        configuration.trunks = [Self.trunk()]
        configuration.users = [SIPUserConfiguration(name: "alice", secret: .password("wonderland"))]
        configuration.locating.asksForPointers = false
    }

    private let leg = LegID(.sip, .outgoing, number: 1)

    private func place(to target: Target) -> LegCommand {
        let source = CallSource(listener: "main", remote: AgentDriver.peer, context: "public")
        let setup = CallSetup(caller: Party(user: "alice"), called: Party(user: "100"), source: source)
        return .place(setup, to: target, offer: Script.description(Script.offer))
    }

    private mutating func resolve(_ answers: [DNSQuestion: DNSAnswer]) {
        for (id, question) in self.driver.questions {
            self.driver.agent.receive(
                .resolved(id, answers[question] ?? .nothing(timeToLive: .seconds(60))),
                at: self.driver.now
            )
        }
        self.driver.questions = []
        self.driver.drain()
    }

    @Test
    mutating func `a trunk is found by SRV and its second host is tried when the first says 503`() throws {
        self.driver.perform(self.place(to: .trunk("carrier", number: "+4930123")), on: self.leg)
        #expect(self.driver.takeSent().isEmpty)
        let answers: [DNSQuestion: DNSAnswer] = [
            DNSQuestion("_sip._udp.sbc.example.com", .srv): .records(
                [
                    .service(priority: 1, weight: 1, port: 5070, target: "a.example.com"),
                    .service(priority: 2, weight: 1, port: 5080, target: "b.example.com"),
                ],
                timeToLive: .seconds(60)
            ),
            DNSQuestion("a.example.com", .a): .records([.address(AgentDriver.other.ip)], timeToLive: .seconds(60)),
            DNSQuestion("b.example.com", .a): .records([.address(AgentDriver.peer.ip)], timeToLive: .seconds(60)),
        ]
        for _ in 0..<4 {
            self.resolve(answers)
        }
        let invite = try self.driver.next()
        #expect(self.driver.destinations.last == TransportAddress(AgentDriver.other.ip, 5070))
        #expect(invite.requestURI?.text == "sip:+4930123@sbc.example.com")
        self.driver.receive(Script.response("503 Busy", to: invite, tag: "x"), from: AgentDriver.other)
        #expect(self.driver.takeSent() == ["ACK", "INVITE"])
        #expect(self.driver.destinations.last == TransportAddress(AgentDriver.peer.ip, 5080))
        #expect(self.driver.takeReports().isEmpty)
    }

    @Test
    mutating func `a name that leads nowhere releases the leg`() throws {
        self.driver.perform(self.place(to: .uri("sip:x@nowhere.example.com")), on: self.leg)
        for _ in 0..<4 {
            self.resolve([:])
        }
        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("the leg is released")
            return
        }
        #expect(cause.origin == .local(.nameNotResolved))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a challenge of a trunk is answered once`() throws {
        self.driver = AgentDriver { configuration in
            var trunk = Self.trunk()
            trunk.uri = "sip:127.0.0.3"
            configuration.trunks = [trunk]
        }
        self.driver.perform(self.place(to: .trunk("carrier", number: "100")), on: self.leg)
        let invite = try self.driver.next()
        let challenge = "Proxy-Authenticate: Digest realm=\"carrier\", nonce=\"n1\", algorithm=MD5, qop=\"auth\""
        self.driver.receive(
            Script.response("407 Auth", to: invite, tag: "x", lines: [challenge]),
            from: AgentDriver.other
        )
        #expect(try self.driver.next().method == .ack)
        let again = try self.driver.next()
        #expect(again.cseq.number == invite.cseq.number + 1)
        #expect(again.callID == invite.callID)
        #expect(again.contains(.proxyAuthorization))
        self.driver.receive(
            Script.response("407 Auth", to: again, tag: "x", lines: [challenge]),
            from: AgentDriver.other
        )
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `calls from a trunk's address start in its context`() throws {
        self.driver.receive(Script.request("INVITE", body: Script.offer), from: AgentDriver.other)
        guard case .incoming(let setup) = try self.driver.nextReport() else {
            Issue.record("the call comes in")
            return
        }
        #expect(setup.source.trunk == "carrier")
        #expect(setup.source.context == "from-carrier")
        #expect(setup.caller.displayName == "Alice")
        #expect(setup.hopsLeft == 70)
    }

    @Test
    mutating func `a user registers with a digest and is then found`() throws {
        let register = Script.request("REGISTER", to: "sip:127.0.0.1")
            .replacing("To: <sip:bob@127.0.0.1>", with: "To: <sip:alice@127.0.0.1>")
        self.driver.receive(register)
        let challenge = try self.driver.next()
        #expect(challenge.status == .unauthorized)
        let value = try #require(challenge.fields(of: .wwwAuthenticate).last.map { challenge.text(in: $0.valueRange) })
        var client = DigestClient(DigestCredentials(username: "alice", secret: .password("wonderland")))
        var attempt = DigestClient.Attempt()
        #expect(client.receive([value], role: .server, attempt: &attempt))
        var identifiers = IdentifierSource(seed: 3)
        let lines = client.headerLines(
            for: DigestClient.Request(method: "REGISTER", uri: "sip:127.0.0.1"),
            identifiers: &identifiers
        )
        let line = String(decoding: lines.dropLast(2), as: UTF8.self)
        self.driver.receive(
            register.replacing("Max-Forwards: 70", with: "Max-Forwards: 70\r\n\(line)")
                .replacing("CSeq: 1", with: "CSeq: 2").replacing("REGISTER1", with: "REGISTER2")
        )
        let ok = try self.driver.next()
        #expect(ok.status == .ok)
        #expect(ok.contains(.contact))
        guard case .contacts(let contacts) = self.driver.agent.answer(.locate(user: "alice"), at: self.driver.now)
        else {
            Issue.record("alice is a user")
            return
        }
        #expect(contacts.map(\.uri) == ["sip:alice@127.0.0.2:5060"])
        self.driver.perform(self.place(to: .contact(contacts[0])), on: self.leg)
        let invite = try self.driver.next()
        #expect(invite.requestURI?.text == "sip:alice@127.0.0.2:5060")
    }

    @Test
    mutating func `Tandem registers with a trunk, probes it and takes itself off`() throws {
        self.driver = AgentDriver { configuration in
            var trunk = Self.trunk()
            trunk.uri = "sip:127.0.0.3"
            trunk.registration = TrunkRegistrationConfiguration(
                registrar: "sip:127.0.0.3",
                addressOfRecord: "sip:tandem@carrier.example",
                contactUser: "line1"
            )
            trunk.probe = TrunkProbeConfiguration()
            configuration.trunks = [trunk]
        }
        self.driver.agent.start(at: self.driver.now)
        self.driver.wait(.milliseconds(1001))
        let first = try self.driver.next()
        let second = try self.driver.next()
        let register = first.method == .register ? first : second
        let probe = first.method == .register ? second : first
        #expect(register.method == .register)
        #expect(probe.method == .options)
        self.driver.sent = []
        let contact = "Contact: <sip:line1@127.0.0.1:5060>;expires=600"
        self.driver.receive(
            Script.response("200 OK", to: register, tag: "r", lines: [contact]),
            from: AgentDriver.other
        )
        self.driver.receive(Script.response("200 OK", to: probe, tag: "p"), from: AgentDriver.other)
        let registered = self.driver.observations.contains {
            if case .trunkRegistered("carrier", let expires) = $0 {
                return expires == .seconds(600)
            }
            return false
        }
        #expect(registered)
        self.driver.agent.unregister(at: self.driver.now)
        self.driver.drain()
        let last = try self.driver.next()
        #expect(last.method == .register)
        #expect(last.firstText(of: .expires) == "0")
    }

    @Test
    mutating func `a trunk that stops answering its probe gets no calls`() throws {
        self.driver = AgentDriver { configuration in
            var trunk = Self.trunk()
            trunk.uri = "sip:127.0.0.3"
            trunk.probe = TrunkProbeConfiguration()
            configuration.trunks = [trunk]
        }
        self.driver.agent.start(at: self.driver.now)
        self.driver.wait(.seconds(120))
        self.driver.sent = []
        self.driver.perform(self.place(to: .trunk("carrier", number: "1")), on: self.leg)
        #expect(self.driver.takeReports() == ["released"])
        #expect(self.driver.takeSent().isEmpty)
    }
}
