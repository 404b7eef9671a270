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
        let wasAnswered = self.isCallerAnswered
        self.stopRingback(in: &environment)
        self.signal = signal
        switch self.negotiation {
        case .offered, .wanting:
            guard self.describeLocally(in: &environment) else {
                return
            }
        case .local where self.localOffer != nil:
            // It is played to when it has answered.
            break
        case .local where wasAnswered && self.media.hearsTones(self.caller):
            let type = self.media.tonePayloadType(of: self.caller)
            self.media.play(type.map(signal.inPayloadType) ?? signal, to: self.caller, on: &environment.plane)
            environment.orderMedia(for: self.index)
        case .answered, .offering, .agreed, .local:
            // The caller has heard another party before: it is offered our media once it has acknowledged.
            self.owesDescription = true
        }
        self.negotiation = .local
        self.phase = .local
        self.establishCaller(for: duration ?? self.maximumDuration, in: &environment)
        if !wasAnswered {
            environment.observe(.callAnswered(self.id, self.legs[self.caller].id))
        }
        self.settleDescription(in: &environment)
    }

    /// Describes the gateway's own media to a caller who was told of none yet, and plays ``Call/signal`` to it; `false`
    /// when that has ended the call.
    mutating func describeLocally(in environment: inout CallEnvironment) -> Bool {
        if self.negotiation == .wanting {
            let offer = self.makeLocalOffer(in: &environment)
            guard let description = offer.description else {
                self.release(offer.obstacle ?? .local(.limit, .resourceUnavailable), in: &environment)
                return false
            }
            self.localOffer = .incomingSetup
            // Those who are called from here on have nobody to offer to before they answer.
            self.setup.negotiatesEarly = false
            environment.command(.offer(description, .incomingSetup), on: self.legs[self.caller].id)
        } else {
            guard self.answerLocally(self.callerOffer, .incomingSetup, in: &environment) else {
                return false
            }
        }
        self.negotiation = .local
        return true
    }

    /// Whether the caller changes its session with the gateway alone: it talks to it, or waits for others.
    var isServedLocally: Bool {
        switch self.phase {
        case .local: true
        case .pausing, .asking: self.isCallerAnswered || self.negotiation == .local
        case .hunting: self.isCallerAnswered && self.negotiation == .local
        case .routing, .bridged, .releasing, .ended: false
        }
    }

    /// The caller changes its session with the gateway.
    mutating func reanswerLocally(
        _ offer: SessionDescription,
        _ exchange: ExchangeID,
        in environment: inout CallEnvironment
    ) {
        guard !self.exchanges.involves(self.caller), self.localOffer == nil else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[self.caller].id)
            return
        }
        guard self.answerLocally(offer, exchange, in: &environment), !self.isCallerReplaced else {
            return
        }
        // Whoever is called from here on is offered what the caller says now; who rings already is asked anew.
        self.callerOffer = self.callerOffer == nil ? nil : offer
        if case .hunting = self.phase {
            self.agreement = .owed
        }
    }

    /// The caller asks the gateway for an offer.
    mutating func offerLocally(_ exchange: ExchangeID, in environment: inout CallEnvironment) {
        let offer = self.makeLocalOffer(in: &environment)
        guard let description = offer.description, !self.exchanges.involves(self.caller), self.localOffer == nil else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[self.caller].id)
            return
        }
        self.localOffer = exchange
        environment.command(.offer(description, exchange), on: self.legs[self.caller].id)
    }

    /// The caller answers what the gateway has offered.
    mutating func takeLocalAnswer(_ answer: SessionDescription, in environment: inout CallEnvironment) {
        self.localOffer = nil
        guard let offer = self.legs[self.caller].session.latest else {
            return
        }
        self.legs[self.caller].take(answer)
        self.media.takeLocalAnswer(
            answer,
            of: self.caller,
            offered: offer,
            playing: self.signal,
            on: &environment.plane
        )
        environment.orderMedia(for: self.index)
    }

    /// Offers the gateway's media to a caller who was told of another party's.
    mutating func settleLocally(in environment: inout CallEnvironment) {
        let offer = self.makeLocalOffer(in: &environment)
        guard let description = offer.description else {
            if self.isServedLocally {
                self.release(offer.obstacle ?? .local(.limit, .resourceUnavailable), in: &environment)
            }
            return
        }
        let exchange = self.legs[self.caller].mintExchange()
        self.localOffer = exchange
        environment.command(.offer(description, exchange), on: self.legs[self.caller].id)
    }

    private mutating func makeLocalOffer(in environment: inout CallEnvironment) -> MediaOutcome {
        let former = self.legs[self.caller].session.latest
        let outcome = self.media.offerLocally(
            to: self.caller,
            session: &self.legs[self.caller].session,
            on: &environment.plane
        )
        environment.orderMedia(for: self.index)
        if outcome.description != nil {
            self.legs[self.caller].standing = former
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
            of: self.caller,
            playing: self.signal,
            session: &self.legs[self.caller].session,
            on: &environment.plane
        )
        environment.orderMedia(for: self.index)
        if let description = outcome.description {
            self.legs[self.caller].agreed = description
            environment.command(.answer(description, exchange), on: self.legs[self.caller].id)
            return true
        }
        let cause = outcome.obstacle ?? .local(.mediaMismatch, .bearerCapabilityNotImplemented)
        if exchange == .incomingSetup {
            self.release(cause, in: &environment)
        } else {
            environment.command(.refuse(exchange, cause), on: self.legs[self.caller].id)
        }
        return false
    }
}
