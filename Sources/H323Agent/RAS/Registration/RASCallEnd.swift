package import CallModel
import H323Syntax

/// How a call has ended, as a DRQ says it (H.225.0 clause 7.14.1).
package struct RASCallEnd: Hashable, Sendable {
    /// The cause that the call signaling channel was released with.
    package let cause: Q850Cause

    package init(_ cause: Q850Cause) {
        self.cause = cause
    }

    /// The ordinary end.
    package static let normal = RASCallEnd(.normalClearing)

    /// Every end that a party wants is a normal drop, whatever its cause; a forced one is the gatekeeper's.
    var reason: H225.DisengageReason {
        .normalDrop
    }

    /// The contents of a Cause element (Q.850 clause 2): ITU-T coding, user, then the value.
    var causeElement: [UInt8] {
        [0x80, 0x80 | self.cause.rawValue]
    }
}
