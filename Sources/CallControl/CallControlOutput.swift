package import CallModel

/// What call control wants from the rest of the gateway.
package enum CallControlOutput: Sendable {
    /// For the agent of that leg.
    case command(LegCommand, on: LegID)
    /// For the relay.
    case media(MediaOrder)
    /// To be answered later by ``CallController/receive(_:to:for:at:)``.
    case ask(RouteQuestion, CallID)
    /// For whoever talks with decision servers.
    indirect case decide(DecisionOrder)
    /// A call is over and this is its record.
    indirect case record(CallRecord)
    /// Something worth knowing.
    case observe(Observation)
}
