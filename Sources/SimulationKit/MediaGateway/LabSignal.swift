package import MGCPSyntax
package import ProtocolKit

/// A signal that is applied to an endpoint or to one of its connections (RFC 3435 §2.1.7).
package struct LabSignal: Hashable, Sendable {
    /// Its name, package and place included.
    package let name: EventName

    /// What qualifies it.
    package internal(set) var parameters: [EventParameter]

    /// How it ends.
    package let kind: MGCPEventDefinition.SignalKind

    /// When it ends by itself.
    package internal(set) var deadline: Instant?

    /// The name without package and place.
    package var event: MGCPName {
        guard case .named(let event) = self.name.event else {
            return "all"
        }
        return event
    }

    /// Whether the bell sounds.
    package var isRinging: Bool {
        Self.bells.contains(self.event)
    }

    /// Whether it can be heard in the receiver, or by whoever is at the other side of the connection.
    package var isAudible: Bool {
        !self.isRinging && !Self.silent.contains(self.event)
    }

    /// The bells of the line package.
    static let bells: Set<MGCPName> = ["rg", "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "rs"]

    /// What is shown, or done to the line or circuit.
    private static let silent: Set<MGCPName> = [
        "ci", "vmwi", "osi", "lsa", "adsi", "hd", "hf", "hu", "sup", "ans", "rel", "rlc", "res", "sus", "bl", "inf",
        "cwk", "awk", "rcl", "as", "lb", "qt", "pat",
    ]

    /// Whether it needs a receiver that is off the hook (402 otherwise).
    var needsOffHook: Bool {
        self.isAudible && self.name.place == .endpoint
    }
}

extension LabEndpoint {
    /// The kind and definition of a signal that this endpoint knows.
    func definition(of name: EventName) -> MGCPEventDefinition? {
        MGCPPackage.definition(of: name, defaultPackage: self.defaultPackage)
    }

    /// The name with its package written out.
    func complete(_ name: EventName) -> EventName {
        guard case .byDefault = name.package else {
            return name
        }
        return EventName(.named(self.defaultPackage), name.event, at: name.place)
    }

    /// Applies what a request asks for; time-out signals that it does not name end (RFC 3435 §3.2.2.21).
    mutating func apply(_ requested: [MGCPSignal], at now: Instant) {
        let names = requested.map { self.complete($0.name) }
        self.endSignals { signal in
            if case .timeOut = signal.kind {
                return !names.contains(signal.name)
            }
            return false
        }
        // The display is told before the bell sounds.
        for signal in requested where self.isCallerID(signal) {
            self.callerID = signal.parameters
        }
        for signal in requested where !self.isCallerID(signal) {
            self.begin(signal, at: now)
        }
    }

    private func isCallerID(_ signal: MGCPSignal) -> Bool {
        signal.name.event == .named("ci")
    }

    private mutating func begin(_ requested: MGCPSignal, at now: Instant) {
        guard let kind = self.definition(of: requested.name)?.signal else {
            return
        }
        let name = self.complete(requested.name)
        let existing = self.signals.firstIndex { $0.name == name }
        switch kind {
        case .onOff where requested.isTurnedOff:
            if let existing {
                self.end(self.signals[existing])
            }
        case .onOff, .timeOut, .brief:
            var signal = LabSignal(name: name, parameters: requested.parameters, kind: kind)
            signal.deadline = self.duration(of: signal).map { now.advanced(by: $0) }
            if let existing {
                self.signals[existing] = signal
            } else {
                self.signals.append(signal)
                self.tellBeginning(of: signal)
            }
            self.carryOnCircuit(signal, at: now)
        }
    }

    /// How long a signal lasts by itself; `nil` until it is turned off.
    private func duration(of signal: LabSignal) -> Duration? {
        switch signal.kind {
        case .onOff: return nil
        case .brief: return self.timers.briefSignal
        case .timeOut(let milliseconds):
            if let timeOut = signal.parameters.timeOut {
                return timeOut == 0 ? nil : .milliseconds(timeOut)
            }
            if signal.event == "ann" {
                return self.timers.announcement
            }
            if signal.event == "sup" || signal.event == "inf" {
                return self.timers.briefSignal
            }
            return milliseconds.map { .milliseconds($0) }
        }
    }

    private mutating func tellBeginning(of signal: LabSignal) {
        if signal.isRinging, let ring = self.rings {
            self.actions.append(.note(.rings(ring)))
        } else {
            self.actions.append(.note(.signalBegan(signal.name, signal.parameters)))
        }
    }

    /// Ends a signal.
    mutating func end(_ signal: LabSignal) {
        guard let place = self.signals.firstIndex(where: { $0.name == signal.name }) else {
            return
        }
        self.signals.remove(at: place)
        if signal.isRinging {
            self.callerID = []
            self.actions.append(.note(.ringingStopped))
        } else {
            self.actions.append(.note(.signalEnded(signal.name)))
        }
    }

    /// Ends all signals that are meant.
    mutating func endSignals(where isMeant: (LabSignal) -> Bool) {
        for signal in self.signals where isMeant(signal) {
            self.end(signal)
        }
    }

    /// An event that was asked for stops all time-out signals, unless its action is to keep them (RFC 3435 §2.3.3).
    mutating func endTimeOutSignals() {
        self.endSignals { signal in
            if case .timeOut = signal.kind {
                return true
            }
            return false
        }
    }
}
