package import CallModel

/// What a gateway wants from the world after an input.
package enum GatewayEffect: Sendable {
    /// Something for the sockets.
    case network(NetworkRequest)
    /// Something for the relay.
    case media(MediaOrder)
    /// Something for whoever talks with decision servers.
    indirect case decide(DecisionOrder)
    /// A call is over and this is its record.
    indirect case record(CallRecord)
    /// Something worth knowing.
    case observe(Observation)
}
