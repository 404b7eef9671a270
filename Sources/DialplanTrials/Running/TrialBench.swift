package import DialplanEngine

/// A plan with the test files that are for it.
package struct TrialBench: Sendable {
    /// A test file, and who exists while it is played.
    package struct Part: Sendable {
        /// The file.
        package let suite: TrialSuite

        /// Everybody that the plan may name.
        package let world: TrialWorld

        package init(suite: TrialSuite, world: TrialWorld) {
            self.suite = suite
            self.world = world
        }
    }

    /// The files of the plan.
    package let sources: [DialplanReader.Source]

    /// The files that those include.
    package let includes: [DialplanReader.Source]

    /// The test files.
    package private(set) var parts: [Part]

    /// Makes what reads a plan, with the files and clocks around it, for certain names.
    package typealias Reading =
        @Sendable (
            _ names: DialplanReader.Names, _ schema: DialplanReader.Source?, _ limits: DialplanLimits,
            _ includes: [DialplanReader.Source]
        ) -> DialplanReader

    let planLimits: DialplanLimits
    private let schema: DialplanReader.Source?
    let limits: TrialLimits
    private let reading: Reading

    /// `schema` is the one of dialplans.
    package init(
        sources: [DialplanReader.Source],
        includes: [DialplanReader.Source] = [],
        schema: DialplanReader.Source? = nil,
        planLimits: DialplanLimits = DialplanLimits(),
        limits: TrialLimits = TrialLimits(),
        parts: [Part],
        reading: @escaping Reading = {
            DialplanReader(names: $0, schema: $1, limits: $2, environment: FreeSWITCHEnvironment(files: $3))
        }
    ) {
        self.sources = sources
        self.includes = includes
        self.schema = schema
        self.planLimits = planLimits
        self.limits = limits
        self.parts = parts
        self.reading = reading
    }

    /// The same with the cases whose names have `text` in them.
    package func filtered(by text: String) -> TrialBench {
        var bench = self
        bench.parts = self.parts.compactMap { part in
            var suite = part.suite
            suite.cases.removeAll { !$0.name.contains(text) }
            return suite.cases.isEmpty ? nil : Part(suite: suite, world: part.world)
        }
        return bench
    }

    /// How many cases there are.
    package var caseCount: Int {
        self.parts.reduce(0) { $0 + $1.suite.cases.count }
    }

    /// Plays every case; `report` is told of each when it is over.
    package func run(report: (TrialResult) -> Void) throws(DialplanError) -> [TrialResult] {
        var results: [TrialResult] = []
        for part in self.parts {
            let plan = try self.plan(for: part)
            let runner = TrialRunner(world: part.world, limits: self.limits)
            for one in part.suite.cases {
                let result = runner.run(one, of: part.suite, with: plan)
                report(result)
                results.append(result)
            }
        }
        return results
    }

    /// The plan for those who exist in a test file, as it is or with a change.
    package func plan(for part: Part, with mutant: PlanMutant? = nil) throws(DialplanError) -> Dialplan {
        let sources = mutant?.applied(to: self.sources) ?? self.sources
        let includes = mutant?.applied(to: self.includes) ?? self.includes
        // What a change leaves of a plan is judged by the reader alone: the schema takes its time.
        let schema = mutant == nil ? self.schema : nil
        return try self.reading(part.world.dialplanNames, schema, self.planLimits, includes).read(sources)
    }

    /// What the results show of the plan.
    package func coverage(of results: [TrialResult]) -> PlanCoverage {
        var coverage = PlanCoverage(self.sources + self.includes)
        for explanation in results.compactMap(\.explanation) {
            coverage.note(explanation)
        }
        return coverage
    }

    /// Plays the cases of a test file.
    func runner(for part: Part) -> TrialRunner {
        TrialRunner(world: part.world, limits: self.limits)
    }
}
