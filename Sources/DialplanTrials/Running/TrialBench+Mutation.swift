import DialplanEngine
import ProtocolKit

extension TrialBench {
    /// Every small change of the plan, in the order of its files.
    package var mutants: [PlanMutant] {
        MutantSource.mutants(of: self.sources + self.includes)
    }

    /// Changes the plan in many small ways and lets the cases notice; `results` are those of the plan as it is, all passed.
    ///
    /// The same decision gives the same call, so a case is only played where the changed plan decides otherwise, where
    /// earlier calls have a say, or where FreeSWITCH's language decides step by step. `progress` is told how many mutants
    /// of how many are done.
    package func mutate(
        knowing results: [TrialResult],
        progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) -> MutationReport {
        let mutants = self.mutants
        let taken = Array(mutants.prefix(self.limits.mutants))
        let hunters = self.parts.compactMap { part in
            (try? self.plan(for: part)).map { MutantHunter(part, plan: $0, runner: self.runner(for: part)) }
        }
        let original = SymbolicPlan(roots: self.sources + self.includes)
        var report = MutationReport(leftOut: mutants.count - taken.count)
        for (place, mutant) in taken.enumerated() {
            progress(place, taken.count)
            report.outcomes.append((mutant, self.outcome(of: mutant, hunters, original)))
        }
        return report
    }

    private func outcome(
        of mutant: PlanMutant,
        _ hunters: [MutantHunter],
        _ original: SymbolicPlan?
    ) -> MutationReport.Outcome {
        let isForeign = (self.sources + self.includes).contains { source in
            source.file == mutant.file && DialplanLanguage(of: source) == .freeSWITCH
        }
        var loads = false
        for hunter in hunters {
            guard let plan = try? self.plan(for: hunter.part, with: mutant) else {
                continue
            }
            loads = true
            if let killer = hunter.killer(of: plan, playsAll: isForeign && mutant.kind.isOfAction) {
                return .killed(by: killer)
            }
        }
        guard loads else {
            return .stillborn
        }
        let changed = SymbolicPlan(roots: mutant.applied(to: self.sources + self.includes))
        let isSame =
            original.flatMap { first in changed.map { (first, $0) } }
            .flatMap { PlanEquivalence($0, $1, limit: self.limits.classes) }?.holds() ?? false
        return isSame ? .equivalent : .survived
    }
}

/// The cases of one file in search of mutants.
private struct MutantHunter {
    let part: TrialBench.Part
    private let runner: TrialRunner
    private let questions: [[(facts: CallFacts, context: ByteString)]]
    private let decisions: [[RouteDecision]]

    init(_ part: TrialBench.Part, plan: Dialplan, runner: TrialRunner) {
        self.part = part
        self.runner = runner
        self.questions = part.suite.cases.map { runner.questions(of: $0) }
        self.decisions = self.questions.map { $0.map { plan.route($0.facts, in: $0.context) } }
    }

    /// The name of a case that fails with the changed plan; `playsAll` says that a case may end otherwise although the
    /// decision is foreseen to be the same.
    func killer(of plan: Dialplan, playsAll: Bool) -> String? {
        var others: [TrialCase] = []
        for (place, one) in self.part.suite.cases.enumerated() {
            let decisions = self.questions[place].map { plan.route($0.facts, in: $0.context) }
            if decisions != self.decisions[place] {
                if !self.runner.run(one, of: self.part.suite, with: plan).isPassed {
                    return one.name
                }
            } else if playsAll || !one.before.isEmpty {
                others.append(one)
            }
        }
        return others.first { !self.runner.run($0, of: self.part.suite, with: plan).isPassed }?.name
    }
}

extension SymbolicPlan {
    /// The plan of these files; `nil` when it cannot be followed.
    fileprivate init?(roots sources: [DialplanReader.Source]) {
        let roots = sources.compactMap { source in
            var scanner = PlanScanner(source.octets)
            return scanner.root()
        }
        guard roots.count == sources.count else {
            return nil
        }
        self.init(roots)
    }
}
