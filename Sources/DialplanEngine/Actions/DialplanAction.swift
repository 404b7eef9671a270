package import CallModel
package import ProtocolKit

/// One thing that a dialplan tells call control to do, with every capture and variable filled in.
package enum DialplanAction: Hashable, Sendable {
    /// Hunt through targets and join the caller with the one that answers.
    case bridge(BridgeAction)

    /// Answer the caller, unless that is done.
    case answer

    /// Let the caller hear the gateway before the answer (SIP: 183 with a session description).
    case preAnswer

    /// Tell the caller that it rings (SIP: 180).
    case ringReady

    /// Wait.
    case pause(Duration)

    /// Play something to the caller.
    case play(PlaybackAction)

    /// Send digits to the caller.
    case sendDigits([Digit])

    /// Answer the caller and send its media back; released after the time, if there is one.
    case answerAndEcho(for: Duration?)

    /// Answer the caller and play a tone.
    case answerAndPlayTone(ToneAction)

    /// Refuse the caller.
    case reject(RejectAction)

    /// Ask the caller to try elsewhere.
    case redirect(RedirectAction)

    /// Turn a service of the caller's line on or off; the call ends when no action follows.
    case lineService(LineService)

    /// Change how the actions that follow treat the call.
    case set(CallPolicy)

    /// Hold one of a resource for the rest of the call, or refuse the call.
    case limit(LimitAction)

    /// Write to the log.
    case log(LogAction)

    /// Remember something for later calls.
    case remember(MemoryAction)

    /// Ask a decision server; without an answer that decides the call the next action is done.
    case ask(AskAction)

    /// Done only when the bridge before it failed with certain causes.
    case conditional(ConditionalActions)
}

/// Actions that are done only when the bridge before them failed with one of some causes.
package struct ConditionalActions: Hashable, Sendable {
    /// The causes.
    package let causes: CauseSet

    /// The actions, in order.
    package let actions: [DialplanAction]

    /// Whether nothing that stands below is done after them.
    package let endsList: Bool

    package init(_ actions: [DialplanAction], after causes: CauseSet, endsList: Bool = false) {
        self.causes = causes
        self.actions = actions
        self.endsList = endsList
    }
}

extension DialplanAction {
    /// Whether the action decides what becomes of the call, rather than how.
    var routes: Bool {
        switch self {
        case .bridge, .answer, .preAnswer, .ringReady, .pause, .play, .sendDigits, .answerAndEcho, .answerAndPlayTone,
            .reject, .redirect, .lineService, .ask:
            true
        case .set, .limit, .log, .remember:
            false
        case .conditional(let conditional):
            conditional.actions.contains(where: \.routes)
        }
    }

    /// Whether no action after this one can be reached.
    var endsCall: Bool {
        switch self {
        case .answerAndEcho, .answerAndPlayTone, .reject, .redirect:
            true
        case .bridge, .answer, .preAnswer, .ringReady, .pause, .play, .sendDigits, .lineService, .set, .limit, .log,
            .remember, .ask, .conditional:
            false
        }
    }
}

/// A tone played to the caller, after which the call is released.
package struct ToneAction: Hashable, Sendable {
    /// The frequency in hertz.
    package let frequency: UInt16

    /// How long the tone sounds.
    package let duration: Duration

    package init(frequency: UInt16, duration: Duration) {
        self.frequency = frequency
        self.duration = duration
    }
}

/// A refusal in neutral terms (ITU-T Q.850).
package struct RejectAction: Hashable, Sendable {
    /// The cause.
    package let cause: Q850Cause

    /// Words for the caller, free of control characters; empty when the protocol's own words do.
    package let reason: ByteString

    /// The final status for a SIP caller, 400 to 699 (RFC 3261 §21); `nil` to make it of the cause.
    package let status: UInt16?

    package init(cause: Q850Cause, reason: ByteString = "", status: UInt16? = nil) {
        self.cause = cause
        self.reason = reason
        self.status = status
    }
}

/// Other places for the caller to try, best first.
package struct RedirectAction: Hashable, Sendable {
    /// The places.
    package let contacts: [Target]

    package init(contacts: [Target]) {
        self.contacts = contacts
    }
}

/// What `set` can change besides a plain variable.
package enum CallPolicy: Hashable, Sendable {
    /// The number shown to the called party.
    case callerNumber(ByteString)

    /// The name shown to the called party.
    case callerName(ByteString)

    /// The number that the call is for, as later actions and records see it.
    case destinationNumber(ByteString)

    /// Whether the caller's identity is withheld from the called party (RFC 3323).
    case privacy(Bool)

    /// The longest that an answered call may last.
    case maximumDuration(Duration)

    /// A change to the headers that the called parties or the caller are sent from here on.
    case header(HeaderRule)
}
