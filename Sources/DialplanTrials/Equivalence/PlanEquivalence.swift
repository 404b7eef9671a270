/// Proves that two plans decide the same for every call, where that can be proven.
///
/// The texts that a fact can be fall into classes, by the expressions of both plans that match them; each class is
/// followed through both plans. A fact that is set becomes one of which every class is possible, the same in both plans
/// as long as it is set in the same way, or the value itself where that is known. A time holds or not, whatever else
/// holds. When all ways take the same actions in the same order, the plans decide the same; when not, nothing is said.
/// Where a search goes on in another context, what that decides of the same call is the same, since each context is
/// followed for every call. Values that are longer than the limits are left aside.
struct PlanEquivalence {
    /// A value that decides conditions: a fact as the call brings it, or as the plan has set it.
    fileprivate typealias ValueName = String

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
        guard first.language == second.language, first.surroundings == second.surroundings else {
            return nil
        }
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
            let words = first.language == .strict ? Self.words[field] : nil
            let found =
                words.map { ExpressionClasses(expressions, among: $0) }
                ?? ExpressionClasses(expressions, of: first.language, limit: limit)
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
        var ways = [Way()]
        var steps = 0
        while let way = ways.popLast() {
            steps += 1
            guard steps <= self.limit else {
                return false
            }
            switch (self.walk(self.first, context, way), self.walk(self.second, context, way)) {
            case (.needs(let question), _), (_, .needs(let question)):
                ways += self.answers(to: question, way)
            case (.ended(let left), .ended(let right)):
                guard left == right else {
                    return false
                }
            }
        }
        return true
    }

    private func answers(to question: Question, _ way: Way) -> [Way] {
        switch question {
        case .time(let time):
            return [true, false].map { holds in
                var next = way
                next.times[time] = holds
                return next
            }
        case .value(let value, let field):
            return (self.classes[field]?.classes ?? []).map { matching in
                var next = way
                next.values[value] = matching
                return next
            }
        }
    }

    private func walk(_ plan: SymbolicPlan, _ context: String, _ way: Way) -> Walk {
        var state = WalkState()
        let extensions = plan.contexts[context] ?? []
        do throws(Question) {
            switch plan.language {
            case .strict: try state.search(extensions, way)
            case .freeSWITCH: try state.searchLikeFreeSWITCH(extensions, way)
            }
        } catch {
            return .needs(error)
        }
        return .ended(state.trace + [state.decisive, "\(state.isEmergency)"])
    }
}

/// What is known of a call: which expressions match each value, and which times hold.
private struct Way {
    var values: [PlanEquivalence.ValueName: Set<String>] = [:]
    var times: [String: Bool] = [:]
}

/// What must be known to go on.
private enum Question: Error {
    /// Which expressions match a value, which is one of this field's.
    case value(PlanEquivalence.ValueName, field: String)
    /// Whether the clocks show a time.
    case time(String)
}

/// One way through one plan.
private enum Walk {
    case needs(Question)
    /// What was done.
    case ended([String])
}

/// What one way through a plan has done so far.
private struct WalkState {
    var trace: [String] = []
    var decisive = ""
    var isEmergency = false

    /// What was set so far, each as it was set.
    private var settings: [String] = []
    /// The facts that were set, by what they have become.
    private var current: [String: PlanEquivalence.ValueName] = [:]
    /// The values that are known, by the names of facts and variables.
    private var constants: [String: String] = [:]

    // MARK: Searches

    /// Reads extensions until one takes the call and does not continue.
    mutating func search(_ extensions: [SymbolicPlan.Extension], _ way: Way) throws(Question) {
        for entry in extensions {
            var hasActed = false
            var hasEnded = false
            for condition in entry.conditions {
                let value = self.value(of: condition.field)
                let holds = try self.holds(condition, value, way)
                for action in holds ? condition.actions : condition.antiActions {
                    hasActed = true
                    self.take(action, of: condition, value)
                    hasEnded = hasEnded || action.endsSearch
                }
                if hasEnded || Self.ends(condition.breakRule, afterHolding: holds) {
                    break
                }
            }
            if hasActed {
                self.decisive = entry.name
                self.isEmergency = self.isEmergency || entry.isEmergency
            }
            if hasEnded || hasActed && !entry.continues {
                return
            }
        }
    }

    /// Reads extensions until one proceeds and does not continue: its last condition that was read held, or an
    /// anti-action was taken.
    mutating func searchLikeFreeSWITCH(_ extensions: [SymbolicPlan.Extension], _ way: Way) throws(Question) {
        for entry in extensions {
            var proceeds = false
            var hasActed = false
            for condition in entry.conditions {
                let value = self.value(of: condition.field)
                let holds = try self.holds(condition, value, way)
                let actions = holds ? condition.actions : condition.antiActions
                for action in actions {
                    self.take(action, of: condition, value)
                }
                hasActed = hasActed || !actions.isEmpty
                proceeds = holds || !actions.isEmpty
                if Self.ends(condition.breakRule, afterHolding: holds) {
                    break
                }
            }
            self.isEmergency = self.isEmergency || entry.isEmergency && hasActed
            if proceeds, !entry.continues {
                self.decisive = entry.name
                return
            }
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

    // MARK: Conditions

    /// What a condition tests: text with places in it depends on all that was set.
    private func value(of field: String) -> PlanEquivalence.ValueName {
        field.contains("$") ? "\(field)\u{1}\(self.settings)" : self.current[field] ?? field
    }

    private func holds(
        _ condition: SymbolicPlan.Condition,
        _ value: PlanEquivalence.ValueName,
        _ way: Way
    ) throws(Question) -> Bool {
        if !condition.time.isEmpty {
            guard let isTime = way.times[condition.time] else {
                throw .time(condition.time)
            }
            guard isTime else {
                return false
            }
        }
        guard let expression = condition.expression else {
            return true
        }
        if let known = self.constant(of: condition.field), let exact = ExactExpressionReader.read(expression) {
            return exact.matches(known)
        }
        guard let matching = way.values[value] else {
            throw .value(value, field: condition.field)
        }
        return matching.contains(expression)
    }

    /// The value of a fact, or of `${name}`, where the plan has set it to one that is the same for every call.
    private func constant(of field: String) -> String? {
        guard field.contains("$") else {
            return self.constants[field]
        }
        let name = field.dropFirst(2).dropLast()
        return field == "${\(name)}" ? self.constants[String(name)] : nil
    }

    // MARK: Actions

    /// What an action does depends on its text, on what its condition matched, and on all that was set before.
    private mutating func take(
        _ action: SymbolicPlan.Action,
        of condition: SymbolicPlan.Condition,
        _ value: PlanEquivalence.ValueName
    ) {
        if let setting = action.setting, let constant = setting.constant, self.constants[setting.name] == constant {
            // It is that already.
            return
        }
        var name = action.text
        if action.usesCaptures {
            name += "\u{2}\(condition.expression ?? "")\u{2}\(value)\u{2}\(self.settings)"
        }
        self.trace.append(name)
        if action.isSeen {
            self.settings.append(name)
        }
        if let setting = action.setting {
            self.current[setting.name] = "\(setting.name)\u{3}\(name)"
            self.constants[setting.name] = setting.constant
        }
    }
}
