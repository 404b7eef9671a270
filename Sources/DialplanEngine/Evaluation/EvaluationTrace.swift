/// What an evaluation has come by, as far as a check counts it.
struct EvaluationTrace {
    /// How a condition came out, in all evaluations together.
    struct Outcomes {
        var held = false
        var failed = false
    }

    /// By the identity of the condition.
    private(set) var conditions: [ObjectIdentifier: Outcomes] = [:]

    /// The extensions that have acted in the present evaluation, in order.
    private(set) var acted: [DialplanExtension] = []

    /// The extensions that have ever acted.
    private(set) var everActed: Set<ObjectIdentifier> = []

    /// The next evaluation begins.
    mutating func begin() {
        self.acted = []
    }

    mutating func note(_ condition: Condition, matched: Bool) {
        if matched {
            self.conditions[ObjectIdentifier(condition), default: Outcomes()].held = true
        } else {
            self.conditions[ObjectIdentifier(condition), default: Outcomes()].failed = true
        }
    }

    mutating func note(acted entry: DialplanExtension) {
        self.acted.append(entry)
        self.everActed.insert(ObjectIdentifier(entry))
    }
}
