import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// One caller's attempt and everything bridged to it.
///
/// ```
///   routing ──> hunting ──> bridged ──┐
///    │ │ └────> local ────────────────┼──> releasing ──> ended
///    │ ├──────> pausing ──> routing   │
///    │ └──────> asking ───> routing   │
///    └────────────────────────────────┘
/// ```
/// A hunt without an answer goes back to `routing`, and so does `bridged` when the dialplan says what follows the talk.
///
/// A call has the caller's leg at place 0 and then every leg that was placed for it or came from another call, in that
/// order; a leg keeps its place after it has ended. `ended` waits for the last counters of the relay.
struct Call: Sendable {
    enum Phase: Sendable {
        /// The dialplan's next action is due.
        case routing
        /// Legs are placed until one answers.
        case hunting
        /// An action takes its time; the next one is due then, or never.
        case pausing(until: Instant?)
        /// A decision server is asked what comes next.
        case asking(Inquiry)
        /// The caller and this leg talk.
        case bridged(MediaSource)
        /// The caller talks to the gateway itself.
        case local
        /// The legs have been told to end.
        case releasing
        /// The legs are over; the record waits until then.
        case ended(recordAt: Instant)
    }

    /// Where the offer/answer exchange that set the caller's leg up stands (RFC 3261 §13.2.1).
    enum Negotiation: Sendable, Equatable {
        /// The caller's offer is unanswered.
        case offered
        /// The caller wants to be offered.
        case wanting
        /// The caller's offer was answered with what this party described.
        case answered(MediaSource)
        /// What this party offers was offered to the caller; its exchange waits for the answer.
        case offering(MediaSource, ExchangeID)
        /// The caller answered what this party offered.
        case agreed(MediaSource)
        /// The media ends in the gateway.
        case local
    }

    /// Where two parties stand who were brought together by a transfer and agree on their media anew.
    enum Agreement: Sendable, Equatable {
        /// Nothing is owed.
        case complete
        /// They have not begun yet.
        case owed
        /// The leg at this place was asked for an offer that the other one will get.
        case asked(Int, isLast: Bool)
    }

    let id: CallID
    let index: SlabIndex
    let started: CivilTime

    /// What goes to every leg that is placed; the dialplan may change it.
    var setup: CallSetup
    var callerOffer: SessionDescription?
    /// Who called, for the record.
    let firstCaller: Party
    /// What routes everything in this call: the dialplan that was live when it began.
    var dialplan: Shared<Dialplan> {
        self.run.plan
    }

    let contextName: ByteString
    var extensionName = ByteString()
    /// Whether it is an emergency, for which no limit counts.
    let isEmergency: Bool

    var phase = Phase.routing
    var legs: [CallLeg]
    /// The place of the leg that has the caller's part: the first one, unless another took it by a transfer.
    var caller = 0
    /// The legs that came from other calls.
    var guests: [Guest] = []
    var negotiation: Negotiation
    var exchanges = OfferRelay()
    var media = CallMedia()

    /// What the dialplan decided and is not done yet.
    var run: DialplanRun
    /// What came of the last action.
    var outcome = ActionOutcome.done
    var hunt: Hunt?
    var redirections = 0
    /// The failure of earlier hunts that tells the caller most.
    var failure: ReleaseCause?
    /// Whether a service of the caller's line was turned on or off.
    var hasChangedService = false
    /// What the caller was told last about a callee.
    var indication: Indication?
    /// What the caller was told of the other end.
    var toldFacts = PartyFacts()
    /// Whose media the caller hears.
    var feed: MediaSource?
    /// The ringing tone that the caller hears of the gateway.
    var ringback = Ringback()

    /// The winner's media is not what the caller was told; it is offered anew once the caller has acknowledged.
    var owesDescription = false
    /// What two parties who were brought together still owe each other.
    var agreement = Agreement.complete
    /// How many times one party's answer was offered to the other.
    var rounds = 0
    /// The winner has answered, but what it described is still missing.
    var owesAnswer = false
    /// Whether the next action follows when the party that the caller talks to hangs up.
    var goesOn = false

    var answeredAt: Instant?
    var maximumDuration: Duration?
    /// The end of the allowed time once answered.
    var deadline: Instant?

    /// What is played to a caller who talks to the gateway itself.
    var signal = Signal.silence
    /// The exchange in which the gateway itself has offered to the caller.
    var localOffer: ExchangeID?

    /// The resources that the call holds until it ends.
    var resources: [ByteString] = []

    /// The decision that ended the call.
    var cause: ReleaseCause?

    init(
        id: CallID,
        index: SlabIndex,
        setup: CallSetup,
        run: DialplanRun,
        leg: CallLeg,
        started: CivilTime
    ) {
        self.id = id
        self.index = index
        self.started = started
        self.setup = setup
        self.setup.offer = nil
        self.setup.calledHost = ByteString()
        self.setup.hopsLeft &-= 1
        self.callerOffer = setup.offer
        self.firstCaller = setup.caller
        self.contextName = setup.source.context
        self.extensionName = run.decision.extensionName
        self.isEmergency = run.decision.isEmergency
        self.run = run
        self.legs = [leg]
        self.negotiation = setup.offer == nil ? .wanting : .offered
    }

    /// Whether nothing is left to wait for; the record has been written.
    private(set) var isOver = false

    mutating func finish() {
        self.isOver = true
    }

    /// The next moment ``advance(in:)`` has something to do.
    var nextDeadline: Instant? {
        var next = self.deadline
        switch self.phase {
        case .ended(let recordAt):
            next = recordAt
        case .pausing(let end):
            next = Instant.earlier(next, end)
        case .asking(let inquiry):
            next = Instant.earlier(next, inquiry.deadline)
        case .routing, .hunting, .bridged, .local, .releasing:
            break
        }
        next = Instant.earlier(next, self.ringback.deadline)
        for place in self.legs.indices {
            next = Instant.earlier(next, self.legs[place].deadline)
        }
        if let hunt {
            for lookup in hunt.lookups {
                next = Instant.earlier(next, lookup.deadline)
            }
            for delayed in hunt.delayed {
                next = Instant.earlier(next, delayed.due)
            }
        }
        return next
    }

    /// Whether a party that talked in another call waits, or talks, in the caller's place.
    var isCallerReplaced: Bool {
        self.caller > 0
    }

    /// The place of a leg.
    func place(of leg: LegID) -> Int? {
        // By index, here and below: to iterate would copy each leg with everything that it holds.
        self.legs.indices.first { self.legs[$0].id == leg }
    }

    /// The leg whose events go to `place` and whose commands come from there.
    func partner(of place: Int) -> Int? {
        switch self.phase {
        case .bridged(let source):
            return place == self.caller ? source.leg : place == source.leg ? self.caller : nil
        case .hunting:
            switch self.negotiation {
            case .answered(let source), .agreed(let source):
                return place == self.caller ? source.leg : place == source.leg ? self.caller : nil
            case .offered, .wanting, .offering, .local:
                return nil
            }
        case .routing, .pausing, .asking, .local, .releasing, .ended:
            return nil
        }
    }
}

// MARK: Inputs

extension Call {
    /// An agent reports about the leg at `place`.
    mutating func receive(_ event: LegEvent, from place: Int, in environment: inout CallEnvironment) {
        guard self.legs[place].phase != .ended else {
            return
        }
        switch event {
        case .released(let cause):
            self.legReleased(place, cause, in: &environment)
            return
        case .offer(let description, let exchange, let answerer):
            self.receiveOffer(
                description,
                exchange,
                from: MediaSource(leg: place, answerer: answerer),
                in: &environment
            )
        case .offerRequested(let exchange):
            self.receiveOfferRequest(exchange, from: place, in: &environment)
        case .answer(let description, let exchange, let answerer):
            let source = MediaSource(leg: place, answerer: answerer)
            self.receiveAnswer(description, exchange, from: source, in: &environment)
        case .offerRefused(let exchange, let cause):
            self.receiveRefusal(exchange, cause, from: place, in: &environment)
        case .offerWithdrawn(let exchange):
            self.receiveWithdrawal(exchange, from: place, in: &environment)
        case .confirmed:
            self.legs[place].isConfirmed = true
            self.settleDescription(in: &environment)
        case .digits(let digits):
            self.pass(.send(digits), from: place, in: &environment)
        case .digitsRefused(let digits):
            self.playDigits(digits, to: place, in: &environment)
        case .information(let body):
            if environment.configuration.relaysInformation {
                self.pass(.inform(body), from: place, in: &environment)
            }
        case .identity(let party):
            if environment.configuration.relaysIdentity {
                self.pass(.update(party), from: place, in: &environment)
            }
        case .described(let facts):
            self.receiveFacts(facts, from: place, in: &environment)
        case .transferRequested:
            // It concerns two calls, so the owner of both carries it out.
            break
        case .statistics(let statistics):
            self.legs[place].statistics = statistics
        case .trying, .alerting, .progress, .forwarded, .answered, .answererLost, .redirected:
            // A caller's leg has none of these.
            if place != self.caller {
                self.receiveProgress(event, from: place, in: &environment)
            }
        case .incoming:
            // The leg exists: a repeated report says nothing new.
            break
        }
    }

    /// Acts on every deadline that has come.
    mutating func advance(in environment: inout CallEnvironment) {
        if case .ended(let recordAt) = self.phase {
            if recordAt <= environment.now {
                self.writeRecord(in: &environment)
            }
            return
        }
        for place in self.legs.indices {
            if let deadline = self.legs[place].deadline, deadline <= environment.now {
                self.legExpired(place, in: &environment)
            }
        }
        self.expireLookups(in: &environment)
        self.placeDelayed(in: &environment)
        self.expireRingback(in: &environment)
        self.expirePause(in: &environment)
        self.expireInquiry(in: &environment)
        if let deadline, deadline <= environment.now {
            self.deadline = nil
            self.release(.local(.dialplan, .normalClearing), in: &environment)
        }
    }

    /// Lets the owner change the call where it stands; what it must know then comes back, so that it need not look.
    mutating func apply(
        _ body: (inout Call, inout CallEnvironment) -> Void,
        in environment: inout CallEnvironment
    ) -> (isOver: Bool, nextDeadline: Instant?) {
        body(&self, &environment)
        return (self.isOver, self.nextDeadline)
    }

    /// Passes what one talking party sends on to the other.
    private func pass(_ command: LegCommand, from place: Int, in environment: inout CallEnvironment) {
        if let partner = self.partner(of: place), self.legs[partner].isLive {
            environment.command(command, on: self.legs[partner].id)
        }
    }
}
