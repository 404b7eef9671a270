import Expressions
import ProtocolKit

/// One condition of an extension with the actions of both outcomes.
struct Condition: Sendable {
    /// What decides whether the condition holds.
    enum Test: Sendable {
        /// It always holds.
        case always
        /// The value must match the expression.
        case match(Template, RegularExpression)
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
    let subject: String

    /// How it is tested.
    let test: Test

    /// Whether the next condition is read.
    let breakRule: Break

    /// What is done when it holds.
    let actions: [ActionTemplate]

    /// What is done when it does not hold.
    let antiActions: [ActionTemplate]

    /// Where it stands.
    let line: Int
}

/// A named list of conditions.
struct DialplanExtension: Sendable {
    /// The name, for people and records.
    let name: ByteString

    /// Whether the search goes on after this extension has acted.
    let continues: Bool

    /// The conditions in order, never empty.
    let conditions: [Condition]

    /// The file that it stands in.
    let file: String

    /// The line where it begins.
    let line: Int
}
