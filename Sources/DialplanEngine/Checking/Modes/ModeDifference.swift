package import ProtocolKit

/// Calls that a plan in FreeSWITCH's language treats otherwise than the same document in the strict language would: all
/// that go one way there and another way here for the same reasons, with one of them.
package struct ModeDifference: Hashable, Sendable {
    /// What one of the languages does with the calls.
    package struct Outcome: Hashable, Sendable {
        /// The extension that decides; empty when none does.
        package let name: ByteString
        /// Its file; empty when there is none.
        package let file: String
        /// The line where it begins; 0 when there is none.
        package let line: Int
        /// What is done with the call of the witness after the search, in the words of FreeSWITCH, filled in.
        package let actions: [String]
    }

    /// Why the languages part, and where.
    package struct Reason: Hashable, Sendable {
        /// The rule that the languages have otherwise.
        package let rule: StrictRule
        /// The file of the condition or the action.
        package let file: String
        /// Its line.
        package let line: Int
        /// What each language makes of it.
        package let message: String
        /// What to write so that the strict language does what FreeSWITCH does, or both do the same.
        package let advice: String
    }

    /// A call of this kind, tried in both.
    package let witness: CheckWitness

    /// How many kinds of calls that were tried part in this way.
    package let kinds: Int

    /// Why they part; empty when no rule alone is the reason.
    package let reasons: [Reason]

    /// What FreeSWITCH's language does.
    package let freeSWITCH: Outcome

    /// What the strict language does.
    package let strict: Outcome

    var withOneMore: ModeDifference {
        ModeDifference(
            witness: self.witness,
            kinds: self.kinds + 1,
            reasons: self.reasons,
            freeSWITCH: self.freeSWITCH,
            strict: self.strict
        )
    }
}

/// Something in a plan in FreeSWITCH's language that a strict dialplan refuses when it is read.
package struct ModeRefusal: Hashable, Sendable {
    /// What it is, and what FreeSWITCH makes of it.
    package let problem: DialplanProblem

    /// A call that comes by it; `nil` when none was found.
    package internal(set) var witness: CheckWitness?
}
