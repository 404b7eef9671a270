package import CallModel
package import GatewayCore
package import MGCPAgent
package import ProtocolKit
import SIPAgent

/// A gateway, phones, a network and a relay in virtual time; the same seed always plays the same hour.
///
/// A scenario makes phones, tells them what to do, and lets time pass with ``run(for:)`` or until something happens
/// with ``run(until:within:)``. At its end ``finish()`` lets every timer run out and judges: the RFC audit of all
/// packets, the leak of one leg's identity to another, and whether anything is left.
package final class Simulation {
    /// The present.
    package private(set) var now = Instant.start

    /// The network.
    package var network: VirtualNetwork

    /// The relay.
    package var relay = VirtualRelay()

    /// Everything that the gateway observed, messages left out.
    package private(set) var observations: [Observation] = []

    /// The records of calls that are over.
    package private(set) var records: [CallRecord] = []

    /// What was sent in former lives of the gateway, for people.
    private(set) var formerLadder = ""

    /// Answers DNS questions of the gateway; what it does not know does not exist.
    package var zone: [DNSQuestion: DNSAnswer] = [:]

    /// Answers DNS questions that ``zone`` does not know.
    package var resolver: ((DNSQuestion) -> DNSAnswer?)?

    /// Stands in for decision servers: what comes back of a question and how long after it, or `nil` for silence.
    package var decider: (DecisionRequest) -> (result: DecisionResult, after: Duration)? = { _ in
        (.failed(.unreachable("nobody is there")), .zero)
    }

    /// Told of an address where nobody is before the gateway sends there for the first time, so that somebody can come.
    package var onUnknownAddress: ((TransportAddress) -> Void)?

    /// What the gateway was told since the simulation began.
    package private(set) var recording: GatewayRecording

    /// Whether what the gateway is told is recorded.
    package var recordsInputs = false

    /// Identifiers for phones.
    var random: IdentifierSource

    /// The gateway's SIP address.
    package let gatewayAddress: TransportAddress

    /// The address of its MGCP call agent.
    package let callAgentAddress: TransportAddress

    /// The media gateways in the order in which they were made.
    package private(set) var mediaGateways: [SimulatedMediaGateway] = []

    private var gateway: Gateway
    private let configuration: GatewayConfiguration
    private var phones: [Phone] = []
    private var script = DeadlineQueue<UInt64>()
    private var steps: [UInt64: () -> Void] = [:]
    private var stepCount: UInt64 = 0

    /// What the wall clock says when time begins.
    private let firstMoment: CivilTime

    /// 2026-01-05T00:00:00Z, a Monday.
    package static let ordinaryMoment = CivilTime(nanoseconds: 1_767_571_200_000_000_000)

    /// Starts a gateway with this configuration on a network with these conditions, at this time of day.
    package init(
        _ configuration: GatewayConfiguration,
        seed: UInt64 = 1,
        conditions: NetworkConditions = .perfect,
        firstMoment: CivilTime = Simulation.ordinaryMoment
    ) {
        self.firstMoment = firstMoment
        self.configuration = configuration
        self.network = VirtualNetwork(conditions: conditions, seed: seed)
        self.random = IdentifierSource(shard: 1, seed: seed &+ 77)
        var key = IdentifierSource(seed: seed)
        self.recording = GatewayRecording(
            configuration: configuration,
            key: key.octets(32),
            firstMoment: firstMoment
        )
        self.gateway = Gateway(configuration: configuration, key: self.recording.key)
        self.gatewayAddress =
            configuration.sip.listeners.first?.address ?? TransportAddress(.loopbackV4, 5060)
        self.callAgentAddress = configuration.mgcp?.address ?? TransportAddress(.loopbackV4, 2727)
        for (place, listener) in configuration.sip.listeners.enumerated() {
            let id = ListenerID(UInt16(truncatingIfNeeded: place))
            self.network.bind(.gateway, id, listener.transport, listener.address)
        }
        if let mgcp = configuration.mgcp {
            self.network.bind(.gateway, mgcp.listener, .udp, mgcp.address)
        }
        self.gateway.setWallClock(firstMoment, at: .start)
        self.gateway.start(at: .start)
        self.drainGateway()
    }

    // MARK: Scripting

    /// A phone at this address, listening on UDP and TCP.
    package func phone(_ name: String, at address: String) -> Phone {
        guard let address = TransportAddress(address) else {
            preconditionFailure("\(address) is not an address and port")
        }
        let phone = Phone(name: name, number: self.phones.count, address: address, simulation: self)
        self.phones.append(phone)
        self.network.bind(phone.node, ListenerID(0), .udp, address)
        self.network.bind(phone.node, ListenerID(1), .tcp, address)
        return phone
    }

    /// A media gateway that is made of this.
    package func add(_ name: String, _ configuration: LabGatewayConfiguration) -> SimulatedMediaGateway {
        let mediaGateway = SimulatedMediaGateway(
            name,
            number: self.mediaGateways.count,
            configuration,
            simulation: self
        )
        self.mediaGateways.append(mediaGateway)
        self.network.bind(mediaGateway.node, ListenerID(0), .udp, configuration.address)
        return mediaGateway
    }

    /// Does something later.
    package func after(_ delay: Duration, _ step: @escaping () -> Void) {
        self.stepCount += 1
        self.steps[self.stepCount] = step
        self.script.set(self.now.advanced(by: delay), for: self.stepCount)
    }

    /// Lets time pass.
    package func run(for duration: Duration) {
        let end = self.now.advanced(by: duration)
        while self.step(until: end) {}
        self.now = end
    }

    /// Lets time pass until `condition` holds; `false` when it did not within the limit.
    package func run(until condition: () -> Bool, within limit: Duration = .seconds(40)) -> Bool {
        let end = self.now.advanced(by: limit)
        while !condition() {
            guard self.step(until: end) else {
                self.now = end
                return condition()
            }
        }
        return true
    }

    /// Changes the gateway from outside: a stop, a release, a new dialplan.
    package func withGateway<Result>(_ body: (inout Gateway, Instant) -> Result) -> Result {
        let result = body(&self.gateway, self.now)
        self.drainGateway()
        return result
    }

    /// Kills the gateway and starts another in its place, which knows nothing of what was.
    ///
    /// The rules judge the new one only, and calls of the old one have no records.
    package func restartGateway() {
        self.formerLadder += self.ladder + "\n(the gateway starts again)\n"
        self.network.forgetWire()
        self.gateway = Gateway(configuration: self.configuration, key: self.random.octets(32))
        self.relay = VirtualRelay()
        self.observations.removeAll { observation in
            if case .callStarted = observation {
                return true
            }
            return false
        }
        self.records = []
        self.gateway.setWallClock(WallClock(self.firstMoment).time(at: self.now), at: self.now)
        self.gateway.start(at: self.now)
        self.drainGateway()
    }

    /// Forgets packets, observations, records and ended calls, so that a scenario can be as long as it likes.
    package func forgetHistory() {
        self.network.forgetWire()
        self.relay.forgetOrders()
        self.observations = []
        self.records = []
        for phone in self.phones {
            phone.forgetCalls()
        }
        for mediaGateway in self.mediaGateways {
            mediaGateway.forgetNotes()
        }
    }

    /// Cuts a phone off from the network.
    package func disconnect(_ phone: Phone) {
        self.network.setReachable(phone.node, false)
    }

    /// Connects it again.
    package func reconnect(_ phone: Phone) {
        self.network.setReachable(phone.node, true)
    }

    /// What the gateway knows of lines and circuits.
    package var endpoints: [EndpointSummary] {
        self.gateway.endpoints
    }

    /// How many calls the gateway has.
    package var callCount: Int {
        self.gateway.callCount
    }

    /// Whether nothing of any call is left anywhere in the gateway and the relay.
    package var isIdle: Bool {
        self.gateway.isIdle && self.relay.isIdle && self.mediaGateways.allSatisfy { $0.gateway.isIdle }
    }

    /// Whose address that is.
    func node(at address: TransportAddress) -> NodeID? {
        self.phones.first { $0.address == address }?.node
            ?? self.mediaGateways.first { $0.address == address }?.node
    }

    // MARK: Time

    /// Does the next thing that happens not after `end`; `false` when there is none.
    private func step(until end: Instant) -> Bool {
        let candidates = [
            self.network.nextDeadline, self.relay.nextDeadline, self.script.next, self.gateway.nextDeadline,
            self.phones.compactMap(\.nextDeadline).min(), self.mediaGateways.compactMap(\.nextDeadline).min(),
        ]
        guard let next = candidates.compactMap({ $0 }).min(), next <= end else {
            return false
        }
        self.now = max(self.now, next)
        self.runDue()
        return true
    }

    private func runDue() {
        if let delivery = self.network.takeDue(at: self.now) {
            self.deliver(delivery)
        } else if let report = self.relay.takeDue(at: self.now) {
            self.record(.media(report))
            self.gateway.receive(report, at: self.now)
            self.drainGateway()
        } else if let key = self.script.popDue(at: self.now) {
            self.steps.removeValue(forKey: key)?()
        } else {
            self.record(.time)
            self.gateway.advance(to: self.now)
            self.drainGateway()
            for phone in self.phones {
                phone.advance(to: self.now)
            }
            for mediaGateway in self.mediaGateways {
                mediaGateway.advance(to: self.now)
            }
        }
    }

    private func deliver(_ delivery: VirtualNetwork.Delivery) {
        switch delivery.node {
        case .gateway:
            self.record(.network(delivery.event))
            self.gateway.receive(delivery.event, at: self.now)
            self.drainGateway()
        case .phone(let number):
            self.phones[number].receive(delivery.event)
        case .mediaGateway(let number):
            self.mediaGateways[number].receive(delivery.event)
        case .spoofer:
            // What is sent to a forged address reaches nobody who would answer.
            break
        }
    }

    private func deliver(_ result: DecisionResult, to question: DecisionID) {
        self.record(.decision(result, to: question))
        self.gateway.receive(result, to: question, at: self.now)
        self.drainGateway()
    }

    private func record(_ input: GatewayRecording.Input) {
        if self.recordsInputs {
            self.recording.inputs.append((self.now, input))
        }
    }

    private func drainGateway() {
        while let effect = self.gateway.nextEffect() {
            switch effect {
            case .network(.resolve(let id, let question)):
                let answer = self.zone[question] ?? self.resolver?(question) ?? .nothing(timeToLive: .seconds(60))
                self.network.deliver(.resolved(id, answer), to: .gateway, at: self.now.advanced(by: .milliseconds(5)))
            case .network(let request):
                self.meet(request)
                self.network.perform(request, from: .gateway, at: self.now)
            case .media(let order):
                self.relay.perform(order, at: self.now)
            case .decide(.ask(let request)):
                if let (result, delay) = self.decider(request) {
                    self.after(delay) { [weak self] in self?.deliver(result, to: request.id) }
                }
            case .decide(.withdraw):
                // An answer that is on its way comes all the same.
                break
            case .record(let record):
                self.records.append(record)
            case .observe(.message):
                break
            case .observe(let observation):
                self.observations.append(observation)
            }
        }
    }

    /// Lets somebody come to an address that nobody has.
    private func meet(_ request: NetworkRequest) {
        guard let onUnknownAddress else {
            return
        }
        switch request {
        case .send(_, let address, _), .connect(_, let address, _):
            if !self.network.hasNode(at: address) {
                onUnknownAddress(address)
            }
        case .write, .close, .resolve:
            break
        }
    }
}
