package import CallModel
package import MGCPSyntax
package import ProtocolKit

/// What ``MGCPTransactionLayer`` tells its user, or wants sent.
package enum MGCPTransactionOutput<Owner: Hashable & Sendable>: Sendable {
    /// A datagram to send: messages that were written before.
    case send([UInt8], to: TransportAddress)
    /// A message that a datagram will carry, for a trace, and whose it is; nobody's are refusals and acknowledgements of
    /// the layer itself.
    case written([UInt8], to: TransportAddress, for: Owner?)
    /// A command to execute, once; ``MGCPTransactionLayer/respond(to:_:for:at:)`` must follow.
    case command(MGCPCommand, MGCPInboundID, from: TransportAddress)
    /// The final response to a command of ours.
    case response(MGCPResponse, Owner, from: TransportAddress)
    /// A command of ours is being executed and takes long (RFC 3435 §3.5.6).
    case provisional(Owner)
    /// A command of ours has been repeated Max1 times: another address of the gateway should be tried (§4.3).
    case suspected(TransportAddress, Owner)
    /// A command of ours got no answer within Max2 repetitions or T-MAX; it has ended (§4.3).
    case unanswered(TransportAddress, Owner)
    /// The peer did what RFC 3435 does not allow.
    case violation(PeerViolation)
}

/// A command of a peer that waits for ``MGCPTransactionLayer/respond(to:_:for:at:)``.
package struct MGCPInboundID: Hashable, Sendable {
    let index: SlabIndex

    init(_ index: SlabIndex) {
        self.index = index
    }
}
