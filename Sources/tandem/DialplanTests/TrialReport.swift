import DialplanEngine
import DialplanTrials
import ProtocolKit

/// What a run of tests has shown, for people, scripts and build servers.
struct TrialReport {
    /// One plan.
    struct Plan {
        let name: String
        let results: [TrialResult]
        let took: Duration
        var coverage: PlanCoverage?
        var mutation: MutationReport?

        init(_ bench: TrialBench, _ results: [TrialResult], took: Duration) {
            self.name = bench.sources.map(\.file).joined(separator: ", ")
            self.results = results
            self.took = took
        }
    }

    var plans: [Plan] = []

    // MARK: Verdict

    var results: [TrialResult] {
        self.plans.flatMap(\.results)
    }

    /// Whether no case failed.
    var isPassed: Bool {
        self.results.allSatisfy(\.isPassed)
    }

    /// The outcomes of conditions that were shown, of all plans together.
    var conditions: PlanCoverage.Share {
        Self.sum(self.plans.compactMap { $0.coverage?.conditions })
    }

    /// The mutants that were noticed, of all plans together.
    var score: PlanCoverage.Share {
        Self.sum(self.plans.compactMap { $0.mutation?.score })
    }

    /// Whether the mutants of every plan were tried.
    var areMutantsPlayed: Bool {
        self.plans.allSatisfy { $0.mutation != nil }
    }

    private static func sum(_ shares: [PlanCoverage.Share]) -> PlanCoverage.Share {
        shares.reduce(into: PlanCoverage.Share(shown: 0, all: 0)) { sum, share in
            sum.shown += share.shown
            sum.all += share.all
        }
    }

    // MARK: Text

    /// How many packets of a failed call are printed.
    private static let mostPackets = 40

    /// A failed case: what differs, what the plan decided and why, and what was sent.
    static func text(of result: TrialResult) -> String {
        var lines = ["FAILED \(result.place): \(result.name)"]
        lines += result.mismatches.map { "  \($0)" }
        if let explanation = result.explanation {
            lines.append("  the decision:")
            lines += explanation.description.split(separator: "\n").map { "    \($0)" }
        }
        if !result.ladder.isEmpty {
            lines.append("  the call:")
            lines += result.ladder.prefix(Self.mostPackets).map { "    \($0)" }
            let more = result.ladder.count - Self.mostPackets
            lines += more > 0 ? ["    and \(more) packets more"] : []
        }
        return lines.joined(separator: "\n")
    }

    /// What is printed at the end: coverage, mutants, and a line for everything.
    var text: String {
        (self.plans.flatMap { Self.lines(of: $0) } + [self.summary]).joined(separator: "\n")
    }

    private static func lines(of plan: Plan) -> [String] {
        (plan.coverage.map { self.lines(of: $0, plan.name) } ?? [])
            + (plan.mutation.map { self.lines(of: $0, plan.name) } ?? [])
    }

    private static func lines(of coverage: PlanCoverage, _ name: String) -> [String] {
        var lines = [
            "coverage of \(name)", "  conditions \(coverage.conditions)", "  actions    \(coverage.actions)",
            "  extensions \(coverage.actingExtensions)",
        ]
        for entry in coverage.extensions {
            let missing = entry.conditions.flatMap { condition in
                condition.missing.map { "line \(condition.line): \($0): \(condition.test)" }
                    + condition.actions.filter { !$0.wasTaken }
                    .map { "line \($0.line): never taken: \($0.application)" }
            }
            lines += missing.isEmpty ? [] : ["  \(entry.file):\(entry.line): extension \"\(entry.name)\""]
            lines += missing.map { "    \($0)" }
        }
        return lines
    }

    private static func lines(of mutation: MutationReport, _ name: String) -> [String] {
        var lines = ["mutants of \(name): \(mutation.score) noticed"]
        lines.append(
            "  \(mutation.count(of: .equivalent)) more are proven to change nothing, "
                + "\(mutation.count(of: .stillborn)) cannot be loaded"
        )
        if mutation.leftOut > 0 {
            lines.append("  \(mutation.leftOut) were not tried: there are more than the limit")
        }
        lines += mutation.survivors.map { "  survived: \($0.file):\($0.line): \($0.change)" }
        return lines
    }

    private var summary: String {
        let failed = self.results.count { !$0.isPassed }
        let took = self.plans.reduce(Duration.zero) { $0 + $1.took }
        let milliseconds = took.nanoseconds / 1_000_000
        let cases = "\(self.results.count) case\(self.results.count == 1 ? "" : "s")"
        let verdict = failed == 0 ? "all passed" : "\(failed) failed"
        return "\(cases) in \(milliseconds) ms: \(verdict)"
    }

    // MARK: JUnit

    /// The results as JUnit XML, one suite for each plan.
    var junit: String {
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>"]
        for plan in self.plans {
            let failures = plan.results.count { !$0.isPassed }
            lines.append(
                "  <testsuite name=\"\(Self.escaped(plan.name))\" tests=\"\(plan.results.count)\" "
                    + "failures=\"\(failures)\" time=\"\(plan.took.seconds)\">"
            )
            for result in plan.results {
                lines += Self.junit(result)
            }
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>", ""]).joined(separator: "\n")
    }

    private static func junit(_ result: TrialResult) -> [String] {
        let head =
            "    <testcase name=\"\(self.escaped(result.name))\" classname=\"\(self.escaped(result.place.file))\" "
            + "file=\"\(self.escaped(result.place.file))\" line=\"\(result.place.line)\""
        guard let first = result.mismatches.first else {
            return [head + "/>"]
        }
        return [
            head + ">",
            "      <failure message=\"\(self.escaped(first.description))\">\(self.escaped(self.text(of: result)))</failure>",
            "    </testcase>",
        ]
    }

    private static func escaped(_ text: String) -> String {
        String(
            decoding: text.utf8.flatMap { octet -> [UInt8] in
                switch octet {
                case 0x26: Array("&amp;".utf8)
                case 0x3C: Array("&lt;".utf8)
                case 0x3E: Array("&gt;".utf8)
                case 0x22: Array("&quot;".utf8)
                case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20: [0x20]
                default: [octet]
                }
            },
            as: UTF8.self
        )
    }
}

extension Duration {
    /// The seconds with three places.
    fileprivate var seconds: String {
        let milliseconds = self.nanoseconds / 1_000_000
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
