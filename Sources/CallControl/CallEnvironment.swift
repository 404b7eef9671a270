import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// What all calls share: settings, clocks, numbering, tables and the outputs that wait to be taken.
struct CallEnvironment: Sendable {
    let configuration: CallConfiguration
    /// What new calls are routed by.
    var dialplan: Shared<Dialplan>
    /// What is evaluated beside it.
    var shadow: ShadowTrial?
    /// What dialplans remember from one call to another.
    var memory = DialplanMemory()
    var wallClock = WallClock()
    var now = Instant.start {
        didSet {
            self.plane.now = self.now
        }
    }
    var plane: MediaPlane
    var limits: CallLimits
    var identifiers: IdentifierSource
    var outputs = OutputQueue<CallControlOutput>()
    var rests: TargetRests
    var resources: ResourceCounts
    var decisions: DecisionTable

    /// Which call a leg belongs to.
    var legs: [LegID: SlabIndex] = [:]

    /// Which call an anchor belongs to.
    var anchors: [MediaAnchor: SlabIndex] = [:]

    private var nextLeg: UInt64 = 1

    init(configuration: CallConfiguration, dialplan: Dialplan, identifiers: IdentifierSource) {
        self.configuration = configuration
        self.dialplan = Shared(dialplan)
        self.plane = MediaPlane(configuration.media)
        self.limits = CallLimits(configuration.limits)
        self.resources = ResourceCounts(capacity: configuration.limits.resources)
        self.decisions = DecisionTable(configuration.decisions)
        self.identifiers = identifiers
        self.rests = TargetRests(capacity: configuration.restingTargets)
    }

    /// The time of day.
    var civilTime: CivilTime {
        self.wallClock.time(at: self.now)
    }

    /// What a dialplan is told of a call.
    mutating func facts(_ setup: CallSetup, of call: CallID) -> CallFacts {
        var facts = CallFacts(setup, at: self.civilTime)
        if self.dialplan.value.namesCalls {
            facts.identifier = ByteString(call.description)
        }
        if self.dialplan.value.choosesByChance {
            facts.draw = self.identifiers.number(below: .max)
        }
        return facts
    }

    mutating func command(_ command: LegCommand, on leg: LegID) {
        self.outputs.append(.command(command, on: leg))
    }

    mutating func observe(_ observation: Observation) {
        self.outputs.append(.observe(observation))
    }

    /// An identifier for a leg that is to be placed.
    mutating func mintLeg(_ signaling: SignalingProtocol) -> LegID {
        defer { self.nextLeg += 1 }
        return LegID(signaling, .outgoing, number: self.nextLeg)
    }

    /// Our side of the session on a new leg: its identifier can be read by every implementation and guessed by none.
    mutating func mintSession() -> LocalSession {
        let address = self.configuration.sessionAddress ?? self.configuration.media.interfaces.first?.address
        return LocalSession(sessionID: self.identifiers.number(below: 1 << 62), address: address ?? .loopbackV4)
    }

    /// Passes what the relay shall do for a call on, before whatever is said to a far side next.
    mutating func orderMedia(for call: SlabIndex) {
        while let order = self.plane.orders.next() {
            if case .open(let anchor, _) = order {
                self.anchors[anchor] = call
            }
            self.outputs.append(.media(order))
        }
    }
}
