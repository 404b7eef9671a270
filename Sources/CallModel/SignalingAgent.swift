package import ProtocolKit

/// The contract of a protocol adapter.
///
/// An agent owns every dialog, transaction and deadline of its protocol. It never touches a socket or a
/// clock. After any mutation its driver calls ``nextOutput()`` until it returns `nil`.
package protocol SignalingAgent: Sendable {
    /// Something happened on the network.
    mutating func receive(_ event: NetworkEvent, at now: Instant)

    /// Call control wants something done with a leg.
    mutating func perform(_ command: LegCommand, on leg: LegID, at now: Instant)

    /// The next moment ``advance(to:)`` has something to do.
    var nextDeadline: Instant? { get }

    /// Acts on every deadline that is not after `now`.
    mutating func advance(to now: Instant)

    /// The oldest output that has not been taken.
    mutating func nextOutput() -> AgentOutput?
}

/// What an agent wants from the world.
package enum AgentOutput: Sendable {
    /// Something for the sockets.
    case network(NetworkRequest)
    /// News of a leg for call control.
    case report(LegEvent, from: LegID)
    /// Something worth knowing.
    case observe(Observation)
}
