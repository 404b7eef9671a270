import CallModel
import DialplanEngine
import ProtocolKit

/// From the first ringing to two parties who talk.
extension Call {
    /// What a placed leg reports on its way to an answer.
    mutating func receiveProgress(_ event: LegEvent, from place: Int, in environment: inout CallEnvironment) {
        guard case .hunting = self.phase, self.legs[place].isRinging else {
            // The leg was told to end, or talks already: RFC 3261 §13.2.2.4 lets late responses come.
            return
        }
        switch event {
        case .alerting(let answerer, let inBand):
            self.legs[place].phase = .alerting
            self.noteAlert(of: place, at: environment.now)
            let source = MediaSource(leg: place, answerer: answerer)
            self.receiveStep(isAlert: true, inBand, from: source, in: &environment)
        case .progress(let answerer, let inBand):
            let source = MediaSource(leg: place, answerer: answerer)
            self.receiveStep(isAlert: false, inBand, from: source, in: &environment)
        case .forwarded:
            if !self.isCallerAnswered {
                environment.command(.forwarding, on: self.legs[self.caller].id)
            }
        case .answered(let answerer):
            self.legAnswered(MediaSource(leg: place, answerer: answerer), in: &environment)
        case .answererLost(let answerer, _):
            self.legs[place].early.removeAll { $0.answerer == answerer }
            self.loseMedia(of: MediaSource(leg: place, answerer: answerer), in: &environment)
            self.settleRingback(in: &environment)
        case .redirected(let targets, let cause):
            self.legRedirected(place, to: targets, cause, in: &environment)
        case .trying, .incoming, .offer, .offerRequested, .answer, .offerRefused, .offerWithdrawn, .confirmed, .digits,
            .digitsRefused, .information, .identity, .described, .transferRequested, .statistics, .released:
            break
        }
    }

    /// Completes the answer once the winner's description is known.
    mutating func acceptCaller(_ winner: MediaSource, in environment: inout CallEnvironment) {
        switch self.negotiation {
        case .offered:
            guard self.answerCaller(winner, in: &environment) else {
                self.owesAnswer = true
                return
            }
        case .wanting:
            guard self.offerCaller(winner, in: &environment) else {
                self.owesAnswer = true
                if self.legs[winner.leg].description(of: winner.answerer) != nil {
                    self.release(.local(.mediaMismatch, .bearerCapabilityNotImplemented), in: &environment)
                }
                return
            }
        case .answered(let source), .offering(let source, _), .agreed(let source):
            if source != winner {
                self.owesDescription = true
                self.takeAnswer(of: winner, in: &environment)
            }
        case .local:
            guard let early = self.legs[winner.leg].description(of: winner.answerer) else {
                self.owesAnswer = true
                return
            }
            self.owesDescription = self.agreement == .complete || early.offer != nil
            self.takeAnswer(of: winner, in: &environment)
        }
        self.stopRingback(in: &environment)
        self.settleMedia(on: winner, in: &environment)
        self.feedCaller(from: winner, in: &environment)
        self.owesAnswer = false
        self.legs[winner.leg].deadline = nil
        self.tellFacts(of: winner.leg, in: &environment)
        let wasAnswered = self.answeredAt != nil
        self.establishCaller(for: self.maximumDuration, in: &environment)
        let leg = self.legs[winner.leg].id
        environment.observe(wasAnswered ? .callConnected(self.id, leg) : .callAnswered(self.id, leg))
        self.forgetHunt()
        self.settleDescription(in: &environment)
        self.greet(winner.leg, in: &environment)
    }

    /// The call is answered: the caller is told, or, if it was talking before, whom it is connected to now.
    mutating func establishCaller(for duration: Duration?, in environment: inout CallEnvironment) {
        let end = duration.map { environment.now.advanced(by: $0) }
        self.answeredAt = self.answeredAt ?? environment.now
        if !self.isCallerAnswered {
            self.legs[self.caller].phase = .answered
            self.legs[self.caller].answered = environment.now
            self.deadline = end
            environment.command(.accept(nil), on: self.legs[self.caller].id)
            return
        }
        self.deadline = Instant.earlier(self.deadline, end)
        if self.isCallerReplaced, case .bridged(let winner) = self.phase {
            self.introduce(self.caller, winner.leg, in: &environment)
        }
    }

    /// The first answer wins; every other leg is released as answered elsewhere.
    private mutating func legAnswered(_ winner: MediaSource, in environment: inout CallEnvironment) {
        self.legs[winner.leg].phase = .answered
        self.legs[winner.leg].answered = environment.now
        self.phase = .bridged(winner)
        self.goesOn = self.hunt?.action.afterwards == .goOn && !self.isCallerReplaced
        environment.command(.accept(winner.answerer), on: self.legs[winner.leg].id)
        self.releaseRinging(.local(.answeredElsewhere, .nonSelectedUserClearing), in: &environment)
        self.acceptCaller(winner, in: &environment)
    }

    private mutating func forgetHunt() {
        self.hunt = nil
        self.callerOffer = nil
        self.failure = nil
        if !self.goesOn {
            self.run.end()
            self.setup.bodies = []
            self.setup.headers = []
            self.setup.headerChanges = []
        }
        for place in self.legs.indices where !self.owesDescription {
            self.legs[place].early = []
        }
    }

    // MARK: Progress

    /// A target that rings for the first time begins to use up the rings that it may.
    private mutating func noteAlert(of place: Int, at now: Instant) {
        guard self.legs[place].alerted == nil else {
            return
        }
        self.legs[place].alerted = now
        if let time = self.legs[place].ringingTime {
            self.legs[place].ringingDeadline = Instant.earlier(self.legs[place].ringingDeadline, now.advanced(by: time))
        }
    }

    /// A placed leg alerts or makes progress: who is heard is settled before the caller is told.
    private mutating func receiveStep(
        isAlert: Bool,
        _ inBand: InBandMedia,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        self.legs[source.leg].deadline = self.legs[source.leg].ringingDeadline
        self.legs[source.leg].keep(inBand, of: source.answerer)
        self.followAnnouncement(inBand, of: source, in: &environment)
        if isAlert {
            self.noteAlerting(in: &environment)
        }
        self.settleRingback(in: &environment)
        self.indicate(
            Indication(isAlert: isAlert, inBand: self.audible(inBand, from: source), leg: source.leg),
            &environment
        )
    }

    /// By policy the caller hears the party whose media a network announces in place of the one before.
    private mutating func followAnnouncement(
        _ inBand: InBandMedia,
        of source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        guard inBand == .announced, environment.configuration.earlyMedia == .announced, self.feed != source,
            self.hunt?.action.earlyMedia == .relay, case .answered = self.negotiation,
            let early = self.legs[source.leg].description(of: source.answerer), early.offer == nil
        else {
            return
        }
        self.takeAnswer(of: source, in: &environment)
        self.feedCaller(from: source, in: &environment)
    }

    /// Whether the caller can hear what this party plays: it must be the one that feeds the caller.
    private func audible(_ inBand: InBandMedia, from source: MediaSource) -> InBandMedia {
        // The response that brought an offer is the one that hands it on (RFC 3262 §5).
        if case .offering(source, _) = self.negotiation {
            return .present
        }
        if self.ringback.isPlaying {
            return .present
        }
        guard self.hunt?.action.earlyMedia == .relay, self.feed == source else {
            return .none
        }
        switch inBand {
        case .present, .announced: return .present
        case .none, .withheld: return .none
        }
    }

    /// Tells the caller of every step of a leg, also when it goes back from progress to alerting (RFC 3960 §3.2);
    /// only what another leg has said already is not said again.
    private mutating func indicate(_ indication: Indication, _ environment: inout CallEnvironment) {
        if let last = self.indication, last.isAlert == indication.isAlert, last.inBand == indication.inBand,
            last.leg != indication.leg
        {
            return
        }
        self.indication = indication
        guard !self.isCallerAnswered else {
            // What it hears says all.
            return
        }
        self.tellFacts(of: indication.leg, in: &environment)
        let command: LegCommand =
            indication.isAlert ? .alert(inBand: indication.inBand) : .progress(inBand: indication.inBand)
        environment.command(command, on: self.legs[self.caller].id)
    }
}

/// What the ends say of themselves.
extension Call {
    /// A far side says of itself what the other end may know: a callee's word reaches the caller with the next step that
    /// the caller is told of, the caller's reaches every callee.
    mutating func receiveFacts(_ facts: PartyFacts, from place: Int, in environment: inout CallEnvironment) {
        var facts = facts
        if !environment.configuration.relaysInformation {
            facts.informationPackages = nil
        }
        if place == self.caller {
            self.setup.facts = facts
            for other in self.legs.indices where other != self.caller && self.legs[other].isLive {
                environment.command(.describe(facts), on: self.legs[other].id)
            }
            return
        }
        self.legs[place].facts = facts
        if self.partner(of: place) == self.caller {
            self.tellFacts(of: place, in: &environment)
        }
    }

    /// Tells the caller what this leg has said of itself, unless that is what it was told last.
    mutating func tellFacts(of place: Int, in environment: inout CallEnvironment) {
        let facts = self.legs[place].facts
        if facts != self.toldFacts, self.legs[self.caller].isLive {
            self.toldFacts = facts
            environment.command(.describe(facts), on: self.legs[self.caller].id)
        }
    }
}

/// What the caller was told last about a callee.
struct Indication: Sendable {
    let isAlert: Bool
    let inBand: InBandMedia
    let leg: Int
}
