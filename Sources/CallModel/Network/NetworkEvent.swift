package import ProtocolKit

/// A transport protocol that signaling runs over.
package enum TransportProtocol: UInt8, Hashable, Sendable, CaseIterable {
    case udp
    case tcp

    /// Whether the protocol itself retransmits and keeps order, so that no timer of ours has to.
    package var isReliable: Bool {
        self != .udp
    }
}

/// A configured listening socket: its place in the configuration's list of listeners.
package struct ListenerID: Hashable, Sendable {
    /// The place in the list.
    package let number: UInt16

    package init(_ number: UInt16) {
        self.number = number
    }
}

/// One TCP connection (RFC 5626 "flow").
///
/// The shell numbers flows that peers open, the agent those that it asks for; the two never meet.
package struct FlowID: Hashable, Sendable {
    /// The number; odd when a peer opened the flow.
    package let number: UInt64

    /// The flow that a peer opened as the `sequence`-th.
    package init(accepted sequence: UInt64) {
        self.number = sequence << 1 | 1
    }

    /// The flow that an agent asked for as the `sequence`-th.
    package init(requested sequence: UInt64) {
        self.number = sequence << 1
    }
}

/// What the network tells an agent.
package enum NetworkEvent: Sendable {
    /// A datagram arrived.
    case datagram([UInt8], from: TransportAddress, on: ListenerID)
    /// A peer opened a flow to a listener.
    case accepted(FlowID, from: TransportAddress, to: TransportAddress, on: ListenerID)
    /// A flow that was asked for is open; `local` is its own end.
    case connected(FlowID, local: TransportAddress)
    /// Octets arrived on a flow, split anywhere.
    case received(FlowID, [UInt8])
    /// A flow is gone, or could not be opened; nothing follows for it.
    case closed(FlowID, FlowEnd)
    /// A datagram could not be delivered (ICMP), as the operating system reported it.
    case unreachable(TransportAddress, on: ListenerID)
    /// A name was resolved, or not.
    case resolved(ResolutionID, DNSAnswer)
}

/// Why a flow ended.
package enum FlowEnd: UInt8, Hashable, Sendable {
    case byPeer
    case refused
    case timedOut
    case failed
    case byUs
}

/// What an agent asks of the network.
package enum NetworkRequest: Sendable {
    /// Send a datagram from a listener's socket.
    case send([UInt8], to: TransportAddress, via: ListenerID)
    /// Open a flow, from the address of the listener; ``NetworkEvent/connected(_:local:)`` or
    /// ``NetworkEvent/closed(_:_:)`` follows.
    case connect(FlowID, to: TransportAddress, via: ListenerID)
    /// Write to a flow; what is written before it is open is sent once it is.
    case write([UInt8], FlowID)
    /// Close a flow once everything has been written.
    case close(FlowID)
    /// Resolve a name; ``NetworkEvent/resolved(_:_:)`` follows.
    case resolve(ResolutionID, DNSQuestion)
}
