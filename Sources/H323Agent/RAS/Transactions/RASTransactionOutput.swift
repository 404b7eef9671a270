package import CallModel
package import H323Syntax
package import ProtocolKit

/// What ``RASTransactionLayer`` tells its user, or wants sent.
package enum RASTransactionOutput<Owner: Hashable & Sendable>: Sendable {
    /// A datagram to send.
    case send([UInt8], to: TransportAddress)
    /// A request to execute, once; ``RASTransactionLayer/respond(to:with:replyingTo:at:)`` must follow when there is a
    /// transaction, at this or a later moment.
    case request(H225.RasMessage, RASInboundID?, from: TransportAddress)
    /// The answer to a request of ours.
    case answer(H225.RasMessage, Owner, from: TransportAddress)
    /// A request of ours got no answer, or could not be sent at all; it has ended.
    case unanswered(Owner, TransportAddress)
    /// The peer did what the standard does not allow.
    case violation(PeerViolation)
}

/// A request of a peer that waits for its answer.
package struct RASInboundID: Hashable, Sendable {
    let index: SlabIndex

    init(_ index: SlabIndex) {
        self.index = index
    }
}

/// A request of ours that waits for its answer.
package struct RASRequestID: Hashable, Sendable {
    let index: SlabIndex

    init(_ index: SlabIndex) {
        self.index = index
    }
}

/// A request of ours with what it takes to repeat it and to know its answer.
struct PendingRASRequest<Owner: Hashable & Sendable>: Sendable {
    let number: H225.RequestSeqNum
    let procedure: RASProcedure
    let owner: Owner
    let octets: [UInt8]
    let destination: TransportAddress

    /// Whether it went to a group: whoever confirms it is heard, and nobody's refusal ends it (H.323 clause 7.2.1).
    let isMulticast: Bool

    var transaction: RASClientTransaction
}

/// By what a repetition of a request is known.
struct AcceptedRASRequestKey: Hashable, Sendable {
    let source: TransportAddress
    let procedure: RASProcedure
    let number: H225.RequestSeqNum
}

/// A request of a peer that is executed, or was.
struct AcceptedRASRequest: Sendable {
    let key: AcceptedRASRequestKey

    /// Tells a repetition from another request that uses the same number.
    let fingerprint: UInt64

    /// Where its answer went.
    var replyAddress: TransportAddress

    var transaction: RASServerTransaction
}
