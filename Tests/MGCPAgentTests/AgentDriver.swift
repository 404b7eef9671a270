import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SDP
import Testing

/// Feeds octets of a scripted gateway to a call agent and sorts what it puts out; time and network are its own.
struct AgentDriver {
    var agent: MGCPCallAgent
    var now = Instant.start

    /// The commands that the gateway has got and not yet answered.
    var commands: [MGCPCommand] = []

    /// The answers that the gateway has got.
    var responses: [MGCPResponse] = []

    /// What was reported and not yet looked at.
    var reports: [(event: LegEvent, leg: LegID)] = []

    var observations: [Observation] = []

    private var transaction: UInt32 = 5000
    private var seen: Set<MGCPTransactionID> = []

    static let gateway = TransportAddress(IPAddress(v4: 0x7F00_0002), 2427)
    static let listener = ListenerID(3)

    /// Two lines of one gateway, a digit map for their context.
    static var configuration: MGCPAgentConfiguration {
        var configuration = MGCPAgentConfiguration()
        configuration.listener = Self.listener
        var house = MediaGatewaySettings(name: "house", domain: "house", addresses: [Self.gateway])
        house.probeInterval = nil
        configuration.gateways = [house]
        var carol = LineSettings(name: "carol", gateway: "house", endpoint: "aaln/1", number: "201", context: "home")
        carol.displayName = "Carol"
        configuration.lines = [
            carol,
            LineSettings(name: "dave", gateway: "house", endpoint: "aaln/2", number: "202", context: "home"),
        ]
        if let map = try? DigitMap(parsing: "(2xx|00xx.T)") {
            configuration.digitMaps["home"] = map
        }
        return configuration
    }

    init(_ change: (inout MGCPAgentConfiguration) -> Void = { _ in }) {
        var configuration = Self.configuration
        change(&configuration)
        self.agent = MGCPCallAgent(configuration: configuration, identifiers: IdentifierSource(seed: 7))
    }

    /// Whether nothing is left of any call.
    var isIdle: Bool {
        self.agent.isIdle
    }

    /// A driver whose lines are in service, on hook, and watched.
    static func ready(_ change: (inout MGCPAgentConfiguration) -> Void = { _ in }) -> AgentDriver {
        var driver = AgentDriver(change)
        driver.agent.start(at: driver.now)
        driver.drain()
        driver.acceptAll()
        driver.observations = []
        return driver
    }

    mutating func drain() {
        while let output = self.agent.nextOutput() {
            switch output {
            case .network(.send(let bytes, to: _, via: _)):
                self.read(bytes)
            case .network(.write), .network(.connect), .network(.close), .network(.resolve):
                Issue.record("MGCP runs over UDP")
            case .report(let event, from: let leg):
                self.reports.append((event, leg))
            case .observe(let observation):
                self.observations.append(observation)
            }
        }
    }

    private mutating func read(_ bytes: [UInt8]) {
        var datagram = MGCPDatagram(bytes)
        while let outcome = datagram.next() {
            switch outcome {
            case .command(let command):
                // A repetition is what the gateway knows already.
                if self.seen.insert(command.transactionID).inserted {
                    self.commands.append(command)
                }
                if !command.parameters.deviations.isEmpty {
                    Issue.record("\(command.parameters.deviations.all) in \(String(decoding: bytes, as: UTF8.self))")
                }
            case .response(let response):
                self.responses.append(response)
            case .answerable, .unanswerable:
                Issue.record("sent what cannot be read: \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    // MARK: The gateway

    /// A datagram arrives.
    mutating func receive(_ text: String, from source: TransportAddress = AgentDriver.gateway) {
        self.agent.receive(.datagram(Array(text.utf8), from: source, on: Self.listener), at: self.now)
        self.drain()
    }

    /// The gateway sends a command.
    mutating func gatewaySends(
        _ verb: String,
        _ endpoint: String = "aaln/1",
        _ lines: [String],
        from source: TransportAddress = AgentDriver.gateway
    ) {
        self.transaction += 1
        let text = "\(verb) \(self.transaction) \(endpoint)@house MGCP 1.0\r\n"
        self.receive(text + lines.map { $0 + "\r\n" }.joined(), from: source)
    }

    /// The gateway notifies events, of the request that the endpoint was given last.
    mutating func notifies(_ events: String, on endpoint: String = "aaln/1") {
        self.gatewaySends("NTFY", endpoint, ["X: \(self.requests[endpoint] ?? "0")", "O: \(events)"])
    }

    /// The identifiers of the requests that the endpoints were given.
    var requests: [String: String] = [:]

    /// Takes the oldest command; it must be this one.
    mutating func next(
        _ verb: MGCPVerb,
        on endpoint: String = "aaln/1",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> MGCPCommand {
        guard let place = self.commands.firstIndex(where: { $0.endpoint.description == endpoint + "@house" }) else {
            Issue.record("nothing was sent to \(endpoint)", sourceLocation: sourceLocation)
            throw Nothing()
        }
        let command = self.commands.remove(at: place)
        #expect(command.verb == verb, "\(Self.text(command))", sourceLocation: sourceLocation)
        if let request = command.parameters.value(of: .requestID) {
            self.requests[endpoint] = String(decoding: request, as: UTF8.self)
        }
        return command
    }

    /// Takes the oldest command, which must be this one, and answers it.
    @discardableResult
    mutating func answer(
        _ verb: MGCPVerb,
        on endpoint: String = "aaln/1",
        with code: Int = 200,
        _ lines: [String] = [],
        sdp: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> MGCPCommand {
        let command = try self.next(verb, on: endpoint, sourceLocation: sourceLocation)
        self.respond(to: command, code, lines, sdp: sdp)
        return command
    }

    mutating func respond(to command: MGCPCommand, _ code: Int = 200, _ lines: [String] = [], sdp: String = "") {
        var text = "\(code) \(command.transactionID) OK\r\n" + lines.map { $0 + "\r\n" }.joined()
        if !sdp.isEmpty {
            text += "\r\n" + sdp
        }
        self.receive(text)
    }

    /// Accepts every request, and every audit of a telephone on the hook.
    mutating func acceptAll() {
        while let command = self.commands.first {
            let endpoint = String(decoding: command.localName, as: UTF8.self)
            guard let taken = try? self.next(command.verb, on: endpoint) else {
                return
            }
            self.respond(to: taken)
        }
    }

    // MARK: Call control

    mutating func perform(_ command: LegCommand, on leg: LegID) {
        self.agent.perform(command, on: leg, at: self.now)
        self.drain()
    }

    /// Places a leg to a line.
    mutating func places(
        _ target: Target,
        offer: SessionDescription? = Script.offer,
        number: UInt64 = 1,
        isAnchored: Bool = false
    ) -> LegID {
        let leg = LegID(.mgcp, .outgoing, number: number)
        var setup = Script.setup
        setup.isAnchored = isAnchored
        self.perform(.place(setup, to: target, offer: offer), on: leg)
        return leg
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

    /// Takes the oldest report.
    mutating func nextReport() throws -> LegEvent {
        guard !self.reports.isEmpty else {
            throw Nothing()
        }
        return self.reports.removeFirst().event
    }

    /// Takes all reports by the names of their cases.
    mutating func takeReports() -> [String] {
        defer { self.reports = [] }
        return self.reports.map { String(String(describing: $0.event).prefix { $0.isLetter }) }
    }

    /// Something was expected and there is nothing.
    struct Nothing: Error {}

    static func text(_ command: MGCPCommand) -> String {
        String(decoding: command.parameters.bytes, as: UTF8.self)
    }
}

extension MGCPCommand {
    /// A parameter as it is written; `nil` when it is not there.
    subscript(name: MGCPParameterName) -> String? {
        self.parameters.value(of: name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The session description that it carries.
    var sdp: SessionDescription? {
        try? self.parameters.description(0)
    }
}

/// Texts of gateways and call control in tests.
enum Script {
    /// What a gateway says of a connection.
    static let local =
        "v=0\r\no=- A1 1 IN IP4 127.0.0.2\r\ns=-\r\nc=IN IP4 127.0.0.2\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n"

    static func description(
        port: Int = 6000,
        direction: String = "sendrecv",
        payloads: String = "0",
        more: String = ""
    ) -> SessionDescription {
        let text =
            "v=0\r\no=- 9 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio \(port) RTP/AVP \(payloads)\r\na=\(direction)\r\n" + more
        guard let description = try? SessionDescription(parsing: Array(text.utf8)) else {
            preconditionFailure("the descriptions of tests can be read")
        }
        return description
    }

    static var offer: SessionDescription {
        self.description()
    }

    static var setup: CallSetup {
        CallSetup(
            caller: Party(user: "100", displayName: "Alice"),
            called: Party(user: "201"),
            source: CallSource(listener: "main", remote: TransportAddress(.loopbackV4, 5060), context: "public")
        )
    }

    /// A call to a line that is answered at once.
    static let open = ["I: F1"]
}
