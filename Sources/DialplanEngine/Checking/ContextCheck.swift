import CallModel
import ProtocolKit

/// Tries the calls that stand for all in one context, and says what none of them, or one of them, comes to.
struct ContextCheck {
    /// What became of one call.
    struct Trial {
        let facts: CallFacts
        let problem: RouteProblem?
        let isEmergency: Bool
        /// The extension that decided.
        let decider: DialplanExtension?
    }

    /// What was found.
    var findings: [CheckFinding] = []

    let context: ByteString
    let plan: Dialplan
    let limits: CheckLimits
    let survey: ContextSurvey
    /// Whether the calls stand for all.
    let isComplete: Bool
    private(set) var trials: [Trial] = []
    /// What all of them together have come by.
    private(set) var trace: EvaluationTrace? = EvaluationTrace()

    init(
        _ context: ByteString,
        of plan: Dialplan,
        names: DialplanReader.Names,
        from start: CivilTime,
        limits: CheckLimits
    ) {
        self.context = context
        self.plan = plan
        self.limits = limits
        self.survey = ContextSurvey(of: context, in: plan)
        let calls = ContextCalls(self.survey, names: names, from: start, limits: limits)
        self.isComplete = calls.gaps.isEmpty && self.survey.opaque.isEmpty && self.survey.lost.isEmpty
        self.tryAll(calls.calls)
        self.noteGaps(calls.gaps)
        self.noteLostNumbers()
    }

    private mutating func tryAll(_ calls: [CallFacts]) {
        self.trials.reserveCapacity(calls.count)
        let memory = DialplanMemory(limit: 1)
        for facts in calls {
            var evaluation = Evaluation(self.plan, facts, in: self.context, memory: memory)
            self.trace?.begin()
            // Lent, so that what it counts is not copied for each call.
            swap(&evaluation.trace, &self.trace)
            let decision = evaluation.run()
            swap(&evaluation.trace, &self.trace)
            self.trials.append(
                Trial(
                    facts: facts,
                    problem: decision.problem,
                    isEmergency: decision.isEmergency,
                    decider: self.trace?.acted.last
                )
            )
        }
    }

    private mutating func noteGaps(_ gaps: [String]) {
        let place = self.plan.places[self.context] ?? DialplanPlace(file: "dialplan", line: 1)
        for gap in gaps {
            self.add(
                .notExamined,
                at: place,
                "context \"\(self.context)\" could not be looked at as a whole: \(gap)",
                advice: "split it into contexts that transfer to each other, to have all of it checked"
            )
        }
        for (condition, entry, why) in self.survey.opaque {
            let place = DialplanPlace(file: entry.file, line: condition.line)
            switch why {
            case .several:
                self.add(
                    .notExamined,
                    at: place,
                    "the condition tests several values together, and could not be examined",
                    advice: "test each value in a condition of its own, with regex=\"all\" if all of them must match"
                )
            case .remembered:
                self.add(
                    .notExamined,
                    at: place,
                    "the condition tests what earlier calls have left behind, and could not be examined",
                    advice: "write a test of the plan in which such a call comes before"
                )
            }
        }
    }

    private mutating func noteLostNumbers() {
        for place in self.survey.lost {
            self.add(
                .notExamined,
                at: place,
                "what becomes of the number here cannot be followed, and conditions that are read then test it",
                advice:
                    "take from the front of the number with one group at the end of the expression, as 0(\\d+) and $1"
            )
        }
    }

    mutating func add(
        _ rule: CheckRule,
        at place: DialplanPlace,
        _ message: String,
        advice: String,
        witness facts: CallFacts? = nil
    ) {
        let witness = facts.map { CheckWitness(context: self.context, facts: $0) }
        let file = place.file
        self.findings.append(
            CheckFinding(rule, file: file, line: place.line, message, advice: advice, witness: witness)
        )
    }

    /// The calls that an extension of this context would take if it were the first.
    func takes(_ entry: DialplanExtension) -> [Int] {
        let memory = DialplanMemory(limit: 1)
        return self.trials.indices.filter { index in
            var evaluation = Evaluation(self.plan, self.trials[index].facts, in: self.context, memory: memory)
            return evaluation.wouldTake(entry)
        }
    }
}
