package import CallModel
package import ProtocolKit

/// Targets to hunt through, and how.
package struct BridgeAction: Hashable, Sendable {
    /// Stages tried one after another (`|`); the targets of one stage ring together (`,`).
    package let stages: [[BridgeTarget]]

    /// Whether the media passes through the relay.
    package let media: MediaPath

    /// What becomes of media that a target sends before it answers.
    package let earlyMedia: EarlyMediaPolicy

    /// Who makes the caller's ringing tone.
    package let ringback: RingbackPolicy

    /// The release causes after which the next stage, and then the next action, is tried.
    package let failOver: CauseSet

    /// What becomes of the caller when the party that has answered hangs up.
    package let afterwards: Afterwards

    /// The release causes after which the next stage is tried, when they are others than ``failOver``.
    ///
    /// A bridge that has them decides alone: a refusal for every place the callee may be at (RFC 3261 §21.6) counts as the
    /// cause that it has, and ends the search for a target only when that is not among them.
    package let stageFailOver: CauseSet?

    /// The release causes of a single target with which the whole bridge has failed, whoever else rings.
    package let decisive: CauseSet

    package init(
        stages: [[BridgeTarget]],
        media: MediaPath = .anchor,
        earlyMedia: EarlyMediaPolicy = .relay,
        ringback: RingbackPolicy = .relay,
        failOver: CauseSet = .failOverDefault,
        afterwards: Afterwards = .release,
        stageFailOver: CauseSet? = nil,
        decisive: CauseSet = []
    ) {
        self.stages = stages
        self.media = media
        self.earlyMedia = earlyMedia
        self.ringback = ringback
        self.failOver = failOver
        self.afterwards = afterwards
        self.stageFailOver = stageFailOver
        self.decisive = decisive
    }

    /// What becomes of the caller when the party that has answered hangs up.
    package enum Afterwards: String, Hashable, Sendable, CaseIterable {
        /// It is released as well.
        case release

        /// The next action is done.
        case goOn = "go-on"
    }

    /// Where the media of a bridged call flows.
    package enum MediaPath: String, Hashable, Sendable, CaseIterable {
        /// Through the relay.
        case anchor

        /// Between the parties: the session descriptions keep their addresses.
        case direct
    }

    /// Treatment of media before the answer.
    package enum EarlyMediaPolicy: String, Hashable, Sendable, CaseIterable {
        /// The caller hears it.
        case relay

        /// The caller does not hear it.
        case ignore
    }

    /// Origin of the caller's ringing tone.
    package enum RingbackPolicy: String, Hashable, Sendable, CaseIterable {
        /// The caller is told what the target tells us, and makes its own tone.
        case relay

        /// The relay plays the tone to the caller.
        case generate
    }
}

/// One target of a stage.
package struct BridgeTarget: Hashable, Sendable {
    /// Where to place the leg.
    package let target: Target

    /// How long it may take to answer; `nil` leaves it to the configuration.
    package let timeout: Duration?

    /// Whether that time is the one of the whole bridge: when it is up, no further stage is tried.
    package let isTimeOfBridge: Bool

    /// What else is particular to the leg; `nil` for most.
    package let settings: LegSettings?

    package init(
        _ target: Target,
        timeout: Duration? = nil,
        isTimeOfBridge: Bool = false,
        settings: LegSettings? = nil
    ) {
        self.target = target
        self.timeout = timeout
        self.isTimeOfBridge = isTimeOfBridge
        self.settings = settings
    }
}

/// What is particular to one leg of a bridge.
package struct LegSettings: Hashable, Sendable {
    /// How long after its stage has begun the leg is placed.
    package var delay = Duration.zero

    /// How often it may ring, counted in periods of the ringing tone from the moment it rings; `nil` for no such bound.
    package var rings: UInt8?

    /// The number shown to it instead of the caller's.
    package var callerNumber: ByteString?

    /// The name shown to it instead of the caller's.
    package var callerName: ByteString?

    /// Changes to the headers that it is sent.
    package var headers: [HeaderRule] = []

    /// The digits that it is sent when it has answered; empty for none.
    package var digits: [Digit] = []

    /// How many calls may go there at the same time by way of the same resource; `nil` for no such bound.
    package var capacity: LimitAction?

    package init() {}
}
