package import CallModel
package import ProtocolKit

/// What made the gateway act: the input that a step of a trace belongs to.
package struct TraceCause: Hashable, Sendable {
    /// The kind of input.
    package enum Kind: UInt8, Hashable, Sendable {
        case message
        case timer
        case network
        case media
        case command
    }

    /// The number of the input; no two inputs of a process have the same.
    package let input: UInt64

    /// The kind of input.
    package let kind: Kind

    package init(input: UInt64, kind: Kind) {
        self.input = input
        self.kind = kind
    }
}

/// One step of a call as the trace keeps it.
package struct TraceEntry: Hashable, Sendable {
    /// What happened.
    package enum Event: Hashable, Sendable {
        /// A message went over the wire.
        case message(
            TracedMessage.Direction,
            TransportProtocol,
            local: TransportAddress,
            remote: TransportAddress,
            [UInt8]
        )
        /// Something about the call that is no message.
        case note(String)
    }

    /// The call, where the step names it.
    package let call: CallID?

    /// The leg, where the step belongs to one.
    package let leg: LegID?

    /// What made the gateway take this step.
    package let cause: TraceCause

    /// When, on the monotonic clock.
    package let instant: Instant

    /// When, on the wall clock.
    package let time: CivilTime

    /// What happened.
    package let event: Event

    /// Whether a message went over the wire.
    var isMessage: Bool {
        switch self.event {
        case .message: true
        case .note: false
        }
    }

    package init(call: CallID?, leg: LegID?, cause: TraceCause, instant: Instant, time: CivilTime, event: Event) {
        self.call = call
        self.leg = leg
        self.cause = cause
        self.instant = instant
        self.time = time
        self.event = event
    }
}
