package import CallModel
package import ProtocolKit

/// The actions of one call, as call control takes them one after another.
///
/// It keeps the dialplan that the call began with: whatever is decided later in the call is decided by that one. What a
/// strict context decides is decided at once; a context in FreeSWITCH's language decides step by step.
package struct DialplanRun: Sendable {
    /// The decision that the call began with; of a call that is decided step by step, what is known at its beginning.
    package private(set) var decision: RouteDecision

    /// What is decided and not done yet.
    private var actions: ArraySlice<DialplanAction>

    /// What decides the steps after them.
    private var steps: FreeSWITCHRun?

    /// What decides the whole call.
    package let plan: Shared<Dialplan>

    /// How often the call has gone from one language to the other.
    private var crossings = 0

    /// The question that waits for an answer.
    private var question: AskAction?

    /// How many questions have been asked.
    private var questions = 0

    /// What was read by searches that are over.
    private var recorder: FreeSWITCHRecorder?

    /// What to do with a call that starts in `context`, given what earlier calls have left in `memory`.
    package init(_ plan: Shared<Dialplan>, _ facts: CallFacts, in context: ByteString, memory: DialplanMemory) {
        self.init(plan, facts, in: context, memory: memory, recorder: nil)
    }

    init(
        _ plan: Shared<Dialplan>,
        _ facts: CallFacts,
        in context: ByteString,
        memory: DialplanMemory,
        recorder: FreeSWITCHRecorder?
    ) {
        self.plan = plan
        self.recorder = recorder
        self.decision = RouteDecision(actions: [])
        self.actions = []
        self.go(on: facts, in: context, memory: memory)
        self.actions = self.decision.actions[...]
    }

    /// The next action, given what came of the one before; `nil` when there is none.
    ///
    /// What it tells call control to remember is in `memory` only when call control has put it there.
    package mutating func next(after outcome: ActionOutcome, memory: DialplanMemory) -> DialplanAction? {
        var outcome = outcome
        while true {
            if let action = self.nextDecided(after: outcome) {
                return action
            }
            switch self.steps?.next(after: outcome, memory: memory) {
            case .action(let action):
                return action
            case .handOver(let facts, let context):
                self.go(on: facts, in: context, memory: memory)
                self.actions = self.decision.actions[...]
                outcome = .done
            case .end, nil:
                return nil
            }
        }
    }

    /// Takes what a decision server has answered to the question that was the last action.
    ///
    /// What is wrong with an answer is thrown, and nothing has changed: what stands below the question comes next.
    package mutating func take(answer: [UInt8], memory: DialplanMemory) throws(DialplanError) -> DecisionVerdict {
        guard let question = self.question.take() else {
            return .leaves
        }
        let decision = try self.plan.value.decision(by: answer, to: question, memory: memory)
        guard decision.decidesCall else {
            self.actions = (decision.actions + Array(self.actions))[...]
            return .leaves
        }
        self.recorder = self.steps?.recorder ?? self.recorder
        self.steps = nil
        let before = self.decision
        self.decision = decision
        if let onward = decision.onward {
            var facts = question.facts
            facts.destinationNumber = onward.destinationNumber
            self.go(on: facts, in: onward.context, memory: memory)
            self.decision = decision.followed(by: self.decision)
        }
        self.actions = self.decision.actions[...]
        self.decision = self.decision.named(as: before)
        return .decides
    }

    /// Nothing more is done, and what was to be done is not kept.
    package mutating func end() {
        self.question = nil
        self.decision = RouteDecision(actions: [])
        self.actions = []
        self.steps?.end()
        self.steps = nil
    }

    /// The next action of those that are decided.
    private mutating func nextDecided(after outcome: ActionOutcome) -> DialplanAction? {
        while let action = self.actions.popFirst() {
            if case .ask(let ask) = action {
                // A server that always sends a call back to where it is asked must not hold it for ever.
                guard self.questions < self.plan.value.limits.transfers else {
                    continue
                }
                self.questions += 1
                self.question = ask
            }
            guard case .conditional(let conditional) = action else {
                return action
            }
            if outcome.isFailure(in: conditional.causes) {
                self.actions = (conditional.actions + (conditional.endsList ? [] : Array(self.actions)))[...]
                self.steps = conditional.endsList ? nil : self.steps
            }
        }
        return nil
    }

    // MARK: Languages

    /// Begins, or goes on, in a context of either language.
    private mutating func go(on facts: CallFacts, in context: ByteString, memory: DialplanMemory) {
        let isEmergency = self.decision.isEmergency
        self.recorder = self.steps?.recorder ?? self.recorder
        self.steps = nil
        guard let plan = self.plan.value.freeSWITCH, self.plan.value.isFreeSWITCH(context) else {
            self.decision = self.plan.value.route(facts, in: context, memory: memory)
            self.crossings += 1
            guard let onward = self.decision.onward else {
                return
            }
            guard self.crossings <= self.plan.value.limits.transfers else {
                let reject = DialplanAction.reject(RejectAction(cause: .exchangeRoutingError))
                self.decision = RouteDecision(actions: [reject], isEmergency: isEmergency, problem: .tooManySteps)
                return
            }
            var next = facts
            next.destinationNumber = onward.destinationNumber
            let before = self.decision
            self.go(on: next, in: onward.context, memory: memory)
            self.decision = before.followed(by: self.decision)
            return
        }
        let steps = FreeSWITCHRun(
            plan,
            facts,
            context: context,
            memory: memory,
            otherContexts: Set(self.plan.value.contexts.keys),
            recorder: self.recorder
        )
        self.steps = steps
        self.decision = RouteDecision(
            actions: [],
            extensionName: steps.extensionName,
            isEmergency: isEmergency || steps.isEmergency,
            problem: steps.problem,
            variables: steps.variables
        )
    }

    // MARK: Foresight

    /// The most actions that are foreseen.
    private static let mostForeseen = 256

    /// The whole decision, if every bridge has no answer and all else is done.
    func foreseen(_ memory: DialplanMemory) -> RouteDecision {
        var run = self
        return run.foresee(memory)
    }

    /// Goes to the end, as if every bridge had no answer and all else were done.
    mutating func foresee(_ memory: DialplanMemory) -> RouteDecision {
        var actions: [DialplanAction] = []
        var outcome = ActionOutcome.done
        while actions.count < Self.mostForeseen, let action = self.next(after: outcome, memory: memory) {
            actions.append(action)
            outcome = .done
            if case .bridge = action {
                outcome = .failed(.local(.ringTimeout, .noAnswer))
            }
        }
        return RouteDecision(
            actions: actions,
            extensionName: self.steps?.extensionName ?? self.decision.extensionName,
            isEmergency: self.steps?.isEmergency ?? self.decision.isEmergency,
            problem: self.steps?.problem ?? self.decision.problem,
            variables: self.steps?.variables ?? self.decision.variables
        )
    }

    /// What was read, when a recorder was handed in.
    var recorded: FreeSWITCHRecorder? {
        self.steps?.recorder ?? self.recorder
    }
}

/// What came of the last action.
package enum ActionOutcome: Hashable, Sendable {
    /// There was none, or it was done.
    case done
    /// A bridge had no answer, or a bound was reached, for this cause.
    case failed(ReleaseCause)
    /// The party that had answered a bridge has hung up, for this cause.
    case ended(ReleaseCause)

    /// Whether a bridge failed with one of the causes.
    func isFailure(in causes: CauseSet) -> Bool {
        switch self {
        case .failed(let cause): causes.contains(cause.value)
        case .done, .ended: false
        }
    }
}

extension RouteDecision {
    /// The decision by the extension of another one where no extension has made it.
    fileprivate func named(as other: RouteDecision) -> RouteDecision {
        guard self.extensionName.isEmpty else {
            return self
        }
        return RouteDecision(
            actions: self.actions,
            extensionName: other.extensionName,
            isEmergency: self.isEmergency,
            problem: self.problem,
            variables: self.variables
        )
    }

    /// The decision of one context and then of the one in which the search went on.
    fileprivate func followed(by other: RouteDecision) -> RouteDecision {
        RouteDecision(
            actions: self.actions + other.actions,
            extensionName: other.extensionName,
            isEmergency: self.isEmergency || other.isEmergency,
            problem: other.problem,
            variables: self.variables + other.variables
        )
    }
}
