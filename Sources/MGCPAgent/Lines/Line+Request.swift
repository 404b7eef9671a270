import CallModel
import MGCPSyntax
import ProtocolKit

extension Line {
    /// What the telephone shall look for and play in this phase.
    func request(of endpoint: MGCPEndpoint) -> EndpointRequest {
        switch self.phase {
        case .idle:
            return EndpointRequest(.offHook, self.settings.hasMessages ? [.messageLamp(true)] : [])
        case .dialing:
            return EndpointRequest(.number(context: self.settings.context), self.dialingSignals)
        case .calling:
            let hearing = endpoint.place(of: self.active).map { endpoint.legs[$0].hearing } ?? .nothing
            return EndpointRequest(.hook, (hearing == .ringback ? [.ringback] : []) + self.digitSignals)
        case .ringing:
            return EndpointRequest(.offHook, self.ringingSignals(endpoint))
        case .talking:
            // One form of digits at a time: events of the telephone only where none are in the media (§5.3 of the tables).
            let watchesDigits = endpoint.place(of: self.active).map { !endpoint.legs[$0].carriesDigits } ?? false
            let tone: [EndpointSignal] = self.waiting == nil ? [] : [.callWaiting]
            return EndpointRequest(watchesDigits ? .hookAndDigits : .hook, tone + self.digitSignals)
        case .telling(let tone):
            return EndpointRequest(self.endWatch, (self.owesConfirmation ? [.confirmation] : []) + tone.signals)
        case .warned:
            return EndpointRequest(self.endWatch, [.offHookWarning])
        case .silent:
            return EndpointRequest(self.endWatch)
        }
    }

    /// After a call a flash means something only to a user who has held another one.
    private var endWatch: EndpointRequest.Watch {
        self.held == nil ? .onHook : .hook
    }

    private var dialingSignals: [EndpointSignal] {
        guard !self.hasDialed else {
            return []
        }
        return [self.settings.hasMessages ? .stutterDialTone : .dialTone]
    }

    private func ringingSignals(_ endpoint: MGCPEndpoint) -> [EndpointSignal] {
        let ring = EndpointSignal.ring(self.lineClass.ring)
        guard self.lineClass.showsCaller, !self.hasShownCaller,
            let place = endpoint.place(of: self.active), let caller = endpoint.legs[place].caller
        else {
            return [ring]
        }
        return [ring, .callerID(caller)]
    }

    private var digitSignals: [EndpointSignal] {
        self.outgoingDigits.isEmpty ? [] : [.digits(self.outgoingDigits)]
    }

    /// What was asked for once has been sent.
    mutating func spendBriefSignals(_ signals: [EndpointSignal]) {
        for signal in signals {
            switch signal {
            case .callerID: self.hasShownCaller = true
            case .digits: self.outgoingDigits = []
            case .confirmation: self.owesConfirmation = false
            case .dialTone, .stutterDialTone, .ringback, .busy, .congestion, .reorder, .offHookWarning, .callWaiting,
                .ring, .messageLamp, .announcement, .seize, .answerSupervision, .releaseCircuit, .releaseComplete:
                break
            }
        }
    }
}

extension Line {
    /// A request that was sent has had no effect: what it asked for once is owed again.
    mutating func oweAgain(_ signals: [EndpointSignal]) {
        for signal in signals {
            switch signal {
            case .callerID: self.hasShownCaller = false
            case .digits(let digits): self.outgoingDigits = digits + self.outgoingDigits
            case .confirmation: self.owesConfirmation = true
            case .dialTone, .stutterDialTone, .ringback, .busy, .congestion, .reorder, .offHookWarning, .callWaiting,
                .ring, .messageLamp, .announcement, .seize, .answerSupervision, .releaseCircuit, .releaseComplete:
                break
            }
        }
    }
}

extension ReleaseTone {
    /// What is played for it.
    var signals: [EndpointSignal] {
        switch self {
        case .busy: [.busy]
        case .congestion: [.congestion]
        case .reorder: [.reorder]
        case .announcement(let url): [.announcement(url)]
        case .silence: []
        }
    }
}
