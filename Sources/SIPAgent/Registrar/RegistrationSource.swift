package import CallModel
package import ProtocolKit

/// Where a REGISTER came from.
package struct RegistrationSource: Hashable, Sendable {
    /// The transport.
    package var transport: TransportProtocol

    /// The address that it came from.
    package var remote: TransportAddress

    /// The listener that received it.
    package var listener: ListenerID

    /// The connection that it came on.
    package var flow: FlowID?

    package init(transport: TransportProtocol, remote: TransportAddress, listener: ListenerID, flow: FlowID?) {
        self.transport = transport
        self.remote = remote
        self.listener = listener
        self.flow = flow
    }
}
