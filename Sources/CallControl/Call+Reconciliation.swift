import CallModel
import ProtocolKit
import SDP

/// Offers that no leg has asked for: two parties were joined who had described themselves to others before, and each
/// must learn what the other says (RFC 3264 §8, RFC 3725 §4).
extension Call {
    /// A leg answers what it was offered of the other.
    ///
    /// It may have other ports by now, or take less than was offered: then the other leg is offered that in turn, until
    /// there is nothing new or the rounds are used up.
    mutating func receiveLoneAnswer(
        _ answer: SessionDescription,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        let offered = self.legs[source.leg].session.latest
        self.agreeAlone(on: answer, from: source, in: &environment)
        guard let other = self.partner(of: source.leg), self.legs[other].isLive, !self.exchanges.involves(other),
            let offered, self.isNews(answer, to: offered, for: other),
            self.rounds < environment.configuration.agreementRounds
        else {
            return
        }
        self.rounds += 1
        if let carried = self.carry(answer, .offer, from: source, to: other, in: &environment).description {
            self.offerAlone(carried, to: other, in: &environment)
        }
    }

    /// A leg refuses what it was offered of the other: both go on as before, if they can hear each other so.
    mutating func receiveLoneRefusal(from place: Int, in environment: inout CallEnvironment) {
        guard let other = self.partner(of: place) else {
            return
        }
        self.restore(place, other, in: &environment)
        let understands =
            self.legs[other].agreed.flatMap { self.legs[place].session.latest?.understandsSpeech(of: $0) } ?? false
        if !understands || self.media.isDirect && !self.knowsAddresses(place, of: other) {
            self.release(.local(.mediaMismatch, .incompatibleDestination), in: &environment)
        }
    }

    /// The caller refuses what the gateway itself has offered: it goes on as before, if it can be played to so.
    mutating func receiveLocalRefusal(of exchange: ExchangeID, in environment: inout CallEnvironment) {
        self.localOffer = nil
        self.restore(self.caller, self.caller, in: &environment)
        guard exchange.initiator == .gateway, case .local = self.phase else {
            // The caller had asked for an offer and hears already what is played, or waits for somebody.
            return
        }
        switch (self.signal, self.media.tonePayloadType(of: self.caller)) {
        case (.tone, .some(let type)), (.echo, .some(let type)):
            self.media.play(self.signal.inPayloadType(type), to: self.caller, on: &environment.plane)
        case (.cadence, _), (.tones, _), (.digits, _), (.silence, _), (_, nil):
            self.release(.local(.mediaMismatch, .incompatibleDestination), in: &environment)
        }
        environment.orderMedia(for: self.index)
    }

    // MARK: Steps

    /// Whether the answer to `offered` says something that the other leg does not know.
    private func isNews(_ answer: SessionDescription, to offered: SessionDescription, for other: Int) -> Bool {
        guard answer.takesAll(of: offered) else {
            return true
        }
        guard self.media.isDirect, let known = self.legs[other].session.latest else {
            return false
        }
        return !answer.hasSameAddresses(as: known)
    }

    /// Whether one leg was told where the other one receives.
    private func knowsAddresses(_ place: Int, of other: Int) -> Bool {
        guard let told = self.legs[place].session.latest, let agreed = self.legs[other].agreed else {
            return false
        }
        return told.hasSameAddresses(as: agreed)
    }
}
