import CallModel
import MGCPSyntax
import ProtocolKit
import SDP

/// What happens to a line, phase by phase.
extension MGCPEndpoint {
    /// What the telephone does, in the order in which it was observed.
    mutating func receiveLineEvents(_ events: [MGCPSignal], _ services: inout CallAgentServices) {
        var dialed: [DigitSymbol] = []
        for event in events {
            if event.name.isOfPackage("D"), let symbols = event.name.symbols {
                dialed.append(contentsOf: symbols)
            } else if event.name.isEvent("hd") {
                self.lifted(&services)
            } else if event.name.isEvent("hu") {
                self.receiveDigits(&dialed, &services)
                self.hungUp(&services)
            } else if event.name.isEvent("hf") {
                self.receiveDigits(&dialed, &services)
                self.flashed(&services)
            } else if event.name.isEvent("oc") {
                self.toneCompleted(&services)
            }
        }
        self.receiveDigits(&dialed, &services)
    }

    private mutating func receiveDigits(_ dialed: inout [DigitSymbol], _ services: inout CallAgentServices) {
        if !dialed.isEmpty {
            self.receiveDigits(dialed, &services)
            dialed = []
        }
    }

    /// What an answer or audit tells of the hook, which no event has told.
    mutating func learnHook(_ hook: Hook, _ services: inout CallAgentServices) {
        guard self.line != nil, self.hook != hook else {
            return
        }
        switch hook {
        case .offHook: self.lifted(&services)
        case .onHook: self.hungUp(&services)
        case .unknown: break
        }
    }

    /// The handset is lifted: dial tone, or the call that rings is answered.
    mutating func lifted(_ services: inout CallAgentServices) {
        self.hook = .offHook
        guard let phase = self.line?.phase else {
            return
        }
        switch phase {
        case .idle: self.startDialing(&services)
        case .ringing: self.answerRinging(&services)
        case .telling, .warned, .silent:
            // It was put down in between, and nobody has told.
            self.startDialing(&services)
        case .dialing, .calling, .talking: break
        }
    }

    /// The handset is put down: whatever it was connected with is over.
    mutating func hungUp(_ services: inout CallAgentServices) {
        self.hook = .onHook
        guard let phase = self.line?.phase else {
            return
        }
        switch phase {
        case .idle, .ringing:
            break
        case .dialing, .telling, .warned, .silent:
            self.rest(&services)
        case .calling, .talking:
            self.endCallOfUser(&services)
        }
    }

    /// The line is idle, or rings again for who still waits.
    mutating func rest(_ services: inout CallAgentServices) {
        self.line?.deadline = nil
        self.line?.digits = []
        self.line?.hasDialed = false
        self.line?.owesConfirmation = false
        self.line?.isConference = false
        self.line?.active = nil
        self.line?.phase = .idle
        if let waiting = self.line?.waiting ?? self.line?.held {
            self.ringBack(waiting, &services)
        }
    }

    /// The legs are gone: the line is where its hook says.
    mutating func resetLine(_ services: inout CallAgentServices) {
        guard self.line != nil else {
            return
        }
        self.line?.held = nil
        self.line?.waiting = nil
        self.line?.transfer = nil
        self.hook = .unknown
        self.rest(&services)
    }

    /// A phase has lasted too long.
    mutating func expireLine(_ services: inout CallAgentServices) {
        guard let line = self.line else {
            return
        }
        switch line.phase {
        case .dialing: self.dialingExpired(&services)
        case .telling:
            self.line?.phase = .warned
            self.line?.deadline = services.now.advanced(by: line.lineClass.warningTimeout)
        case .warned:
            self.line?.phase = .silent
        case .ringing:
            self.forwardUnanswered(&services)
        case .idle:
            self.transferRefused(&services)
        case .calling, .talking, .silent:
            break
        }
    }

    /// The line hears what has become of its call.
    mutating func tell(_ tone: ReleaseTone, _ services: inout CallAgentServices) {
        guard let lineClass = self.line?.lineClass else {
            return
        }
        self.line?.active = nil
        self.line?.phase = .telling(tone)
        self.line?.deadline = services.now.advanced(by: lineClass.toneTimeout)
    }

    /// A leg of the line is over, and not because its user has put the handset down.
    mutating func lineLost(_ leg: LegID, _ cause: ReleaseCause, _ services: inout CallAgentServices) {
        if self.line?.held == leg {
            self.line?.held = nil
            self.line?.isConference = false
            return
        }
        if self.line?.waiting == leg {
            self.line?.waiting = nil
            return
        }
        guard let phase = self.line?.phase, self.line?.active == leg else {
            return
        }
        if self.line?.isConference == true, let other = self.line?.held {
            self.line?.isConference = false
            self.line?.held = nil
            self.line?.active = other
            return
        }
        switch phase {
        case .ringing:
            self.rest(&services)
        case .calling, .talking:
            let tone = self.line.map { $0.owesConfirmation ? .silence : ReleaseTone(for: cause.value, $0.lineClass) }
            self.tell(tone ?? .silence, &services)
        case .idle, .dialing, .telling, .warned, .silent:
            self.line?.active = nil
        }
    }

    /// The user of the line has ended the call that the handset is connected with.
    private mutating func endCallOfUser(_ services: inout CallAgentServices) {
        let cause = ReleaseCause(event: "L/hu", .normalClearing)
        if self.transfers(&services) {
            return
        }
        if let place = self.place(of: self.line?.active) {
            self.end(place, cause, &services)
        }
        self.rest(&services)
    }
}

extension EventName {
    /// Whether this is the event of this name, of a line's package or of the default one.
    func isEvent(_ name: StaticString) -> Bool {
        guard case .named(let event) = self.event else {
            return false
        }
        return event.isEqual(to: name)
    }

    /// Whether the event is of this package, or of the default one.
    func isOfPackage(_ name: StaticString) -> Bool {
        switch self.package {
        case .byDefault, .all: true
        case .named(let package): package.isEqual(to: name)
        }
    }
}
