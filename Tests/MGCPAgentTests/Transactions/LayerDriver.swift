import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit

/// A layer whose commands are owned by numbers, and what it has put out.
struct LayerDriver {
    static let gateway = TransportAddress(IPAddress(v4: 0x0A00_0001), 2427)
    static let other = TransportAddress(IPAddress(v4: 0x0A00_0002), 2427)

    var layer: MGCPTransactionLayer<Int>
    var now = Instant.start

    /// What came out since the last look: datagrams as text, and what happened.
    var sent: [(text: String, to: TransportAddress)] = []
    var written: [(text: String, owner: Int?)] = []
    var commands: [(command: MGCPCommand, id: MGCPInboundID)] = []
    var responses: [(code: UInt16, owner: Int)] = []
    var provisional: [Int] = []
    var suspected: [Int] = []
    var unanswered: [Int] = []
    var violations: [PeerViolation] = []

    init(
        timers: MGCPTimers = MGCPTimers(),
        limits: MGCPAgentLimits = MGCPAgentLimits(),
        first: UInt32 = 1,
        seed: UInt64 = 1
    ) {
        self.layer = MGCPTransactionLayer(
            timers: timers,
            limits: limits,
            firstTransaction: first,
            identifiers: IdentifierSource(seed: seed)
        )
    }

    // MARK: Inputs

    /// Sends a request for notification to an endpoint; its transaction is in what was sent.
    @discardableResult
    mutating func send(
        _ verb: MGCPVerb = .notificationRequest,
        endpoint: ByteString = "aaln/1@gw.example",
        body: ByteString = "X: 1\r\n",
        to address: TransportAddress = Self.gateway,
        owner: Int = 1
    ) -> MGCPTransactionID? {
        guard let name = EndpointName(endpoint) else {
            return nil
        }
        let command = MGCPOutgoingCommand(verb, name, body: body.bytes)
        return self.layer.send(command, to: address, for: owner, at: self.now)
    }

    mutating func receive(_ text: String, from source: TransportAddress = Self.gateway) {
        self.layer.receive(Array(text.utf8), from: source, at: self.now)
    }

    /// Answers the command that came last but `back`.
    mutating func respond(_ code: MGCPReturnCode = .executed, back: Int = 0) {
        let place = self.commands.count - 1 - back
        guard self.commands.indices.contains(place) else {
            return
        }
        self.layer.respond(to: self.commands[place].id, MGCPReply(code), at: self.now)
    }

    // MARK: Time

    mutating func wait(_ duration: Duration) {
        let end = self.now.advanced(by: duration)
        while let deadline = self.layer.nextDeadline, deadline <= end {
            self.now = max(deadline, self.now)
            self.layer.advance(to: self.now)
            self.drain()
        }
        self.now = end
    }

    /// Acts on the next deadline; returns the milliseconds until it came.
    @discardableResult
    mutating func step() -> Int64? {
        guard let deadline = self.layer.nextDeadline else {
            return nil
        }
        let waited = self.now.duration(to: deadline).nanoseconds / 1_000_000
        self.now = deadline
        self.layer.advance(to: deadline)
        self.drain()
        return waited
    }

    // MARK: Outputs

    mutating func drain() {
        while let output = self.layer.nextOutput() {
            switch output {
            case .send(let bytes, let address): self.sent.append((String(decoding: bytes, as: UTF8.self), address))
            case .written(let bytes, _, let owner): self.written.append((String(decoding: bytes, as: UTF8.self), owner))
            case .command(let command, let id, _): self.commands.append((command, id))
            case .response(let response, let owner, _): self.responses.append((response.code.number, owner))
            case .provisional(let owner): self.provisional.append(owner)
            case .suspected(_, let owner): self.suspected.append(owner)
            case .unanswered(_, let owner): self.unanswered.append(owner)
            case .violation(let violation): self.violations.append(violation)
            }
        }
    }

    /// The datagrams since the last look.
    mutating func takeSent() -> [String] {
        self.drain()
        defer { self.sent = [] }
        return self.sent.map(\.text)
    }
}

extension String {
    /// The lines without their ends.
    var linesOfMessage: [String] {
        self.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }
}
