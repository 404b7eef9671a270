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
            case .bridged, .local, .releasing, .ended:
                return
            }
        }
    }

    private mutating func performNextAction(in environment: inout CallEnvironment) {
        guard let action = self.actions.popFirst() else {
            self.release(self.failure ?? self.outcomeWithoutRoute, in: &environment)
            return
        }
        switch action {
        case .bridge(let action):
            self.hunt = Hunt(action)
            self.media.choose(action.media)
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
            var cause = ReleaseCause.local(.dialplan, action.cause)
            cause.words = action.reason
            self.release(cause, in: &environment)
        case .redirect(let action):
            self.redirectCaller(to: action.contacts, .local(.dialplan, .redirection), in: &environment)
        case .lineService(let service):
            self.activate(service, in: &environment)
        case .set(let policy):
            self.apply(policy)
        }
    }

    /// Without a target the call has done what it was for when it was for a service.
    private var outcomeWithoutRoute: ReleaseCause {
        self.hasChangedService
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

    private mutating func apply(_ policy: CallPolicy) {
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
        }
    }
}
