package import CallModel
package import ProtocolKit

/// One thing that a dialplan tells call control to do, with every capture and variable filled in.
package enum DialplanAction: Hashable, Sendable {
    /// Hunt through targets and join the caller with the one that answers.
    case bridge(BridgeAction)

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

    package init(cause: Q850Cause, reason: ByteString = "") {
        self.cause = cause
        self.reason = reason
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
}
