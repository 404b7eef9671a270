import Expressions
import ProtocolKit

/// One condition of an extension with the actions of both outcomes.
///
/// A class because it is shared by every decision and never changes: reading it costs one reference, not a copy.
final class Condition: Sendable {
    /// A value and the expression that it must match.
    struct Test: Sendable {
        /// What is tested, as the dialplan writes it.
        let field: String
        /// The value.
        let subject: Template
        /// The expression.
        let expression: RegularExpression
        /// The line where it stands.
        let line: Int
    }

    /// The time at which a condition holds.
    struct Calendar: Sendable {
        /// When.
        let condition: CalendarCondition
        /// The zone whose clocks are looked at, by its slot.
        let zone: Int
    }

    /// How many of several tests must match.
    enum Combination: String, Sendable, CaseIterable {
        case all
        case any
        /// Exactly one.
        case xor
    }

    /// When the conditions after this one are not read.
    enum Break: String, Sendable, CaseIterable {
        case onFalse = "on-false"
        case onTrue = "on-true"
        case always
        case never

        /// Whether the search of the extension ends here.
        func applies(afterMatch matched: Bool) -> Bool {
            switch self {
            case .onFalse:
                !matched
            case .onTrue:
                matched
            case .always:
                true
            case .never:
                false
            }
        }
    }

    /// When it can hold; `nil` for at any time.
    let calendar: Calendar?

    /// What must match besides the time.
    let tests: [Test]

    /// How many of the tests must match.
    let combination: Combination

    /// Whether the next condition is read.
    let breakRule: Break

    /// What is done when it holds.
    let actions: [ActionTemplate]

    /// What is done when it does not hold.
    let antiActions: [ActionTemplate]

    /// Conditions that are read after the actions when it holds.
    let nested: [Condition]

    /// Where it stands.
    let line: Int

    init(
        calendar: Calendar? = nil,
        tests: [Test],
        combination: Combination = .all,
        breakRule: Break,
        actions: [ActionTemplate],
        antiActions: [ActionTemplate],
        nested: [Condition] = [],
        line: Int
    ) {
        self.calendar = calendar
        self.tests = tests
        self.combination = combination
        self.breakRule = breakRule
        self.actions = actions
        self.antiActions = antiActions
        self.nested = nested
        self.line = line
    }

    /// Whether it holds for every call.
    var alwaysHolds: Bool {
        self.tests.isEmpty && self.calendar == nil
    }

    /// Its actions and those of the conditions in it.
    var allActions: [ActionTemplate] {
        self.actions + self.antiActions + self.nested.flatMap(\.allActions)
    }
}

/// A named list of conditions.
final class DialplanExtension: Sendable {
    /// The name, for people and records.
    let name: ByteString

    /// Whether the search goes on after this extension has acted.
    let continues: Bool

    /// Whether a call that it acts on is an emergency.
    let isEmergency: Bool

    /// The conditions in order, never empty.
    let conditions: [Condition]

    /// The file that it stands in.
    let file: String

    /// The line where it begins.
    let line: Int

    init(
        name: ByteString,
        continues: Bool,
        isEmergency: Bool,
        conditions: [Condition],
        file: String,
        line: Int
    ) {
        self.name = name
        self.continues = continues
        self.isEmergency = isEmergency
        self.conditions = conditions
        self.file = file
        self.line = line
    }
}
