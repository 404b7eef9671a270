/// Proves that two plans decide the same for every call, where that can be proven.
///
/// The texts that a fact can be fall into classes, by the expressions of both plans that match them; each class is
/// followed through both plans. A fact that is set becomes one of which every class is possible, the same in both plans
/// as long as it is set in the same way. When all ways take the same actions in the same order, the plans decide the
/// same; when not, nothing is said. Values that are longer than the limits are left aside.
struct PlanEquivalence {
    /// A value that decides conditions: a fact as the call brings it, or as the plan has set it.
    private typealias ValueName = String

    /// The facts that the gateway fills in from a few words; empty where one does not apply.
    private static let words = [
        "protocol": ["", "sip", "mgcp", "h323"], "transport": ["", "udp", "tcp", "tls", "ws", "wss"],
    ]

    private let first: SymbolicPlan
    private let second: SymbolicPlan
    private let classes: [String: ExpressionClasses]
    private let limit: Int

    /// `nil` when one of the plans has anything that cannot be followed.
    init?(_ first: SymbolicPlan, _ second: SymbolicPlan, limit: Int) {
        self.first = first
        self.second = second
        self.limit = limit
        var patterns: [String: Set<String>] = [:]
        for plan in [first, second] {
            for condition in plan.contexts.values.joined().flatMap(\.conditions) {
                if let expression = condition.expression {
                    patterns[condition.field, default: []].insert(expression)
                }
            }
        }
        var classes: [String: ExpressionClasses] = [:]
        for (field, expressions) in patterns {
            let found =
                Self.words[field].map { ExpressionClasses(expressions, among: $0) }
                ?? ExpressionClasses(expressions, limit: limit)
            guard let found else {
                return nil
            }
            classes[field] = found
        }
        self.classes = classes
    }

    /// Whether both plans are proven to decide the same.
    func holds() -> Bool {
        guard Set(self.first.contexts.keys) == Set(self.second.contexts.keys) else {
            return false
        }
        return self.first.contexts.keys.sorted().allSatisfy { self.holds(in: $0) }
    }

    private func holds(in context: String) -> Bool {
        var ways: [[ValueName: Set<String>]] = [[:]]
        var steps = 0
        while let way = ways.popLast() {
            steps += 1
            guard steps <= self.limit else {
                return false
            }
            switch (self.walk(self.first, context, way), self.walk(self.second, context, way)) {
            case (.needs(let value, let field), _), (_, .needs(let value, let field)):
                for matching in self.classes[field]?.classes ?? [] {
                    var next = way
                    next[value] = matching
                    ways.append(next)
                }
            case (.ended(let left), .ended(let right)):
                guard left == right else {
                    return false
                }
            }
        }
        return true
    }

    // MARK: One way through one plan

    private enum Walk {
        /// It depends on the class of a value, which is one of this field's.
        case needs(ValueName, field: String)
        /// What was done.
        case ended([String])
    }

    private struct State {
        var trace: [String] = []
        /// What was set so far, each as it was set.
        var settings: [String] = []
        var current: [String: ValueName] = [:]
        var decisive = ""
        var isEmergency = false

        /// What a condition tests: text with places in it depends on all that was set.
        func value(of field: String) -> ValueName {
            field.contains("$") ? "\(field)\u{1}\(self.settings)" : self.current[field] ?? field
        }
    }

    private func walk(_ plan: SymbolicPlan, _ context: String, _ way: [ValueName: Set<String>]) -> Walk {
        var state = State()
        for entry in plan.contexts[context] ?? [] {
            var hasActed = false
            for condition in entry.conditions {
                let value = state.value(of: condition.field)
                var holds = true
                if let expression = condition.expression {
                    guard let matching = way[value] else {
                        return .needs(value, field: condition.field)
                    }
                    holds = matching.contains(expression)
                }
                for action in holds ? condition.actions : condition.antiActions {
                    hasActed = true
                    self.take(action, of: condition, value, &state)
                }
                if Self.ends(condition.breakRule, afterHolding: holds) {
                    break
                }
            }
            if hasActed {
                state.decisive = entry.name
                state.isEmergency = state.isEmergency || entry.isEmergency
                if !entry.continues {
                    break
                }
            }
        }
        return .ended(state.trace + [state.decisive, "\(state.isEmergency)"])
    }

    /// What an action does depends on its text, on what its condition matched, and on all that was set before.
    private func take(
        _ action: SymbolicPlan.Action,
        of condition: SymbolicPlan.Condition,
        _ value: ValueName,
        _ state: inout State
    ) {
        var name = action.text
        if action.usesCaptures {
            name += "\u{2}\(condition.expression ?? "")\u{2}\(value)\u{2}\(state.settings)"
        }
        state.trace.append(name)
        if action.text.contains("application=set") {
            state.settings.append(name)
        }
        if let fact = action.sets {
            state.current[fact] = "\(fact)\u{3}\(name)"
        }
    }

    private static func ends(_ breakRule: String, afterHolding holds: Bool) -> Bool {
        switch breakRule {
        case "on-true": holds
        case "always": true
        case "never": false
        default: !holds
        }
    }
}
