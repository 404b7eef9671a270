package import CallModel
import ProtocolKit
package import SIPSyntax

/// A server transaction of the layer.
package struct ServerTransactionID: Hashable, Sendable {
    let index: SlabIndex
}

/// A client transaction of the layer.
package struct ClientTransactionID: Hashable, Sendable {
    let index: SlabIndex
}

/// What the transaction layer tells the transaction user.
///
/// Messages stand apart, because an event is moved several times on its way.
package enum TransactionEvent: Sendable {
    /// A new request, never ACK or CANCEL; nothing has been answered yet.
    indirect case request(ServerTransactionID, SIPMessage, MessageSource)
    /// A CANCEL, which has a transaction of its own, and the INVITE that it matches, if any (RFC 3261 §9.2).
    indirect case cancel(ServerTransactionID, of: ServerTransactionID?, SIPMessage, MessageSource)
    /// A request that can be answered but not understood.
    indirect case refused(ServerTransactionID, SIPMessage, SIPParseError, MessageSource)
    /// An ACK that matches no transaction: it acknowledges a 2xx (RFC 3261 §13.2.2.4).
    indirect case acknowledgement(SIPMessage, MessageSource)
    /// A response; for an INVITE every 2xx within 64·T1 (RFC 6026 §7.2).
    indirect case response(ClientTransactionID, SIPMessage, MessageSource)
    /// A response that matches no transaction.
    indirect case strayResponse(SIPMessage, MessageSource)
    /// No final response came in time (timers B and F).
    case timedOut(ClientTransactionID)
    /// The request could not be sent.
    case transportFailed(ClientTransactionID)
    /// The final response to an INVITE, not a 2xx, was never acknowledged (timer H).
    case acknowledgementMissing(ServerTransactionID)
    /// A stream flow is gone.
    case flowClosed(FlowID)
    /// The transaction is over; its identifier means nothing any more.
    case clientEnded(ClientTransactionID)
    /// The transaction is over; its identifier means nothing any more.
    case serverEnded(ServerTransactionID)
}
