import MGCPSyntax
import ProtocolKit

/// A command of ours that waits for its answer, and where it stands in the tables of ``MGCPTransactionLayer``.
struct PendingCommand<Owner: Hashable & Sendable>: Sendable {
    /// Its number.
    let id: MGCPTransactionID

    /// Whose it is.
    let owner: Owner

    /// The message as it goes out each time.
    let message: [UInt8]

    /// The peer that it waits for.
    var peer: SlabIndex

    /// The peer that it went to before it moved; an answer may still come from there.
    var formerPeer: SlabIndex?

    /// Its place among the commands of the peer.
    var placeAtPeer = 0

    /// The automaton.
    var transaction: MGCPClientTransaction
}
