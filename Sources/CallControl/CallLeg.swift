import CallModel
import ProtocolKit
import SDP

/// One leg of a call as call control sees it.
///
/// ```
///   setup ──> alerting ──> answered ──> releasing ──> ended
///     └──────────┴────────────┴──────────────────────^
/// ```
/// `releasing` waits for the agent to say that the leg is over; every other state may end at once by the far side.
struct CallLeg: Sendable {
    enum Phase: UInt8, Sendable {
        case setup
        case alerting
        case answered
        case releasing
        case ended
    }

    /// What an answering party has described before the leg was answered.
    struct EarlyDescription: Sendable {
        let answerer: AnswererID?
        /// The exchange when it is an offer.
        let offer: ExchangeID?
        let description: SessionDescription
        /// What a network says about the party's media (RFC 5009); nothing, unless it is announced or withheld.
        var word = InBandMedia.none
    }

    let id: LegID
    /// Where it was placed; `nil` for the caller's.
    let target: Target?
    let started: Instant
    var alerted: Instant?
    var answered: Instant?
    var ended: Instant?

    var phase = Phase.setup
    /// The far side has acknowledged the answer (caller's leg only).
    var isConfirmed = false
    var releasedByPeer = false
    var cause: ReleaseCause?

    /// The end of ringing, or of patience with a leg that was told to end.
    var deadline: Instant?

    /// The end of ringing once the far side has said that it rings, or makes progress.
    var ringingDeadline: Instant?

    /// The end of the whole bridge, when it is with the end of ringing.
    var bridgeDeadline: Instant?

    /// What it may ring, counted from the moment it rings; `nil` for as long as ``ringingDeadline`` says.
    var ringingTime: Duration?

    /// The digits that it gets when it has answered.
    var greeting: [Digit] = []

    /// The resource that it holds.
    var resource: ByteString?

    /// Our side of the session.
    var session: LocalSession

    /// What the far side goes by while an offer of ours is unanswered.
    var standing: SessionDescription?

    /// Whether it was placed with an offer.
    var isOffered = false

    /// What the far side has said of itself; the caller's word stands in the call's setup.
    var facts = PartyFacts()

    /// What the answering parties have described so far.
    var early: [EarlyDescription] = []

    /// The last answer that was given on this leg, either way.
    var agreed: SessionDescription?

    /// What the far side has counted of the leg's media.
    var statistics: ConnectionStatistics?

    private var nextExchange: UInt32 = 1

    init(id: LegID, target: Target?, session: LocalSession, at now: Instant) {
        self.id = id
        self.target = target
        self.session = session
        self.started = now
    }

    /// Whether it may still be answered.
    var isRinging: Bool {
        self.phase == .setup || self.phase == .alerting
    }

    /// Whether it is neither over nor about to be.
    var isLive: Bool {
        self.phase.rawValue < Phase.releasing.rawValue
    }

    /// The trunk or group of circuits that it was placed by.
    var trunk: ByteString? {
        self.target?.trunk
    }

    /// Whether an answered leg may be offered something: a caller that acknowledges answers must have done so.
    var mayBeOffered: Bool {
        self.isConfirmed || self.target != nil || !self.id.signaling.acknowledgesAnswers
    }

    /// Whether the far side was told last that nobody listens to it (RFC 3264 §8.4).
    var isHeld: Bool {
        self.session.latest?.isHeld == true
    }

    /// An identifier for an exchange that we begin.
    mutating func mintExchange() -> ExchangeID {
        defer { self.nextExchange += 1 }
        return ExchangeID(.gateway, self.nextExchange)
    }

    /// The far side has answered an offer of ours: it goes by that offer from now on.
    mutating func take(_ answer: SessionDescription) {
        self.agreed = answer
        self.standing = nil
    }

    /// The offer of ours was refused: the far side goes by what it was told before.
    mutating func withdrawOffer() {
        if let standing = self.standing.take() {
            self.session.withdraw(to: standing)
        }
    }

    /// What this party has described before the answer.
    func description(of answerer: AnswererID?) -> EarlyDescription? {
        self.early.first { $0.answerer == answerer }
    }

    /// The offer that a party made before the answer has been answered: what is left is its description.
    mutating func settleOffer(of answerer: AnswererID?) {
        if let place = self.early.firstIndex(where: { $0.answerer == answerer }) {
            let early = self.early[place]
            self.early[place] = EarlyDescription(
                answerer: answerer,
                offer: nil,
                description: early.description,
                word: early.word
            )
        }
    }

    /// Keeps what a network says about a party's media until it says something else.
    mutating func keep(_ word: InBandMedia, of answerer: AnswererID?) {
        switch word {
        case .announced, .withheld:
            if let place = self.early.firstIndex(where: { $0.answerer == answerer }) {
                self.early[place].word = word
            }
        case .none, .present:
            break
        }
    }

    /// Keeps what a party described, in place of what it described before; `false` when there are too many parties.
    mutating func keep(_ description: EarlyDescription, limit: Int) -> Bool {
        if let place = self.early.firstIndex(where: { $0.answerer == description.answerer }) {
            let word = self.early[place].word
            self.early[place] = description
            self.early[place].word = word
            return true
        }
        guard self.early.count < limit else {
            return false
        }
        self.early.append(description)
        return true
    }
}
