import CallModel
import DialplanEngine
import ProtocolKit
import SIPSyntax

/// What came of the call of a case.
struct TrialOutcome {
    /// A leg that was placed.
    struct Leg {
        /// The target in the words of plans.
        let target: String
        /// What the record says of it.
        let record: LegRecord
        /// The INVITE that arrived, where SIP was spoken.
        var invite: SIPMessage?
        /// The number that was called there, as it arrived or else as it was asked for.
        var number: String?
        /// The caller as it is shown there; `nil` where nothing arrived.
        var callerNumber: String?
        var callerName: String?
    }

    /// The record of the call; `nil` when it was refused before it became one.
    var record: CallRecord?

    /// The final response to a SIP caller.
    var response: SIPMessage?

    /// The legs that were placed, in order.
    var legs: [Leg] = []

    /// What the gateway played, in order.
    var sounds: [String] = []

    /// The moment on the wall clock when the call was made.
    var start = CivilTime.epoch

    /// What calls before it had left behind for the dialplan.
    var memory = DialplanMemory()

    /// Why the case cannot be played as it is written, or what did not come to an end.
    var obstacle: String?

    /// What was sent, one packet a line.
    var ladder: () -> [String] = { [] }

    /// The call was refused for this cause before it became one.
    var refusal: ReleaseCause?

    /// Who answered, in the words of a test.
    var answeredBy: String {
        guard let record, record.answered != nil else {
            return "nobody"
        }
        return self.legs.first { $0.record.answered != nil }?.target ?? "gateway"
    }

    /// The cause with which the caller's leg ended.
    var cause: Q850Cause? {
        self.record?.legs.first?.cause.value ?? self.refusal?.value
    }
}
