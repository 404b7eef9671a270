import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// One leg of a call that ends at an endpoint, with its connection.
///
/// ```
///   caller:  opening ──200 to CRCX──> calling ──accept──> talking ──┐
///   callee:  ringing ──L/hd──> answering ──described──> talking ────┼──> ending ──250──> over
///               └──────────────────┴────────────────────────────────┘
/// ```
/// `ending` waits for the answer to DLCX, which brings the statistics, and not longer than the settings allow; the
/// connection may outlive the leg until the gateway has let go of it.
struct EndpointLeg: Sendable {
    enum Stage: Hashable, Sendable {
        /// The line or circuit calls; call control does not know yet, for there is no description to offer.
        case opening
        /// Call control routes the call.
        case calling
        /// The line or circuit is called.
        case ringing
        /// It has been answered; what the gateway describes is still missing.
        case answering
        case talking
        /// It is over but for the answer to DLCX.
        case ending(ReleaseCause, until: Instant)
        /// Call control has been told that it is over.
        case over
    }

    /// What a calling line hears before the answer.
    enum Hearing: UInt8, Sendable {
        case nothing
        case ringback
        /// What the far side plays.
        case media
    }

    let id: LegID
    let callID: MGCPCallID
    var stage: Stage
    var connection: MGCPConnection

    /// What a calling line hears before the answer.
    var hearing = Hearing.nothing

    /// The number that was dialed, or the caller that is shown.
    var number = ByteString()
    var caller: CallerIdentity?

    /// Whether the other party takes and gives DTMF digits within RTP (RFC 4733).
    var remoteHasEvents = false

    /// Whether DTMF digits travel within RTP.
    var hasEvents: Bool {
        self.remoteHasEvents && self.connection.hasEvents
    }

    /// Whether DTMF digits get across without our help, as events or as tones.
    var carriesDigits: Bool {
        self.hasEvents || self.connection.carriesTones
    }

    /// How many m-lines the far side's description has; those behind the audio are refused.
    var remoteShape = RemoteShape()

    /// Whether the leg was placed without an offer, so that this side offers.
    var offersFirst = false

    /// Whether its connection is both ways from the beginning, although its telephone still rings.
    var opensEarly = false

    /// What it wants of a circuit, while another one may still be found for it.
    var placement: Shared<CircuitPlacement>?

    /// Whether call control knows of the leg.
    var isKnownToCallControl = true

    /// The offer of our own that waits for call control's answer.
    var ownExchange: ExchangeID?

    /// The direction that is offered once that one is over: offers of one side never cross each other (RFC 3264 §4).
    var owedOffer: MediaDirection?

    private var nextExchange: UInt32 = 1

    init(id: LegID, callID: MGCPCallID, stage: Stage, connection: MGCPConnection) {
        self.id = id
        self.callID = callID
        self.stage = stage
        self.connection = connection
    }

    /// The one answering party that a leg to an endpoint has.
    static let answerer = AnswererID(1)

    // Inlined, so that nobody copies a leg in order to ask this of it.

    /// Whether call control may still be told of it.
    var isLive: Bool {
        @inline(__always) get {
            switch self.stage {
            case .opening, .calling, .ringing, .answering, .talking: true
            case .ending, .over: false
            }
        }
    }

    /// Whether nothing is left of it.
    var isFinished: Bool {
        @inline(__always) get {
            self.stage == .over && (self.connection.state == .gone || self.connection.state == .wanted)
        }
    }

    /// Which way media flows by the word of the far side.
    var remoteDirection: MediaDirection {
        @inline(__always) get {
            self.connection.terms.remoteDirection
        }
    }

    /// An identifier for an offer that this side makes.
    mutating func mintExchange() -> ExchangeID {
        defer { self.nextExchange += 1 }
        return ExchangeID(.peer, self.nextExchange)
    }
}

extension ConnectionMode {
    /// The mode in which media flows this way.
    init(_ direction: MediaDirection) {
        switch direction {
        case .sendrecv: self = .sendReceive
        case .sendonly: self = .sendOnly
        case .recvonly: self = .receiveOnly
        case .inactive: self = .inactive
        }
    }

    /// Which way media flows in this mode, as far as the far side is concerned.
    var direction: MediaDirection {
        switch self {
        case .sendOnly: .sendonly
        case .receiveOnly: .recvonly
        case .inactive: .inactive
        case .sendReceive, .conference, .loopback, .continuityTest, .networkLoopback, .networkContinuityTest, .other:
            .sendrecv
        }
    }
}
