import CallModel
import GatewayCore
import ProtocolKit
import SignalingShell

/// Stands in for a gateway: keeps what it is told and does what the test says.
struct ScriptedCore: SignalingCore, ~Copyable {
    var events: [NetworkEvent] = []
    var reports: [MediaReport] = []
    var results: [DecisionResult] = []
    var deadline: Instant?
    var served: [Instant] = []
    var effects = OutputQueue<GatewayEffect>()
    /// Whether each datagram is sent back to where it came from.
    var echoes = false

    /// How many events came in each turn that is over, and a datagram that leaves at the end of the next one.
    var inputsOfTurns: [Int] = []
    private var inputsOfTurn: Int?
    var farewell: (bytes: [UInt8], to: TransportAddress, via: ListenerID)?

    mutating func beginTurn() {
        self.inputsOfTurn = 0
    }

    mutating func endTurn(at now: Instant) {
        self.inputsOfTurns.append(self.inputsOfTurn ?? -1)
        self.inputsOfTurn = nil
        if let farewell = self.farewell.take() {
            self.effects.append(.network(.send(farewell.bytes, to: farewell.to, via: farewell.via)))
        }
    }

    mutating func receive(_ event: NetworkEvent, at now: Instant) {
        self.events.append(event)
        self.inputsOfTurn? += 1
        if self.echoes, case .datagram(let bytes, let source, let listener) = event {
            self.effects.append(.network(.send(bytes, to: source, via: listener)))
        }
    }

    mutating func receive(_ report: MediaReport, at now: Instant) {
        self.reports.append(report)
    }

    mutating func receive(_ result: DecisionResult, to id: DecisionID, at now: Instant) {
        self.results.append(result)
    }

    mutating func setWallClock(_ civil: CivilTime, at now: Instant) {}

    mutating func advance(to now: Instant) {
        self.served.append(now)
        self.deadline = nil
    }

    var nextDeadline: Instant? {
        self.deadline
    }

    mutating func nextEffect() -> GatewayEffect? {
        self.effects.next()
    }
}

/// Keeps what is not for the sockets.
final class ScriptedSink: EffectSink {
    var orders: [MediaOrder] = []
    var decisions: [DecisionOrder] = []
    var causes: [InputCause] = []
    var turns = 0

    func order(_ order: MediaOrder) {
        self.orders.append(order)
    }

    func decide(_ order: DecisionOrder) {
        self.decisions.append(order)
    }

    func record(_ record: CallRecord) {}

    func observe(_ observation: Observation, cause: InputCause, at now: Instant) {
        self.causes.append(cause)
    }

    func endTurn() {
        self.turns += 1
    }
}

/// Answers every question with one address.
final class ScriptedResolver: NameResolver {
    var answer: (ResolutionID) -> Void = { _ in }

    func resolve(_ resolution: ResolutionID, _ question: DNSQuestion) {
        self.answer(resolution)
    }
}

/// A loop on loopback with a scripted core.
struct Station {
    let loop: SignalingLoop<ScriptedCore>
    let sink = ScriptedSink()
    let resolver = ScriptedResolver()
    let addresses: [TransportAddress]

    init(
        _ transports: [TransportProtocol],
        ip: IPAddress = .loopbackV4,
        configure: (inout ShellConfiguration) -> Void = { _ in }
    ) throws {
        var configuration = ShellConfiguration()
        configure(&configuration)
        let listeners = transports.map {
            ListenerConfiguration(transport: $0, address: TransportAddress(ip, 0), dscp: 24)
        }
        let sockets = try ListeningSockets(listeners, buffer: configuration.datagramBuffer)
        self.addresses = sockets.addresses
        self.loop = try SignalingLoop(
            ScriptedCore(),
            sockets: sockets,
            configuration: configuration,
            mailbox: LoopMailbox(),
            resolver: self.resolver,
            sink: self.sink
        )
    }

    var events: [NetworkEvent] {
        self.loop.core.events
    }

    func request(_ request: NetworkRequest) {
        self.loop.perform { core, _ in core.effects.append(.network(request)) }
    }
}

/// Lets the stations take turns until the condition holds, or about ten seconds have passed.
func run(_ stations: Station..., until condition: () -> Bool) -> Bool {
    for _ in 0..<2000 {
        guard !condition() else {
            return true
        }
        for station in stations {
            station.loop.turn(waitingAtMost: 2)
        }
    }
    return condition()
}
