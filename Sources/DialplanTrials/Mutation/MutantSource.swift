import DialplanEngine

/// Makes the mutants of a dialplan file from its text: it knows the words of dialplans and nothing of how they are read.
struct MutantSource {
    /// The conditions of a time by their attributes.
    static let timeKeys: Set<String> = [
        "year", "yday", "mon", "mday", "week", "mweek", "wday", "hour", "minute", "minute-of-day", "time-of-day",
        "date-time", "date", "nth-weekday", "easter",
    ]

    private let source: DialplanReader.Source
    private(set) var mutants: [PlanMutant] = []
    private var names: TargetNames

    /// All mutants of the files, in their order.
    static func mutants(of sources: [DialplanReader.Source]) -> [PlanMutant] {
        sources.flatMap { source in
            var maker = MutantSource(source)
            maker.make()
            return maker.mutants
        }
    }

    private init(_ source: DialplanReader.Source) {
        self.source = source
        self.names = TargetNames()
    }

    private mutating func make() {
        var scanner = PlanScanner(self.source.octets)
        guard let root = scanner.root() else {
            return
        }
        let actions = root.descendants(named: "action") + root.descendants(named: "anti-action")
        self.names = TargetNames(actions.compactMap { $0["data"] })
        for context in root.descendants(named: "context") {
            let extensions = context.children(named: "extension")
            for (place, element) in extensions.enumerated() {
                self.mutate(element, before: extensions.dropFirst(place + 1).first)
            }
        }
    }

    private mutating func add(
        _ kind: PlanMutant.Kind,
        _ element: PlanElement,
        _ change: String,
        _ edits: PlanMutant.Edit...
    ) {
        self.mutants.append(
            PlanMutant(kind: kind, file: self.source.file, line: element.line, change: change, edits: edits)
        )
    }

    // MARK: Extensions

    private mutating func mutate(_ element: PlanElement, before next: PlanElement?) {
        let name = "extension \"\(element["name"] ?? "")\""
        self.add(.extensionRemoved, element, "\(name) removed", self.removal(of: element))
        if let next {
            self.add(
                .extensionsSwapped,
                element,
                "\(name) put below extension \"\(next["name"] ?? "")\"",
                PlanMutant.Edit(element.range, Array(self.source.octets[next.range])),
                PlanMutant.Edit(next.range, Array(self.source.octets[element.range]))
            )
        }
        let continues = element["continue"] == "true"
        self.add(
            .continueFlipped,
            element,
            "\(name) \(continues ? "does not continue" : "continues")",
            self.setting("continue", continues ? "false" : "true", of: element)
        )
        if let emergency = element["emergency"] {
            let isOn = emergency == "true"
            self.add(
                .emergencyFlipped,
                element,
                "\(name) is \(isOn ? "no" : "an") emergency",
                self.setting("emergency", isOn ? "false" : "true", of: element)
            )
        }
        self.mutateConditions(of: element)
    }

    /// The text of an element is taken away; its line ends stay, so that places below are what they were.
    private func removal(of element: PlanElement) -> PlanMutant.Edit {
        PlanMutant.Edit(element.range, self.source.octets[element.range].filter { $0 == 0x0A })
    }

    private func setting(_ name: String, _ value: String, of element: PlanElement) -> PlanMutant.Edit {
        if let attribute = element.attribute(name) {
            return PlanMutant.Edit(attribute.range, PlanValue.encoded(value))
        }
        let text = " \(name)=\"\(value)\""
        return PlanMutant.Edit(element.afterName..<element.afterName, Array(text.utf8))
    }

    // MARK: Conditions

    private mutating func mutateConditions(of parent: PlanElement) {
        let conditions = parent.children(named: "condition")
        for (place, condition) in conditions.enumerated() {
            let name = condition["field"].map { "condition on \($0)" } ?? "condition"
            self.add(.conditionRemoved, condition, "\(name) removed", self.removal(of: condition))
            self.negate(condition, name, isLast: place == conditions.count - 1)
            if place < conditions.count - 1 {
                self.changeBreak(of: condition, name)
            }
            for expression in [condition.attribute("expression")].compactMap({ $0 }) {
                for changed in ExpressionMutants.mutants(of: expression.value) {
                    self.add(
                        .expressionChanged,
                        condition,
                        "expression \"\(expression.value)\" is \"\(changed)\"",
                        PlanMutant.Edit(expression.range, PlanValue.encoded(changed))
                    )
                }
            }
            for attribute in condition.attributes where Self.timeKeys.contains(attribute.name) {
                for changed in TextMutants.shifted(attribute.value) {
                    self.replace(attribute, with: changed, .timeShifted, condition)
                }
            }
            for action in condition.children where action.name == "action" || action.name == "anti-action" {
                self.mutate(action: action)
            }
            self.mutateConditions(of: condition)
        }
    }

    private mutating func replace(
        _ attribute: PlanElement.Attribute,
        with value: String,
        _ kind: PlanMutant.Kind,
        _ element: PlanElement
    ) {
        let change = "\(attribute.name)=\"\(attribute.value)\" is \"\(value)\""
        self.add(kind, element, change, PlanMutant.Edit(attribute.range, PlanValue.encoded(value)))
    }

    /// Actions become anti-actions and the other way round, and what ends the reading does too.
    private mutating func negate(_ condition: PlanElement, _ name: String, isLast: Bool) {
        let isTimed = condition.attributes.contains { Self.timeKeys.contains($0.name) }
        guard condition["expression"] != nil || isTimed else {
            return
        }
        var edits = condition.children.flatMap { self.renaming(of: $0) }
        let opposite = ["on-false": "on-true", "on-true": "on-false"][condition["break"] ?? "on-false"]
        if let opposite, !isLast {
            edits.append(self.setting("break", opposite, of: condition))
        }
        guard !edits.isEmpty else {
            return
        }
        self.mutants.append(
            PlanMutant(
                kind: .conditionNegated,
                file: self.source.file,
                line: condition.line,
                change: "\(name) negated",
                edits: edits
            )
        )
    }

    private func renaming(of action: PlanElement) -> [PlanMutant.Edit] {
        guard let other = ["action": "anti-action", "anti-action": "action"][action.name] else {
            return []
        }
        var edits = [PlanMutant.Edit((action.range.lowerBound + 1)..<action.afterName, Array(other.utf8))]
        let closing = Array("</\(action.name)>".utf8)
        let start = action.range.upperBound - closing.count
        if start > action.afterName, Array(self.source.octets[start..<action.range.upperBound]) == closing {
            edits.append(PlanMutant.Edit(start..<action.range.upperBound, Array("</\(other)>".utf8)))
        }
        return edits
    }

    private mutating func changeBreak(of condition: PlanElement, _ name: String) {
        let known = ["on-false", "on-true", "always", "never"]
        let current = condition["break"] ?? "on-false"
        for other in known where other != current {
            self.add(
                .breakChanged,
                condition,
                "break=\"\(current)\" of the \(name) is \"\(other)\"",
                self.setting("break", other, of: condition)
            )
        }
    }

    // MARK: Actions

    private mutating func mutate(action: PlanElement) {
        let application = action["application"] ?? ""
        self.add(.actionRemoved, action, "\(application) removed", self.removal(of: action))
        for attribute in action.attributes where attribute.name != "application" {
            for changed in TextMutants.captures(attribute.value) {
                self.replace(attribute, with: changed, .captureChanged, action)
            }
            switch (application, attribute.name) {
            case ("bridge", "data"), ("redirect", "data"):
                for changed in TextMutants.targets(attribute.value, self.names) {
                    self.replace(attribute, with: changed, .targetChanged, action)
                }
            default:
                for changed in TextMutants.values(attribute.value, of: attribute.name) {
                    self.replace(attribute, with: changed, .valueChanged, action)
                }
            }
        }
    }
}
