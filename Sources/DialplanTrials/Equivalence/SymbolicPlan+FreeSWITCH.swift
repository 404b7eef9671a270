extension SymbolicPlan {
    /// Words after which a search depends on more than its conditions.
    private static let unknownWords = ["auto_hunt", "dp_match", "dp_regex_match"]

    /// Takes a file in FreeSWITCH's language, as it is written; whether all of it is known.
    ///
    /// Actions are collected and done after the search, so that it depends on none of them but those that are inline.
    mutating func readFreeSWITCH(_ root: PlanElement) -> Bool {
        guard root.name == "include" || root.name == "document" || root.name == "section" && root["name"] == "dialplan"
        else {
            return root.name == "context" && self.readFreeSWITCH(context: root)
        }
        for element in root.children {
            switch element.name {
            case "X-PRE-PROCESS":
                self.add(surrounding: element)
            case "include", "document", "section", "context":
                guard self.readFreeSWITCH(element) else {
                    return false
                }
            default:
                return false
            }
        }
        return true
    }

    private mutating func readFreeSWITCH(context element: PlanElement) -> Bool {
        guard Self.has(element, only: ["name"]), let name = element["name"],
            let extensions = Self.all(element.children.map { Self.foreignExtension($0) })
        else {
            return false
        }
        return self.add(extensions, named: name)
    }

    private static func foreignExtension(_ element: PlanElement) -> Extension? {
        guard element.name == "extension", self.has(element, only: ["name", "continue", "emergency"]),
            let continues = self.truth(element["continue"]), let isEmergency = self.truth(element["emergency"]),
            let conditions = self.all(element.children.map { self.foreignCondition($0) })
        else {
            return nil
        }
        return Extension(
            name: element["name"] ?? "",
            continues: continues,
            isEmergency: isEmergency,
            conditions: conditions
        )
    }

    private static func truth(_ word: String?) -> Bool? {
        ["": false, "false": false, "true": true][word ?? ""]
    }

    private static func foreignCondition(_ element: PlanElement) -> Condition? {
        let breakRule = element["break"] ?? "on-false"
        guard element.name == "condition", self.has(element, only: ["field", "expression", "break"]),
            ["on-false", "on-true", "always", "never"].contains(breakRule),
            element.attributes.allSatisfy({ !$0.value.contains("$${") }),
            element.children.allSatisfy({ $0.name == "action" || $0.name == "anti-action" }),
            let actions = self.all(element.children(named: "action").map { self.foreignAction($0) }),
            let antiActions = self.all(element.children(named: "anti-action").map { self.foreignAction($0) })
        else {
            return nil
        }
        return Condition(
            field: element["field"] ?? "",
            // Without an expression every value matches.
            expression: element["field"].map { _ in element["expression"] ?? "" },
            time: "",
            breakRule: breakRule,
            actions: actions,
            antiActions: antiActions
        )
    }

    private static func foreignAction(_ element: PlanElement) -> Action? {
        let text = self.words(of: element)
        let small = text.lowercased()
        guard element.children.isEmpty, self.has(element, only: ["application", "data", "inline"]),
            !self.unknownWords.contains(where: { small.contains($0) }), let isInline = self.truth(element["inline"]),
            !isInline || element["application"] == "set"
        else {
            return nil
        }
        return Action(
            text: text,
            setting: nil,
            endsSearch: false,
            isSeen: isInline,
            usesCaptures: text.contains("$")
        )
    }
}
