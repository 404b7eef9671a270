package import ProtocolKit

/// All in which a plan in FreeSWITCH's language differs from what the same document means in the strict language.
///
/// Each context is tried with calls that stand for all, in both languages: what is named was seen, and the witness of
/// each difference shows it to whoever explains it with ``Dialplan/following(_:)``.
package struct ModeComparison: Sendable {
    /// The calls that are treated otherwise, by contexts.
    package private(set) var differences: [ModeDifference] = []

    /// What a strict dialplan refuses when it is read, in the order of the files.
    package private(set) var refusals: [ModeRefusal]

    /// Why more calls may differ, by context.
    package private(set) var gaps: [String] = []

    /// How many calls were tried in both.
    package private(set) var calls = 0

    /// How many contexts there are in FreeSWITCH's language.
    package let contexts: Int

    private let freeSWITCH: ModeTrial
    private let strict: ModeTrial
    /// FreeSWITCH's language with one rule of the strict one.
    private let withRule: [(rule: StrictRule, trial: ModeTrial)]
    /// The strict language without one of its rules; hardly ever asked.
    private lazy var withoutRule = StrictRule.allCases.map { rule in
        (rule: rule, trial: ModeTrial(self.plan, following: StrictRule.all.subtracting([rule])))
    }
    private let plan: Dialplan
    private let words: ModeWords?
    /// The refusals that no call has come by yet.
    private var unseen: [DialplanPlace: [Int]] = [:]

    /// Compares every context that is in FreeSWITCH's language.
    ///
    /// `names` are those of the configuration, `start` the moment from which on time conditions are looked at. It takes
    /// long for large contexts: `progress` is told the name of each before it is looked at.
    package init(
        of plan: Dialplan,
        names: DialplanReader.Names = DialplanReader.Names(),
        from start: CivilTime,
        limits: CheckLimits = CheckLimits(),
        progress: (ByteString) -> Void = { _ in }
    ) {
        self.contexts = plan.freeSWITCH?.contexts.count ?? 0
        self.plan = plan
        self.freeSWITCH = ModeTrial(plan, following: [])
        self.strict = ModeTrial(plan, following: StrictRule.all)
        self.withRule = StrictRule.allCases.map { ($0, ModeTrial(plan, following: [$0])) }
        self.words = plan.freeSWITCH.map { ModeWords($0) }
        self.refusals = StrictRefusals.of(plan).map { ModeRefusal(problem: $0) }
        for (index, refusal) in self.refusals.enumerated() {
            let place = DialplanPlace(file: refusal.problem.file, line: refusal.problem.line)
            self.unseen[place, default: []].append(index)
        }
        guard let contexts = plan.freeSWITCH else {
            return
        }
        for context in contexts.contexts.values.sorted(by: { $0.name < $1.name }) {
            progress(context.name)
            let calls = FreeSWITCHCalls(for: context, of: contexts, names: names, from: start, limits: limits)
            self.gaps += calls.gaps.map { "context \"\(context.name)\": \($0)" }
            self.compare(context.name, calls.calls)
        }
    }

    /// Whether both languages make the same of the plan.
    package var isEmpty: Bool {
        self.differences.isEmpty && self.refusals.isEmpty
    }

    private mutating func compare(_ context: ByteString, _ calls: [CallFacts]) {
        /// By what differences are gathered.
        struct Ways: Hashable {
            let before: DialplanPlace?
            let after: DialplanPlace?
            let reasons: [ModeDifference.Reason]
        }
        var found: [Ways: Int] = [:]
        self.calls += calls.count
        for facts in calls {
            let before = self.freeSWITCH.result(of: facts, in: context)
            let after = self.strict.result(of: facts, in: context)
            let witness = CheckWitness(context: context, facts: facts)
            self.noteSeen(before, witness)
            guard !before.isLike(after) else {
                continue
            }
            let reasons = self.reasons(of: before, after, witness)
            let ways = Ways(before: before.decider?.place, after: after.decider?.place, reasons: reasons)
            if let index = found[ways] {
                self.differences[index] = self.differences[index].withOneMore
                continue
            }
            found[ways] = self.differences.count
            self.differences.append(
                ModeDifference(
                    witness: witness,
                    kinds: 1,
                    reasons: reasons,
                    freeSWITCH: before.outcome,
                    strict: after.outcome
                )
            )
        }
    }

    /// The rules that alone make FreeSWITCH's language do what the strict one does; without any, those that make it do
    /// something else, or without which the strict language does.
    private mutating func reasons(
        of before: ModeTrial.Result,
        _ after: ModeTrial.Result,
        _ witness: CheckWitness
    ) -> [ModeDifference.Reason] {
        let alone = self.deviations(self.withRule, from: before, witness)
        let whole = alone.filter { $0.result.isLike(after) }
        if !alone.isEmpty {
            return (whole.isEmpty ? alone : whole).map(\.reason)
        }
        return self.deviations(self.withoutRule, from: after, witness).map(\.reason)
    }

    /// What comes of the call with other rules, as far as it is not the same.
    private func deviations(
        _ trials: [(rule: StrictRule, trial: ModeTrial)],
        from known: ModeTrial.Result,
        _ witness: CheckWitness
    ) -> [(reason: ModeDifference.Reason, result: ModeTrial.Result)] {
        trials.compactMap { rule, trial in
            let result = trial.result(of: witness.facts, in: witness.context)
            guard !result.isLike(known), let place = FreeSWITCHStep.parting(known.steps, result.steps),
                let reason = self.words?.reason(rule, at: place, for: witness.facts)
            else {
                return nil
            }
            return (reason, result)
        }
    }

    /// Gives the refusals that a call comes by for the first time that call as a witness.
    private mutating func noteSeen(_ result: ModeTrial.Result, _ witness: CheckWitness) {
        guard !self.unseen.isEmpty else {
            return
        }
        for step in result.steps {
            for index in self.unseen.removeValue(forKey: step.place) ?? [] {
                self.refusals[index].witness = witness
            }
        }
    }
}
