import CallModel
import ProtocolKit
import SDP
import SIPAgent
import SIPSyntax
import Testing

/// Feeds octets to an agent and sorts what it puts out; time and network are its own.
struct AgentDriver {
    var agent: SIPUserAgent
    var now = Instant.start

    /// What was sent and not yet looked at.
    var sent: [SIPMessage] = []

    /// What was reported and not yet looked at.
    var reports: [(event: LegEvent, leg: LegID)] = []

    var observations: [Observation] = []

    /// All octets that were sent.
    var octets: [[UInt8]] = []

    /// Whether everything sent must be readable; a refusal repeats the headers that it refuses.
    var expectsReadable = true

    /// Where everything was sent to.
    var destinations: [TransportAddress] = []

    /// What the resolver was asked.
    var questions: [(ResolutionID, DNSQuestion)] = []

    /// What was written to connections.
    var written: [(flow: FlowID, message: SIPMessage)] = []

    static let peer = TransportAddress(IPAddress(v4: 0x7F00_0002), 5060)
    static let other = TransportAddress(IPAddress(v4: 0x7F00_0003), 5060)
    static let listener = ListenerID(0)

    /// A call of Alice, at ``peer``, to Bob.
    static var setup: CallSetup {
        CallSetup(
            caller: Party(user: "alice"),
            called: Party(user: "bob"),
            source: CallSource(listener: "main", remote: Self.peer, context: "public")
        )
    }

    init(_ change: (inout SIPAgentConfiguration) -> Void = { _ in }) {
        var configuration = SIPAgentConfiguration()
        configuration.listeners = [
            SIPListenerConfiguration(
                name: "main",
                transport: .udp,
                address: TransportAddress(.loopbackV4, 5060),
                anonymousContext: "public"
            )
        ]
        change(&configuration)
        self.agent = SIPUserAgent(configuration: configuration, identifiers: IdentifierSource(seed: 7))
    }

    mutating func drain() {
        while let output = self.agent.nextOutput() {
            switch output {
            case .network(.resolve(let id, let question)):
                self.questions.append((id, question))
            case .network(.send(let bytes, to: let address, via: _)):
                self.destinations.append(address)
                self.octets.append(bytes)
                if let message = try? SIPMessage(parsing: bytes) {
                    self.sent.append(message)
                } else if self.expectsReadable {
                    Issue.record("sent what cannot be parsed: \(String(decoding: bytes, as: UTF8.self))")
                }
            case .network(.write(let bytes, let flow)):
                if let message = try? SIPMessage(parsing: bytes) {
                    self.written.append((flow, message))
                } else {
                    Issue.record("wrote what cannot be parsed: \(String(decoding: bytes, as: UTF8.self))")
                }
            case .network(.connect), .network(.close):
                break
            case .report(let event, from: let leg):
                self.reports.append((event, leg))
            case .observe(let observation):
                self.observations.append(observation)
            }
        }
    }

    /// The network has news.
    mutating func receive(_ event: NetworkEvent) {
        self.agent.receive(event, at: self.now)
        self.drain()
    }

    /// The resolver answers everything that it was asked, from this table.
    mutating func resolve(_ zone: [DNSQuestion: [DNSRecord]]) {
        while !self.questions.isEmpty {
            let (id, question) = self.questions.removeFirst()
            let answer = zone[question].map { DNSAnswer.records($0, timeToLive: .seconds(60)) }
            self.receive(.resolved(id, answer ?? .nothing(timeToLive: .seconds(60))))
        }
    }

    /// A datagram arrives.
    mutating func receive(_ text: String, from source: TransportAddress = AgentDriver.peer) {
        self.agent.receive(.datagram(Array(text.utf8), from: source, on: Self.listener), at: self.now)
        self.drain()
    }

    mutating func perform(_ command: LegCommand, on leg: LegID) {
        self.agent.perform(command, on: leg, at: self.now)
        self.drain()
    }

    /// Lets time pass, stopping at every deadline.
    mutating func wait(_ duration: Duration) {
        let end = self.now.advanced(by: duration)
        while let deadline = self.agent.nextDeadline, deadline <= end {
            self.now = max(deadline, self.now)
            self.agent.advance(to: self.now)
            self.drain()
        }
        self.now = end
    }

    /// Takes the oldest message that was sent.
    mutating func next() throws -> SIPMessage {
        guard !self.sent.isEmpty else {
            throw Nothing()
        }
        return self.sent.removeFirst()
    }

    /// Takes the oldest report.
    mutating func nextReport() throws -> LegEvent {
        guard !self.reports.isEmpty else {
            throw Nothing()
        }
        return self.reports.removeFirst().event
    }

    /// Something was expected and there is nothing.
    struct Nothing: Error {}

    /// Takes all that was sent: the status codes or methods.
    mutating func takeSent() -> [String] {
        defer { self.sent = [] }
        return self.sent.map { message in
            message.status.map { "\($0.code)" } ?? message.method.text.description
        }
    }

    /// Takes all reports by the names of their cases.
    mutating func takeReports() -> [String] {
        defer { self.reports = [] }
        return self.reports.map { String(String(describing: $0.event).prefix { $0.isLetter }) }
    }
}

/// Texts that peers send in tests.
enum Script {
    static let offer =
        "v=0\r\no=- 1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n"
    static let answer =
        "v=0\r\no=- 9 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 6000 RTP/AVP 0\r\n"

    static func description(_ text: String) -> SessionDescription {
        guard let description = try? SessionDescription(parsing: Array(text.utf8)) else {
            preconditionFailure("the descriptions of tests can be read")
        }
        return description
    }

    /// A request of a caller at 127.0.0.2.
    static func request(
        _ method: String,
        to uri: String = "sip:bob@127.0.0.1",
        toTag: String? = nil,
        callID: String = "c1",
        sequence: Int = 1,
        branch: String? = nil,
        lines: [String] = [],
        body: String = "",
        type: String = "application/sdp"
    ) -> String {
        let cseqMethod = method
        var text = "\(method) \(uri) SIP/2.0\r\n"
        text += "Via: SIP/2.0/UDP 127.0.0.2:5060;branch=z9hG4bK\(branch ?? "\(method)\(sequence)")\r\n"
        text += "Max-Forwards: 70\r\n"
        text += "From: \"Alice\" <sip:alice@127.0.0.2>;tag=alice1\r\n"
        text += "To: <sip:bob@127.0.0.1>\(toTag.map { ";tag=\($0)" } ?? "")\r\n"
        text += "Call-ID: \(callID)\r\nCSeq: \(sequence) \(cseqMethod)\r\n"
        text += "Contact: <sip:alice@127.0.0.2:5060>\r\n"
        for line in lines {
            text += line + "\r\n"
        }
        if !body.isEmpty {
            text += "Content-Type: \(type)\r\n"
        }
        return text + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
    }

    /// A response to a request that the agent sent.
    static func response(
        _ status: String,
        to request: SIPMessage,
        tag: String? = nil,
        lines: [String] = ["Contact: <sip:bob@127.0.0.3:5060>"],
        body: String = ""
    ) -> String {
        var text = "SIP/2.0 \(status)\r\n"
        for field in request.fields where request.hasName(.via, field) {
            text += "Via: \(request.text(in: field.valueRange))\r\n"
        }
        text += "From: \(request.firstText(of: .from) ?? "")\r\n"
        text += "To: \(request.firstText(of: .to) ?? "")"
        if request.toTagRange == nil, let tag {
            text += ";tag=\(tag)"
        }
        text += "\r\nCall-ID: \(request.callID)\r\nCSeq: \(request.cseq.number) \(request.method)\r\n"
        for line in lines {
            text += line + "\r\n"
        }
        if !body.isEmpty {
            text += "Content-Type: application/sdp\r\n"
        }
        return text + "Content-Length: \(body.utf8.count)\r\n\r\n" + body
    }
}
