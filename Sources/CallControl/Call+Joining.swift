import CallModel
import DialplanEngine
import ProtocolKit

/// The call that goes on after a transfer: a party of another call takes the place of the one that had asked for it.
///
/// Two parties who talk then hear each other at once where their media was anchored, and agree anew. A party that takes
/// the place of a caller who waits hears the ringing tone from the relay until somebody answers.
extension Call {
    /// Whether the party at this leg may be replaced by another one.
    func mayReplace(_ leg: LegID, limit: Int) -> Bool {
        guard let place = self.place(of: leg), self.legs[place].isLive, self.legs.count <= limit else {
            return false
        }
        switch self.phase {
        case .bridged:
            return self.isEstablished && self.partner(of: place).map { self.legs[$0].isLive } == true
        case .hunting:
            if case .offering = self.negotiation {
                return false
            }
            return place == self.caller
        case .routing, .pausing, .asking, .local, .releasing, .ended:
            return false
        }
    }

    /// Puts a leg of another call in the place of this one, which ends.
    mutating func admit(_ transferred: TransferredLeg, for leg: LegID, in environment: inout CallEnvironment) {
        guard let leaving = self.place(of: leg) else {
            return
        }
        let wasWaiting = if case .hunting = self.phase { true } else { false }
        if wasWaiting {
            self.stopRingback(in: &environment)
        }
        environment.command(.transferred(.completed), on: leg)
        self.releaseLeg(leaving, .local(.transferred, .normalClearing), in: &environment)
        let place = self.seat(transferred, in: &environment)
        // What the dialplan says of the end was meant for those who have talked so far.
        self.goesOn = false
        if wasWaiting {
            self.replaceWaiting(leaving, by: place, transferred, in: &environment)
        } else {
            self.replaceTalking(leaving, by: place, transferred, in: &environment)
        }
    }

    // MARK: Steps

    private mutating func seat(_ transferred: TransferredLeg, in environment: inout CallEnvironment) -> Int {
        let place = self.legs.count
        self.legs.append(transferred.leg)
        // Nothing of its setup is outstanding.
        self.legs[place].isOffered = true
        self.legs[place].early = []
        self.legs[place].deadline = nil
        self.media.take(transferred.media, at: place)
        self.guests.append(Guest(place: place, party: transferred.party, source: transferred.source))
        self.deadline = Instant.earlier(self.deadline, transferred.deadline)
        environment.legs[transferred.leg.id] = self.index
        if let anchor = self.media.anchor(of: place) {
            environment.anchors[anchor] = self.index
        }
        for exchange in transferred.owed {
            self.exchanges.begin(OfferRelay.Passage(orphan: exchange, of: place))
        }
        environment.observe(.legTransferred(transferred.leg.id, from: transferred.former, to: self.id))
        return place
    }

    /// Two parties talk: they are joined, told of each other and agree anew.
    private mutating func replaceTalking(
        _ leaving: Int,
        by place: Int,
        _ transferred: TransferredLeg,
        in environment: inout CallEnvironment
    ) {
        guard let other = self.partner(of: leaving) else {
            return
        }
        self.part(leaving, from: other, in: &environment)
        if leaving == self.caller {
            self.takeCallersPart(place)
            self.localOffer = nil
            // What the callee has offered, and the caller was not told yet, will do for both.
            self.owesDescription = self.owesDescription && self.legs[other].early.contains { $0.offer != nil }
        } else {
            self.phase = .bridged(MediaSource(leg: place, answerer: nil))
            self.owesDescription = false
        }
        if self.media.isDirect, !transferred.isDirect {
            self.media.anchor()
        }
        self.rounds = 0
        self.agreement = self.owesDescription ? .complete : .owed
        self.joinMedia(in: &environment)
        self.exchangeFacts(transferred, at: place, with: other, in: &environment)
        self.introduce(place, other, in: &environment)
        self.settleDescription(in: &environment)
    }

    /// A caller waits: the other party waits in its place, and hears what the relay plays.
    private mutating func replaceWaiting(
        _ leaving: Int,
        by place: Int,
        _ transferred: TransferredLeg,
        in environment: inout CallEnvironment
    ) {
        if let known = self.partner(of: leaving) {
            self.part(leaving, from: known, in: &environment)
        }
        if case .agreed(let source) = self.negotiation {
            self.legs[source.leg].settleOffer(of: source.answerer)
        }
        // What is known of the party is what it was told in another call: who answers is asked anew.
        self.agreement = self.media.isDirect || self.media.anchor(of: place) == nil ? .owed : .complete
        self.media.anchor()
        self.takeCallersPart(place)
        self.setup.caller = transferred.party
        self.setup.assertedCaller = nil
        // Those who are called from here on offer themselves, and only with their answer.
        self.callerOffer = nil
        self.setup.negotiatesEarly = false
        self.negotiation = .local
        self.owesDescription = false
        self.localOffer = nil
        self.indication = nil
        let former = self.feed.take()
        self.ringback = Ringback()
        self.toldFacts = transferred.told
        if transferred.facts != self.setup.facts {
            self.receiveFacts(transferred.facts, from: place, in: &environment)
        }
        if let former, self.hunt?.action.earlyMedia == .relay {
            self.joinEarly(former, in: &environment)
        }
        self.settleRingback(in: &environment)
    }

    private mutating func takeCallersPart(_ place: Int) {
        self.caller = place
        self.media.caller = place
    }

    /// Ends what two legs had to do with each other.
    mutating func part(_ leaving: Int, from other: Int, in environment: inout CallEnvironment) {
        self.detach(other, in: &environment)
        while self.exchanges.takeAny(of: leaving) != nil {}
        self.media.forgetOffer(to: other)
    }

    /// Lets both talking parties hear each other, as soon as both are anchored.
    mutating func joinMedia(in environment: inout CallEnvironment) {
        guard case .bridged(let winner) = self.phase, !self.media.areJoined(self.caller, winner.leg) else {
            return
        }
        self.feed = winner
        self.media.select(winner, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    private mutating func exchangeFacts(
        _ transferred: TransferredLeg,
        at place: Int,
        with other: Int,
        in environment: inout CallEnvironment
    ) {
        if place == self.caller {
            let told = self.setup.facts
            self.setup.facts = transferred.facts
            self.describe(transferred.facts, to: other, who: told, in: &environment)
            self.describe(self.legs[other].facts, to: place, who: transferred.told, in: &environment)
            self.toldFacts = self.legs[other].facts
        } else {
            self.legs[place].facts = transferred.facts
            self.describe(self.setup.facts, to: place, who: transferred.told, in: &environment)
            self.tellFacts(of: place, in: &environment)
        }
    }

    /// Tells a leg of its partner, unless that is what it was told before.
    private func describe(
        _ facts: PartyFacts,
        to place: Int,
        who told: PartyFacts,
        in environment: inout CallEnvironment
    ) {
        if facts != told {
            environment.command(.describe(facts), on: self.legs[place].id)
        }
    }

    /// Tells two parties whom they talk to now.
    func introduce(_ first: Int, _ second: Int, in environment: inout CallEnvironment) {
        guard environment.configuration.relaysIdentity else {
            return
        }
        environment.command(.update(self.party(of: second)), on: self.legs[first].id)
        environment.command(.update(self.party(of: first)), on: self.legs[second].id)
    }
}
