import CallModel
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// RFC 3261 §10.3, step by step.
struct RegistrarTests {
    private var registrar: Registrar
    private var now = Instant.start
    private var cseq = 0

    init() {
        self.registrar = Self.registrar(RegistrarPolicy())
    }

    private static func registrar(_ policy: RegistrarPolicy) -> Registrar {
        let users = ["alice", "bob"].map {
            SIPUserConfiguration(name: ByteString($0), secret: .password("x"))
        }
        return Registrar(policy: policy, users: users)
    }

    /// A REGISTER of alice with these further header lines.
    private static func message(_ lines: [String], callID: String, cseq: Int, to: String) throws -> SIPMessage {
        let head = [
            "REGISTER sip:example.org SIP/2.0",
            "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK\(cseq)",
            "Max-Forwards: 70",
            "From: <\(to)>;tag=1",
            "To: <\(to)>",
            "Call-ID: \(callID)",
            "CSeq: \(cseq) REGISTER",
        ]
        let text = (head + lines + ["Content-Length: 0", "", ""]).joined(separator: "\r\n")
        return try SIPMessage(parsing: Array(text.utf8))
    }

    private mutating func register(
        _ lines: String...,
        callID: String = "c1",
        cseq: Int? = nil,
        to: String = "sip:alice@example.org",
        by user: ByteString = "alice",
        remote: String = "192.0.2.1:5060",
        flow: FlowID? = nil
    ) throws -> (status: UInt16, headers: [String]) {
        self.cseq += 1
        let message = try Self.message(lines, callID: callID, cseq: cseq ?? self.cseq, to: to)
        let answer = self.registrar.receive(
            message,
            from: RegistrationSource(
                transport: flow == nil ? .udp : .tcp,
                remote: try #require(TransportAddress(remote)),
                listener: ListenerID(0),
                flow: flow
            ),
            by: user,
            at: self.now,
            time: .epoch
        )
        let headers = String(decoding: answer.headers, as: UTF8.self).split(separator: "\r\n").map(String.init)
        return (answer.status.code, headers)
    }

    private func contacts(_ user: ByteString = "alice") -> [String] {
        self.registrar.contacts(of: user, at: self.now).map(\.uri.description)
    }

    private mutating func observations() -> [String] {
        var list: [String] = []
        while let observation = self.registrar.nextObservation() {
            switch observation {
            case .registered(let user, let contact, let expires, _):
                list.append("+ \(user) \(contact) \(expires.components.seconds)")
            case .unregistered(let user, let contact, let reason):
                list.append("- \(user) \(contact) \(reason)")
            default:
                list.append("other")
            }
        }
        return list
    }

    @Test
    mutating func `a contact is added, listed, refreshed and removed`() throws {
        let added = try self.register("Contact: <sip:alice@192.0.2.1:5060>", "Expires: 600")
        #expect(added.status == 200)
        #expect(
            added.headers == [
                "Contact: <sip:alice@192.0.2.1:5060>;expires=600", "Date: Thu, 01 Jan 1970 00:00:00 GMT",
            ]
        )
        #expect(self.contacts() == ["sip:alice@192.0.2.1:5060"])
        self.now = self.now.advanced(by: .seconds(500))

        let refreshed = try self.register("Contact: <sip:alice@192.0.2.1:5060>;expires=300")
        #expect(refreshed.headers.first == "Contact: <sip:alice@192.0.2.1:5060>;expires=300")

        let removed = try self.register("Contact: <sip:alice@192.0.2.1:5060>;expires=0")
        #expect(removed.status == 200)
        #expect(self.contacts().isEmpty)
        #expect(self.registrar.contactCount == 0)
        #expect(self.registrar.nextDeadline == nil)
        #expect(
            self.observations() == [
                "+ alice sip:alice@192.0.2.1:5060 600",
                "+ alice sip:alice@192.0.2.1:5060 300",
                "- alice sip:alice@192.0.2.1:5060 byUser",
            ]
        )
    }

    @Test
    mutating func `a request without a contact is a query`() throws {
        _ = try self.register(
            "Contact: <sip:a@192.0.2.1>;q=0.5, <sip:a@192.0.2.2>;q=0.25;expires=90;+sip.instance=\"<x>\""
        )
        self.now = self.now.advanced(by: .seconds(30))
        let answer = try self.register()
        #expect(answer.status == 200)
        #expect(
            answer.headers.dropLast() == [
                "Contact: <sip:a@192.0.2.1>;q=0.500;expires=3570",
                "Contact: <sip:a@192.0.2.2>;+sip.instance=\"<x>\";q=0.250;expires=60",
            ]
        )
    }

    @Test
    mutating func `contacts are ordered by preference and then by time`() throws {
        _ = try self.register("Contact: <sip:low@192.0.2.1>;q=0.1, <sip:first@192.0.2.1>, <sip:mid@192.0.2.1>;q=.5")
        _ = try self.register("Contact: <sip:late@192.0.2.1>;q=1.0, <sip:m@192.0.2.1>;q=0.5")
        #expect(
            self.contacts() == [
                "sip:late@192.0.2.1", "sip:mid@192.0.2.1", "sip:first@192.0.2.1", "sip:m@192.0.2.1",
                "sip:low@192.0.2.1",
            ],
            "a malformed q counts as absent"
        )
    }

    @Test
    mutating func `a star removes all and needs Expires 0`() throws {
        _ = try self.register("Contact: <sip:a@192.0.2.1>, <sip:b@192.0.2.1>")
        #expect(try self.register("Contact: *").status == 400)
        #expect(try self.register("Contact: *", "Expires: 60").status == 400)
        #expect(try self.register("Contact: *", "Contact: <sip:c@192.0.2.1>", "Expires: 0").status == 400)
        #expect(self.contacts().count == 2)
        let answer = try self.register("Contact: *", "Expires: 0")
        #expect(answer.status == 200)
        #expect(answer.headers.count == 1)
        #expect(self.contacts().isEmpty)
    }

    @Test
    mutating func `an older request of the same call changes nothing`() throws {
        _ = try self.register("Contact: <sip:a@192.0.2.1>", cseq: 10)
        #expect(try self.register("Contact: <sip:a@192.0.2.1>;expires=0", cseq: 10).status == 500)
        #expect(try self.register("Contact: <sip:a@192.0.2.1>;expires=0", cseq: 9).status == 500)
        #expect(try self.register("Contact: *", "Expires: 0", cseq: 9).status == 500)
        #expect(self.contacts().count == 1)
        #expect(try self.register("Contact: <sip:a@192.0.2.1>;expires=0", callID: "c2", cseq: 1).status == 200)
        #expect(self.contacts().isEmpty)
    }

    @Test
    mutating func `a request changes all or nothing`() throws {
        _ = try self.register("Contact: <sip:a@192.0.2.1>", cseq: 10)
        let answer = try self.register(
            "Contact: <sip:b@192.0.2.1>, <sip:a@192.0.2.1>;expires=0, <sip:c@192.0.2.1>;expires=5",
            callID: "c2"
        )
        #expect(answer.status == 423)
        #expect(answer.headers == ["Min-Expires: 60"])
        #expect(self.contacts() == ["sip:a@192.0.2.1"])
        #expect(self.observations().count == 1)
    }

    @Test(arguments: [
        ("Expires: 59", 423, 0), ("Expires: 60", 200, 60), ("Expires: 3600", 200, 3600), ("Expires: 7200", 200, 3600),
        ("Expires: 4294967295", 200, 3600), ("Expires: 99999999999999999999", 200, 3600), ("Expires: soon", 200, 3600),
        ("Subject: none", 200, 3600),
    ])
    mutating func `the expiry is granted within bounds`(line: String, status: Int, granted: Int) throws {
        let answer = try self.register("Contact: <sip:a@192.0.2.1>", line)
        #expect(answer.status == status)
        if status == 200 {
            #expect(answer.headers.first == "Contact: <sip:a@192.0.2.1>;expires=\(granted)")
        }
    }

    @Test
    mutating func `contacts expire by themselves`() throws {
        _ = try self.register("Contact: <sip:a@192.0.2.1>;expires=60, <sip:b@192.0.2.1>;expires=120")
        #expect(self.registrar.nextDeadline == .start.advanced(by: .seconds(60)))
        self.now = self.now.advanced(by: .seconds(60))
        #expect(self.contacts() == ["sip:b@192.0.2.1"], "even before the deadline is acted on")
        self.registrar.advance(to: self.now)
        #expect(self.registrar.contactCount == 1)
        self.now = self.now.advanced(by: .seconds(60))
        self.registrar.advance(to: self.now)
        #expect(self.registrar.contactCount == 0)
        #expect(self.registrar.nextDeadline == nil)
        #expect(
            self.observations().suffix(2) == ["- alice sip:a@192.0.2.1 expired", "- alice sip:b@192.0.2.1 expired"]
        )
    }

    @Test
    mutating func `nobody registers for somebody else`() throws {
        #expect(try self.register("Contact: <sip:a@192.0.2.1>", to: "sip:bob@example.org").status == 403)
        #expect(try self.register("Contact: <sip:a@192.0.2.1>", to: "tel:+1234").status == 403)
        #expect(
            try self.register("Contact: <sip:a@192.0.2.1>", to: "sip:eve@example.org", by: "eve").status == 404
        )
        #expect(try self.register("Contact: <sip:a@192.0.2.1>", to: "sip:%61lice@example.org").status == 200)
        #expect(self.registrar.contactCount == 1)
    }

    @Test
    mutating func `one more contact than allowed is refused and a refresh is not`() throws {
        var policy = RegistrarPolicy()
        policy.contactsPerUser = 2
        self.registrar = Self.registrar(policy)
        _ = try self.register("Contact: <sip:a@192.0.2.1>, <sip:b@192.0.2.1>")
        #expect(try self.register("Contact: <sip:c@192.0.2.1>").status == 403)
        #expect(try self.register("Contact: <sip:a@192.0.2.1>").status == 200)
        #expect(try self.register("Contact: <sip:c@192.0.2.1>, <sip:a@192.0.2.1>;expires=0").status == 200)
        #expect(self.contacts() == ["sip:c@192.0.2.1", "sip:b@192.0.2.1"])
    }

    @Test
    mutating func `the registrar as a whole is bounded`() throws {
        var policy = RegistrarPolicy()
        policy.contacts = 1
        self.registrar = Self.registrar(policy)
        _ = try self.register("Contact: <sip:a@192.0.2.1>")
        let answer = try self.register("Contact: <sip:b@192.0.2.1>", to: "sip:bob@example.org", by: "bob")
        #expect(answer.status == 503)
        #expect(answer.headers == ["Retry-After: 60"])
    }

    @Test(arguments: ["Contact: <mailto:a@example.org>", "Contact: <tel:+123>", "Contact: *", "Path: <sip:a"])
    mutating func `malformed requests are refused`(line: String) throws {
        #expect(try self.register(line, "Contact: <sip:x@192.0.2.1>").status == 400)
        #expect(self.registrar.contactCount == 0)
    }

    @Test
    mutating func `an endless contact or list is refused`() throws {
        let long = String(repeating: "a", count: 2000)
        #expect(try self.register("Contact: <sip:\(long)@192.0.2.1>").status == 400)
        let many = (0..<200).map { "<sip:u\($0)@192.0.2.1>" }.joined(separator: ",")
        #expect(try self.register("Contact: \(many)").status == 400)
        let paths = (0..<20).map { "<sip:p\($0);lr>" }.joined(separator: ",")
        #expect(try self.register("Contact: <sip:a@192.0.2.1>", "Path: \(paths)").status == 400)
    }

    @Test
    mutating func `the Path is kept and echoed to phones that know it`() throws {
        let path = "Path: <sip:edge2.example.org;lr>, <sip:edge1.example.org;lr>"
        let answer = try self.register("Contact: <sip:a@10.0.0.1>", path, "Supported: gruu, path")
        #expect(answer.headers.contains("Path: <sip:edge2.example.org;lr>"))
        let contact = try #require(self.registrar.contacts(of: "alice", at: self.now).first)
        #expect(contact.path == ["sip:edge2.example.org;lr", "sip:edge1.example.org;lr"])
        #expect(contact.source == nil, "the Path says where to go")

        let silent = try self.register("Contact: <sip:a@10.0.0.1>", path)
        #expect(silent.status == 200)
        #expect(!silent.headers.contains { $0.hasPrefix("Path") })
    }

    @Test
    mutating func `a Path may require the phone's support`() throws {
        var policy = RegistrarPolicy()
        policy.requiresPathSupport = true
        self.registrar = Self.registrar(policy)
        let answer = try self.register("Contact: <sip:a@192.0.2.1>", "Path: <sip:edge;lr>")
        #expect(answer.status == 421)
        #expect(answer.headers == ["Require: path"])
    }

    @Test
    mutating func `a phone behind a translator is reached where its request came from`() throws {
        _ = try self.register("Contact: <sip:a@10.0.0.1:5060>", remote: "198.51.100.7:40000")
        let translated = try #require(self.registrar.contacts(of: "alice", at: self.now).first)
        #expect(translated.source == TransportAddress("198.51.100.7:40000"))

        _ = try self.register("Contact: <sip:a@phone.example.org>", to: "sip:bob@example.org", by: "bob")
        let named = try #require(self.registrar.contacts(of: "bob", at: self.now).first)
        #expect(named.source == nil)
    }

    @Test
    mutating func `a lost connection ends what is reached by it only`() throws {
        let flow = FlowID(accepted: 1)
        let translated = "Contact: <sip:a@10.0.0.1:5060;transport=tcp>"
        _ = try self.register(translated, remote: "198.51.100.7:40000", flow: flow)
        _ = try self.register(
            "Contact: <sip:b@198.51.100.7:5060;transport=tcp>",
            to: "sip:bob@example.org",
            by: "bob",
            remote: "198.51.100.7:40001",
            flow: flow
        )
        #expect(self.registrar.contacts(of: "alice", at: self.now).first?.flow == flow)
        self.registrar.flowClosed(flow)
        #expect(self.contacts().isEmpty)
        let direct = try #require(self.registrar.contacts(of: "bob", at: self.now).first)
        #expect(direct.flow == nil)
        #expect(self.observations().last == "- alice sip:a@10.0.0.1:5060;transport=tcp flowLost")
        #expect(self.registrar.contactCount == 1)
    }

    @Test
    mutating func `equivalent contacts are one binding`() throws {
        _ = try self.register("Contact: <sip:a@EXAMPLE.com;transport=udp>")
        _ = try self.register("Contact: <sip:%61@example.com;Transport=UDP;x=1>")
        #expect(self.contacts() == ["sip:%61@example.com;Transport=UDP;x=1"])
        _ = try self.register("Contact: <sip:a@example.com>")
        #expect(self.contacts().count == 2)
    }

    @Test
    mutating func `a contact named twice in a request is bound once`() throws {
        #expect(
            try self.register("Contact: <sip:a@192.0.2.1>;expires=100, <sip:a@192.0.2.1>;expires=200").status == 200
        )
        #expect(self.registrar.contactCount == 1)
    }

    @Test
    mutating func `questions of call control are answered`() throws {
        _ = try self.register("Contact: <sip:a@192.0.2.1>")
        #expect(self.registrar.answer(.locate(user: "nobody"), at: self.now) == .unknownUser)
        #expect(self.registrar.answer(.locate(user: "bob"), at: self.now) == .contacts([]))
        guard case .contacts(let contacts) = self.registrar.answer(.locate(user: "alice"), at: self.now) else {
            Issue.record("alice is known")
            return
        }
        #expect(contacts.map(\.uri) == ["sip:a@192.0.2.1"])
    }
}
