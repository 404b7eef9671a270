extension TrialReading {
    /// What must come of a call.
    mutating func expectation(_ node: TrialNode) -> TrialExpectation {
        self.check(
            node,
            keys: [
                "extension", "answered-by", "status", "cause", "reason", "redirect", "hears", "emergency", "talk-time",
                "legs",
            ],
            children: ["leg", "variable", "action"]
        )
        var expectation = TrialExpectation()
        expectation.extension = self.text(node, "extension")
        expectation.answeredBy = self.text(node, "answered-by")
        expectation.status = self.status(node, "status", atLeast: 200)
        expectation.cause = self.cause(node, "cause")
        expectation.reason = self.text(node, "reason")
        expectation.redirect = self.words(node, "redirect")
        expectation.hears = self.sounds(node)
        expectation.isEmergency = self.boolean(node, "emergency")
        expectation.talkTime = self.duration(node, "talk-time")
        expectation.legs = self.legs(node)
        for variable in node.children(named: "variable") {
            self.check(variable, keys: ["name", "value"])
            if let name = self.required(variable, "name", "write the name of the variable"),
                let value = self.text(variable, "value")
            {
                expectation.variables.append((name, value))
            }
        }
        for action in node.children(named: "action") {
            self.check(action, keys: ["does"])
            if let text = self.required(action, "does", "write an action as `tandem dialplan explain` prints it") {
                expectation.actions.append(text)
            }
        }
        if expectation.isEmpty {
            self.add("the case expects nothing, so it could never fail; add for example `answered-by`", at: node.place)
        }
        return expectation
    }

    private mutating func sounds(_ node: TrialNode) -> [String]? {
        let words = self.words(node, "hears")
        for word in words ?? [] {
            let hertz = word.hasPrefix("tone-") ? UInt16(word.dropFirst(5)) : nil
            if word != "echo", word != "ringback", hertz == nil {
                self.add("`\(word)` is no sound; write echo, ringback, tone-440 or none", at: node, key: "hears")
            }
        }
        return words
    }

    private mutating func legs(_ node: TrialNode) -> [TrialLegExpectation]? {
        let legs = node.children(named: "leg").compactMap { self.leg($0) }
        guard let written = self.words(node, "legs") else {
            return node.children(named: "leg").isEmpty ? nil : legs
        }
        if !written.isEmpty || !legs.isEmpty {
            self.add("takes only `none`; write each leg as a `leg` inside", at: node, key: "legs")
        }
        return []
    }

    private mutating func leg(_ node: TrialNode) -> TrialLegExpectation? {
        self.check(
            node,
            keys: ["target", "number", "caller-number", "caller-name", "at", "rings", "answered", "cause"],
            children: ["header"]
        )
        guard let target = self.required(node, "target", "write it as the plan does, as user/bob or trunk/carrier/123")
        else {
            return nil
        }
        var leg = TrialLegExpectation(target: target, place: node.place)
        leg.number = self.text(node, "number")
        leg.callerNumber = self.text(node, "caller-number")
        leg.callerName = self.text(node, "caller-name")
        leg.at = self.duration(node, "at")
        leg.ringsFor = self.duration(node, "rings")
        leg.isAnswered = self.boolean(node, "answered")
        leg.cause = self.cause(node, "cause")
        leg.headers = node.children(named: "header").compactMap { self.headerRule($0) }
        return leg
    }

    private mutating func headerRule(
        _ node: TrialNode
    ) -> (name: String, rule: TrialLegExpectation.HeaderRule)? {
        self.check(node, keys: ["name", "equals", "contains", "present"])
        let told = ["equals", "contains", "present"].filter { node.entry($0) != nil }
        guard told.count == 1 else {
            self.add("a header needs one of `equals`, `contains` and `present`", at: node.place, key: "header")
            return nil
        }
        guard let name = self.headerName(node) else {
            return nil
        }
        if let text = self.text(node, "equals") {
            return (name, .equals(text))
        }
        if let text = self.text(node, "contains") {
            return (name, .contains(text))
        }
        return self.boolean(node, "present").map { (name, $0 ? .isPresent : .isAbsent) }
    }
}
