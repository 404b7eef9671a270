import CallModel
import ProtocolKit
import SDP

/// Two parties who were brought together agree on their media anew: one is asked for an offer, which the other one
/// answers (RFC 3725 §4.1, flow I).
extension Call {
    /// Begins when neither party takes part in another exchange.
    mutating func settleAgreement(in environment: inout CallEnvironment) {
        guard self.agreement == .owed, case .bridged(let winner) = self.phase, self.localOffer == nil,
            self.isFree(self.caller), self.isFree(winner.leg)
        else {
            return
        }
        // A party that is held might offer no more than it hears.
        let asked = self.legs[winner.leg].isHeld && !self.legs[self.caller].isHeld ? self.caller : winner.leg
        self.agreement = .asked(asked, isLast: false)
        self.ask(asked, for: asked == self.caller ? winner.leg : self.caller, in: &environment)
    }

    /// The parties have agreed.
    mutating func concludeAgreement() {
        if case .asked = self.agreement {
            self.agreement = .complete
        }
    }

    /// The parties have not agreed: the other one is asked, and at last they go on as they are, if they can hear each
    /// other so.
    mutating func failAgreement(in environment: inout CallEnvironment) {
        guard case .asked(let asked, let isLast) = self.agreement, case .bridged(let winner) = self.phase else {
            return
        }
        let other = asked == self.caller ? winner.leg : self.caller
        guard isLast else {
            self.agreement = .asked(other, isLast: true)
            self.ask(other, for: asked, in: &environment)
            return
        }
        self.agreement = .complete
        if !self.canTalk(self.caller, winner.leg) {
            self.release(.local(.mediaMismatch, .incompatibleDestination), in: &environment)
        }
    }

    /// Asks a leg for an offer in the name of another one, which learns of it when the offer comes.
    mutating func ask(_ place: Int, for other: Int, in environment: inout CallEnvironment) {
        let request = self.legs[place].mintExchange()
        self.exchanges.begin(
            OfferRelay.Passage(
                origin: other,
                originExchange: self.legs[other].mintExchange(),
                target: place,
                targetExchange: request,
                stage: .wished
            )
        )
        environment.command(.requestOffer(request), on: self.legs[place].id)
    }

    // MARK: Steps

    private func isFree(_ place: Int) -> Bool {
        self.legs[place].isLive && self.legs[place].mayBeOffered && !self.exchanges.involves(place)
    }

    /// Whether two legs hear and understand each other by what each of them was told last.
    private func canTalk(_ first: Int, _ second: Int) -> Bool {
        self.media.areJoined(first, second) && self.canHear(first, second) && self.canHear(second, first)
    }

    private func canHear(_ place: Int, _ other: Int) -> Bool {
        guard let told = self.legs[place].session.latest, let agreed = self.legs[other].agreed else {
            return false
        }
        return !told.isHeld && told.understandsSpeech(of: agreed)
    }
}
