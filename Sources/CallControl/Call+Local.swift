import CallModel
import ProtocolKit
import SDP

/// Calls that end in the gateway itself: echo and tones.
extension Call {
    /// Answers the caller and plays to it, for a time if one is given.
    mutating func answerLocally(
        playing signal: Signal,
        for duration: Duration?,
        in environment: inout CallEnvironment
    ) {
        self.signal = signal
        self.stopRingback(in: &environment)
        switch self.negotiation {
        case .offered:
            guard self.answerLocally(self.callerOffer, .incomingSetup, in: &environment) else {
                return
            }
        case .wanting:
            let offer = self.makeLocalOffer(in: &environment)
            guard let description = offer.description else {
                self.release(offer.obstacle ?? .local(.limit, .resourceUnavailable), in: &environment)
                return
            }
            self.localOffer = .incomingSetup
            environment.command(.offer(description, .incomingSetup), on: self.legs[0].id)
        case .answered, .offering, .agreed, .local:
            // The caller has heard another party before: it is offered our media once it has acknowledged.
            self.owesDescription = true
        }
        self.negotiation = .local
        self.phase = .local
        self.legs[0].phase = .answered
        self.legs[0].answered = environment.now
        self.answeredAt = environment.now
        self.deadline = (duration ?? self.maximumDuration).map { environment.now.advanced(by: $0) }
        environment.command(.accept(nil), on: self.legs[0].id)
        environment.observe(.callAnswered(self.id, self.legs[0].id))
    }

    /// The caller changes its session with the gateway.
    mutating func reanswerLocally(
        _ offer: SessionDescription,
        _ exchange: ExchangeID,
        in environment: inout CallEnvironment
    ) {
        guard !self.exchanges.involves(0), self.localOffer == nil else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[0].id)
            return
        }
        _ = self.answerLocally(offer, exchange, in: &environment)
    }

    /// The caller asks the gateway for an offer.
    mutating func offerLocally(_ exchange: ExchangeID, in environment: inout CallEnvironment) {
        let offer = self.makeLocalOffer(in: &environment)
        guard let description = offer.description, !self.exchanges.involves(0), self.localOffer == nil else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[0].id)
            return
        }
        self.localOffer = exchange
        environment.command(.offer(description, exchange), on: self.legs[0].id)
    }

    /// The caller answers what the gateway has offered.
    mutating func takeLocalAnswer(_ answer: SessionDescription, in environment: inout CallEnvironment) {
        self.localOffer = nil
        guard let offer = self.legs[0].session.latest else {
            return
        }
        self.legs[0].take(answer)
        self.media.takeLocalAnswer(answer, of: 0, offered: offer, playing: self.signal, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// Offers the gateway's media to a caller who was told of another party's.
    mutating func settleLocally(in environment: inout CallEnvironment) {
        let offer = self.makeLocalOffer(in: &environment)
        guard let description = offer.description else {
            self.release(offer.obstacle ?? .local(.limit, .resourceUnavailable), in: &environment)
            return
        }
        let exchange = self.legs[0].mintExchange()
        self.localOffer = exchange
        environment.command(.offer(description, exchange), on: self.legs[0].id)
    }

    private mutating func makeLocalOffer(in environment: inout CallEnvironment) -> MediaOutcome {
        let former = self.legs[0].session.latest
        let outcome = self.media.offerLocally(to: 0, session: &self.legs[0].session, on: &environment.plane)
        environment.orderMedia(for: self.index)
        if outcome.description != nil {
            self.legs[0].standing = former
        }
        return outcome
    }

    /// Answers an offer of the caller; one that cannot be answered is refused, the first one with the call.
    private mutating func answerLocally(
        _ offer: SessionDescription?,
        _ exchange: ExchangeID,
        in environment: inout CallEnvironment
    ) -> Bool {
        guard let offer else {
            return false
        }
        let outcome = self.media.answerLocally(
            offer,
            of: 0,
            playing: self.signal,
            session: &self.legs[0].session,
            on: &environment.plane
        )
        environment.orderMedia(for: self.index)
        if let description = outcome.description {
            self.legs[0].agreed = description
            environment.command(.answer(description, exchange), on: self.legs[0].id)
            return true
        }
        let cause = outcome.obstacle ?? .local(.mediaMismatch, .bearerCapabilityNotImplemented)
        if exchange == .incomingSetup {
            self.release(cause, in: &environment)
        } else {
            environment.command(.refuse(exchange, cause), on: self.legs[0].id)
        }
        return false
    }
}
