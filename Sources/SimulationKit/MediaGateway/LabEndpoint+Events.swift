import MGCPSyntax
import ProtocolKit

extension LabEndpoint {
    // MARK: Events

    /// Something happens; it is acted on now, or remembered while notifications are held back (RFC 3435 §4.4.1).
    mutating func occur(_ event: MGCPSignal, at now: Instant) {
        guard self.isInService else {
            return
        }
        switch self.notification {
        case .open:
            self.act(on: event, at: now)
        case .outstanding, .lockstep:
            if self.isDetectedInQuarantine(event), self.quarantine.count < self.limits.quarantine {
                self.quarantine.append(event)
            }
        }
    }

    /// Whether an event is remembered: those of `T:`, else those requested, and the persistent ones (§3.2.2.8).
    private func isDetectedInQuarantine(_ event: MGCPSignal) -> Bool {
        let package = self.defaultPackage
        if let detected = self.request.detected {
            if detected.contains(where: { $0.name.covers(event.name, defaultPackage: package) }) {
                return true
            }
        }
        return self.requested(event) != nil
    }

    /// What was said of an event: in the request, else in the list of persistent events.
    private func requested(_ event: MGCPSignal) -> RequestedEvent? {
        let package = self.defaultPackage
        return self.request.events.first { $0.name.covers(event.name, defaultPackage: package) }
            ?? self.persistentEvents.first { $0.name.covers(event.name, defaultPackage: package) }
    }

    private mutating func act(on event: MGCPSignal, at now: Instant) {
        self.cancelDigitTimer(by: event)
        guard let requested = self.requested(event) else {
            return
        }
        if !requested.actions.contains(.keepSignals), !event.isCompletion {
            self.endTimeOutSignals()
        }
        var embedded: EmbeddedRequest?
        for action in requested.actions {
            switch action {
            case .accumulate: self.observed.append(event)
            case .accumulateByDigitMap: self.accumulate(event, at: now)
            case .embedded(let request): embedded = request
            case .swap: self.swapConnections(at: now)
            case .notify, .ignore, .keepSignals, .extended: break
            }
        }
        if let embedded {
            self.adopt(embedded, at: now)
        }
        if requested.isNotified {
            self.observed.append(event)
            self.notify()
        }
    }

    /// An embedded request takes the place of events and signals; the identifier stays (§2.3.3).
    private mutating func adopt(_ embedded: EmbeddedRequest, at now: Instant) {
        self.request.events = embedded.events
        self.request.signals = embedded.signals
        self.digitMap = embedded.digitMap ?? self.digitMap
        self.dialString = nil
        self.apply(embedded.signals, at: now)
        self.startDigitTimer(at: now)
    }

    /// Tells the call agent what was observed.
    private mutating func notify() {
        self.dialString = nil
        self.digitDeadline = nil
        self.notification = .outstanding(isRenewed: false)
        self.actions.append(.notify(self.observed))
        self.observed = []
    }

    // MARK: Digits

    /// Adds a symbol to the dial string, and tells when the digit map has decided (§2.1.5).
    private mutating func accumulate(_ event: MGCPSignal, at now: Instant) {
        guard self.observed.count < self.limits.quarantine else {
            return
        }
        self.observed.append(event)
        guard let symbol = event.name.symbols?.first, let digitMap else {
            return
        }
        var dialString = self.dialString ?? DialString(matcher: DigitMapMatcher(digitMap), deadline: nil)
        let outcome = dialString.matcher.feed(symbol)
        switch outcome {
        case .match, .impossible:
            self.notify()
        case .awaitingTimer:
            dialString.deadline = self.detectsDigitTimer ? now.advanced(by: self.timers.criticalDigit) : nil
            self.dialString = dialString
        case .partial:
            dialString.deadline = self.detectsDigitTimer ? now.advanced(by: self.timers.partialDigit) : nil
            self.dialString = dialString
        }
    }

    /// Whether the expiry of the timer T was asked for.
    private var detectsDigitTimer: Bool {
        self.requested(MGCPSignal(EventName("D", "T"))) != nil
    }

    /// The timer T that is asked for by itself, and not by the digit map, starts at once (RFC 3660 §2.2).
    mutating func startDigitTimer(at now: Instant) {
        let timer = self.request.events.first { $0.name == EventName("D", "T") }
        let isOfDigitMap = timer?.actions.contains(.accumulateByDigitMap) ?? true
        self.digitDeadline = isOfDigitMap ? nil : now.advanced(by: self.timers.partialDigit)
    }

    /// The first digit cancels the timer that started at once.
    private mutating func cancelDigitTimer(by event: MGCPSignal) {
        if event.name.packageName(self.defaultPackage) == "D", event.name.symbols != nil {
            self.digitDeadline = nil
        }
    }

    // MARK: Requests and answers

    /// A request was accepted: it replaces the one before, and events from quarantine are judged by it (§4.4.1).
    mutating func adopt(_ request: LabRequest, digitMap: DigitMap?, at now: Instant) {
        self.request = request
        self.digitMap = digitMap ?? self.digitMap
        self.observed = []
        self.dialString = nil
        if request.quarantine.discards {
            self.quarantine = []
        }
        self.apply(request.signals, at: now)
        self.startDigitTimer(at: now)
        switch self.notification {
        case .open: break
        case .outstanding: self.notification = .outstanding(isRenewed: true)
        case .lockstep: self.notification = .open
        }
        self.releaseQuarantine(at: now)
        self.sendOwedDigits(at: now)
    }

    /// A notification was answered, or will never be.
    mutating func receiveNotifyAnswer(at now: Instant) {
        guard case .outstanding(let isRenewed) = self.notification else {
            return
        }
        guard isRenewed || self.request.quarantine.isLooping else {
            self.notification = .lockstep
            return
        }
        self.notification = .open
        self.releaseQuarantine(at: now)
    }

    /// Acts on what waits in quarantine, up to the next notification.
    mutating func releaseQuarantine(at now: Instant) {
        while self.notification == .open, !self.quarantine.isEmpty {
            self.act(on: self.quarantine.removeFirst(), at: now)
        }
    }

    /// The hook as the call agent can know it: before what still waits in quarantine, when that will be told.
    func hookState(for quarantine: QuarantineHandling) -> Bool {
        guard !quarantine.discards, self.notification != .open else {
            return self.isOffHook
        }
        for event in self.quarantine {
            switch event.name.event {
            case .named("hd"): return false
            case .named("hu"): return true
            case .named, .all, .range: continue
            }
        }
        return self.isOffHook
    }

    /// Swaps the audio of the two newest connections (§2.3.3, action S).
    private mutating func swapConnections(at now: Instant) {
        guard self.connections.count >= 2 else {
            return
        }
        let (last, former) = (self.connections.count - 1, self.connections.count - 2)
        self.connections[last].estimateStatistics(at: now)
        self.connections[former].estimateStatistics(at: now)
        let mode = self.connections[last].mode
        self.connections[last].mode = self.connections[former].mode
        self.connections[former].mode = mode
    }
}

extension MGCPSignal {
    /// Whether it tells that a signal ended; that stops no other signal.
    fileprivate var isCompletion: Bool {
        switch self.name.event {
        case .named("oc"), .named("of"): true
        case .named, .all, .range: false
        }
    }
}
