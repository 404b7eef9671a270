package import CallModel
package import GatewayCore
package import ProtocolKit

/// What the loop drives: the gateway, or what a test puts in its place.
package protocol SignalingCore: ~Copyable {
    /// The inputs of one turn follow: effects of it may be held back until ``endTurn(at:)``.
    mutating func beginTurn()

    /// The turn has no further input but what comes of its effects.
    mutating func endTurn(at now: Instant)

    /// Something happened on the network.
    mutating func receive(_ event: NetworkEvent, at now: Instant)

    /// The relay reports.
    mutating func receive(_ report: MediaReport, at now: Instant)

    /// A decision server has answered, or will not.
    mutating func receive(_ result: DecisionResult, to id: DecisionID, at now: Instant)

    /// The time of day is `civil` at `now`.
    mutating func setWallClock(_ civil: CivilTime, at now: Instant)

    /// Acts on every deadline that is not after `now`.
    mutating func advance(to now: Instant)

    /// The next moment ``advance(to:)`` has something to do.
    var nextDeadline: Instant? { get }

    /// The oldest effect that has not been taken.
    mutating func nextEffect() -> GatewayEffect?
}
