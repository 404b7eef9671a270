import CallModel
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// Registration with a trunk, its probe and its next hops, from datagram to datagram.
struct TrunkFlowTests {
    private static let registrar = DNSQuestion("_sip._udp.provider.example", .srv)
    private static let first = TransportAddress(IPAddress(v4: 0x7F00_0011), 5060)
    private static let second = TransportAddress(IPAddress(v4: 0x7F00_0012), 5070)

    /// Two servers, the first preferred.
    private static let zone: [DNSQuestion: [DNSRecord]] = [
        Self.registrar: [
            .service(priority: 20, weight: 0, port: 5070, target: "b.provider.example"),
            .service(priority: 10, weight: 0, port: 5060, target: "a.provider.example"),
        ],
        DNSQuestion("a.provider.example", .a): [.address(Self.first.ip)],
        DNSQuestion("b.provider.example", .a): [.address(Self.second.ip)],
    ]

    private static func driver(_ change: (inout SIPTrunkConfiguration) -> Void) -> AgentDriver {
        AgentDriver { configuration in
            var trunk = SIPTrunkConfiguration(name: "provider", uri: "sip:provider.example")
            trunk.credentials = DigestCredentials(realm: "provider", username: "gw", secret: .password("s3cret"))
            trunk.context = "inbound"
            change(&trunk)
            configuration.trunks = [trunk]
            configuration.locating.asksForPointers = false
        }
    }

    private static func registering(_ trunk: inout SIPTrunkConfiguration) {
        trunk.registration = TrunkRegistrationConfiguration(
            registrar: "sip:provider.example",
            addressOfRecord: "sip:gw@provider.example",
            contactUser: "line1"
        )
    }

    private static let challenge = "WWW-Authenticate: Digest realm=\"provider\", nonce=\"n1\", qop=\"auth\""

    private static func setup() -> CallSetup {
        let source = CallSource(listener: "main", remote: AgentDriver.other, context: "default")
        return CallSetup(caller: Party(user: "1000"), called: Party(user: "4930"), source: source)
    }

    private func respond(_ status: String, _ driver: inout AgentDriver, lines: [String] = []) throws {
        let request = try driver.next()
        let source = driver.destinations.last ?? AgentDriver.peer
        driver.receive(Script.response(status, to: request, tag: "t", lines: lines), from: source)
    }

    @Test
    func `we register, answer the challenge, refresh and leave`() throws {
        var driver = Self.driver(Self.registering)
        driver.agent.start(at: driver.now)
        driver.wait(.seconds(1))
        driver.resolve(Self.zone)
        #expect(driver.destinations == [Self.first])
        #expect(driver.sent.first?.requestURI?.text == "sip:provider.example")
        #expect(driver.sent.first?.firstText(of: .contact) == "<sip:line1@127.0.0.1:5060>")

        try self.respond("401 Unauthorized", &driver, lines: [Self.challenge])
        let answer = try #require(driver.sent.first)
        #expect(answer.contains(.authorization))
        try self.respond("200 OK", &driver, lines: ["Contact: <sip:line1@127.0.0.1:5060>;expires=120"])
        let isTold = driver.observations.contains { observation in
            if case .trunkRegistered("provider", expires: .seconds(120)) = observation { true } else { false }
        }
        #expect(isTold)

        driver.wait(.seconds(110))
        driver.resolve(Self.zone)
        let refresh = try #require(driver.sent.first)
        #expect(refresh.method == .register)
        #expect(refresh.cseq.number == answer.cseq.number + 1)
        try self.respond("200 OK", &driver, lines: ["Contact: <sip:line1@127.0.0.1:5060>;expires=3600"])

        driver.agent.unregister(at: driver.now)
        driver.drain()
        driver.resolve(Self.zone)
        #expect(driver.sent.first?.firstText(of: .expires) == "0")
        try self.respond("200 OK", &driver)
        driver.wait(.seconds(60))
        #expect(driver.agent.isIdle)
    }

    @Test
    func `a registrar that is silent is tried again later`() throws {
        var driver = Self.driver(Self.registering)
        driver.agent.start(at: driver.now)
        driver.wait(.seconds(1))
        driver.resolve(Self.zone)
        driver.wait(.seconds(40))
        driver.resolve(Self.zone)
        let failures = driver.observations.filter { observation in
            if case .trunkRegistrationFailed("provider", status: 0, retryIn: _) = observation { true } else { false }
        }
        #expect(failures.count == 1)
        driver.wait(.seconds(2))
        #expect(driver.sent.contains { $0.callID == driver.sent.first?.callID && $0.cseq.number == 2 })
    }

    @Test
    func `an unknown registrar is tried again later`() throws {
        var driver = Self.driver(Self.registering)
        driver.agent.start(at: driver.now)
        driver.wait(.seconds(1))
        driver.resolve([:])
        #expect(driver.sent.isEmpty)
        for _ in 0..<600 where driver.sent.isEmpty {
            driver.wait(.seconds(1))
            driver.resolve(Self.zone)
        }
        #expect(driver.sent.first?.method == .register)
    }

    @Test
    func `a call goes to the next server when the first refuses or is silent`() throws {
        var driver = Self.driver { _ in }
        let leg = LegID(.sip, .outgoing, number: 1)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "4930"), offer: nil), on: leg)
        #expect(driver.sent.isEmpty)
        driver.resolve(Self.zone)
        #expect(driver.destinations.last == Self.first)
        #expect(driver.sent.first?.requestURI?.text == "sip:4930@provider.example")
        try self.respond("503 Service Unavailable", &driver, lines: ["Retry-After: 60"])
        #expect(driver.takeSent() == ["ACK", "INVITE"])
        #expect(driver.destinations.last == Self.second)
        #expect(driver.reports.isEmpty)

        let next = LegID(.sip, .outgoing, number: 2)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "4931"), offer: nil), on: next)
        driver.resolve(Self.zone)
        #expect(driver.destinations.last == Self.second, "the first has asked to be left alone")
        driver.sent = []
        driver.wait(.seconds(33))
        #expect(driver.takeReports().filter { $0 == "released" }.count == 2)
        driver.wait(.seconds(60))
        #expect(driver.agent.isIdle)
    }

    @Test
    func `a silent server is given up for the next one`() throws {
        var driver = Self.driver { _ in }
        let leg = LegID(.sip, .outgoing, number: 1)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "4930"), offer: nil), on: leg)
        driver.resolve(Self.zone)
        driver.wait(.seconds(33))
        #expect(driver.destinations.last == Self.second)
        #expect(driver.reports.isEmpty)
    }

    @Test
    func `a call to a name that is nowhere is released`() throws {
        var driver = Self.driver { _ in }
        let leg = LegID(.sip, .outgoing, number: 1)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "4930"), offer: nil), on: leg)
        driver.resolve([:])
        guard case .released(let cause) = try driver.nextReport() else {
            Issue.record("the leg is over")
            return
        }
        #expect(cause.origin == .local(.nameNotResolved))
        #expect(driver.agent.isIdle)
    }

    @Test
    func `a call released while its name is resolved sends nothing`() throws {
        var driver = Self.driver { _ in }
        let leg = LegID(.sip, .outgoing, number: 1)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "4930"), offer: nil), on: leg)
        driver.perform(.release(.normal), on: leg)
        driver.resolve(Self.zone)
        #expect(driver.sent.isEmpty)
        driver.wait(.seconds(60))
        #expect(driver.agent.isIdle)
    }

    @Test
    func `a dead resolver releases the call in time`() throws {
        var driver = Self.driver { _ in }
        let leg = LegID(.sip, .outgoing, number: 1)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "4930"), offer: nil), on: leg)
        driver.wait(.seconds(11))
        #expect(driver.takeReports() == ["released"])
        #expect(driver.agent.isIdle)
    }

    @Test
    func `a trunk's challenge to a call is answered once and only for its realm`() throws {
        var driver = Self.driver { $0.uri = "sip:127.0.0.17" }
        let leg = LegID(.sip, .outgoing, number: 1)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "4930"), offer: nil), on: leg)
        let first = try #require(driver.sent.first)
        try self.respond(
            "407 Proxy Authentication Required",
            &driver,
            lines: ["Proxy-Authenticate: Digest realm=\"provider\", nonce=\"n1\", qop=\"auth\""]
        )
        let acknowledgement = try driver.next()
        #expect(acknowledgement.method == .ack)
        let second = try #require(driver.sent.first)
        #expect(second.contains(.proxyAuthorization))
        #expect(second.callID == first.callID)
        #expect(second.cseq.number == first.cseq.number + 1)
        try self.respond(
            "407 Proxy Authentication Required",
            &driver,
            lines: ["Proxy-Authenticate: Digest realm=\"provider\", nonce=\"n2\", qop=\"auth\""]
        )
        #expect(driver.takeSent() == ["ACK"])
        #expect(driver.takeReports().last == "released")

        let stranger = LegID(.sip, .outgoing, number: 2)
        driver.perform(.place(Self.setup(), to: .uri("sip:x@127.0.0.18"), offer: nil), on: stranger)
        try self.respond(
            "407 Proxy Authentication Required",
            &driver,
            lines: ["Proxy-Authenticate: Digest realm=\"provider\", nonce=\"n3\", qop=\"auth\""]
        )
        #expect(driver.takeSent() == ["ACK"], "credentials of a trunk are for the trunk only")
    }

    @Test
    func `a probe notices that the trunk is gone and back`() throws {
        var driver = Self.driver { trunk in
            trunk.uri = "sip:127.0.0.17"
            trunk.probe = TrunkProbeConfiguration()
        }
        driver.agent.start(at: driver.now)
        driver.wait(.seconds(1))
        #expect(driver.sent.first?.method == .options)
        driver.wait(.seconds(90))
        let changes = { (driver: AgentDriver) in
            driver.observations.compactMap { observation in
                if case .trunkReachable("provider", let isReachable) = observation { isReachable } else { nil }
            }
        }
        #expect(changes(driver) == [false])
        let leg = LegID(.sip, .outgoing, number: 1)
        driver.perform(.place(Self.setup(), to: .trunk("provider", number: "1"), offer: nil), on: leg)
        #expect(driver.takeReports() == ["released"])

        driver.sent = []
        while driver.sent.isEmpty {
            driver.wait(.seconds(1))
        }
        try self.respond("200 OK", &driver)
        #expect(changes(driver) == [false, true])
    }

    @Test
    func `calls from a trunk's hosts are the trunk's`() throws {
        var driver = Self.driver { $0.sourceHosts = ["a.provider.example"] }
        driver.agent.start(at: driver.now)
        driver.drain()
        driver.resolve(Self.zone)
        let invite = Script.request("INVITE", body: Script.offer)
        driver.receive(invite, from: Self.first)
        guard case .incoming(let setup) = try driver.nextReport() else {
            Issue.record("a call came in")
            return
        }
        #expect(setup.source.trunk == "provider")
        #expect(setup.source.context == "inbound")
    }
}
