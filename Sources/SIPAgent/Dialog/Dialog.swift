package import CallModel
package import ProtocolKit
import SIPSyntax
package import SIPTransactions

/// One peer relationship of a leg (RFC 3261 §12): what differs between the dialogs that one INVITE creates.
///
/// The Call-ID, our tag and both identities belong to the leg, since forking downstream gives several dialogs the same.
package struct Dialog: Sendable {
    /// The answering party that this dialog leads to, as call control knows it.
    package let answerer: AnswererID

    /// The peer's tag; empty for an RFC 2543 peer that gives none.
    package let remoteTag: ByteString

    /// The peer's Contact, where requests are addressed to.
    package private(set) var remoteTarget: ByteString

    /// The proxies in between.
    package private(set) var routes: RouteSet

    /// Where requests are sent.
    package var destination: Destination

    /// The CSeq number of our last request.
    package private(set) var localSequence: UInt32

    /// The CSeq number of the peer's last request; `nil` before the first.
    package private(set) var remoteSequence: UInt32?

    package init(
        answerer: AnswererID = AnswererID(0),
        remoteTag: ByteString,
        remoteTarget: ByteString,
        routes: RouteSet,
        destination: Destination,
        localSequence: UInt32,
        remoteSequence: UInt32?
    ) {
        self.answerer = answerer
        self.remoteTag = remoteTag
        self.remoteTarget = remoteTarget
        self.routes = routes
        self.destination = destination
        self.localSequence = localSequence
        self.remoteSequence = remoteSequence
    }

    /// The CSeq number of the next request (§12.2.1.1).
    package mutating func nextSequence() -> UInt32 {
        self.localSequence &+= 1
        return self.localSequence
    }

    /// Whether a request with this CSeq number is in order, which it then is noted to be (§12.2.2).
    package mutating func admit(sequence: UInt32) -> Bool {
        if let last = self.remoteSequence, sequence <= last {
            return false
        }
        self.remoteSequence = sequence
        return true
    }

    /// The peer gave a new Contact in a target refresh request or its response (§12.2).
    ///
    /// - Returns: Whether it differs from the former one.
    package mutating func refresh(target: ByteString) -> Bool {
        guard target != self.remoteTarget else {
            return false
        }
        self.remoteTarget = target
        return true
    }

    /// The route set is computed anew from the 2xx that confirms the dialog (§13.2.2.4).
    package mutating func confirm(routes: RouteSet) {
        self.routes = routes
    }
}
