import CallModel
import ProtocolKit

extension Dialplan {
    /// What an answer to a question of this dialplan decides, or what is wrong with it.
    ///
    /// Without an action that decides the call, what comes back is to be done before what stands below the question.
    func decision(
        by answer: [UInt8],
        to ask: AskAction,
        memory: DialplanMemory
    ) throws(DialplanError) -> RouteDecision {
        var reader = DecisionAnswerReader(of: self, from: ask.server)
        let actions = try reader.read(answer)
        var evaluation = Evaluation(self, ask.facts, in: ask.context, memory: memory)
        guard let decision = evaluation.decision(by: actions) else {
            let message = "what it fills in makes a target or a value that cannot exist"
            throw DialplanError([DialplanProblem(file: "answer of \(ask.server)", line: 0, message: message)])
        }
        return decision
    }
}

extension Evaluation {
    /// What actions decide that no extension has; `nil` when they cannot be taken.
    fileprivate mutating func decision(by actions: [ActionTemplate]) -> RouteDecision? {
        for action in actions {
            self.take(action)
        }
        guard self.problem == nil else {
            return nil
        }
        guard let next = self.nextContext else {
            return RouteDecision(actions: self.actions)
        }
        self.nextContext = nil
        self.context = next
        return self.run()
    }
}

/// What a decision server has said.
package enum DecisionVerdict: Hashable, Sendable {
    /// What it says takes the place of what stood below the question.
    case decides
    /// It leaves the decision to what stands below the question.
    case leaves
}

extension RouteDecision {
    /// Whether the decision says what becomes of the call.
    var decidesCall: Bool {
        self.onward != nil || self.actions.contains(where: \.routes)
    }
}
