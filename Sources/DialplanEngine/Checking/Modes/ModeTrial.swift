import ProtocolKit

/// A plan in FreeSWITCH's language with some rules of the strict one, and what it makes of calls.
struct ModeTrial {
    /// What became of one call.
    struct Result {
        let decision: RouteDecision
        let decider: FreeSWITCHExtension?
        let steps: [FreeSWITCHStep]

        /// Whether nobody could tell the two apart.
        ///
        /// Of what is logged `info` does not count: it lists variables, of which either language has some of its own.
        func isLike(_ other: Result) -> Bool {
            self.effects == other.effects && self.logged == other.logged
                && self.decision.isEmergency == other.decision.isEmergency
                && self.decider?.place == other.decider?.place
        }

        /// The result for people.
        var outcome: ModeDifference.Outcome {
            ModeDifference.Outcome(
                name: self.decider?.name ?? "",
                file: self.decider?.place.file ?? "",
                line: self.decider?.place.line ?? 0,
                actions: self.performed.isEmpty ? self.decision.actions.map(\.description) : self.performed
            )
        }

        /// What becomes of the call.
        private var effects: [DialplanAction] {
            self.decision.actions.filter { if case .log = $0 { false } else { true } }
        }

        /// What the plan says in the log.
        private var logged: [MarkedText] {
            self.steps.compactMap { step in
                guard case .performed("log", let data) = step.outcome else {
                    return nil
                }
                return data
            }
        }

        /// The actions in the words of FreeSWITCH, filled in.
        private var performed: [String] {
            self.steps.compactMap { step in
                guard case .performed(let name, let data) = step.outcome else {
                    return nil
                }
                return data.isEmpty ? name.description : "\(name) \(data.description)"
            }
        }
    }

    private let plan: Shared<Dialplan>
    private let memory = DialplanMemory(limit: 1)

    init(_ plan: Dialplan, following rules: Set<StrictRule>) {
        self.plan = Shared(rules.isEmpty ? plan : plan.following(rules))
    }

    /// Takes the call from its beginning to its end, as if nobody answered.
    func result(of facts: CallFacts, in context: ByteString) -> Result {
        let recorder = FreeSWITCHRecorder(isForPeople: false)
        var run = DialplanRun(self.plan, facts, in: context, memory: self.memory, recorder: recorder)
        let decision = run.foresee(self.memory)
        let recorded = run.recorded
        return Result(decision: decision, decider: recorded?.decider, steps: recorded?.steps ?? [])
    }
}
