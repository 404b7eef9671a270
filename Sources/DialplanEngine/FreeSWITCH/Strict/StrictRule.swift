/// A rule of the strict language where FreeSWITCH's has another one.
///
/// A plan in FreeSWITCH's language can be evaluated with any of them, see ``Dialplan/following(_:)``: with all of them it
/// is what the same document would mean in the strict language.
package enum StrictRule: String, Hashable, Sendable, CaseIterable {
    /// An expression must match the whole value, where FreeSWITCH looks for it anywhere in the value.
    case wholeValue = "whole-value"

    /// What an action sets is seen by what is read after it, where FreeSWITCH reads everything first.
    case onePhase = "one-phase"

    /// A condition holds when its time and its field do, where FreeSWITCH lets either of them act.
    case timeAndField = "time-and-field"

    /// Time attributes mean what they say: `mweek` a weekday of the month, `dst` either season, `time-of-day` ends before
    /// its end.
    case calendar

    /// An extension ends the search when it has done something, where FreeSWITCH looks at the condition it read last.
    case actingEnds = "acting-ends"

    /// Conditions in a condition are read before its `break` counts, and decide nothing for those beside it.
    case nested

    /// `$0` is there for every expression, where FreeSWITCH fills in nothing when the expression has no `(`.
    case captures

    /// Everything that the strict language has otherwise.
    package static var all: Set<StrictRule> {
        Set(self.allCases)
    }
}
