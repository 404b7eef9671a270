/// A plan as far as it can be followed without a call: what each condition tests, and what it makes happen.
///
/// It is read from the text of a plan, and only where every word is one whose meaning is known here; nothing is claimed
/// of any other plan.
struct SymbolicPlan {
    /// One condition.
    struct Condition {
        let field: String
        let expression: String?
        let breakRule: String
        let actions: [Action]
        let antiActions: [Action]
    }

    /// One action as it is written.
    struct Action {
        /// Every attribute.
        let text: String
        /// The fact that it sets, if it does.
        let sets: String?
        /// Whether it uses what an expression matched.
        let usesCaptures: Bool
    }

    /// One extension.
    struct Extension {
        let name: String
        let continues: Bool
        let isEmergency: Bool
        let conditions: [Condition]
    }

    /// The extensions of each context.
    private(set) var contexts: [String: [Extension]] = [:]

    private static let applications: Set<String> = [
        "bridge", "answer-and-echo", "answer-and-play-tone", "reject", "redirect", "line-service", "set",
    ]

    /// The facts that `set` can change.
    private static let settings: Set<String> = ["destination-number", "caller-number", "caller-name"]

    /// `nil` when anything in it is not known.
    init?(_ roots: [PlanElement]) {
        for root in roots {
            guard root.name == "dialplan", root.attributes.allSatisfy({ $0.name.hasPrefix("x") }) else {
                return nil
            }
            for context in root.children {
                guard context.name == "context", Self.has(context, only: ["name"]), let name = context["name"],
                    let extensions = Self.all(context.children.map { Self.readExtension($0) })
                else {
                    return nil
                }
                self.contexts[name] = extensions
            }
        }
    }

    private static func has(_ element: PlanElement, only known: Set<String>) -> Bool {
        element.attributes.allSatisfy { known.contains($0.name) }
    }

    private static func all<Value>(_ values: [Value?]) -> [Value]? {
        let known = values.compactMap { $0 }
        return known.count == values.count ? known : nil
    }

    private static func readExtension(_ element: PlanElement) -> Extension? {
        guard element.name == "extension", self.has(element, only: ["name", "continue", "emergency"]),
            let conditions = self.all(element.children.map { self.readCondition($0) })
        else {
            return nil
        }
        return Extension(
            name: element["name"] ?? "",
            continues: element["continue"] == "true",
            isEmergency: element["emergency"] == "true",
            conditions: conditions
        )
    }

    private static func readCondition(_ element: PlanElement) -> Condition? {
        guard element.name == "condition", self.has(element, only: ["field", "expression", "break"]),
            element.children.allSatisfy({ $0.name == "action" || $0.name == "anti-action" }),
            let actions = self.all(element.children(named: "action").map { self.readAction($0) }),
            let antiActions = self.all(element.children(named: "anti-action").map { self.readAction($0) })
        else {
            return nil
        }
        return Condition(
            field: element["field"] ?? "",
            expression: element["expression"],
            breakRule: element["break"] ?? "on-false",
            actions: actions,
            antiActions: antiActions
        )
    }

    private static func readAction(_ element: PlanElement) -> Action? {
        guard let application = element["application"], self.applications.contains(application),
            element.children.isEmpty
        else {
            return nil
        }
        let text = element.attributes.map { "\($0.name)=\($0.value)" }.sorted().joined(separator: "\u{0}")
        let name = element["data"].flatMap { $0.split(separator: "=", omittingEmptySubsequences: false).first }
        let set = application == "set" ? name.map { $0.filter { $0 != " " } } : nil
        return Action(
            text: text,
            sets: set.flatMap { self.settings.contains($0) ? $0 : nil },
            usesCaptures: text.contains("$")
        )
    }
}
