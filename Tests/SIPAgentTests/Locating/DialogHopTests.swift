import CallModel
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// RFC 3263 §4 inside dialogs: a Contact or Record-Route with a host name.
struct DialogHopTests {
    private var driver = AgentDriver()
    private let leg = LegID(.sip, .outgoing, number: 4)
    private let zone = [
        DNSQuestion("_sip._udp.proxy.example", .srv): [
            DNSRecord.service(priority: 1, weight: 1, port: 5070, target: "one.proxy.example")
        ],
        DNSQuestion("one.proxy.example", .a): [.address(IPAddress(v4: 0x7F00_0009))],
        DNSQuestion("phone.example", .a): [.address(IPAddress(v4: 0x7F00_0008))],
    ]

    /// Where the last message of this method went.
    private func destination(of method: SIPMethod) -> TransportAddress? {
        let sent = zip(self.driver.octets, self.driver.destinations)
        return sent.filter { (try? SIPMessage(parsing: $0.0))?.method == method }.last?.1
    }

    private mutating func place(lines: [String]) throws {
        let offer = Script.description(Script.offer)
        self.driver.perform(.place(AgentDriver.setup, to: .uri("sip:bob@127.0.0.3"), offer: offer), on: self.leg)
        let invite = try self.driver.next()
        self.driver.receive(
            Script.response("200 OK", to: invite, tag: "bob1", lines: lines, body: Script.answer),
            from: AgentDriver.other
        )
    }

    @Test(arguments: [
        (["Contact: <sip:bob@phone.example>"], TransportAddress(IPAddress(v4: 0x7F00_0008), 5060)),
        (
            ["Contact: <sip:bob@phone.example>", "Record-Route: <sip:proxy.example;lr>"],
            TransportAddress(IPAddress(v4: 0x7F00_0009), 5070)
        ),
        (["Contact: <sip:bob@nowhere.example>"], AgentDriver.other),
    ])
    mutating func `the dialog of a placed leg goes where its names lead`(
        lines: [String],
        address: TransportAddress
    ) throws {
        try self.place(lines: lines)
        // The ACK does not wait for the resolver: it goes where the INVITE went.
        #expect(self.destination(of: .ack) == AgentDriver.other)
        self.driver.resolve(self.zone)
        self.driver.perform(.release(.normal), on: self.leg)
        #expect(self.destination(of: .bye) == address)
    }

    @Test
    mutating func `a name that is known is used at once`() throws {
        try self.place(lines: ["Contact: <sip:bob@phone.example>"])
        self.driver.resolve(self.zone)
        self.driver.sent = []
        let second = LegID(.sip, .outgoing, number: 5)
        let offer = Script.description(Script.offer)
        self.driver.perform(.place(AgentDriver.setup, to: .uri("sip:bob@127.0.0.3"), offer: offer), on: second)
        let invite = try self.driver.next()
        let lines = ["Contact: <sip:bob@phone.example>"]
        self.driver.receive(Script.response("180 Ringing", to: invite, tag: "bob2", lines: lines))
        self.driver.receive(Script.response("200 OK", to: invite, tag: "bob2", lines: lines, body: Script.answer))
        self.driver.perform(.release(.normal), on: second)
        #expect(self.destination(of: .bye) == TransportAddress(IPAddress(v4: 0x7F00_0008), 5060))
    }

    @Test
    mutating func `a dialog that ends at once is not looked for`() throws {
        try self.place(lines: ["Contact: <sip:bob@127.0.0.3:5060>"])
        let octets = try #require(self.driver.octets.first)
        let response = Script.response(
            "200 OK",
            to: try SIPMessage(parsing: octets),
            tag: "bob2",
            lines: ["Contact: <sip:carol@phone.example>"],
            body: Script.answer
        )
        self.driver.receive(response, from: AgentDriver.other)
        #expect(self.destination(of: .bye) == AgentDriver.other)
        #expect(self.driver.questions.isEmpty)
    }

    @Test
    mutating func `the dialog of a caller goes where its names lead, and a new Contact leads elsewhere`() throws {
        let invite = Script.request("INVITE", lines: ["Record-Route: <sip:proxy.example;lr>"], body: Script.offer)
        self.driver.receive(invite)
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.resolve(self.zone)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let tag = try #require(self.driver.sent.last?.toTag?.description)
        self.driver.receive(Script.request("ACK", toTag: tag))
        self.driver.perform(.release(.normal), on: leg)
        #expect(self.destination(of: .bye) == TransportAddress(IPAddress(v4: 0x7F00_0009), 5070))
    }

    @Test
    mutating func `a new Contact is looked for too`() throws {
        self.driver.receive(Script.request("INVITE", body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let tag = try #require(self.driver.sent.last?.toTag?.description)
        self.driver.receive(Script.request("ACK", toTag: tag))
        let update = Script.request("UPDATE", toTag: tag, sequence: 2)
        self.driver.receive(update.replacing("<sip:alice@127.0.0.2:5060>", with: "<sip:alice@phone.example>"))
        self.driver.resolve(self.zone)
        self.driver.perform(.release(.normal), on: leg)
        #expect(self.destination(of: .bye) == TransportAddress(IPAddress(v4: 0x7F00_0008), 5060))
    }
}
