package import CallModel
import DialplanEngine
package import ProtocolKit

/// One call in a few words, for people who ask what is going on.
package struct CallSummary: Hashable, Sendable {
    /// Where a call stands.
    package enum State: UInt8, Hashable, Sendable, CaseIterable {
        case hunting
        case talking
        case local
        case ending
    }

    /// The call.
    package let call: CallID

    /// The caller's number or name.
    package let caller: ByteString

    /// What was called.
    package let called: ByteString

    /// The dialplan extension.
    package let `extension`: ByteString

    /// The dialplan that it is routed by.
    package let dialplan: DialplanVersion

    /// Where it stands.
    package let state: State

    /// When it began.
    package let started: CivilTime

    /// When it was answered, on the monotonic clock.
    package let answered: Instant?

    /// Its legs, the caller's first.
    package let legs: [LegID]

    init(_ call: Call) {
        self.call = call.id
        self.caller = (call.guest(at: call.caller)?.party ?? call.firstCaller).user
        self.called = call.setup.called.user
        self.extension = call.extensionName
        self.dialplan = call.dialplan.value.version
        self.started = call.started
        self.answered = call.answeredAt
        self.legs = call.legs.map(\.id)
        self.state =
            switch call.phase {
            case .routing, .pausing, .asking, .hunting: .hunting
            case .bridged: .talking
            case .local: .local
            case .releasing, .ended: .ending
            }
    }
}
