package import MGCPSyntax
import ProtocolKit

/// An endpoint of a media gateway of the lab: a telephone or a circuit, and what the call agent asked of it.
///
/// Its notifications go in steps (RFC 3435 §4.4.1): after one is sent, events wait in quarantine until it is answered
/// and, unless the request said `loop`, until the next request comes.
package struct LabEndpoint: Sendable {
    /// Where the notifications of an endpoint stand.
    enum Notification: Hashable, Sendable {
        /// Events are reported as they happen.
        case open
        /// One is under way; `isRenewed` tells that a request came meanwhile.
        case outstanding(isRenewed: Bool)
        /// One was answered, and the next request has not come.
        case lockstep
    }

    /// What is left to do for whoever owns the endpoint.
    enum Action: Sendable {
        case notify([MGCPSignal])
        case note(LabNote)
    }

    /// A dial string that is being collected (RFC 3435 §2.1.5).
    struct DialString: Sendable {
        var matcher: DigitMapMatcher
        var deadline: Instant?
    }

    /// A key that will be pressed.
    struct Key: Hashable, Sendable {
        let symbol: DigitSymbol
        let at: Instant
    }

    /// Its name.
    package let name: EndpointName

    /// What it was made with.
    package let settings: LabGatewayConfiguration.Endpoint

    /// Whether the telephone is off the hook.
    package internal(set) var isOffHook = false

    /// Whether it serves calls: not after a forced restart.
    package internal(set) var isInService = true

    /// Whether it takes no new connection, because a graceful restart is under way.
    package internal(set) var isClosing = false

    /// Whether the call agent did not answer, and a restart says so.
    package internal(set) var isDisconnected = false

    /// The connections, the oldest first.
    package internal(set) var connections: [LabConnection] = []

    /// What it is to do.
    package internal(set) var request = LabRequest()

    /// What can be dialed.
    package internal(set) var digitMap: DigitMap?

    /// The events that are reported without a request.
    package internal(set) var persistentEvents: [RequestedEvent]

    /// The signals that are applied, the oldest first.
    package internal(set) var signals: [LabSignal] = []

    /// The companding law it was configured for.
    package internal(set) var bearer: BearerInformation?

    /// Whom notifications go to; `nil` for the address below.
    package internal(set) var notifiedEntity: NotifiedEntity?

    /// Where notifications go when no entity was named: whoever commanded it last (RFC 3435 §2.1.4).
    var commander: TransportAddress?

    /// What the display of a telephone shows.
    package internal(set) var callerID: [EventParameter] = []

    /// The state of a circuit with signaling of its own.
    package internal(set) var circuit = LabCircuit.idle

    /// Whether the far side of the circuit has still to send its digits.
    var owesDigits = false

    var observed: [MGCPSignal] = []
    var quarantine: [MGCPSignal] = []
    var notification = Notification.open
    var dialString: DialString?
    var digitDeadline: Instant?
    var keys: [Key] = []
    var actions: [Action] = []
    let timers: LabTimers
    let limits: LabLimits

    init(
        _ name: EndpointName,
        _ settings: LabGatewayConfiguration.Endpoint,
        persistentEvents: [EventName],
        _ timers: LabTimers,
        _ limits: LabLimits
    ) {
        self.name = name
        self.settings = settings
        self.persistentEvents = persistentEvents.map { RequestedEvent($0) }
        self.timers = timers
        self.limits = limits
    }

    // MARK: What is known of it

    /// The package of events and signals that name none.
    package var defaultPackage: MGCPName {
        switch self.settings.kind {
        case .line: "L"
        case .bearer: "T"
        case .trunk(let package): package
        }
    }

    /// The packages that it has, the default one first.
    package var packages: [MGCPName] {
        let common: [MGCPName] = ["D", "G", "R", "A", "B"]
        switch self.settings.kind {
        case .line: return ["L", "H", "DM1"] + common
        case .bearer: return ["T"] + common
        case .trunk(let package): return [package, "T"] + common
        }
    }

    /// The tones that are heard at it, by their names without packages; none with the receiver on the hook.
    package var hears: Set<MGCPName> {
        guard self.settings.kind != .line || self.isOffHook else {
            return []
        }
        return Set(self.signals.filter { $0.isAudible && $0.name.place == .endpoint }.map(\.event))
    }

    /// The tones that are played on its connections, to the other side.
    package var sendsTones: Set<MGCPName> {
        Set(self.signals.filter { $0.isAudible && $0.name.place != .endpoint }.map(\.event))
    }

    /// How it rings; `nil` when it does not.
    package var rings: LabRing? {
        self.signals.first(where: \.isRinging).map { LabRing(pattern: $0.event, callerID: self.callerID) }
    }

    /// What the call agent waits for next: nothing, an answer to a notification, or a request (appendix B.2.2).
    package var notificationState: NotificationState {
        switch self.notification {
        case .open: .other
        case .outstanding: .notification
        case .lockstep: .lockstep
        }
    }

    /// The next moment something happens at it by itself.
    var nextDeadline: Instant? {
        let digit = Instant.earlier(self.dialString?.deadline, self.digitDeadline)
        let signal = self.signals.compactMap(\.deadline).min()
        return Instant.earlier(Instant.earlier(digit, signal), self.keys.first?.at)
    }

    // MARK: Time

    /// Does what is due.
    mutating func advance(to now: Instant) {
        while let key = self.keys.first, key.at <= now {
            self.keys.removeFirst()
            self.press(key.symbol, at: now)
        }
        if let deadline = self.dialString?.deadline ?? self.digitDeadline, deadline <= now {
            self.dialString?.deadline = nil
            self.digitDeadline = nil
            self.occur(MGCPSignal(EventName("D", "T")), at: now)
        }
        for signal in self.signals where signal.deadline.map({ $0 <= now }) ?? false {
            self.end(signal)
            if case .timeOut = signal.kind {
                self.complete(signal, at: now)
            }
        }
    }

    /// A time-out signal has ended by itself (RFC 3435 §2.1.7, RFC 3660 §1.1 `oc`).
    private mutating func complete(_ signal: LabSignal, at now: Instant) {
        guard case .named(let package) = signal.name.package else {
            return
        }
        let name = EventParameter(text: ByteString(signal.name.description))
        self.occur(MGCPSignal(EventName(package, "oc"), [name]), at: now)
    }

    // MARK: The telephone

    /// The receiver is lifted; a bell stops at once, whatever the call agent thinks.
    mutating func goOffHook(at now: Instant) {
        guard !self.isOffHook else {
            return
        }
        self.isOffHook = true
        self.endSignals(where: \.isRinging)
        self.occur(MGCPSignal(EventName(self.hookPackage, "hd")), at: now)
    }

    /// The receiver is put down; keys that were still to be pressed are not.
    mutating func goOnHook(at now: Instant) {
        guard self.isOffHook else {
            return
        }
        self.isOffHook = false
        self.keys = []
        self.occur(MGCPSignal(EventName(self.hookPackage, "hu")), at: now)
    }

    /// The hook is tapped.
    mutating func flash(at now: Instant) {
        guard self.isOffHook else {
            return
        }
        self.occur(MGCPSignal(EventName(self.hookPackage, "hf")), at: now)
    }

    /// Keys will be pressed one after the other.
    mutating func dial(_ symbols: [DigitSymbol], gap: Duration, at now: Instant) {
        var at = max(now, self.keys.last?.at ?? now)
        for symbol in symbols.prefix(max(0, self.limits.keys - self.keys.count)) {
            at = at.advanced(by: gap)
            self.keys.append(Key(symbol: symbol, at: at))
        }
    }

    private mutating func press(_ symbol: DigitSymbol, at now: Instant) {
        self.actions.append(.note(.key(symbol)))
        guard self.isOffHook || self.settings.kind != .line else {
            return
        }
        self.occur(MGCPSignal(EventName("D", MGCPName(ByteString([symbol.character])))), at: now)
    }

    /// The package whose hook events it has.
    private var hookPackage: MGCPName {
        switch self.settings.kind {
        case .line, .bearer: "L"
        case .trunk(let package): package
        }
    }
}

/// What the call agent last asked of an endpoint (RFC 3435 §2.3.3).
package struct LabRequest: Hashable, Sendable {
    /// Its identifier; `nil` before the first request.
    package var id: MGCPRequestID?

    /// The events to look for.
    package var events: [RequestedEvent] = []

    /// The events that are remembered in quarantine; `nil` for those above.
    package var detected: [MGCPSignal]?

    /// What becomes of events in quarantine.
    package var quarantine = QuarantineHandling()

    /// The signals that were asked for.
    package var signals: [MGCPSignal] = []

    package init() {}
}
