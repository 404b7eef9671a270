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
        self.check(root, attributes: ["zone"], children: ["table", "context"])
        self.enterZone(of: root)
        for child in root.children where child.name == "context" {
            self.readContext(child)
        }
        self.zone = nil
    }

    private mutating func readContext(_ element: XMLElement) {
        self.check(element, attributes: ["name", "zone"], children: ["extension"])
        let name = ByteString(self.requiredName(of: element) ?? "")
        let isNew = self.begin(context: name, at: element)
        var extensions: [DialplanExtension] = []
        let outerZone = self.zone
        self.enterZone(of: element)
        for child in element.children where child.name == "extension" {
            extensions.append(self.readExtension(child))
        }
        self.zone = outerZone
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
        let actions = conditions.flatMap(\.allActions)
        // Whatever stands in a condition may be meant to act; what is wrong with it is said there.
        let hasActionElement = element.children.contains(where: \.isMeantToAct)
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
        self.check(
            element,
            attributes: ["field", "expression", "regex", "break", "zone"] + Self.timeAttributes,
            children: ["regex", "action", "anti-action", "condition"]
        )
        let breakRule = self.choice(element, "break", Condition.Break.self) ?? .onFalse
        let tests = self.readTests(of: element)
        let captures = self.captures(in: element, tests)
        let actions = self.readActions(element, named: "action", captures: captures)
        let antiActions = self.readActions(element, named: "anti-action", captures: .noneInAntiAction)
        let nested = element.children.filter { $0.name == "condition" }.map { self.readCondition($0) }
        self.checkReach(of: element, actions, nested)
        return Condition(
            calendar: self.readCalendar(of: element),
            tests: tests,
            combination: self.choice(element, "regex", Condition.Combination.self) ?? .all,
            breakRule: breakRule,
            actions: actions,
            antiActions: antiActions,
            nested: nested,
            line: element.location.line
        )
    }

    /// What is in a condition must be possible to reach.
    private mutating func checkReach(of element: XMLElement, _ actions: [ActionTemplate], _ nested: [Condition]) {
        let isTested =
            element["field"] != nil || element.children.contains { $0.name == "regex" }
            || element.attributes.contains { Self.timeAttributes.contains($0.name) }
        if !isTested, let wrong = element.children.first(where: { $0.name == "anti-action" }) {
            self.add("this is never done: the condition always holds", at: wrong, advice: "remove it")
        }
        if actions.contains(where: \.endsCall), let wrong = element.children.first(where: { $0.name == "condition" }) {
            self.add("this is never read: an action above it ends the call", at: wrong, advice: "remove it")
        }
        // A nested condition stands after the actions, because that is when it is read.
        if let first = element.children.firstIndex(where: { $0.name == "condition" }),
            let wrong = element.children[first...].first(where: { $0.name != "condition" })
        {
            self.add(
                "<\(wrong.name)> stands below a condition that is read after it",
                at: wrong,
                advice: "put the conditions inside this condition last"
            )
        }
    }

    // MARK: Tests

    private func captures(in element: XMLElement, _ tests: [Condition.Test]) -> AvailableCaptures {
        if element.children.contains(where: { $0.name == "regex" }) {
            return .noneInCombination
        }
        return .of(groups: tests.first?.expression.groupCount)
    }

    private mutating func readTests(of element: XMLElement) -> [Condition.Test] {
        let parts = element.children.filter { $0.name == "regex" }
        guard let first = parts.first else {
            if element["regex"] != nil {
                self.add(
                    "regex=\"\(element["regex"] ?? "")\" has no <regex> inside",
                    at: element,
                    advice: "add <regex field=\"…\" expression=\"…\"/> for each test, or remove the attribute"
                )
            }
            return self.readTest(element).map { [$0] } ?? []
        }
        if element["field"] != nil || element["expression"] != nil {
            self.add(
                "the condition has a test of its own and <regex> elements as well",
                at: element,
                advice: "make its field and expression another <regex>"
            )
        }
        if element["regex"] == nil {
            self.add("it is not said how many must match", at: first, advice: "add regex=\"all\", \"any\" or \"xor\"")
        }
        return parts.compactMap { part in
            self.check(part, attributes: ["field", "expression"], children: [])
            if part["field"] == nil, part["expression"] == nil {
                self.add("<regex> tests nothing", at: part, advice: "add field=\"…\" and expression=\"…\"")
            }
            return self.readTest(part)
        }
    }

    private mutating func readTest(_ element: XMLElement) -> Condition.Test? {
        switch (element["field"], element["expression"]) {
        case (nil, nil):
            return nil
        case (.some(let field), nil):
            self.add(
                "the \(element.name) on \"\(field)\" has no expression",
                at: element,
                advice: "add expression=\"…\", or remove the field for a condition that always holds"
            )
            return nil
        case (nil, .some):
            self.add("the \(element.name) has an expression but no field", at: element, advice: "add field=\"…\"")
            return nil
        case (.some(let field), .some(let pattern)):
            let subject = self.subject(field, of: element)
            guard let expression = self.expression(pattern, of: element), let subject else {
                return nil
            }
            let line = element.location.line
            return Condition.Test(field: field, subject: subject, expression: expression, line: line)
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

extension XMLElement {
    /// Whether something besides tests stands in a condition.
    fileprivate var isMeantToAct: Bool {
        self.children.contains { child in
            child.name == "condition" ? child.isMeantToAct : child.name != "regex"
        }
    }
}
