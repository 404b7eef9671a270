package import CallModel
package import ProtocolKit

/// What made the gateway act: one input, which everything that follows from it names.
package struct InputCause: Hashable, Sendable {
    /// The kind of input.
    package enum Kind: UInt8, Hashable, Sendable {
        /// A message or a part of one arrived.
        case message
        /// A deadline was due.
        case timer
        /// A flow opened or ended, a name was resolved, a datagram came back, a decision server answered.
        case network
        /// The relay reported.
        case media
        /// Somebody gave a command.
        case command
    }

    /// The number of the input since the start.
    package let number: UInt64

    /// The kind of input.
    package let kind: Kind

    package init(number: UInt64, kind: Kind) {
        self.number = number
        self.kind = kind
    }
}

/// Takes what is not for the signaling sockets.
///
/// Everything is called on the loop's thread and must not wait.
package protocol EffectSink: AnyObject {
    /// Something for the relay; ``endTurn()`` follows.
    func order(_ order: MediaOrder)

    /// Something for whoever talks with decision servers.
    func decide(_ order: DecisionOrder)

    /// A call is over and this is its record.
    func record(_ record: CallRecord)

    /// Something worth knowing, and what led to it.
    func observe(_ observation: Observation, cause: InputCause, at now: Instant)

    /// The turn is over: what was collected may be passed on.
    func endTurn()
}
