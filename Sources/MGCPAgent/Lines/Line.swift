import CallModel
import ProtocolKit

/// A telephone and its user, as far as the call agent goes along with them.
///
/// ```
///             L/hd             number               accepted
///   idle ───────────> dialing ───────> calling ─────────────> talking
///    │ ^                 │                │ released             │ released
///    │ │ L/hu            │ too late       v                      v
///    │ └──────────── telling ──30 s──> warned ──60 s──> silent <─┘ class wants no tone
///    │ placed           L/hd
///    └────────> ringing ────> talking
/// ```
/// From everywhere L/hu leads to idle; with a call held or waiting it leads to ringing.
struct Line: Sendable {
    enum Phase: Hashable, Sendable {
        /// On hook, and nobody calls.
        case idle
        /// Off hook: a number is expected.
        case dialing
        /// A number was dialed and has not been answered.
        case calling
        /// On hook, and the telephone rings.
        case ringing
        /// Off hook, with somebody who has been answered.
        case talking
        /// The call is over, and a tone says so.
        case telling(ReleaseTone)
        /// The handset should be put down, says a tone.
        case warned
        /// Off hook without anything.
        case silent
    }

    // Lines are copied at each step of a call, and these never change.
    private let sharedSettings: Shared<LineSettings>
    private let sharedClass: Shared<LineClass>

    var settings: LineSettings {
        self.sharedSettings.value
    }

    var lineClass: LineClass {
        self.sharedClass.value
    }

    var phase = Phase.idle

    /// When the phase has lasted too long.
    var deadline: Instant?

    /// The leg that the handset is connected with, or is being connected with.
    var active: LegID?
    /// The leg that waits while its user speaks to another.
    var held: LegID?
    /// The leg that is announced by a tone while its user speaks to another.
    var waiting: LegID?

    /// Whether the handset is connected with both legs.
    var isConference = false
    /// The two legs whose parties shall talk to each other, while call control has not said what becomes of it.
    var transfer: Transfer?

    /// What its user wants to become of calls.
    var wishes = LineWishes()

    /// What the number that is being dialed, or was dialed last, is collected by; `nil` when digits come one by one.
    var digitMap: Shared<LineDigitMap>?

    /// The digits that came one by one.
    var digits: [UInt8] = []

    /// Whether a digit has stopped the dial tone.
    var hasDialed = false

    /// Whether a tone has to confirm what was dialed.
    var owesConfirmation = false

    /// Whether the caller has been shown since the telephone rings.
    var hasShownCaller = false

    /// Digits for the telephone that were not sent yet.
    var outgoingDigits: [UInt8] = []

    /// Two legs whose parties shall talk to each other.
    struct Transfer: Hashable, Sendable {
        let first: LegID
        let second: LegID
    }

    init(_ settings: LineSettings, _ lineClass: Shared<LineClass>) {
        self.sharedSettings = Shared(settings)
        self.sharedClass = lineClass
        self.wishes.hasCallWaiting = lineClass.value.hasCallWaiting
    }
}

/// What the user of a line has asked for by dialing.
struct LineWishes: Sendable {
    /// Where calls go instead.
    var forwards: [LineService.Forwarding: ByteString] = [:]

    /// Whether a second call is announced by a tone.
    var hasCallWaiting = true

    /// Whether calls are refused as busy.
    var wantsQuiet = false

    /// Keeps a service in mind.
    mutating func take(_ service: LineService) {
        switch service {
        case .forward(let when, to: let number): self.forwards[when] = number
        case .callWaiting(let isOn): self.hasCallWaiting = isOn
        case .doNotDisturb(let isOn): self.wantsQuiet = isOn
        }
    }
}
