import CallModel
import DialplanEngine
import ProtocolKit

/// What the dialplan decided, action by action.
extension Call {
    /// Goes on until something outside must happen first: a leg that rings, a user who is located, the end.
    ///
    /// Every turn uses up an action, a stage or a wave, all of which are bounded.
    mutating func carryOn(in environment: inout CallEnvironment) {
        while true {
            switch self.phase {
            case .routing:
                self.performNextAction(in: &environment)
            case .hunting:
                guard self.huntNext(in: &environment) else {
                    return
                }
            case .pausing, .asking, .bridged, .local, .releasing, .ended:
                return
            }
        }
    }

    private mutating func performNextAction(in environment: inout CallEnvironment) {
        let outcome = self.outcome
        self.outcome = .done
        guard let action = self.run.next(after: outcome, memory: environment.memory) else {
            self.release(self.failure ?? self.outcomeWithoutRoute(outcome), in: &environment)
            return
        }
        switch action {
        case .bridge(let action):
            self.hunt = Hunt(action)
            self.media.choose(action.media)
            self.setup.isAnchored = !self.media.isDirect
            self.phase = .hunting
        case .answerAndEcho(let duration):
            self.answerLocally(playing: .echo, for: duration, in: &environment)
        case .answerAndPlayTone(let tone):
            self.answerLocally(
                playing: .tone(hertz: tone.frequency, payloadType: 0, duration: tone.duration),
                for: tone.duration,
                in: &environment
            )
        case .reject(let action):
            self.release(ReleaseCause(action), in: &environment)
        case .redirect(let action):
            self.redirectCaller(to: action.contacts, .local(.dialplan, .redirection), in: &environment)
        case .lineService(let service):
            self.activate(service, in: &environment)
        case .set(let policy):
            self.apply(policy, in: &environment)
        case .remember(let memory):
            environment.memory.perform(memory)
        case .answer:
            self.answerCaller(in: &environment)
        case .preAnswer:
            self.answerCallerEarly(in: &environment)
        case .ringReady:
            self.ringCaller(in: &environment)
        case .pause(let duration):
            self.pause(for: duration, in: &environment)
        case .play(let playback):
            self.play(playback, in: &environment)
        case .sendDigits(let digits):
            self.sendDigits(digits, in: &environment)
        case .limit(let limit):
            self.hold(limit, in: &environment)
        case .log(let log):
            environment.observe(.dialplanLogged(self.id, Observation.Weight(log.level), log.text))
        case .ask(let question):
            self.ask(question, in: &environment)
        case .conditional:
            // The run has chosen among them already.
            break
        }
    }

    /// Without a target the call has done what it was for when it was for a service, or was answered.
    private func outcomeWithoutRoute(_ outcome: ActionOutcome) -> ReleaseCause {
        if case .ended(let cause) = outcome {
            return cause
        }
        return self.hasChangedService || self.isCallerAnswered
            ? .local(.dialplan, .normalClearing) : .local(.noRoute, .noRouteToDestination)
    }

    /// A service belongs to a line; a caller of another kind is told that it has none.
    private mutating func activate(_ service: LineService, in environment: inout CallEnvironment) {
        guard self.setup.source.signaling == .mgcp, !self.isCallerReplaced else {
            self.release(.local(.dialplan, .facilityRejected), in: &environment)
            return
        }
        self.hasChangedService = true
        environment.command(.activate(service), on: self.legs[self.caller].id)
    }

    private mutating func apply(_ policy: CallPolicy, in environment: inout CallEnvironment) {
        switch policy {
        case .callerNumber(let number):
            self.setup.caller.user = number
            self.setup.assertedCaller?.user = number
        case .callerName(let name):
            self.setup.caller.displayName = name
            self.setup.assertedCaller?.displayName = name
        case .destinationNumber(let number):
            self.setup.called.user = number
        case .privacy(let isPrivate):
            let presentation: Party.Presentation = isPrivate ? .restricted : .allowed
            self.setup.caller.presentation = presentation
            self.setup.assertedCaller?.presentation = presentation
        case .maximumDuration(let duration):
            self.maximumDuration = duration
            if self.isCallerAnswered, let answeredAt {
                self.deadline = Instant.earlier(self.deadline, answeredAt.advanced(by: duration))
            }
        case .header(let rule):
            switch rule.side {
            case .called:
                self.setup.headerChanges.append(HeaderChange(rule))
            case .caller:
                environment.command(.change(HeaderChange(rule)), on: self.legs[self.caller].id)
            }
        }
    }
}

extension HeaderChange {
    /// The change that a rule of the dialplan makes.
    init(_ rule: HeaderRule) {
        switch rule.operation {
        case .add(let value): self.init(name: rule.name, replaces: false, value: value)
        case .remove: self.init(name: rule.name, replaces: true, value: nil)
        case .replace(let value): self.init(name: rule.name, replaces: true, value: value)
        }
    }
}

extension ReleaseCause {
    /// A refusal by the dialplan; its status counts for a caller on SIP (RFC 3261 §21), the cause for others.
    init(_ reject: RejectAction) {
        guard let status = reject.status else {
            self = .local(.dialplan, reject.cause)
            self.words = reject.reason
            return
        }
        self.init(reject.cause, origin: .sipStatus(status, phrase: reject.reason))
    }
}

extension Observation.Weight {
    fileprivate init(_ level: LogAction.Level) {
        switch level {
        case .debug: self = .debug
        case .info: self = .info
        case .warning: self = .warning
        case .error: self = .error
        }
    }
}
