import CallModel
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// RFC 3263 against a resolver that answers from a table.
struct NextHopLocatorTests {
    private static let listeners = [
        Self.listener("udp4", .udp, "192.0.2.100:5060"), Self.listener("tcp4", .tcp, "192.0.2.100:5060"),
        Self.listener("udp6", .udp, "[2001:db8::100]:5060"),
    ].compactMap { $0 }

    private static func listener(
        _ name: ByteString,
        _ transport: TransportProtocol,
        _ address: String
    ) -> SIPListenerConfiguration? {
        TransportAddress(address).map { SIPListenerConfiguration(name: name, transport: transport, address: $0) }
    }

    private var identifiers = IdentifierSource(seed: 3)
    private var locator: NextHopLocator
    private var zone: [DNSQuestion: DNSAnswer] = [:]
    private var asked: [DNSQuestion] = []
    private var now = Instant.start

    init() {
        self.locator = NextHopLocator(
            policy: LocatingPolicy(),
            listeners: Self.listeners,
            identifiers: &self.identifiers
        )
    }

    private mutating func use(_ policy: LocatingPolicy) {
        self.locator = NextHopLocator(policy: policy, listeners: Self.listeners, identifiers: &self.identifiers)
    }

    private mutating func publish(
        _ name: ByteString,
        _ type: DNSQuestion.RecordType,
        _ records: [DNSRecord],
        ttl: Int = 60
    ) {
        self.zone[DNSQuestion(name, type)] = .records(records, timeToLive: .seconds(ttl))
    }

    private mutating func publish(_ name: ByteString, address: String) throws {
        let ip = try #require(IPAddress(address))
        self.publish(name, ip.isV4 ? .a : .aaaa, [.address(ip)])
    }

    /// Answers every question from the zone, and gives the outcome of the search.
    private mutating func locate(_ uri: String) throws -> NextHopLocator.Answer? {
        let target = try #require(NextHopTarget(try SIPURI(ByteString(uri))))
        switch self.locator.locate(target, at: self.now) {
        case .answered(let answer):
            return answer
        case .pending(let id):
            var result: NextHopLocator.Answer?
            while let output = self.locator.nextOutput() {
                switch output {
                case .resolve(let resolution, let question):
                    self.asked.append(question)
                    let answer = self.zone[question] ?? .nothing(timeToLive: .seconds(60))
                    self.locator.receive(answer, for: resolution, at: self.now)
                case .located(id, let answer):
                    result = answer
                case .located:
                    Issue.record("another search has ended")
                }
            }
            return result
        }
    }

    private func text(_ answer: NextHopLocator.Answer?) -> [String] {
        switch answer {
        case .found(let list):
            list.remaining.map { "\($0.transport) \($0.address)" }
        case .failed(let failure):
            ["\(failure)"]
        case nil:
            ["pending"]
        }
    }

    @Test(arguments: [
        ("sip:192.0.2.1", "udp 192.0.2.1:5060"), ("sip:a@192.0.2.1:5070", "udp 192.0.2.1:5070"),
        ("sip:192.0.2.1;transport=tcp", "tcp 192.0.2.1:5060"), ("sip:[2001:db8::1]", "udp [2001:db8::1]:5060"),
        ("sip:example.org;maddr=192.0.2.9", "udp 192.0.2.9:5060"),
        ("sip:[2001:db8::1];transport=tcp", "unreachable"),
    ])
    mutating func `a numeric host needs no question`(uri: String, expected: String) throws {
        #expect(self.text(try self.locate(uri)) == [expected])
        #expect(self.asked.isEmpty)
    }

    @Test(arguments: ["sips:example.org", "tel:+1", "sip:example.org;transport=tls", "sip:example.org;transport=sctp"])
    func `what we cannot speak has no target`(uri: String) throws {
        #expect(NextHopTarget(try SIPURI(ByteString(uri))) == nil)
    }

    @Test
    mutating func `a port asks for addresses only`() throws {
        try self.publish("example.org", address: "192.0.2.1")
        try self.publish("example.org", address: "2001:db8::1")
        #expect(
            self.text(try self.locate("sip:Example.ORG.:5080")) == ["udp [2001:db8::1]:5080", "udp 192.0.2.1:5080"]
        )
        #expect(Set(self.asked) == [DNSQuestion("example.org", .a), DNSQuestion("example.org", .aaaa)])
    }

    @Test
    mutating func `a transport asks for its service`() throws {
        self.publish(
            "_sip._tcp.example.org",
            .srv,
            [.service(priority: 1, weight: 0, port: 5061, target: "a.example.org")]
        )
        try self.publish("a.example.org", address: "192.0.2.1")
        #expect(self.text(try self.locate("sip:example.org;transport=tcp")) == ["tcp 192.0.2.1:5061"])
        #expect(!self.asked.contains { $0.type == .naptr || $0.type == .aaaa }, "TCP is spoken over IPv4 only")
    }

    @Test
    mutating func `pointers choose the transport and services the order`() throws {
        self.publish(
            "example.org",
            .naptr,
            [
                .pointer(
                    order: 50,
                    preference: 50,
                    flags: "s",
                    service: "SIPS+D2T",
                    replacement: "_sips._tcp.example.org"
                ),
                .pointer(
                    order: 100,
                    preference: 50,
                    flags: "S",
                    service: "SIP+D2U",
                    replacement: "_sip._udp.example.org"
                ),
                .pointer(order: 90, preference: 50, flags: "s", service: "sip+d2t", replacement: "tcp.example.org."),
                .pointer(order: 10, preference: 50, flags: "u", service: "SIP+E2U", replacement: ""),
            ]
        )
        self.publish(
            "tcp.example.org",
            .srv,
            [
                .service(priority: 20, weight: 0, port: 5062, target: "b.example.org."),
                .service(priority: 10, weight: 0, port: 5061, target: "A.example.org"),
            ]
        )
        self.publish(
            "_sip._udp.example.org",
            .srv,
            [.service(priority: 1, weight: 1, port: 5060, target: "b.example.org")]
        )
        try self.publish("a.example.org", address: "192.0.2.1")
        try self.publish("b.example.org", address: "192.0.2.2")
        #expect(
            self.text(try self.locate("sip:example.org"))
                == ["tcp 192.0.2.1:5061", "tcp 192.0.2.2:5062", "udp 192.0.2.2:5060"]
        )
    }

    @Test
    mutating func `without pointers the services of all transports are tried`() throws {
        self.publish(
            "_sip._tcp.example.org",
            .srv,
            [.service(priority: 1, weight: 0, port: 5070, target: "a.example.org")]
        )
        try self.publish("a.example.org", address: "192.0.2.1")
        #expect(self.text(try self.locate("sip:example.org")) == ["tcp 192.0.2.1:5070"])
    }

    @Test
    mutating func `without services the name itself is taken`() throws {
        try self.publish("example.org", address: "192.0.2.1")
        #expect(self.text(try self.locate("sip:example.org")) == ["udp 192.0.2.1:5060"])
    }

    @Test
    mutating func `a service of a dot is no service`() throws {
        self.publish("_sip._udp.example.org", .srv, [.service(priority: 0, weight: 0, port: 0, target: ".")])
        try self.publish("example.org", address: "192.0.2.1")
        #expect(self.text(try self.locate("sip:example.org;transport=udp")) == ["notResolved"])
    }

    @Test
    mutating func `a name that is nowhere fails`() throws {
        #expect(self.text(try self.locate("sip:example.org")) == ["notResolved"])
        self.zone[DNSQuestion("broken.org", .a)] = .failed
        #expect(self.text(try self.locate("sip:broken.org:5060")) == ["notResolved"])
    }

    @Test
    mutating func `answers are kept for their time`() throws {
        self.publish("example.org", .a, [.address(IPAddress(v4: 0xC000_0201))], ttl: 30)
        _ = try self.locate("sip:example.org:5060")
        let count = self.asked.count
        self.now = self.now.advanced(by: .seconds(29))
        #expect(self.text(try self.locate("sip:example.org:5070")) == ["udp 192.0.2.1:5070"])
        #expect(self.asked.count == count)
        self.now = self.now.advanced(by: .seconds(1))
        _ = try self.locate("sip:example.org:5070")
        #expect(self.asked.count == count + 1, "the missing AAAA is remembered for longer")
    }

    @Test
    mutating func `an answer without a lifetime serves its search only`() throws {
        self.publish("example.org", .a, [.address(IPAddress(v4: 0xC000_0201))], ttl: 0)
        #expect(self.text(try self.locate("sip:example.org:5060")) == ["udp 192.0.2.1:5060"])
        let count = self.asked.count
        _ = try self.locate("sip:example.org:5060")
        #expect(self.asked.count == count + 1)
    }

    @Test
    mutating func `weights are drawn in proportion`() throws {
        var policy = LocatingPolicy()
        policy.maximumTimeToLive = .zero
        self.use(policy)
        let records: [DNSRecord] = [
            .service(priority: 1, weight: 90, port: 5060, target: "a.example.org"),
            .service(priority: 1, weight: 10, port: 5060, target: "b.example.org"),
            .service(priority: 2, weight: 1000, port: 5060, target: "c.example.org"),
        ]
        self.publish("_sip._udp.example.org", .srv, records)
        for (name, address) in [("a", "192.0.2.1"), ("b", "192.0.2.2"), ("c", "192.0.2.3")] {
            try self.publish(ByteString("\(name).example.org"), address: address)
        }
        var first = 0
        for _ in 0..<1000 {
            let hops = self.text(try self.locate("sip:example.org;transport=udp"))
            #expect(hops.count == 3)
            #expect(hops.last == "udp 192.0.2.3:5060")
            first += hops.first == "udp 192.0.2.1:5060" ? 1 : 0
        }
        #expect((850...940).contains(first))
    }

    @Test
    mutating func `failed hops are tried last and unavailable ones not at all`() throws {
        self.publish("example.org", .a, [.address(IPAddress(v4: 0xC000_0201)), .address(IPAddress(v4: 0xC000_0202))])
        let first = NextHop(.udp, try #require(TransportAddress("192.0.2.1:5060")))
        let second = NextHop(.udp, try #require(TransportAddress("192.0.2.2:5060")))
        self.locator.markUnresponsive(first, for: .seconds(30), at: self.now)
        #expect(self.text(try self.locate("sip:example.org:5060")) == ["udp 192.0.2.2:5060", "udp 192.0.2.1:5060"])

        self.locator.markUnavailable(second, retryAfter: .seconds(60), at: self.now)
        #expect(self.text(try self.locate("sip:example.org:5060")) == ["udp 192.0.2.1:5060"])
        #expect(
            try self.locate("sip:192.0.2.2") == .failed(.unavailable(retryAfter: .seconds(60)))
        )
        self.locator.markResponsive(first)
        self.now = self.now.advanced(by: .seconds(60))
        #expect(self.text(try self.locate("sip:example.org:5060")) == ["udp 192.0.2.1:5060", "udp 192.0.2.2:5060"])
    }

    @Test
    mutating func `a dead resolver ends a search in time`() throws {
        let target = NextHopTarget(host: "example.org")
        guard case .pending(let id) = self.locator.locate(target, at: self.now) else {
            Issue.record("nothing is known yet")
            return
        }
        #expect(self.locator.nextDeadline == self.now.advanced(by: .seconds(10)))
        self.locator.advance(to: self.now.advanced(by: .seconds(10)))
        var outputs: [NextHopLocator.Output] = []
        while let output = self.locator.nextOutput() {
            outputs.append(output)
        }
        #expect(outputs.last == .located(id, .failed(.notResolved)))
        #expect(self.locator.pendingCount == 0)
        #expect(self.locator.nextDeadline == nil)
    }

    @Test
    mutating func `a slow answer does not hold up a place that is known`() throws {
        guard case .pending(let id) = self.locator.locate(NextHopTarget(host: "example.org", port: 5060), at: self.now)
        else {
            Issue.record("nothing is known yet")
            return
        }
        while let output = self.locator.nextOutput() {
            if case .resolve(let resolution, DNSQuestion("example.org", .a)) = output {
                let address = DNSRecord.address(IPAddress(v4: 0xC000_0201))
                self.locator.receive(.records([address], timeToLive: .seconds(60)), for: resolution, at: self.now)
            }
        }
        #expect(self.locator.nextDeadline == self.now.advanced(by: .seconds(1)))
        self.locator.advance(to: self.now.advanced(by: .seconds(1)))
        guard case .located(id, .found(let list))? = self.locator.nextOutput() else {
            Issue.record("the search has ended")
            return
        }
        #expect(list.remaining.count == 1)
    }

    @Test
    mutating func `searches share questions and can be given up`() throws {
        let target = NextHopTarget(host: "example.org", port: 5060)
        guard case .pending(let first) = self.locator.locate(target, at: self.now),
            case .pending(let second) = self.locator.locate(target, at: self.now)
        else {
            Issue.record("nothing is known yet")
            return
        }
        var resolutions: [ResolutionID] = []
        while case .resolve(let resolution, _)? = self.locator.nextOutput() {
            resolutions.append(resolution)
        }
        #expect(resolutions.count == 2)
        self.locator.cancel(first)
        for resolution in resolutions {
            self.locator.receive(.nothing(timeToLive: .seconds(1)), for: resolution, at: self.now)
            self.locator.receive(.nothing(timeToLive: .seconds(1)), for: resolution, at: self.now)
        }
        #expect(self.locator.nextOutput() == .located(second, .failed(.notResolved)))
        #expect(self.locator.nextOutput() == nil)
        #expect(self.locator.pendingCount == 0)
    }

    @Test
    mutating func `waiting searches are bounded`() throws {
        var policy = LocatingPolicy()
        policy.pendingResolutions = 3
        self.use(policy)
        for number in 0..<3 {
            _ = self.locator.locate(NextHopTarget(host: ByteString("h\(number)"), transport: .udp), at: self.now)
        }
        #expect(self.locator.locate(NextHopTarget(host: "h9"), at: self.now) == .answered(.failed(.busy)))
    }

    @Test
    mutating func `a flood of records is cut`() throws {
        let records = (0..<5000).map {
            DNSRecord.service(priority: 1, weight: 1, port: 5060, target: ByteString("h\($0).example.org"))
        }
        self.publish("_sip._udp.example.org", .srv, records)
        for number in 0..<5000 {
            try self.publish(ByteString("h\(number).example.org"), address: "192.0.2.\(number % 250)")
        }
        guard case .found(let list)? = try self.locate("sip:example.org;transport=udp") else {
            Issue.record("there are addresses")
            return
        }
        #expect((1...32).contains(list.remaining.count))
        #expect(self.asked.count <= 40)
    }

    @Test
    mutating func `addresses that are no place to send to are left out`() throws {
        self.publish(
            "example.org",
            .a,
            [.address(.anyV4), .address(IPAddress(v4: .max)), .address(IPAddress(v4: 0xE000_0001))]
        )
        #expect(self.text(try self.locate("sip:example.org:5060")) == ["notResolved"])
    }
}
