import Expressions
import ProtocolKit

/// One condition of an extension with the actions of both outcomes.
///
/// A class because it is shared by every decision and never changes: reading it costs one reference, not a copy.
final class Condition: Sendable {
    /// A value and the expression that it must match.
    struct Test: Sendable {
        /// The value.
        let subject: Template
        /// The expression.
        let expression: RegularExpression
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

    /// What is tested, as the dialplan writes it.
    let field: String

    /// How it is tested; `nil` for a condition that always holds.
    let test: Test?

    /// Whether the next condition is read.
    let breakRule: Break

    /// What is done when it holds.
    let actions: [ActionTemplate]

    /// What is done when it does not hold.
    let antiActions: [ActionTemplate]

    /// Where it stands.
    let line: Int

    init(
        field: String,
        test: Test?,
        breakRule: Break,
        actions: [ActionTemplate],
        antiActions: [ActionTemplate],
        line: Int
    ) {
        self.field = field
        self.test = test
        self.breakRule = breakRule
        self.actions = actions
        self.antiActions = antiActions
        self.line = line
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
