import CallModel
import ProtocolKit
import SDP

/// Offers and answers as they come, and those that pass from leg to leg in a session (RFC 3311, RFC 3261 §14).
extension Call {
    /// A leg offers.
    mutating func receiveOffer(
        _ description: SessionDescription,
        _ exchange: ExchangeID,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        let place = source.leg
        // An offer that was asked for in vain is an offer like any other.
        _ = self.exchanges.takeWithdrawn(place, exchange)
        if place != self.caller, !self.legs[place].isOffered, self.legs[place].agreed == nil {
            self.receiveSetupOffer(description, exchange, from: source, in: &environment)
        } else if let passage = self.exchanges.offerReturned(by: place, as: exchange) {
            self.returnOffer(description, passage, from: source, in: &environment)
        } else if place == self.caller, self.isServedLocally {
            self.reanswerLocally(description, exchange, in: &environment)
        } else if self.takesPart(source), let partner = self.partner(of: place) {
            self.passOffer(description, exchange, from: source, to: partner, in: &environment)
        } else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[place].id)
        }
    }

    /// A leg wants to be offered: its partner is asked (RFC 3261 §14.2, RFC 6337 §3.3).
    mutating func receiveOfferRequest(
        _ exchange: ExchangeID,
        from place: Int,
        in environment: inout CallEnvironment
    ) {
        if exchange == .incomingSetup {
            return
        }
        if place == self.caller, self.isServedLocally {
            self.offerLocally(exchange, in: &environment)
            return
        }
        guard let partner = self.partner(of: place), self.legs[partner].isLive, !self.exchanges.involves(place),
            !self.exchanges.involves(partner)
        else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[place].id)
            return
        }
        let request = self.legs[partner].mintExchange()
        self.exchanges.begin(
            OfferRelay.Passage(
                origin: place,
                originExchange: exchange,
                target: partner,
                targetExchange: request,
                stage: .wished
            )
        )
        environment.command(.requestOffer(request), on: self.legs[partner].id)
    }

    /// A leg answers an offer of ours.
    mutating func receiveAnswer(
        _ description: SessionDescription,
        _ exchange: ExchangeID,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        let place = source.leg
        if place != self.caller, exchange == .outgoingSetup {
            self.receiveSetupAnswer(description, from: source, in: &environment)
        } else if place == self.caller, exchange == self.localOffer {
            self.takeLocalAnswer(description, in: &environment)
        } else if place == self.caller, exchange == .incomingSetup {
            self.receiveCallerAnswer(description, in: &environment)
        } else if let passage = self.exchanges.takeWithdrawn(place, exchange) {
            self.agreeAnew(passage, in: &environment)
        } else if let passage = self.exchanges.takeTarget(place, exchange) {
            guard let origin = passage.origin else {
                self.receiveLoneAnswer(description, from: source, in: &environment)
                return
            }
            self.passAnswer(description, passage.originExchange, from: source, to: origin, in: &environment)
        } else if let passage = self.exchanges.takeOrigin(place, exchange) {
            self.passAnswer(description, passage.targetExchange, from: source, to: passage.target, in: &environment)
            if passage.isOurs {
                self.concludeAgreement()
            }
        }
        self.settleDescription(in: &environment)
    }

    /// A leg refuses an offer of ours: what both legs had agreed before stands.
    mutating func receiveRefusal(
        _ exchange: ExchangeID,
        _ cause: ReleaseCause,
        from place: Int,
        in environment: inout CallEnvironment
    ) {
        if let passage = self.exchanges.takeTarget(place, exchange) {
            self.receiveTargetRefusal(of: passage, cause, from: place, in: &environment)
        } else if let passage = self.exchanges.takeOrigin(place, exchange) {
            self.restore(place, passage.target, in: &environment)
            environment.command(.refuse(passage.targetExchange, cause), on: self.legs[passage.target].id)
            if passage.isOurs {
                self.failAgreement(in: &environment)
            }
        } else if place == self.caller, exchange == .incomingSetup {
            self.localOffer = nil
            self.release(.local(.mediaMismatch, .incompatibleDestination), in: &environment)
        } else if place == self.caller, exchange == self.localOffer {
            self.receiveLocalRefusal(of: exchange, in: &environment)
        }
        self.settleDescription(in: &environment)
    }

    private mutating func receiveTargetRefusal(
        of passage: OfferRelay.Passage,
        _ cause: ReleaseCause,
        from place: Int,
        in environment: inout CallEnvironment
    ) {
        guard let origin = passage.origin else {
            if passage.stage == .withdrawn {
                self.legs[place].withdrawOffer()
            } else {
                self.receiveLoneRefusal(from: place, in: &environment)
            }
            return
        }
        self.restore(origin, place, in: &environment)
        if passage.isOurs {
            self.failAgreement(in: &environment)
        } else {
            environment.command(.refuse(passage.originExchange, cause), on: self.legs[origin].id)
        }
    }

    /// A leg takes its offer back, or its wish for one: its partner is told, and may have answered all the same.
    mutating func receiveWithdrawal(_ exchange: ExchangeID, from place: Int, in environment: inout CallEnvironment) {
        if let passage = self.exchanges.withdraw(place, exchange), self.legs[passage.target].isLive {
            environment.command(.withdraw(passage.targetExchange), on: self.legs[passage.target].id)
        }
    }

    /// A leg has agreed to what its partner had taken back by then: the partner is asked for an offer, so that both
    /// agree on the same again.
    private mutating func agreeAnew(_ passage: OfferRelay.Passage, in environment: inout CallEnvironment) {
        // What the target has agreed to is no refused offer.
        self.legs[passage.target].standing = nil
        guard let origin = passage.origin, self.legs[origin].isLive else {
            return
        }
        self.restore(origin, passage.target, in: &environment)
        self.ask(origin, for: passage.target, in: &environment)
    }

    /// Ends what the leg takes part in: whoever waits at the other leg is refused.
    mutating func abandonExchanges(of place: Int, _ cause: ReleaseCause, in environment: inout CallEnvironment) {
        while let passage = self.exchanges.takeAny(of: place) {
            let waiting = passage.stage == .returned ? passage.target : passage.origin
            if let waiting, waiting != place, self.legs[waiting].isLive {
                self.restore(place, waiting, in: &environment)
                if let exchange = passage.exchangeAwaited(by: waiting) {
                    environment.command(.refuse(exchange, cause), on: self.legs[waiting].id)
                }
            }
        }
    }

    /// Passes an offer on; one that crosses another is refused and what is under way goes on.
    mutating func passOffer(
        _ description: SessionDescription,
        _ exchange: ExchangeID,
        from source: MediaSource,
        to partner: Int,
        in environment: inout CallEnvironment
    ) {
        guard !self.exchanges.involves(source.leg), !self.exchanges.involves(partner), self.legs[partner].isLive else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[source.leg].id)
            return
        }
        let carried = self.carry(description, .offer, from: source, to: partner, in: &environment)
        guard let offer = carried.description else {
            let cause = carried.obstacle ?? .local(.mediaMismatch, .bearerCapabilityNotImplemented)
            environment.command(.refuse(exchange, cause), on: self.legs[source.leg].id)
            return
        }
        let onward = self.legs[partner].mintExchange()
        self.exchanges.begin(
            OfferRelay.Passage(
                origin: source.leg,
                originExchange: exchange,
                target: partner,
                targetExchange: onward,
                stage: .offered
            )
        )
        environment.command(.offer(offer, onward), on: self.legs[partner].id)
    }

    // MARK: Steps

    /// Whether this party may change the session: before the answer only the one whose media the caller was told.
    private func takesPart(_ source: MediaSource) -> Bool {
        guard source.leg != self.caller, case .hunting = self.phase else {
            return true
        }
        switch self.negotiation {
        case .answered(let known), .agreed(let known):
            return known == source || source.answerer == nil && known.leg == source.leg
        case .offered, .wanting, .offering, .local:
            return false
        }
    }

    private mutating func returnOffer(
        _ description: SessionDescription,
        _ passage: OfferRelay.Passage,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        guard let origin = passage.origin else {
            return
        }
        let carried = self.carry(description, .offer, from: source, to: origin, in: &environment)
        if let offer = carried.description {
            environment.command(.offer(offer, passage.originExchange), on: self.legs[origin].id)
            return
        }
        let cause = carried.obstacle ?? .local(.mediaMismatch, .bearerCapabilityNotImplemented)
        _ = self.exchanges.takeOrigin(origin, passage.originExchange)
        self.restore(origin, source.leg, in: &environment)
        environment.command(.refuse(passage.targetExchange, cause), on: self.legs[source.leg].id)
        if passage.isOurs {
            self.failAgreement(in: &environment)
        } else {
            environment.command(.refuse(passage.originExchange, cause), on: self.legs[origin].id)
        }
    }

    private mutating func passAnswer(
        _ description: SessionDescription,
        _ exchange: ExchangeID,
        from source: MediaSource,
        to place: Int,
        in environment: inout CallEnvironment
    ) {
        guard self.legs[place].isLive,
            let carried = self.carry(description, .answer, from: source, to: place, in: &environment).description
        else {
            return
        }
        self.agree(on: description, source.leg, place)
        self.joinMedia(in: &environment)
        if case .hunting = self.phase {
            // Both sides know each other now.
            self.owesDescription = false
        }
        environment.command(.answer(carried, exchange), on: self.legs[place].id)
    }
}
