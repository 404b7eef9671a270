import CallModel
import ProtocolKit
import SDP
import SIPSyntax
import SIPTransactions

/// One leg of a call on SIP: an INVITE usage and the dialogs that it has created (RFC 5057 §2, RFC 3261 §13).
///
/// ```
///   inviting ──2xx──▶ answered ──ACK──▶ established ──BYE──▶ over
///      └──────────────── final refusal, CANCEL ─────────────▶ over
/// ```
/// Changes are made by ``SIPUserAgent`` through its funnel only; what a change has to send or report goes to the
/// ``AgentServices`` that it is given.
struct SIPLeg: Sendable {
    /// How far the leg has come.
    enum Phase: UInt8, Hashable, Sendable {
        /// No final response yet.
        case inviting
        /// A 2xx was sent or received, its ACK is missing.
        case answered
        /// Confirmed by an ACK.
        case established
        /// Reported as released; what is left is housekeeping.
        case over
    }

    /// What the peer has said that it can do.
    struct PeerAbilities: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let update = PeerAbilities(rawValue: 1)
        static let timer = PeerAbilities(rawValue: 2)
        static let reliableProvisionals = PeerAbilities(rawValue: 4)
        /// It has said what it can do, and INFO is not among that.
        static let refusesInformation = PeerAbilities(rawValue: 8)
    }

    /// The name that call control knows the leg by.
    let id: LegID

    /// Where the leg is stored.
    let place: SlabIndex

    /// The Call-ID of all its dialogs.
    let callID: ByteString

    /// Our tag in all its dialogs.
    let localTag: ByteString

    /// Our `<URI>` in From or To, with a display name when there is one.
    let localAddress: ByteString

    /// The peer's `<URI>` in To or From.
    let remoteAddress: ByteString

    /// The trunk that the leg runs over, by its place in the configuration.
    let trunk: Int?

    var phase = Phase.inviting

    /// The dialogs, early or confirmed; once the leg is answered there is one.
    var dialogs: [Dialog] = []

    /// The INVITE that came in, until its final response is acknowledged.
    var incoming: IncomingInvite?

    /// The INVITE that went out, until its transaction is over.
    var outgoing: OutgoingInvite?

    /// A 2xx of ours that waits for its ACK.
    var answered: AnsweredInvite?

    /// A request of the peer that waits for call control.
    var peerRequest: PeerRequest?

    /// A re-INVITE or UPDATE of ours that waits for its response.
    var ownRequest: OwnRequest?

    /// What is to be offered once nothing is in the way.
    var waitingOffers: [WaitingOffer] = []

    /// When the first of ``waitingOffers`` may be tried again after glare (RFC 3261 §14.1).
    var retryAt: Instant?

    /// The keep-alive.
    var timer = SessionTimer()

    var abilities: PeerAbilities = []

    /// The number of the next exchange that the peer begins.
    private var nextExchange: UInt32 = 1

    /// The session description that we sent last, repeated by refreshes.
    var localDescription: [UInt8] = []

    /// The ACK to the last re-INVITE of ours, repeated with each repeated 2xx (RFC 3261 §13.2.2.4).
    var lastACK: SentACK?

    /// Our BYE.
    var closing: ClientTransactionID?

    /// Whether the BYE was sent again with credentials.
    var hasRepeatedBYE = false

    /// By which merged requests are told while the INVITE that came in has no final response.
    var requestKey: RequestKey?

    /// What both ends say of themselves.
    var facts = LegFacts()

    /// Who the peer said last that it is, by a trusted identity.
    var statedParty: Party?

    /// Whom the peer is connected to, told with the next response or request that may say so.
    var connectedParty: Party?

    /// What stands at a place of the slab until the leg that needs the place's number has been made.
    static var placeholder: SIPLeg {
        SIPLeg(
            id: LegID(.sip, .incoming, number: .max),
            place: SlabIndex(slot: .max, generation: .max),
            callID: ByteString(),
            localTag: ByteString(),
            localAddress: ByteString(),
            remoteAddress: ByteString(),
            trunk: nil
        )
    }

    init(
        id: LegID,
        place: SlabIndex,
        callID: ByteString,
        localTag: ByteString,
        localAddress: ByteString,
        remoteAddress: ByteString,
        trunk: Int?
    ) {
        self.id = id
        self.place = place
        self.callID = callID
        self.localTag = localTag
        self.localAddress = localAddress
        self.remoteAddress = remoteAddress
        self.trunk = trunk
    }

    /// Lets `body` change the leg where it is stored.
    mutating func apply(
        _ body: (inout SIPLeg, inout AgentServices) -> Void,
        _ services: inout AgentServices
    ) {
        body(&self, &services)
    }

    /// What is left of a leg.
    enum Remainder: Hashable, Sendable {
        /// It lives, or a request of its own is under way.
        case leg
        /// It is over and has nothing to do, but its INVITE may be answered late.
        case lateAnswers(ClientTransactionID)
        /// Nothing.
        case nothing
    }

    /// What the funnel asks about a leg.
    struct Standing: Sendable {
        let id: LegID
        let remainder: Remainder
        let deadline: Instant?

        /// The key of an INVITE that has its final response now.
        let doneRequest: RequestKey?
    }

    /// What the funnel asks after each change, read in one go; the key of an INVITE that is done is given up.
    mutating func takeStanding() -> Standing {
        var doneRequest: RequestKey?
        if self.requestKey != nil, self.incoming == nil {
            doneRequest = self.requestKey.take()
        }
        return Standing(
            id: self.id,
            remainder: self.remainder,
            deadline: self.nextDeadline,
            doneRequest: doneRequest
        )
    }

    /// What would be lost if the leg were forgotten.
    private var remainder: Remainder {
        guard self.phase == .over, self.closing == nil, self.ownRequest == nil else {
            return .leg
        }
        guard self.outgoing != nil else {
            return .nothing
        }
        return self.outgoing?.transaction.map { .lateAnswers($0) } ?? .leg
    }

    /// The next moment ``advance(_:at:)`` has something to do.
    var nextDeadline: Instant? {
        var earliest = self.timer.nextDeadline ?? Self.never
        earliest = min(earliest, self.retryAt ?? Self.never)
        earliest = min(earliest, self.answered?.retransmission.nextDeadline ?? Self.never)
        earliest = min(earliest, self.incoming?.provisional.nextDeadline ?? Self.never)
        earliest = min(earliest, self.incoming?.refreshAt ?? Self.never)
        earliest = min(earliest, self.outgoing?.giveUpAt ?? Self.never)
        return earliest == Self.never ? nil : earliest
    }

    private static var never: Instant {
        Instant(nanoseconds: .max)
    }

    /// A number for an exchange that the peer begins.
    mutating func mintExchange() -> ExchangeID {
        defer { self.nextExchange &+= 1 }
        return ExchangeID(.peer, self.nextExchange)
    }

    /// Where the dialog with this tag of the peer stands.
    func dialogIndex(remoteTag: ByteString) -> Int? {
        self.dialogs.indices.first { self.dialogs[$0].remoteTag == remoteTag }
    }

    /// Tells call control, unless it has been told that the leg is released.
    func report(_ event: LegEvent, _ services: inout AgentServices) {
        if self.phase != .over {
            services.outputs.append(.report(event, from: self.id))
        }
    }

    /// Tells call control that the leg is over; nothing is reported after it.
    mutating func reportReleased(_ cause: ReleaseCause, _ services: inout AgentServices) {
        self.report(.released(cause), &services)
        self.end()
    }

    /// Nothing is reported from here on.
    mutating func end() {
        self.phase = .over
        self.incoming = nil
        self.answered = nil
        self.peerRequest = nil
        self.waitingOffers = []
        self.retryAt = nil
        self.timer.turnOff()
    }
}

/// An INVITE that came in and has no final response, or whose final response is not acknowledged.
struct IncomingInvite: Sendable {
    /// Whether, and how, our session description has been sent.
    enum DescriptionPlace: UInt8, Hashable, Sendable {
        case nowhere
        /// In a provisional response that may be lost: it is repeated in the 2xx.
        case unreliably
        /// In a reliable provisional response: it is said.
        case reliably
    }

    /// A provisional response that waits for the PRACK of the one before.
    struct WaitingProvisional: Hashable, Sendable {
        let status: UInt16
        let inBand: InBandMedia
    }

    let transaction: ServerTransactionID
    let sequence: UInt32

    /// Whether provisional responses are sent reliably.
    let isReliable: Bool

    /// Whether the caller offered; otherwise our description is the offer.
    let hasOffer: Bool

    /// What the 2xx says about session timers.
    let timerAnswer: SessionTimerPolicy.Answer

    /// The Record-Route lines that responses with our Contact repeat (RFC 3261 §12.1.1).
    let recordRouteLines: [UInt8]

    var provisional: ReliableProvisional

    /// Our answer, or our offer to a caller who did not offer.
    var description: [UInt8]?
    var descriptionPlace = DescriptionPlace.nowhere
    var waiting: [WaitingProvisional] = []

    /// What is changed of the headers of every response.
    var headerChanges: [HeaderChange] = []

    /// The last progress that was told, so that a description that comes late can be sent after it.
    var lastInBand: WaitingProvisional?

    /// When the last progress is told again, so that proxies keep waiting (RFC 3261 §13.3.1.1).
    var refreshAt: Instant?

    /// Call control has accepted; the 2xx waits for a PRACK or for the description.
    var isAccepted = false
}

/// A 2xx of ours that is repeated until its ACK.
struct AnsweredInvite: Sendable {
    let transaction: ServerTransactionID
    let sequence: UInt32

    /// Our offer was in the 2xx, so the ACK has the answer to this exchange.
    let awaitedAnswer: ExchangeID?

    var retransmission: AnswerRetransmission
}

/// A request of the peer inside a dialog that waits for call control.
struct PeerRequest: Sendable {
    /// The method.
    enum Kind: UInt8, Hashable, Sendable {
        case reinvite
        case update
        case prack
    }

    let kind: Kind
    let transaction: ServerTransactionID
    let sequence: UInt32
    let exchange: ExchangeID
    let hasOffer: Bool
    let timerAnswer: SessionTimerPolicy.Answer
}

/// A re-INVITE or UPDATE of ours.
struct OwnRequest: Sendable {
    /// The method.
    enum Kind: UInt8, Hashable, Sendable {
        case reinvite
        case update
    }

    /// What comes of it.
    enum Progress: Hashable, Sendable {
        /// No final response yet.
        case sent
        /// A 2xx brought an offer; the ACK waits for our answer.
        case offered
    }

    let kind: Kind
    let transaction: ClientTransactionID
    let sequence: UInt32

    /// The exchange, or `nil` for a refresh of the session.
    let exchange: ExchangeID?

    /// What was offered; `nil` when the peer is asked to offer or the session is refreshed without a word about it.
    let description: [UInt8]?

    /// How often it met an offer of the peer and was sent again.
    let glares: Int

    var progress = Progress.sent

    /// Whether call control has taken it back, so that no refusal makes it worth another attempt.
    var isWithdrawn = false

    /// The challenges that it has met.
    var attempt = DigestClient.Attempt()
}

/// An ACK to a 2xx, as it was sent.
struct SentACK: Sendable {
    let transaction: ClientTransactionID
    let bytes: [UInt8]
    let destination: Destination
}

/// An offer, or the wish for one, that cannot be sent yet.
struct WaitingOffer: Sendable {
    let exchange: ExchangeID?

    /// `nil` asks the peer to offer.
    let description: [UInt8]?

    /// How often it has met an offer of the peer (491).
    var glares = 0
}
