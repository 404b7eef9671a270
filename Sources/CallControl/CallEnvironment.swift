import CallModel
import DialplanEngine
import ProtocolKit

/// What all calls share: settings, clocks, numbering, tables and the outputs that wait to be taken.
struct CallEnvironment: Sendable {
    let configuration: CallConfiguration
    var dialplan: Dialplan
    var wallClock = WallClock()
    var now = Instant.start
    var limits: CallLimits
    var identifiers: IdentifierSource
    var outputs = OutputQueue<CallControlOutput>()
    var rests = TargetRests()

    /// Which call a leg belongs to.
    var legs: [LegID: SlabIndex] = [:]

    /// Which call an anchor belongs to.
    var anchors: [MediaAnchor: SlabIndex] = [:]

    private var nextLeg: UInt64 = 1

    init(configuration: CallConfiguration, dialplan: Dialplan, identifiers: IdentifierSource) {
        self.configuration = configuration
        self.dialplan = dialplan
        self.limits = CallLimits(configuration.limits)
        self.identifiers = identifiers
    }

    /// The time of day.
    var civilTime: CivilTime {
        self.wallClock.time(at: self.now)
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

    /// A session identifier for an `o=` line, which nobody can guess and every implementation can read.
    mutating func mintSession() -> UInt64 {
        self.identifiers.number(below: 1 << 62)
    }
}
