import MGCPSyntax
import ProtocolKit

/// What an endpoint shall look for and play until the next request: R, S and D of one command (RFC 3435 §2.3.3).
///
/// It is written into whatever command goes to the endpoint next, so that a step of a call costs one transaction.
struct EndpointRequest: Hashable, Sendable {
    /// What is looked for.
    enum Watch: Hashable, Sendable {
        /// Nothing: the endpoint is never sent a request.
        case nothing
        /// The handset is lifted.
        case offHook
        /// The handset is put down.
        case onHook
        /// The handset is put down, or the hook is flashed.
        case hook
        /// Both, and each digit by itself.
        case hookAndDigits
        /// Both, and a number as the digit map of this dialplan context decides, or digit by digit without one.
        case number(context: ByteString)
        /// What a circuit with channel-associated signaling notifies (RFC 3064).
        case circuit(CircuitGroupSettings.Signaling)
        /// The same, and the digits of a seizure.
        case circuitNumber(CircuitGroupSettings.Signaling)
    }

    var watch: Watch
    var signals: [EndpointSignal]

    /// Whether it says what is looked for after its events; what it has embedded says nothing beyond that.
    private(set) var embedsNext = true

    init(_ watch: Watch, _ signals: [EndpointSignal] = []) {
        self.watch = watch
        self.signals = signals
    }

    /// What lasts of it until the next request; brief signals are over by themselves (RFC 3435 §2.1.7).
    var lasting: EndpointRequest {
        EndpointRequest(self.watch, self.signals.filter { !$0.isBrief })
    }

    /// What a gateway goes by that notifies in loops, after it has notified these events: its tones have ended, and what
    /// it looks for is what the request says of that time (RFC 3435 §2.3.3, §2.1.7).
    func after(_ events: [MGCPSignal]) -> EndpointRequest {
        var request = EndpointRequest(self.watch)
        request.embedsNext = self.embedsNext
        for event in events where request.embedsNext {
            if let next = request.watch.next(after: event) {
                request.watch = next
                request.embedsNext = false
            }
        }
        return request
    }

    /// Whether a gateway that was told `told` has to be told this.
    func isNews(to told: EndpointRequest?) -> Bool {
        self.signals.contains(where: \.isBrief)
            || self.watch != .nothing && (told?.watch != self.watch || told?.signals != self.signals)
    }
}

extension EndpointRequest.Watch {
    /// What ``RequestWriter`` embeds for an event of it; `nil` where nothing else is looked for then.
    func next(after event: MGCPSignal) -> EndpointRequest.Watch? {
        switch self {
        case .offHook: event.name.isEvent("hd") ? .hook : nil
        case .onHook, .hook, .hookAndDigits, .number: event.name.isEvent("hu") ? .offHook : nil
        case .nothing, .circuit, .circuitNumber: nil
        }
    }
}

/// Something that an endpoint plays or does (RFC 3660 §2, RFC 3064).
enum EndpointSignal: Hashable, Sendable {
    case dialTone
    /// Dial tone that tells of waiting messages.
    case stutterDialTone
    case ringback
    case busy
    case congestion
    case reorder
    case offHookWarning
    case confirmation
    case callWaiting
    /// Ringing, distinctive when a number is given.
    case ring(UInt8?)
    case callerID(CallerIdentity)
    case messageLamp(Bool)
    case announcement(ByteString)
    /// Digits to the telephone or the circuit, one after the other.
    case digits([UInt8])
    /// Seizes a circuit and dials (RFC 3064 `sup`).
    case seize(number: ByteString)
    /// Answers a circuit that was seized by the other side.
    case answerSupervision
    /// Releases a circuit, with the cause as RFC 3064 has it.
    case releaseCircuit
    /// Says that the release of the other side is complete.
    case releaseComplete

    /// Whether it is over by itself, so that asking twice means it twice.
    var isBrief: Bool {
        switch self {
        case .callerID, .confirmation, .digits, .seize, .answerSupervision, .releaseCircuit, .releaseComplete: true
        case .dialTone, .stutterDialTone, .ringback, .busy, .congestion, .reorder, .offHookWarning, .callWaiting, .ring,
            .messageLamp, .announcement:
            false
        }
    }
}

/// Who calls, as a telephone shows it (RFC 3660 §2.4 `ci`).
struct CallerIdentity: Hashable, Sendable {
    /// When, as `MM/DD/hh/mm`.
    let time: ByteString
    /// The number; `P` when it may not be shown, `O` when it is not known.
    let number: ByteString
    /// The name, likewise.
    let name: ByteString
}

/// What an endpoint has said that it cannot do; it is not asked for it again.
struct EndpointLacks: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let callerID = EndpointLacks(rawValue: 1)
    static let messageLamp = EndpointLacks(rawValue: 2)
    static let announcements = EndpointLacks(rawValue: 4)
    /// The tones of package G: those of package L stand in.
    static let genericTones = EndpointLacks(rawValue: 8)
    static let distinctiveRings = EndpointLacks(rawValue: 16)
    static let digitMaps = EndpointLacks(rawValue: 32)
    static let flash = EndpointLacks(rawValue: 64)
    /// The report that a tone has ended by itself.
    static let completion = EndpointLacks(rawValue: 128)

    /// Connections in conference mode (RFC 3435 §2.3.5 `confrnce`).
    static let conferences = EndpointLacks(rawValue: 256)

    /// Notifications that go on by the request they have, and what it says of the time after them.
    static let loops = EndpointLacks(rawValue: 512)

    /// What is left out first when a request is refused: what is missed least.
    static let order: [EndpointLacks] = [
        .messageLamp, .callerID, .completion, .announcements, .genericTones, .distinctiveRings, .flash, .digitMaps,
        .loops,
    ]
}
