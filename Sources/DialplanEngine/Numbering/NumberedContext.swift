import ProtocolKit

/// A context with what each condition says of numbers, apart from what a call would do.
struct NumberedContext {
    /// When a condition holds.
    enum Truth: Hashable {
        case always
        case never
        /// It depends on the caller, a variable or the time: it may hold or not.
        case perhaps
        /// When the number passes the test.
        case test(Int)
        /// When so many of these hold.
        indirect case combined(Condition.Combination, [Truth])

        /// Whether it holds for a number that passes these tests; `nil` when it may or may not.
        func holds(passing tests: Set<Int>) -> Bool? {
            switch self {
            case .always:
                true
            case .never:
                false
            case .test(let test):
                tests.contains(test)
            case .perhaps:
                nil
            case .combined(let combination, let parts):
                combination.holds(parts.map { $0.holds(passing: tests) })
            }
        }
    }

    /// What actions decide.
    enum Outcome: Int {
        case nothing
        case refusal
        case route
    }

    /// What the actions of one outcome of a condition do.
    struct Effect {
        /// Whether there is any.
        var acts = false
        /// What the first that decides anything decides.
        var outcome = Outcome.nothing
        /// What the number is afterwards, for each form that it may have before.
        var rewrites: [Int: Int] = [:]
    }

    /// A condition.
    struct Step {
        /// When it holds, for each form that the number may have.
        var truths: [Int: Truth] = [:]
        let breakRule: Condition.Break
        var whenTrue = Effect()
        var whenFalse = Effect()
        /// What is read next when it holds.
        var nested: [Step] = []
    }

    /// An extension.
    struct Entry {
        let continues: Bool
        var steps: [Step] = []
    }

    /// The extensions in order.
    var entries: [Entry] = []

    /// The extension that each test belongs to.
    var owners: [Int] = []

    /// The forms that the number may have, the first as it was dialed.
    var rewrites: [NumberRewrite] = [.none]

    /// All expressions.
    var automaton: ExpressionAutomaton

    /// The positions that are read before anything is dialed.
    var start: [Int32] = []
}

extension Condition.Combination {
    /// Whether a condition holds of whose tests this is known; `nil` when it may or may not.
    fileprivate func holds(_ parts: [Bool?]) -> Bool? {
        let passed = parts.count { $0 == true }
        let open = parts.count { $0 == nil }
        switch self {
        case .all:
            return parts.contains(false) ? false : open == 0 ? true : nil
        case .any:
            return passed > 0 ? true : open == 0 ? false : nil
        case .xor:
            return passed > 1 ? false : open == 0 ? passed == 1 : nil
        }
    }
}
