package import SDP

/// Whether tones or speech can be heard in band before the answer (H.225.0 progress indicator 8, RFC 3960).
///
/// A caller's leg is told ``none`` or ``present`` only.
package enum InBandMedia: UInt8, Hashable, Sendable {
    /// Nothing is said about it.
    case none
    /// The party has described its media, and may or may not send before it answers.
    case present
    /// A network vouches for it: something is to be heard (P-Early-Media `sendrecv` or `sendonly`, RFC 5009 §8).
    case announced
    /// A network forbids it: what comes is not meant for the caller (P-Early-Media `inactive` or `recvonly`).
    case withheld
}

/// What an agent reports about one of its legs to call control.
///
/// The one report that is large stands apart, so that all others are moved with a few instructions.
package enum LegEvent: Sendable {
    /// A new call; the offer, if any, belongs to ``ExchangeID/incomingSetup``.
    indirect case incoming(CallSetup)
    /// The next hop has taken charge of the request.
    case trying
    /// An answering party is being alerted; may follow ``progress(_:inBand:)``.
    case alerting(AnswererID, inBand: InBandMedia)
    /// Progress without alerting (183, PI = 8).
    case progress(AnswererID, inBand: InBandMedia)
    /// The call is being forwarded by the far side (181).
    case forwarded(to: Party?)
    /// The far side offers; the answerer is `nil` once the leg is answered or for incoming legs.
    case offer(SessionDescription, ExchangeID, AnswererID?)
    /// The far side wants an offer: a setup or re-INVITE without a session description.
    case offerRequested(ExchangeID)
    /// The far side answers our offer. Before the leg is answered it may do so once for each answerer.
    case answer(SessionDescription, ExchangeID, AnswererID?)
    /// The far side refuses our offer; what was agreed before stands.
    case offerRefused(ExchangeID, ReleaseCause)
    /// The far side takes its offer back, or its wish for one, before it was answered; what was agreed before stands.
    case offerWithdrawn(ExchangeID)
    /// An answering party has answered the call.
    case answered(AnswererID)
    /// One answering party of several is gone; the leg lives.
    case answererLost(AnswererID, ReleaseCause)
    /// The answer that we gave has been acknowledged; from here the leg is fully established.
    ///
    /// Only where the protocol acknowledges answers (``SignalingProtocol/acknowledgesAnswers``).
    case confirmed
    /// Digits were dialed, in any form that is not in the media stream.
    case digits([Digit])
    /// The far side takes no digits beside the media: they did not reach it.
    case digitsRefused([Digit])
    /// What this party wants to become of the one it talks to.
    case transferRequested(TransferRequest)
    /// What the far end has counted of the media of the leg, at its end; before ``released(_:)``.
    case statistics(ConnectionStatistics)
    /// Something to be passed on by policy (INFO and its kind).
    case information(OpaqueBody)
    /// The far side names itself anew (connected party).
    case identity(Party)
    /// The far side says of itself what the other end may know; it replaces what was said before.
    case described(PartyFacts)
    /// The far side sends the call elsewhere (3xx).
    case redirected([Target], ReleaseCause)
    /// The leg is over; nothing follows.
    case released(ReleaseCause)
}

/// What call control asks an agent to do with one of its legs.
///
/// An agent accepts any command at any time and ignores, with an observation, what the leg's state has overtaken.
package enum LegCommand: Sendable {
    /// Place a new leg. With an offer the exchange is ``ExchangeID/outgoingSetup``; without one the far side is
    /// asked to offer.
    indirect case place(CallSetup, to: Target, offer: SessionDescription?)
    /// Tell the caller that the callee is being alerted.
    case alert(inBand: InBandMedia)
    /// Tell the caller of progress.
    case progress(inBand: InBandMedia)
    /// Tell the caller that the call is being forwarded.
    case forwarding
    /// Offer. It answers ``LegEvent/offerRequested(_:)`` when it names that exchange.
    case offer(SessionDescription, ExchangeID)
    /// Ask the far side for an offer (re-INVITE without a session description).
    case requestOffer(ExchangeID)
    /// Answer the offer of that exchange. Before ``accept(_:)`` it may be sent early and is repeated with the answer.
    case answer(SessionDescription, ExchangeID)
    /// Refuse the offer of that exchange; what was agreed before stands.
    case refuse(ExchangeID, ReleaseCause)
    /// Take back the offer of that exchange, or the wish for one. What becomes of it is reported all the same: the far
    /// side may have answered already.
    case withdraw(ExchangeID)
    /// Answer the call; on a forked outgoing leg, choose this answerer and drop the others.
    case accept(AnswererID?)
    /// Send digits in whatever form the far side agreed to.
    case send([Digit])
    /// Pass this on.
    case inform(OpaqueBody)
    /// Tell the far side who it is connected to now.
    case update(Party)
    /// Tell the far side of the other end when there is something to be sent; it replaces what was told before.
    case describe(PartyFacts)
    /// What became of a transfer that this party requested. When it was carried out the leg is released next.
    case transferred(TransferOutcome)
    /// Change the headers of all that the caller is told of its call from now on, as far as the protocol has headers.
    indirect case change(HeaderChange)
    /// Keep a service of the caller's line in mind from now on.
    case activate(LineService)
    /// Send the caller elsewhere.
    case redirect([Target])
    /// Before the answer: reject or cancel. After it: clear.
    case release(ReleaseCause)
}
