package import CallModel

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

    package init(
        stages: [[BridgeTarget]],
        media: MediaPath = .anchor,
        earlyMedia: EarlyMediaPolicy = .relay,
        ringback: RingbackPolicy = .relay,
        failOver: CauseSet = .failOverDefault
    ) {
        self.stages = stages
        self.media = media
        self.earlyMedia = earlyMedia
        self.ringback = ringback
        self.failOver = failOver
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

    /// How long it may ring; `nil` leaves it to the configuration.
    package let timeout: Duration?

    package init(_ target: Target, timeout: Duration? = nil) {
        self.target = target
        self.timeout = timeout
    }
}
