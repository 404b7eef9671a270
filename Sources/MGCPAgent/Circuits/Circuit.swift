import CallModel
import ProtocolKit

/// A circuit of a trunk gateway.
///
/// ```
///            placed                   MS/ans                    released
///   idle ─────────────> seizing ────────────────> talking ───────────────> clearing ──MS/rlc──> idle
///    │ MS/sup                                        ^                         ^
///    ├──────────────> seized ────────────────────────┘ accepted   MS/rel       │
///    │                   ^ └───────────────────────────────────────────────────┘
///    └──> collecting ────┘ MS/inf, or digits
/// ```
/// A circuit that carries media only has no signaling of its own: it is idle or has a leg.
struct Circuit: Sendable {
    enum Phase: UInt8, Hashable, Sendable {
        case idle
        /// We have seized it and dialed.
        case seizing
        /// The other side has seized it, and the digits are still to come.
        case collecting
        /// The other side has seized it.
        case seized
        case talking
        /// Its release is not complete; no call may take it before (RFC 3064 `rlc`).
        case clearing
        /// The other side has blocked it.
        case blocked
    }

    let settings: CircuitGroupSettings
    var phase = Phase.idle

    /// When what is waited for has taken too long.
    var deadline: Instant?

    /// Since when it has been idle, for the selection by idle time.
    var idleSince = Instant.start

    /// The leg that it carries.
    var leg: LegID?

    /// What is played to the other side, or done there, once.
    var due: [EndpointSignal] = []

    /// Digits of a seizure by the other side, as they come.
    var collectedDigits: [UInt8] = []

    /// Digits for the circuit that were not sent yet.
    var outgoingDigits: [UInt8] = []

    init(_ settings: CircuitGroupSettings) {
        self.settings = settings
    }

    /// How long the digits of a seizure may take.
    static let longestCollecting = Duration.seconds(20)

    /// How long the release of a circuit may take.
    static let longestClearing = Duration.seconds(10)

    /// Whether it has signaling of its own.
    var isSignaled: Bool {
        self.settings.signaling != .bearer
    }

    /// Whether it cannot tell that the other side answers.
    var isAnsweredAtOnce: Bool {
        self.settings.signaling == .bearer || self.settings.signaling == .line
    }

    /// What the circuit shall look for and do.
    func request(hearing: EndpointLeg.Hearing) -> EndpointRequest {
        let digits: [EndpointSignal] = self.outgoingDigits.isEmpty ? [] : [.digits(self.outgoingDigits)]
        guard self.isSignaled else {
            return EndpointRequest(.nothing, digits)
        }
        guard self.phase != .collecting else {
            return EndpointRequest(.circuitNumber(self.settings.signaling), self.due)
        }
        let tone: [EndpointSignal] = self.phase == .seized && hearing == .ringback ? [.ringback] : []
        return EndpointRequest(.circuit(self.settings.signaling), self.due + tone + digits)
    }

    /// What was asked for once has been sent.
    mutating func spendBriefSignals(_ signals: [EndpointSignal]) {
        self.outgoingDigits = []
        self.due = []
    }

    /// A request that was sent has had no effect: what it asked for once is owed again.
    mutating func oweAgain(_ signals: [EndpointSignal]) {
        for signal in signals where signal.isBrief {
            if case .digits(let digits) = signal {
                self.outgoingDigits = digits + self.outgoingDigits
            } else {
                self.due.append(signal)
            }
        }
    }
}

/// A leg that did not get one circuit and may get another.
struct CircuitRetry: Sendable {
    let leg: LegID
    let placement: CircuitPlacement
    /// Why the last one was refused.
    let cause: ReleaseCause
}
