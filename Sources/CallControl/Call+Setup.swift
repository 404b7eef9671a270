import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// The exchange that sets the call up, in every placement: offer with the setup, or by the callee (RFC 6337 §2).
extension Call {
    /// A placed leg answers the offer that it was placed with.
    mutating func receiveSetupAnswer(
        _ description: SessionDescription,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        guard self.keep(description, offer: nil, from: source, in: environment) else {
            return
        }
        if self.owesAnswer, case .bridged(let winner) = self.phase, winner == source {
            self.acceptCaller(winner, in: &environment)
        } else if case .hunting = self.phase, self.hunt?.action.earlyMedia == .relay {
            self.answerEarly(source, in: &environment)
            self.settleRingback(in: &environment)
        }
    }

    /// A leg that was placed without an offer makes one.
    mutating func receiveSetupOffer(
        _ description: SessionDescription,
        _ exchange: ExchangeID,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        guard self.keep(description, offer: exchange, from: source, in: environment) else {
            environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[source.leg].id)
            return
        }
        if exchange == .outgoingEarly {
            // Somebody has to answer, and the caller cannot yet.
            let answer = self.legs[source.leg].session.suspend(description)
            environment.command(.answer(answer, exchange), on: self.legs[source.leg].id)
        } else if self.owesAnswer, case .bridged(let winner) = self.phase, winner == source {
            self.acceptCaller(winner, in: &environment)
        } else if self.negotiation == .wanting, self.setup.negotiatesEarly, case .hunting = self.phase {
            guard !self.offerCaller(source, in: &environment) else {
                return
            }
            let cause = ReleaseCause.local(.mediaMismatch, .bearerCapabilityNotImplemented)
            self.releaseLeg(source.leg, cause, in: &environment)
            self.legFailed(cause, of: nil, in: &environment)
            self.carryOn(in: &environment)
        }
    }

    /// Answers the caller's offer with what the source described; `false` when it has not described anything.
    mutating func answerCaller(_ source: MediaSource, in environment: inout CallEnvironment) -> Bool {
        guard let early = self.legs[source.leg].description(of: source.answerer), early.offer == nil else {
            return false
        }
        let answer = early.description
        let carried = self.carry(answer, .answer, from: source, to: self.caller, in: &environment)
        guard let carried = carried.description else {
            return false
        }
        environment.command(.answer(carried, .incomingSetup), on: self.legs[self.caller].id)
        self.negotiation = .answered(source)
        self.agree(on: answer, self.caller, source.leg)
        self.feedCaller(from: source, in: &environment)
        return true
    }

    /// Offers the caller what the source offers; `false` when it has not offered.
    mutating func offerCaller(_ source: MediaSource, in environment: inout CallEnvironment) -> Bool {
        guard let early = self.legs[source.leg].description(of: source.answerer), let exchange = early.offer else {
            return false
        }
        let carried = self.carry(early.description, .offer, from: source, to: self.caller, in: &environment)
        guard let carried = carried.description else {
            return false
        }
        environment.command(.offer(carried, .incomingSetup), on: self.legs[self.caller].id)
        self.negotiation = .offering(source, exchange)
        return true
    }

    /// The caller answers what it was offered.
    mutating func receiveCallerAnswer(_ answer: SessionDescription, in environment: inout CallEnvironment) {
        guard case .offering(let source, let exchange) = self.negotiation else {
            return
        }
        self.negotiation = .agreed(source)
        guard self.legs[source.leg].isLive else {
            return
        }
        let caller = MediaSource(leg: self.caller, answerer: nil)
        if let carried = self.carry(answer, .answer, from: caller, to: source.leg, in: &environment).description {
            if exchange == .outgoingEarly {
                self.offerAlone(carried, to: source.leg, in: &environment)
            } else {
                environment.command(.answer(carried, exchange), on: self.legs[source.leg].id)
            }
            self.agree(on: answer, self.caller, source.leg)
            self.feedCaller(from: source, in: &environment)
        }
    }

    /// Gives the caller what it was not told at the answer: another party's media than it heard before; else what two
    /// parties owe each other who were brought together.
    ///
    /// Not before the caller has acknowledged the answer, since until then no new offer may be made (RFC 3261 §14.1).
    mutating func settleDescription(in environment: inout CallEnvironment) {
        guard self.owesDescription else {
            self.settleAgreement(in: &environment)
            self.settleWaiting(in: &environment)
            return
        }
        guard self.legs[self.caller].mayBeOffered, !self.exchanges.involves(self.caller), self.localOffer == nil else {
            return
        }
        switch self.phase {
        case .local, .pausing, .asking:
            self.owesDescription = false
            self.settleLocally(in: &environment)
            return
        case .routing, .hunting, .bridged, .releasing, .ended:
            break
        }
        guard case .bridged(let winner) = self.phase, let early = self.legs[winner.leg].description(of: winner.answerer)
        else {
            return
        }
        self.owesDescription = false
        self.legs[winner.leg].early = []
        if let exchange = early.offer {
            self.agreement = .complete
            self.passOffer(early.description, exchange, from: winner, to: self.caller, in: &environment)
            return
        }
        let known = self.legs[self.caller].session.latest
        guard self.media.isDirect || known?.describesSameMedia(as: early.description) != true else {
            self.legs[self.caller].agreed = early.description
            return
        }
        let carried = self.carry(early.description, .offer, from: winner, to: self.caller, in: &environment)
        guard let carried = carried.description, carried != known else {
            self.restore(self.caller, winner.leg, in: &environment)
            return
        }
        self.offerAlone(carried, to: self.caller, in: &environment)
    }

    /// Offers something to a leg that no other leg has asked for.
    mutating func offerAlone(_ offer: SessionDescription, to place: Int, in environment: inout CallEnvironment) {
        let exchange = self.legs[place].mintExchange()
        self.exchanges.begin(
            OfferRelay.Passage(
                origin: nil,
                originExchange: exchange,
                target: place,
                targetExchange: exchange,
                stage: .offered
            )
        )
        environment.command(.offer(offer, exchange), on: self.legs[place].id)
    }

    /// Notes what two legs have agreed on.
    mutating func agree(on answer: SessionDescription, _ first: Int, _ second: Int) {
        self.legs[first].agreed = answer
        self.legs[second].agreed = answer
    }

    private mutating func answerEarly(_ source: MediaSource, in environment: inout CallEnvironment) {
        switch self.negotiation {
        case .offered:
            _ = self.answerCaller(source, in: &environment)
        case .answered(let former):
            if former != source, environment.configuration.earlyMedia == .last {
                self.takeAnswer(of: source, in: &environment)
                self.feedCaller(from: source, in: &environment)
            }
        case .local:
            self.joinEarly(source, in: &environment)
        case .wanting, .offering, .agreed:
            break
        }
    }

    private mutating func keep(
        _ description: SessionDescription,
        offer: ExchangeID?,
        from source: MediaSource,
        in environment: CallEnvironment
    ) -> Bool {
        guard self.legs[source.leg].isRinging || self.owesAnswer else {
            return false
        }
        return self.legs[source.leg].keep(
            CallLeg.EarlyDescription(answerer: source.answerer, offer: offer, description: description),
            limit: environment.configuration.maximumAnswerers
        )
    }
}
