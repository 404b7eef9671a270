extension SymbolicPlan {
    /// What an action may be; none of them is seen by conditions below but `set`.
    private static let applications: Set<String> = [
        "bridge", "route", "answer", "pre-answer", "ring-ready", "sleep", "play", "send-digits", "answer-and-echo",
        "answer-and-play-tone", "reject", "redirect", "transfer", "line-service", "set", "header", "limit", "log",
        "remember", "forget",
    ]

    /// Takes a file in the strict language; whether all of it is known.
    mutating func readStrict(_ root: PlanElement) -> Bool {
        guard root.name == "dialplan",
            root.attributes.allSatisfy({ $0.name == "zone" || $0.name.hasPrefix("xmlns") || $0.name.hasPrefix("xsi:") })
        else {
            return false
        }
        let zone = root["zone"] ?? ""
        for element in root.children {
            switch element.name {
            case "table", "routes":
                self.add(surrounding: element)
            case "context":
                guard Self.has(element, only: ["name", "zone"]), let name = element["name"],
                    let extensions = Self.all(
                        element.children.map { Self.strictExtension($0, zone: element["zone"] ?? zone) }
                    ),
                    self.add(extensions, named: name)
                else {
                    return false
                }
            default:
                return false
            }
        }
        return true
    }

    private static func strictExtension(_ element: PlanElement, zone: String) -> Extension? {
        guard element.name == "extension", self.has(element, only: ["name", "continue", "emergency"]),
            let conditions = self.all(element.children.map { self.strictCondition($0, zone: zone) })
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

    private static func strictCondition(_ element: PlanElement, zone: String) -> Condition? {
        let times = element.attributes.filter { MutantSource.timeKeys.contains($0.name) }
        let known = MutantSource.timeKeys.union(["field", "expression", "break", "zone"])
        guard element.name == "condition", self.has(element, only: known),
            element.children.allSatisfy({ $0.name == "action" || $0.name == "anti-action" }),
            let actions = self.all(element.children(named: "action").map { self.strictAction($0) }),
            let antiActions = self.all(element.children(named: "anti-action").map { self.strictAction($0) })
        else {
            return nil
        }
        let time = times.map { "\($0.name)=\($0.value)" }.sorted() + [element["zone"] ?? zone]
        return Condition(
            field: element["field"] ?? "",
            expression: element["expression"],
            time: times.isEmpty ? "" : time.joined(separator: "\u{0}"),
            breakRule: element["break"] ?? "on-false",
            actions: actions,
            antiActions: antiActions
        )
    }

    private static func strictAction(_ element: PlanElement) -> Action? {
        guard let application = element["application"], self.applications.contains(application),
            element.children.isEmpty
        else {
            return nil
        }
        let text = self.words(of: element)
        return Action(
            text: text,
            setting: application == "set" ? self.setting(element["data"] ?? "") : nil,
            // One that waits for what comes of a bridge lets the search go on.
            endsSearch: application == "transfer" && element["after"] == nil,
            isSeen: application == "set",
            usesCaptures: text.contains("$")
        )
    }

    /// `name=value`.
    private static func setting(_ data: String) -> Setting? {
        let parts = data.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first, let value = parts.dropFirst().first else {
            return nil
        }
        // What stands between the words is read with or without spaces; such a value is left aside.
        let isConstant = !value.contains("$") && value.first != " " && value.last != " "
        return Setting(name: name.filter { $0 != " " }, constant: isConstant ? String(value) : nil)
    }
}
