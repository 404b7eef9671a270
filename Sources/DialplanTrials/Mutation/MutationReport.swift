/// What became of the mutants of a plan.
package struct MutationReport: Sendable {
    /// What became of one.
    package enum Outcome: Hashable, Sendable {
        /// A case failed.
        case killed(by: String)
        /// No case failed.
        case survived
        /// It is proven to decide like the plan itself for every call; there is nothing to notice.
        case equivalent
        /// It cannot be loaded; there is nothing to test.
        case stillborn
    }

    /// Every mutant with what became of it, in the order of the files.
    package internal(set) var outcomes: [(mutant: PlanMutant, outcome: Outcome)] = []

    /// How many were not tried because there were more than the limit.
    package let leftOut: Int

    init(leftOut: Int) {
        self.leftOut = leftOut
    }

    /// The mutants that no case has noticed.
    package var survivors: [PlanMutant] {
        self.outcomes.filter { $0.outcome == .survived }.map(\.mutant)
    }

    /// How many were noticed, of all that load and are not proven to change nothing.
    package var score: PlanCoverage.Share {
        let killed = self.outcomes.count { outcome in
            if case .killed = outcome.outcome { true } else { false }
        }
        return PlanCoverage.Share(shown: killed, all: killed + self.survivors.count)
    }

    /// How many had this outcome.
    package func count(of outcome: Outcome) -> Int {
        self.outcomes.count { $0.outcome == outcome }
    }
}
