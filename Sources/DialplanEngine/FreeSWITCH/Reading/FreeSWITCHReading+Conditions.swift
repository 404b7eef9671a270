import Expressions
import ProtocolKit
import XMLReading

extension FreeSWITCHReading {
    /// Reads the conditions that stand directly in an element.
    mutating func readConditions(_ element: XMLElement, depth: Int) -> [FreeSWITCHCondition] {
        var conditions: [FreeSWITCHCondition] = []
        for child in element.children {
            if child.name == "condition" {
                conditions.append(self.readCondition(child, depth: depth))
            } else if element.name == "extension" {
                self.warn("<\(child.name)> is not read outside of a condition", at: child, advice: "move it into one")
            }
        }
        return conditions
    }

    private mutating func readCondition(_ element: XMLElement, depth: Int) -> FreeSWITCHCondition {
        let known = ["field", "expression", "break", "regex", "require-nested"]
        self.warnOfUnknownAttributes(element, known: known + FSTimeCondition.attributeNames)
        for child in element.children where !Self.parts.contains(child.name) {
            self.warn("<\(child.name)> is not read in a condition", at: child, advice: "remove it")
        }
        let rule = self.readRule(element)
        var actions: [FreeSWITCHAction] = []
        var antiActions: [FreeSWITCHAction] = []
        for child in element.children {
            if child.name == "action" {
                actions.append(self.readAction(child))
            } else if child.name == "anti-action" {
                antiActions.append(self.readAction(child))
            }
        }
        return FreeSWITCHCondition(
            time: self.readTime(element),
            rule: rule,
            breakRule: self.readBreak(element),
            actions: actions,
            antiActions: antiActions,
            nested: self.readNested(element, depth: depth),
            requiresNested: element["require-nested"].map { MarkedText(authored: $0).isTrue } ?? true,
            place: self.place(of: element)
        )
    }

    private static let parts = ["action", "anti-action", "condition", "expression", "regex"]

    private mutating func readNested(_ element: XMLElement, depth: Int) -> FreeSWITCHCondition.Nested {
        guard let first = element.children.first(where: { $0.name == "condition" }) else {
            return .none
        }
        guard depth < Self.mostNesting else {
            self.warn("conditions this deep are never read, and fail", at: first, advice: "nest them less deep")
            return .tooDeep
        }
        return .conditions(self.readConditions(element, depth: depth + 1))
    }

    private mutating func readBreak(_ element: XMLElement) -> Condition.Break {
        guard let written = element["break"] else {
            return .onFalse
        }
        guard let rule = Condition.Break(rawValue: written.lowercased()) else {
            self.warn(
                "break=\"\(written)\" counts as on-false",
                at: element,
                advice: NearestName.advice(for: written, among: Condition.Break.allCases.map(\.rawValue))
            )
            return .onFalse
        }
        return rule
    }

    // MARK: Tests

    private mutating func readRule(_ element: XMLElement) -> FreeSWITCHCondition.Rule {
        let children = element.children.filter { $0.name == "regex" }
        guard let written = element["regex"] else {
            for child in children {
                self.warn(
                    "<regex> is not read: the condition has no regex=\"…\"",
                    at: child,
                    advice: "add regex=\"all\""
                )
            }
            return .single(element["field"] == nil ? nil : self.readTest(element))
        }
        let combination = FreeSWITCHCondition.Combination(rawValue: written.lowercased())
        if combination == nil {
            self.warn("regex=\"\(written)\" counts as any", at: element, advice: "write all, any or xor")
        }
        if element["field"] != nil {
            self.warn("the field is not tested: regex=\"…\" tests its <regex>", at: element, advice: "remove the field")
        }
        for child in children {
            self.warnOfUnknownAttributes(child, known: ["field", "expression"] + FSTimeCondition.attributeNames)
        }
        return .combined(combination ?? .any, children.map { self.readTest($0) })
    }

    private mutating func readTest(_ element: XMLElement) -> FreeSWITCHTest {
        let field = element["field"]
        let child = element.children.first { $0.name == "expression" }
        let written = child?.text ?? element["expression"] ?? ""
        if field != nil, child == nil, element["expression"] == nil {
            self.warn("there is no expression, so every value matches", at: element, advice: "add expression=\"…\"")
        }
        let text = MarkedText(authored: written)
        let pattern = field == nil ? .impossible : self.readPattern(text, at: element)
        return FreeSWITCHTest(
            field: field,
            subject: field.map { self.readSubject($0, at: element) },
            pattern: pattern,
            written: written,
            isRewritten: ExpansionReader.changes(text),
            hasParenthesis: ExpansionReader.read(text).constant?.bytes.contains(0x28) ?? false,
            time: element.name == "regex" ? self.readTime(element) : nil,
            place: self.place(of: element)
        )
    }

    private mutating func readSubject(_ field: String, at element: XMLElement) -> FreeSWITCHTest.Subject {
        if field.contains("$") {
            let template = ExpansionReader.read(MarkedText(authored: field))
            self.usage.note(template, at: self.place(of: element))
            return .text(template)
        }
        let key = ByteString(field).lowercased
        if let known = CallerField.byKey[key] {
            return .field(known)
        }
        self.usage.noteField(key, at: self.place(of: element))
        return .other(key)
    }

    private mutating func readPattern(_ text: MarkedText, at element: XMLElement) -> FreeSWITCHTest.Pattern {
        let template = ExpansionReader.read(text)
        guard let constant = template.constant else {
            self.usage.note(template, at: self.place(of: element))
            return .filledIn(template)
        }
        do {
            let expression = try FreeSWITCHExpression(constant.description)
            self.warnOfEngine(expression, at: element)
            return .fixed(expression)
        } catch {
            self.warn("the expression never matches: \(error.description)", at: element, advice: "correct it")
            return .impossible
        }
    }

    private mutating func warnOfEngine(_ expression: FreeSWITCHExpression, at element: XMLElement) {
        let construct: ExpressionConstruct
        switch expression.engine {
        case .linear:
            return
        case .linearThenBacktracking(let found), .backtracking(let found):
            construct = found
        }
        self.warn(
            "\"\(expression.pattern)\" is matched by trying, within limits: \(construct.message)",
            at: element,
            advice: "write it without that, so that it takes time in proportion to the number"
        )
    }

    private mutating func readTime(_ element: XMLElement) -> FSTimeCondition? {
        let attributes = element.attributes.filter { FSTimeCondition.attributeNames.contains($0.name) }
        guard !attributes.isEmpty else {
            return nil
        }
        do {
            return try FSTimeCondition(attributes.map { ($0.name, $0.value) })
        } catch {
            for problem in error.problems {
                self.add(problem.message, at: element, advice: problem.advice)
            }
            return nil
        }
    }
}
