package import CallModel
package import ProtocolKit

/// Where a message came from.
package struct MessageSource: Hashable, Sendable {
    /// What carried it.
    package let transport: TransportProtocol

    /// The address that it came from.
    package let remote: TransportAddress

    /// The listener that received it, or whose address the flow was opened from.
    package let listener: ListenerID

    /// The flow that it came on, for streams.
    package let flow: FlowID?

    package init(transport: TransportProtocol, remote: TransportAddress, listener: ListenerID, flow: FlowID? = nil) {
        self.transport = transport
        self.remote = remote
        self.listener = listener
        self.flow = flow
    }

    /// The way back.
    package var destination: Destination {
        Destination(transport: self.transport, address: self.remote, listener: self.listener, flow: self.flow)
    }
}

/// Where a request goes.
package struct Destination: Hashable, Sendable {
    /// What carries it.
    package var transport: TransportProtocol

    /// The address that it goes to.
    package var address: TransportAddress

    /// The listener that it leaves from.
    package var listener: ListenerID

    /// The flow that it should use while that is open.
    package var flow: FlowID?

    package init(
        transport: TransportProtocol,
        address: TransportAddress,
        listener: ListenerID,
        flow: FlowID? = nil
    ) {
        self.transport = transport
        self.address = address
        self.listener = listener
        self.flow = flow
    }
}
