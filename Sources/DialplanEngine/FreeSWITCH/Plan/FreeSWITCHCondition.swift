import Expressions
import ProtocolKit

/// One condition with its actions and the conditions in it.
final class FreeSWITCHCondition: Sendable {
    /// What is tested besides the time.
    enum Rule: Sendable {
        /// A field, or nothing.
        case single(FreeSWITCHTest?)
        /// The `<regex>` children, combined.
        case combined(Combination, [FreeSWITCHTest])
    }

    /// How `<regex>` children are combined.
    enum Combination: String, Sendable, CaseIterable {
        /// Every one must match; reading ends at the first that does not.
        case all
        /// One must match; reading ends at it.
        case any
        /// Exactly one must match; all are read.
        case xor

        /// Whether the combination holds when so many of the children that were read have matched and not.
        func holds(passed: Int, failed: Int) -> Bool {
            switch self {
            case .all: failed == 0
            case .any: passed > 0
            case .xor: passed == 1
            }
        }
    }

    /// The conditions that stand in it.
    enum Nested: Sendable {
        case none
        case conditions([FreeSWITCHCondition])
        /// They stand deeper than FreeSWITCH reads, and fail.
        case tooDeep
    }

    /// The time attributes, if there are any.
    let time: FSTimeCondition?

    /// What is tested besides them.
    let rule: Rule

    /// Whether the conditions after it are read.
    let breakRule: Condition.Break

    let actions: [FreeSWITCHAction]
    let antiActions: [FreeSWITCHAction]
    let nested: Nested

    /// Whether what is nested in it must proceed for it to proceed.
    let requiresNested: Bool

    let place: DialplanPlace

    init(
        time: FSTimeCondition?,
        rule: Rule,
        breakRule: Condition.Break,
        actions: [FreeSWITCHAction],
        antiActions: [FreeSWITCHAction],
        nested: Nested,
        requiresNested: Bool,
        place: DialplanPlace
    ) {
        self.time = time
        self.rule = rule
        self.breakRule = breakRule
        self.actions = actions
        self.antiActions = antiActions
        self.nested = nested
        self.requiresNested = requiresNested
        self.place = place
    }
}

/// A field and the expression that it must match; or, in a `<regex>`, perhaps only a time.
final class FreeSWITCHTest: Sendable {
    /// What is tested.
    enum Subject: Sendable {
        /// A field of the caller profile.
        case field(CallerField)
        /// A field that only `set_profile_var` can make up, or none.
        case other(ByteString)
        /// Text with `${…}` in it.
        case text(ExpansionTemplate)
    }

    /// The expression that it must match.
    enum Pattern: Sendable {
        /// One that no call changes.
        case fixed(FreeSWITCHExpression)
        /// One that FreeSWITCH cannot compile: it never matches.
        case impossible
        /// One with `${…}` in it.
        case filledIn(ExpansionTemplate)
    }

    /// What is tested, as the dialplan writes it; `nil` in a `<regex>` without a field.
    let field: String?
    let subject: Subject?
    let pattern: Pattern

    /// The expression as the dialplan writes it.
    let written: String

    /// Whether FreeSWITCH makes a new text of the expression before it compiles it, be it the same.
    let isRewritten: Bool

    /// Whether an expression that no call changes has groups, in FreeSWITCH's eyes: whether it contains `(`.
    let hasParenthesis: Bool

    /// The time attributes of a `<regex>`, if there are any.
    let time: FSTimeCondition?

    /// Whether the expression must match the whole value, as in the strict language.
    let matchesWhole: Bool

    let place: DialplanPlace

    init(
        field: String?,
        subject: Subject?,
        pattern: Pattern,
        written: String,
        isRewritten: Bool,
        hasParenthesis: Bool,
        time: FSTimeCondition?,
        matchesWhole: Bool = false,
        place: DialplanPlace
    ) {
        self.field = field
        self.subject = subject
        self.pattern = pattern
        self.written = written
        self.isRewritten = isRewritten
        self.hasParenthesis = hasParenthesis
        self.time = time
        self.matchesWhole = matchesWhole
        self.place = place
    }
}
