import CallModel
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// REGISTER and INVITE of our users, from datagram to datagram.
struct RegistrationFlowTests {
    private var driver = AgentDriver { configuration in
        configuration.domains = ["example.org"]
        configuration.realm = "example.org"
        configuration.listeners[0].anonymousContext = nil
        configuration.users = [
            SIPUserConfiguration(name: "alice", secret: .password("wonderland"), context: "phones"),
            SIPUserConfiguration(name: "bob", secret: .password("builder")),
        ]
    }
    private var identifiers = IdentifierSource(seed: 99)
    private var sequence = 0

    /// A request of alice, with these further lines.
    private mutating func request(
        _ method: String,
        uri: String,
        to: String,
        callID: String = "r1",
        transport: String = "UDP",
        lines: [String]
    ) -> String {
        self.sequence += 1
        let head = [
            "\(method) \(uri) SIP/2.0",
            "Via: SIP/2.0/\(transport) 127.0.0.2:5060;branch=z9hG4bKr\(self.sequence);rport",
            "Max-Forwards: 70",
            "From: <sip:alice@example.org>;tag=a1",
            "To: <\(to)>",
            "Call-ID: \(callID)",
            "CSeq: \(self.sequence) \(method)",
        ]
        return (head + lines + ["Content-Length: 0", "", ""]).joined(separator: "\r\n")
    }

    /// The Authorization line that answers a 401.
    private mutating func authorization(
        _ challenge: SIPMessage,
        method: ByteString,
        uri: ByteString,
        user: ByteString = "alice",
        password: ByteString = "wonderland"
    ) -> String {
        var client = DigestClient(DigestCredentials(username: user, secret: .password(password)))
        var attempt = DigestClient.Attempt()
        let values = challenge.fields(of: .wwwAuthenticate).map { challenge.text(in: $0.valueRange) }
        #expect(client.receive(values, role: .server, attempt: &attempt))
        let request = DigestClient.Request(method: method, uri: uri)
        let lines = client.headerLines(for: request, identifiers: &self.identifiers)
        return String(String(decoding: lines, as: UTF8.self).dropLast())
    }

    /// Registers with these lines, answering the challenge; gives the last response.
    private mutating func register(
        _ lines: [String],
        to: String = "sip:alice@example.org",
        user: ByteString = "alice",
        password: ByteString = "wonderland"
    ) throws -> SIPMessage {
        self.driver.receive(self.request("REGISTER", uri: "sip:example.org", to: to, lines: lines))
        let challenge = try self.driver.next()
        #expect(challenge.status == 401)
        let line = self.authorization(
            challenge,
            method: "REGISTER",
            uri: "sip:example.org",
            user: user,
            password: password
        )
        self.driver.receive(self.request("REGISTER", uri: "sip:example.org", to: to, lines: lines + [line]))
        return try self.driver.next()
    }

    private func registrations() -> [String] {
        self.driver.observations.compactMap { observation in
            switch observation {
            case .registered(let user, let contact, _, _):
                "+\(user) \(contact)"
            case .unregistered(let user, let contact, let reason):
                "-\(user) \(contact) \(reason)"
            case .authenticationFailed(let user, _):
                "!\(user)"
            default:
                nil
            }
        }
    }

    @Test
    mutating func `a phone registers after a challenge, refreshes, asks and leaves`() throws {
        let contact = "Contact: <sip:alice@127.0.0.2:5060>"
        let added = try self.register([contact, "Expires: 300"])
        #expect(added.status == 200)
        #expect(added.toTag != nil)
        #expect(added.firstText(of: .contact) == "<sip:alice@127.0.0.2:5060>;expires=300")
        self.driver.wait(.seconds(100))

        let query = try self.register([])
        #expect(query.firstText(of: .contact) == "<sip:alice@127.0.0.2:5060>;expires=200")

        let removed = try self.register(["Contact: *", "Expires: 0"])
        #expect(removed.status == 200)
        #expect(!removed.contains(.contact))
        #expect(
            self.registrations() == [
                "+alice sip:alice@127.0.0.2:5060", "-alice sip:alice@127.0.0.2:5060 byUser",
            ]
        )
    }

    @Test
    mutating func `a contact expires and everything is forgotten`() throws {
        _ = try self.register(["Contact: <sip:alice@127.0.0.2:5060>", "Expires: 60"])
        self.driver.wait(.seconds(61))
        #expect(self.registrations().last == "-alice sip:alice@127.0.0.2:5060 expired")
        self.driver.wait(.seconds(60))
        #expect(self.driver.agent.isIdle)
        #expect(self.driver.agent.nextDeadline == nil)
    }

    @Test
    mutating func `nothing is bound before the password is right`() throws {
        let refused = try self.register(["Contact: <sip:alice@127.0.0.9>"], password: "guess")
        #expect(refused.status == 401)
        let unknown = try self.register(["Contact: <sip:alice@127.0.0.9>"], user: "mallory")
        #expect(unknown.status == 401)
        #expect(self.registrations() == ["!alice", "!mallory"])
    }

    @Test
    mutating func `one user cannot register for another`() throws {
        let refused = try self.register(["Contact: <sip:x@127.0.0.9>"], to: "sip:bob@example.org")
        #expect(refused.status == 403)
        #expect(self.registrations().isEmpty)
    }

    @Test
    mutating func `an address of record of another domain is not ours`() throws {
        let refused = try self.register(["Contact: <sip:alice@127.0.0.2>"], to: "sip:alice@example.com")
        #expect(refused.status == 404)
        let accepted = try self.register(["Contact: <sip:alice@127.0.0.2>"], to: "sip:alice@127.0.0.1")
        #expect(accepted.status == 200)
    }

    @Test
    mutating func `credentials cannot be replayed`() throws {
        self.driver.receive(self.request("REGISTER", uri: "sip:example.org", to: "sip:alice@example.org", lines: []))
        let line = self.authorization(try self.driver.next(), method: "REGISTER", uri: "sip:example.org")
        for status in [200, 401] as [SIPStatus] {
            self.driver.receive(
                self.request("REGISTER", uri: "sip:example.org", to: "sip:alice@example.org", lines: [line])
            )
            let response = try self.driver.next()
            #expect(response.status == status)
            if status == 401 {
                #expect(String(decoding: response.bytes, as: UTF8.self).contains("stale=true"))
            }
        }
    }

    @Test
    mutating func `a retransmitted REGISTER gets the same response and counts once`() throws {
        self.driver.receive(self.request("REGISTER", uri: "sip:example.org", to: "sip:alice@example.org", lines: []))
        let line = self.authorization(try self.driver.next(), method: "REGISTER", uri: "sip:example.org")
        let text = self.request(
            "REGISTER",
            uri: "sip:example.org",
            to: "sip:alice@example.org",
            lines: ["Contact: <sip:alice@127.0.0.2>", line]
        )
        self.driver.receive(text)
        self.driver.receive(text)
        let first = try self.driver.next()
        let second = try self.driver.next()
        #expect(first.bytes == second.bytes)
        #expect(self.registrations().count == 1)
    }

    @Test
    mutating func `a registered contact is told to call control`() throws {
        _ = try self.register(["Contact: <sip:alice@10.1.1.1:5060>"])
        guard case .contacts(let contacts) = self.driver.agent.answer(.locate(user: "alice"), at: self.driver.now)
        else {
            Issue.record("alice is a user")
            return
        }
        #expect(contacts.map(\.uri) == ["sip:alice@10.1.1.1:5060"])
        #expect(contacts.first?.source == AgentDriver.peer, "the contact's own address is behind a translator")
        #expect(self.driver.agent.answer(.locate(user: "nobody"), at: self.driver.now) == .unknownUser)
    }

    @Test
    mutating func `a call is challenged and starts in the user's context`() throws {
        let uri = "sip:bob@example.org"
        let contact = "Contact: <sip:alice@127.0.0.2:5060>"
        self.driver.receive(self.request("INVITE", uri: uri, to: uri, callID: "i1", lines: [contact]))
        let challenge = try self.driver.next()
        #expect(challenge.status == 401)
        #expect(self.driver.reports.isEmpty)
        let line = self.authorization(challenge, method: "INVITE", uri: "sip:bob@example.org")
        self.driver.receive(self.request("INVITE", uri: uri, to: uri, callID: "i1", lines: [contact, line]))
        guard case .incoming(let setup) = try self.driver.nextReport() else {
            Issue.record("a call came in")
            return
        }
        #expect(setup.source.user == "alice")
        #expect(setup.source.context == "phones")
        #expect(setup.headers.isEmpty, "credentials do not cross")
    }

    @Test
    mutating func `guessing passwords is slowed down`() throws {
        var statuses: [UInt16] = []
        for _ in 0..<30 {
            self.driver.receive(
                self.request("REGISTER", uri: "sip:example.org", to: "sip:alice@example.org", lines: [])
            )
            let line = self.authorization(
                try self.driver.next(),
                method: "REGISTER",
                uri: "sip:example.org",
                password: "guess"
            )
            self.driver.receive(
                self.request("REGISTER", uri: "sip:example.org", to: "sip:alice@example.org", lines: [line])
            )
            statuses.append(try self.driver.next().status?.code ?? 0)
        }
        #expect(statuses.prefix(20).allSatisfy { $0 == 401 })
        #expect(statuses.dropFirst(20).allSatisfy { $0 == 503 })
    }

    @Test
    mutating func `a phone on a connection is reached by it until it closes`() throws {
        var driver = AgentDriver { configuration in
            configuration.domains = ["example.org"]
            configuration.realm = "example.org"
            configuration.users = [SIPUserConfiguration(name: "alice", secret: .password("wonderland"))]
            configuration.listeners = [
                SIPListenerConfiguration(
                    name: "tcp",
                    transport: .tcp,
                    address: TransportAddress(.loopbackV4, 5060)
                )
            ]
        }
        let flow = FlowID(accepted: 1)
        let local = TransportAddress(.loopbackV4, 5060)
        driver.receive(.accepted(flow, from: AgentDriver.peer, to: local, on: AgentDriver.listener))
        let contact = "Contact: <sip:alice@10.1.1.1:5060;transport=tcp>"
        let to = "sip:alice@example.org"
        let first = self.request("REGISTER", uri: "sip:example.org", to: to, transport: "TCP", lines: [contact])
        driver.receive(.received(flow, Array(first.utf8)))
        let challenge = try #require(driver.written.last?.message)
        let line = self.authorization(challenge, method: "REGISTER", uri: "sip:example.org")
        let second = self.request("REGISTER", uri: "sip:example.org", to: to, transport: "TCP", lines: [contact, line])
        driver.receive(.received(flow, Array(second.utf8)))
        #expect(driver.written.last?.message.status == 200)
        guard case .contacts(let contacts) = driver.agent.answer(.locate(user: "alice"), at: driver.now) else {
            Issue.record("alice is a user")
            return
        }
        let registered = try #require(contacts.first)
        #expect(registered.flow == flow)

        let leg = LegID(.sip, .outgoing, number: 1)
        let source = CallSource(listener: "tcp", remote: AgentDriver.other, context: "phones")
        let setup = CallSetup(caller: Party(user: "bob"), called: Party(user: "alice"), source: source)
        driver.perform(.place(setup, to: .contact(registered), offer: nil), on: leg)
        #expect(driver.written.last?.flow == flow)
        #expect(driver.written.last?.message.method == .invite)

        driver.receive(.closed(flow, .byPeer))
        #expect(driver.agent.answer(.locate(user: "alice"), at: driver.now) == .contacts([]))
    }

    @Test(arguments: [120, 400])
    mutating func `a challenge is at most half as long again as what it answers`(padding: Int) throws {
        let text = self.request(
            "REGISTER",
            uri: "sip:example.org",
            to: "sip:alice@example.org",
            lines: ["Contact: <sip:alice@127.0.0.2>", "X-Padding: " + String(repeating: "x", count: padding)]
        )
        self.driver.receive(text)
        let challenge = try self.driver.next()
        #expect(challenge.fields(of: .wwwAuthenticate).count == (padding == 120 ? 1 : 2))
        #expect(challenge.bytes.count * 2 <= text.utf8.count * 3)
        // Even the one that is left can be answered.
        let credentials = self.authorization(challenge, method: "REGISTER", uri: "sip:example.org")
        self.driver.receive(
            self.request(
                "REGISTER",
                uri: "sip:example.org",
                to: "sip:alice@example.org",
                lines: ["Contact: <sip:alice@127.0.0.2>", credentials]
            )
        )
        #expect(try self.driver.next().status == .ok)
    }
}
