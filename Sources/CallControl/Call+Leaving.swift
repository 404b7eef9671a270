import CallModel
import ProtocolKit

/// The call that a transfer ends: one of its parties goes on in another call, the other one had asked for it.
extension Call {
    /// The place of the party that would go if this leg asked for it; `nil` when it cannot.
    func transferee(askedBy leg: LegID) -> Int? {
        guard case .bridged = self.phase, self.isEstablished, let place = self.place(of: leg), self.legs[place].isLive,
            let partner = self.partner(of: place), self.legs[partner].isLive,
            !self.legs[partner].early.contains(where: { $0.offer != nil })
        else {
            return nil
        }
        return partner
    }

    /// Hands over the leg at `place` to a call whose anchors are on `thread`; `nil`, with nothing changed, when there are
    /// no ports for it there.
    mutating func handOver(
        _ place: Int,
        to thread: UInt16?,
        in environment: inout CallEnvironment
    ) -> TransferredLeg? {
        guard let media = self.media.handOver(place, to: thread, on: &environment.plane) else {
            return nil
        }
        environment.orderMedia(for: self.index)
        self.detach(place, in: &environment)
        let isCaller = place == self.caller
        let transferred = TransferredLeg(
            leg: self.legs[place],
            media: media,
            former: self.id,
            party: self.party(of: place),
            source: self.source(of: place),
            facts: isCaller ? self.setup.facts : self.legs[place].facts,
            told: isCaller ? self.toldFacts : self.setup.facts,
            owed: self.takeOwed(by: place),
            isDirect: self.media.isDirect,
            deadline: self.deadline
        )
        self.legs[place].phase = .ended
        self.legs[place].cause = .local(.transferred, .normalClearing)
        self.legs[place].ended = environment.now
        self.legs[place].deadline = nil
        return transferred
    }

    /// The transfer is done: what is left of the call ends.
    mutating func leave(_ leg: LegID, in environment: inout CallEnvironment) {
        environment.command(.transferred(.completed), on: leg)
        self.release(.local(.transferred, .normalClearing), in: &environment)
    }

    // MARK: Steps

    /// Whether the exchange that set both talking legs up is complete.
    var isEstablished: Bool {
        switch self.negotiation {
        case .answered, .agreed, .local: !self.owesAnswer
        case .offered, .wanting, .offering: false
        }
    }

    /// The leg has another partner from now on: it is refused what it waits for, and what it is waited for concerns
    /// nobody any more.
    mutating func detach(_ place: Int, in environment: inout CallEnvironment) {
        var owed: [ExchangeID] = []
        while let passage = self.exchanges.takeAny(of: place) {
            if let exchange = passage.exchangeOwed(by: place) {
                owed.append(exchange)
            } else if let exchange = passage.exchangeAwaited(by: place) {
                environment.command(.refuse(exchange, .local(.offerPending, .interworking)), on: self.legs[place].id)
            }
        }
        for exchange in owed {
            self.exchanges.begin(OfferRelay.Passage(orphan: exchange, of: place))
        }
    }

    private mutating func takeOwed(by place: Int) -> [ExchangeID] {
        var owed: [ExchangeID] = []
        if place == self.caller, let localOffer = self.localOffer.take() {
            owed.append(localOffer)
        }
        while let passage = self.exchanges.takeAny(of: place) {
            owed.append(passage.targetExchange)
        }
        return owed
    }

    // MARK: Who it is

    /// What only the former call of a leg knew of it.
    func guest(at place: Int) -> Guest? {
        self.guests.first { $0.place == place }
    }

    /// Where a leg came from; `nil` for one that was placed.
    func source(of place: Int) -> CallSource? {
        place == 0 ? self.setup.source : self.guest(at: place)?.source
    }

    /// The party at the far end of a leg, as others may know it.
    func party(of place: Int) -> Party {
        if let guest = self.guest(at: place) {
            return guest.party
        }
        return place == 0 ? self.setup.assertedCaller ?? self.setup.caller : self.setup.called
    }
}
