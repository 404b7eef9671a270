import Expressions
import ProtocolKit
import XMLReading

extension PlanReading {
    /// Reads the outermost element of a file.
    mutating func read(_ root: XMLElement) {
        guard root.name == "dialplan" else {
            self.add("the file begins with <\(root.name)>", at: root, advice: "a dialplan is inside <dialplan>")
            return
        }
        self.check(root, attributes: [], children: ["context"])
        for child in root.children where child.name == "context" {
            self.readContext(child)
        }
    }

    private mutating func readContext(_ element: XMLElement) {
        self.check(element, attributes: ["name"], children: ["extension"])
        let name = ByteString(self.requiredName(of: element) ?? "")
        let isNew = self.begin(context: name, at: element)
        var extensions: [DialplanExtension] = []
        for child in element.children where child.name == "extension" {
            extensions.append(self.readExtension(child))
        }
        if isNew {
            self.end(context: name, extensions)
        }
    }

    private mutating func readExtension(_ element: XMLElement) -> DialplanExtension {
        self.check(element, attributes: ["name", "continue", "emergency"], children: ["condition"])
        let name = self.requiredName(of: element) ?? ""
        let continues = self.boolean(element, "continue") ?? false
        var conditions: [Condition] = []
        for child in element.children where child.name == "condition" {
            conditions.append(self.readCondition(child))
        }
        self.checkOutcome(of: element, conditions, continues: continues)
        return DialplanExtension(
            name: ByteString(name),
            continues: continues,
            isEmergency: self.boolean(element, "emergency") ?? false,
            conditions: conditions,
            file: element.location.file,
            line: element.location.line
        )
    }

    /// An extension must do something, and must not end the search without deciding anything.
    private mutating func checkOutcome(of element: XMLElement, _ conditions: [Condition], continues: Bool) {
        guard !conditions.isEmpty else {
            self.add(
                "extension \"\(element["name"] ?? "")\" has no condition",
                at: element,
                advice: "write <condition> without attributes for one that always holds"
            )
            return
        }
        let actions = conditions.flatMap { $0.actions + $0.antiActions }
        let hasActionElement = element.children.contains { !$0.children.isEmpty }
        if actions.isEmpty, !hasActionElement {
            self.add(
                "extension \"\(element["name"] ?? "")\" has no action",
                at: element,
                advice: "add one or remove it"
            )
        } else if !actions.isEmpty, !continues, !actions.contains(where: \.routes) {
            self.add(
                "extension \"\(element["name"] ?? "")\" only sets values and then ends the search",
                at: element,
                advice: "add continue=\"true\", or an action that decides the call"
            )
        }
    }

    private mutating func readCondition(_ element: XMLElement) -> Condition {
        self.check(element, attributes: ["field", "expression", "break"], children: ["action", "anti-action"])
        let breakRule = self.choice(element, "break", Condition.Break.self) ?? .onFalse
        let test = self.readTest(element)
        let actions = self.readActions(element, named: "action", captures: .of(groups: test?.expression.groupCount))
        let antiActions = self.readActions(element, named: "anti-action", captures: .noneInAntiAction)
        if test == nil, let wrong = element.children.first(where: { $0.name == "anti-action" }),
            element["field"] == nil
        {
            self.add("this is never done: the condition always holds", at: wrong, advice: "remove it")
        }
        return Condition(
            field: element["field"] ?? "",
            test: test,
            breakRule: breakRule,
            actions: actions,
            antiActions: antiActions,
            line: element.location.line
        )
    }

    private mutating func readTest(_ element: XMLElement) -> Condition.Test? {
        switch (element["field"], element["expression"]) {
        case (nil, nil):
            return nil
        case (.some(let field), nil):
            self.add(
                "the condition on \"\(field)\" has no expression",
                at: element,
                advice: "add expression=\"…\", or remove the field for a condition that always holds"
            )
            return nil
        case (nil, .some):
            self.add("the condition has an expression but no field", at: element, advice: "add field=\"…\"")
            return nil
        case (.some(let field), .some(let pattern)):
            let subject = self.subject(field, of: element)
            guard let expression = self.expression(pattern, of: element), let subject else {
                return nil
            }
            return Condition.Test(subject: subject, expression: expression)
        }
    }

    private mutating func expression(_ pattern: String, of element: XMLElement) -> RegularExpression? {
        do {
            return try RegularExpression(pattern)
        } catch {
            self.add(error.description, at: element, advice: "correct the expression")
            return nil
        }
    }

    /// What a condition tests: the name of a fact, or text with `${…}` in it.
    private mutating func subject(_ field: String, of element: XMLElement) -> Template? {
        if field.contains("$") {
            return self.template(field, of: element, captures: .noneInField)
        }
        if let known = CallField(rawValue: field) {
            return Template(parts: [.field(known)])
        }
        let isVariable = self.slotToRead(field) != nil
        self.add(
            "there is no field \"\(field)\"",
            at: element,
            advice: isVariable
                ? "write ${\(field)} for the variable"
                : NearestName.advice(for: field, among: CallField.allCases.map(\.rawValue))
        )
        return nil
    }
}
