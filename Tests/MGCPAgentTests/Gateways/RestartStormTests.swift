import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// A gateway of 10,000 endpoints comes back, and each of them says so (RFC 3435 §4.4.6).
struct RestartStormTests {
    private static let source = LayerDriver.gateway
    private static let roundTrip = Duration.milliseconds(20)
    /// The owner of the call's command; those of audits are the numbers of their endpoints.
    private static let call = -1

    private var layer = MGCPTransactionLayer<Int>(
        timers: MGCPTimers(),
        limits: MGCPAgentLimits(),
        firstTransaction: 1,
        identifiers: IdentifierSource(seed: 1)
    )
    private var queue = AuditQueue<Int, Int>(limits: MGCPAgentLimits())
    private var names: [EndpointName: Int] = [:]
    private var endpoints: [EndpointName] = []
    private var services: [EndpointService] = []
    private var now = Instant.start

    /// Answers of the gateway on their way.
    private var flights: [(arrival: Instant, bytes: [UInt8])] = []
    private var audited: [Int] = []
    private var accepted = 0
    private var callTook: Duration?

    init() throws {
        for number in 0..<10_000 {
            let name = try #require(EndpointName(ByteString("aaln/\(number)@gw.example")))
            self.names[name] = number
            self.endpoints.append(name)
            self.services.append(EndpointService())
        }
    }

    private mutating func drain(callSentAt: Instant? = nil) throws {
        while let output = self.layer.nextOutput() {
            switch output {
            case .send(let bytes, _): self.carry(bytes)
            case .written: break
            case .command(let command, let id, _): try self.execute(command, id)
            case .response(let response, let owner, _): self.finish(response, owner, callSentAt)
            case .provisional, .suspected, .unanswered, .violation: Issue.record("\(output)")
            }
        }
    }

    /// The gateway answers each command of a datagram after the round trip.
    private mutating func carry(_ bytes: [UInt8]) {
        var datagram = MGCPDatagram(bytes)
        while let outcome = datagram.next() {
            switch outcome {
            case .command(let command):
                var answer: [UInt8] = Array("200 ".utf8)
                answer.appendDecimal(command.transactionID.number)
                answer.append(" OK\r\nI:\r\nES: L/hu\r\n")
                self.flights.append((self.now.advanced(by: Self.roundTrip), answer))
            case .response(let response):
                self.accepted += response.code == .executed ? 1 : 0
            case .answerable, .unanswerable:
                Issue.record("the call agent writes what can be read")
            }
        }
    }

    private mutating func execute(_ command: MGCPCommand, _ id: MGCPInboundID) throws {
        let restart = try EndpointRestart(reading: command)
        let covered = self.names[restart.endpoints].map { [$0] } ?? Array(self.names.values)
        for endpoint in covered {
            self.services[endpoint].apply(restart.consequence, at: self.now)
            self.queue.add(endpoint, of: 0)
        }
        self.layer.respond(to: id, restart.answer(notifiedEntity: nil), at: self.now)
    }

    private mutating func finish(_ response: MGCPResponse, _ owner: Int, _ callSentAt: Instant?) {
        guard owner != Self.call else {
            self.callTook = callSentAt?.duration(to: self.now)
            return
        }
        guard case .facts(let facts) = EndpointAuditAnswer(response, to: .whole), facts.connections == [] else {
            Issue.record("an audit tells that there is no connection")
            return
        }
        self.audited.append(owner)
        self.queue.finished(owner)
    }

    private mutating func audit() throws {
        while let endpoint = self.queue.next(at: self.now) {
            let command = EndpointAuditScope.whole.command(self.endpoints[endpoint], version: .mgcp)
            let isSent = self.layer.send(command, to: Self.source, for: endpoint, at: self.now)
            #expect(isSent != nil)
        }
    }

    private mutating func step(callSentAt: Instant? = nil) throws {
        self.now = self.now.advanced(by: .milliseconds(2))
        let arrived = self.flights.prefix { $0.arrival <= self.now }
        self.flights.removeFirst(arrived.count)
        for flight in arrived {
            self.layer.receive(flight.bytes, from: Self.source, at: self.now)
        }
        self.layer.advance(to: self.now)
        try self.audit()
        try self.drain(callSentAt: callSentAt)
    }

    @Test
    mutating func `all are answered at once, audited once within 60 s, and a call is not delayed`() throws {
        for number in 0...10_000 {
            let name = number == 10_000 ? "*" : "aaln/\(number)"
            let text = "RSIP \(number + 1) \(name)@gw.example MGCP 1.0\r\nRM: restart\r\n"
            self.layer.receive(Array(text.utf8), from: Self.source, at: self.now)
            try self.drain()
        }
        #expect(self.accepted == 10_001)
        for _ in 0..<1_000 {
            try self.step()
        }
        #expect(!self.queue.isIdle)
        let callSentAt = self.now
        let command = MGCPOutgoingCommand(.createConnection, self.endpoints[7])
        let isSent = self.layer.send(command, to: Self.source, for: Self.call, at: self.now)
        #expect(isSent != nil)
        while !self.queue.isIdle {
            try self.step(callSentAt: callSentAt)
        }
        #expect(self.callTook.map { $0 <= Self.roundTrip + .milliseconds(4) } == true)
        #expect(self.audited.count == 10_000)
        #expect(Set(self.audited).count == 10_000)
        #expect(self.now <= .start.advanced(by: .seconds(60)))
        #expect(self.services.allSatisfy { $0.admitsCalls })
        self.layer.advance(to: self.now.advanced(by: .seconds(30)))
        #expect(self.layer.isIdle)
    }
}
