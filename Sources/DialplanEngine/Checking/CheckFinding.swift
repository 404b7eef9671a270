package import ProtocolKit

/// Something in a dialplan that its author may not have meant.
package struct CheckFinding: Hashable, Sendable {
    /// How sure it is that something is wrong.
    package enum Severity: String, Hashable, Sendable, CaseIterable {
        /// It cannot be meant.
        case error
        /// It is hardly meant.
        case warning
        /// It may be meant.
        case note
    }

    /// What kind of thing it is.
    package let rule: CheckRule

    /// The file.
    package let file: String

    /// The line, from 1.
    package let line: Int

    /// What is found.
    package let message: String

    /// What to do about it.
    package let advice: String

    /// A call that shows it; `nil` when no call can.
    package let witness: CheckWitness?

    package init(
        _ rule: CheckRule,
        file: String,
        line: Int,
        _ message: String,
        advice: String,
        witness: CheckWitness? = nil
    ) {
        self.rule = rule
        self.file = file
        self.line = line
        self.message = message
        self.advice = advice
        self.witness = witness
    }

    /// How sure it is that something is wrong.
    package var severity: Severity {
        self.rule.severity
    }
}

/// A call that shows what a finding says.
package struct CheckWitness: Hashable, Sendable {
    /// The context in which the call starts.
    package let context: ByteString

    /// What is known of the call.
    package let facts: CallFacts

    package init(context: ByteString, facts: CallFacts) {
        self.context = context
        self.facts = facts
    }
}

/// The kinds of findings, by the names under which reports list them.
package enum CheckRule: String, Hashable, Sendable, CaseIterable {
    case neverActs = "never-acts"
    case shadowed
    case alwaysHolds = "always-holds"
    case neverHolds = "never-holds"
    case overlap
    case emergencyTaken = "emergency-taken"
    case invalidTarget = "invalid-target"
    case invalidValue = "invalid-value"
    case endless
    case calendarGap = "calendar-gap"
    case notExamined = "not-examined"
    // What FreeSWITCH's language does otherwise than it looks.
    case notAvailable = "not-available"
    case timeChain = "time-chain"
    case timeReading = "time-reading"
    case timeAndField = "time-and-field"
    case unanchored
    case antiActionEnds = "anti-action-ends"
    case setUnseen = "set-unseen"
    case regexField = "regex-field"
    case nestedUnread = "nested-unread"
    case routesAndContinues = "routes-and-continues"
    case expressionOfCall = "expression-of-call"

    /// How sure it is that something is wrong.
    package var severity: CheckFinding.Severity {
        switch self {
        case .emergencyTaken, .endless:
            .error
        case .neverActs, .shadowed, .neverHolds, .invalidTarget, .invalidValue, .notAvailable, .timeChain, .timeReading,
            .timeAndField, .unanchored, .setUnseen, .regexField, .nestedUnread:
            .warning
        case .alwaysHolds, .overlap, .calendarGap, .notExamined, .antiActionEnds, .routesAndContinues,
            .expressionOfCall:
            .note
        }
    }

    /// What the rule is about, in a sentence.
    package var explanation: String {
        switch self {
        case .neverActs:
            "No call fulfils the conditions of the extension."
        case .shadowed:
            "Every call that the extension would take is taken by extensions above it."
        case .alwaysHolds:
            "The condition holds for every call that reaches it, and tests nothing."
        case .neverHolds:
            "The condition holds for no call that reaches it."
        case .overlap:
            "Two extensions would take the same call, and neither is a special case of the other: their order decides."
        case .emergencyTaken:
            "A number of an emergency extension is taken by another extension above it."
        case .invalidTarget:
            "A call can fill the places of a target so that it cannot exist, and is refused."
        case .invalidValue:
            "A call can fill a place with what cannot stand there, and is refused."
        case .endless:
            "Transfers send a call round in a circle."
        case .calendarGap:
            "A call that is taken at some times is taken by nobody at another."
        case .notExamined:
            "The check could not look at every call."
        case .notAvailable:
            "Something that FreeSWITCH has is not here; what becomes of the call without it is said."
        case .timeChain:
            "Time conditions one below the other are read only until the first that does not hold."
        case .timeReading:
            "A time attribute is not read as it looks."
        case .timeAndField:
            "A condition with a time and a field does what the field says, whatever the time."
        case .unanchored:
            "An expression that is not held at both ends also matches longer numbers."
        case .antiActionEnds:
            "A condition that fails and has an anti-action ends the search, although nothing has matched."
        case .setUnseen:
            "A variable that is set without inline is not seen by conditions below: they are read first."
        case .regexField:
            "A variable as the field of a regex element leaves no captures."
        case .nestedUnread:
            "Conditions in a condition with break on-true are not read when it holds."
        case .routesAndContinues:
            "An extension that continues and routes adds its actions to those of the extension that ends the search."
        case .expressionOfCall:
            "An expression that a call fills in can change what kind of expression it is."
        }
    }
}
