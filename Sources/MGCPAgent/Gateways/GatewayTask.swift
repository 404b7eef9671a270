/// What a command is for that goes to a gateway and not to one endpoint of a line or circuit.
package enum GatewayTask: Hashable, Sendable {
    /// Whether the gateway lives: ``MediaGateway/Action/probe(_:)``.
    case probe
    /// No connection may be left from the time before the start, on a gateway that tells none in audits.
    case clearing
}
