import DialplanEngine
import DialplanTrials

extension TrialReport {
    /// The report as it is written in JSON.
    struct Document: Encodable {
        struct Plan: Encodable {
            let plan: String
            let cases: [Case]
            let coverage: Coverage?
            let mutants: Mutants?
        }

        struct Case: Encodable {
            let name: String
            let file: String
            let line: Int
            let isPassed: Bool
            let mismatches: [Mismatch]
            let explanation: String?
            let ladder: [String]
        }

        struct Mismatch: Encodable {
            let what: String
            let expected: String
            let seen: String
        }

        struct Share: Encodable {
            let shown: Int
            let all: Int
            let percent: Double
        }

        struct Coverage: Encodable {
            let conditions: Share
            let actions: Share
            let extensions: Share
            let details: [Extension]
        }

        struct Extension: Encodable {
            let context: String
            let name: String
            let file: String
            let line: Int
            let hasActed: Bool
            let conditions: [Condition]
        }

        struct Condition: Encodable {
            let line: Int
            let test: String
            let wasTrue: Bool
            let wasFalse: Bool
            let actionsNeverTaken: [Int]
        }

        struct Mutants: Encodable {
            let score: Share
            let equivalent: Int
            let stillborn: Int
            let notTried: Int
            let survivors: [Mutant]
        }

        struct Mutant: Encodable {
            let kind: String
            let file: String
            let line: Int
            let change: String
        }

        let isPassed: Bool
        let plans: [Plan]
    }

    var document: Document {
        Document(isPassed: self.isPassed, plans: self.plans.map { Document.Plan($0) })
    }
}

extension TrialReport.Document.Plan {
    fileprivate init(_ plan: TrialReport.Plan) {
        self.init(
            plan: plan.name,
            cases: plan.results.map { result in
                TrialReport.Document.Case(
                    name: result.name,
                    file: result.place.file,
                    line: result.place.line,
                    isPassed: result.isPassed,
                    mismatches: result.mismatches.map { .init(what: $0.what, expected: $0.expected, seen: $0.seen) },
                    explanation: result.isPassed ? nil : result.explanation?.description,
                    ladder: result.ladder
                )
            },
            coverage: plan.coverage.map { TrialReport.Document.Coverage($0) },
            mutants: plan.mutation.map { TrialReport.Document.Mutants($0) }
        )
    }
}

extension TrialReport.Document.Share {
    fileprivate init(_ share: PlanCoverage.Share) {
        self.init(shown: share.shown, all: share.all, percent: share.percent)
    }
}

extension TrialReport.Document.Coverage {
    fileprivate init(_ coverage: PlanCoverage) {
        self.init(
            conditions: .init(coverage.conditions),
            actions: .init(coverage.actions),
            extensions: .init(coverage.actingExtensions),
            details: coverage.extensions.map { entry in
                TrialReport.Document.Extension(
                    context: entry.context,
                    name: entry.name,
                    file: entry.file,
                    line: entry.line,
                    hasActed: entry.hasActed,
                    conditions: entry.conditions.map { condition in
                        TrialReport.Document.Condition(
                            line: condition.line,
                            test: condition.test,
                            wasTrue: condition.wasTrue,
                            wasFalse: condition.wasFalse,
                            actionsNeverTaken: condition.actions.filter { !$0.wasTaken }.map(\.line)
                        )
                    }
                )
            }
        )
    }
}

extension TrialReport.Document.Mutants {
    fileprivate init(_ report: MutationReport) {
        self.init(
            score: .init(report.score),
            equivalent: report.count(of: .equivalent),
            stillborn: report.count(of: .stillborn),
            notTried: report.leftOut,
            survivors: report.survivors.map { mutant in
                TrialReport.Document.Mutant(
                    kind: mutant.kind.rawValue,
                    file: mutant.file,
                    line: mutant.line,
                    change: mutant.change
                )
            }
        )
    }
}
