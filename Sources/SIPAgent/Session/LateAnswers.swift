import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// What stays of an INVITE that no leg waits for any more, until its transaction is over: answering parties behind a
/// proxy that forks may still send a 2xx, whose dialog is acknowledged and ended (RFC 3261 §13.2.2.4, RFC 6026 §7.2).
///
/// Most of 64·T1 is spent here, so this holds only what the 2xx itself does not say.
struct LateAnswers: Sendable {
    /// The leg that it was, for the trace.
    let leg: LegID

    /// The trunk that the leg ran over, by its place in the configuration.
    let trunk: Int?

    /// The credentials of the INVITE, which its ACKs repeat (RFC 3261 §13.2.2.4).
    let credentials: [UInt8]

    /// The CSeq numbers that early dialogs have used up.
    let spent: [OutgoingInvite.SpentSequence]

    /// The answering parties whose dialog is over; a repeated 2xx of theirs is acknowledged and no more.
    var ended: [ByteString]

    /// Takes from a leg what is needed without it.
    init(of leg: SIPLeg, _ invite: OutgoingInvite) {
        self.leg = leg.id
        self.trunk = leg.trunk
        self.credentials = invite.credentials
        self.spent = invite.spent + leg.spentSequences(since: invite.sequence)
        self.ended = (invite.winner.map { [$0] } ?? []) + invite.dismissed
    }
}

extension AgentServices {
    /// Keeps of an INVITE only what late answers need.
    mutating func keepLateAnswers(to transaction: ClientTransactionID, of leg: SIPLeg) {
        if let invite = leg.outgoing {
            self.uses[transaction] = .lateAnswers(self.lateAnswers.insert(LateAnswers(of: leg, invite)))
        }
    }

    /// A 2xx came that no leg waits for.
    mutating func receiveLateAnswer(
        _ place: SlabIndex,
        _ id: ClientTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) {
        guard let late = self.lateAnswers[place] else {
            return
        }
        var leg = SIPLeg(of: late, id, message, from: source)
        leg.dismiss(message, from: source, &self, at: now)
        self.lateAnswers[place]?.ended = leg.outgoing?.dismissed ?? late.ended
    }
}

extension SIPLeg {
    /// The leg as it was, for as long as it takes to end what a late 2xx has opened: the 2xx repeats our From, our To
    /// and the Call-ID (RFC 3261 §8.2.6.2).
    fileprivate init(
        of late: LateAnswers,
        _ transaction: ClientTransactionID,
        _ message: SIPMessage,
        from source: MessageSource
    ) {
        self.init(
            id: late.leg,
            place: SlabIndex(slot: .max, generation: .max),
            callID: message.callID,
            localTag: message.fromTag ?? ByteString(),
            localAddress: SIPUserAgent.bracketed(message, message.from.address.uriRange),
            remoteAddress: SIPUserAgent.bracketed(message, message.to.address.uriRange),
            trunk: late.trunk
        )
        var invite = OutgoingInvite(
            sequence: message.cseq.number,
            hops: 0,
            target: message.to.uri.text,
            routes: .empty,
            lines: [],
            body: [],
            description: [],
            sessionInterval: 0,
            sessionMinimum: 0
        )
        invite.transaction = transaction
        invite.destination = source.destination
        invite.credentials = late.credentials
        invite.spent = late.spent
        invite.dismissed = late.ended
        self.outgoing = invite
        self.facts = LegFacts(of: message)
    }
}
