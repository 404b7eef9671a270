import ProtocolKit

extension TrialReading {
    /// What a decision server can be told to do in one word.
    private enum AnswerWord: String, CaseIterable {
        case silence
        case failure
        case noOpinion = "no-opinion"
    }

    /// What a decision server answers.
    mutating func answer(_ node: TrialNode) -> TrialAnswer? {
        self.check(node, keys: ["decision", "does", "after"], children: ["action"])
        let decision = self.required(node, "decision", "write the name that the plan asks, as fraud")
        let actions = node.children(named: "action")
        guard actions.isEmpty != (node.entry("does") == nil) else {
            let message = actions.isEmpty ? "the server says nothing; add" : "the server cannot do both; keep one of"
            self.add("\(message) an `action`, or `does`", at: node.place)
            return nil
        }
        let behavior: TrialAnswer.Behavior? =
            if actions.isEmpty {
                self.choice(node, "does", AnswerWord.self).map { Self.behavior($0) }
            } else {
                // What is wrong with it shows when it is answered, as it does with a real server.
                .says(actions.map { $0.entries.map(TrialAnswer.Attribute.init) })
            }
        let after = self.duration(node, "after") ?? .zero
        guard let decision, let behavior else {
            return nil
        }
        return TrialAnswer(decision: decision, behavior: behavior, after: after)
    }

    private static func behavior(_ word: AnswerWord) -> TrialAnswer.Behavior {
        switch word {
        case .silence: .isSilent
        case .failure: .fails
        case .noOpinion: .hasNoOpinion
        }
    }
}

extension TrialAnswer.Attribute {
    /// The attribute that an entry of an action stands for.
    fileprivate init(_ entry: TrialNode.Entry) {
        self.init(name: entry.key, value: entry.values.joined(separator: ","))
    }
}
