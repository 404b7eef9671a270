import ArgumentParser
import DialplanEngine
import DialplanTrials
import Foundation

/// `tandem dialplan test`.
struct DialplanTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Play the tests of dialplans in a simulated gateway, and say what they leave untested.",
        discussion: """
            A test file stands beside the plan and is named for it: default.tests.xml, or default.tests.yaml, for default.xml.
            Without files, those beside the dialplans of the configuration are played, with the users, lines and trunks of the
            configuration. No socket is opened and no time passes. The exit code is 1 when anything fails.

            Dialplans/testing.md walks from an empty file to a tested plan.

            Examples:
              tandem dialplan test Dialplans/default.tests.xml
              tandem dialplan test --config /etc/tandem/tandem.yaml --coverage --minimum-coverage 100
              tandem dialplan test Dialplans/default.tests.xml --mutate --minimum-score 95
              tandem dialplan test old.tests.xml --plan new.xml
            """
    )

    @Argument(help: "The test files; without any, those beside the dialplans of the configuration.")
    var files: [String] = []

    @Option(
        name: [.customLong("config"), .customShort("c")],
        help: ArgumentHelp(
            "The configuration file whose users, lines, trunks and policies the tests have.",
            discussion: "With files and without this option, the names at the head of each file are all there is."
        )
    )
    var path: String?

    @Option(help: "Test this dialplan file in the place of the one that the tests are for; may be given again.")
    var plan: [String] = []

    @Option(help: "Play only the cases whose names have this in them.")
    var filter: String?

    @Flag(help: "Print what of each plan the cases have shown: conditions true and false, actions, extensions.")
    var coverage = false

    @Option(help: "Fail when less than this percentage of the outcomes of conditions is shown.")
    var minimumCoverage: Double?

    @Flag(help: "Change the plan in many small ways, and list the changes that no case notices.")
    var mutate = false

    @Option(help: "Fail when less than this percentage of the changes is noticed.")
    var minimumScore: Double?

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(help: "Write the results to this file as JUnit XML.")
    var junit: String?

    func validate() throws {
        for share in [self.minimumCoverage, self.minimumScore].compactMap({ $0 }) where !(0...100).contains(share) {
            throw ValidationError("\(share) is no percentage; write 0 to 100")
        }
        if self.filter != nil, self.minimumCoverage != nil || self.mutate || self.minimumScore != nil {
            throw ValidationError("coverage and mutants are those of all cases; leave --filter out")
        }
    }

    func run() throws {
        let files: TrialFiles
        do throws(LoadError) {
            let usesConfiguration = self.path != nil || self.files.isEmpty
            let configuration = usesConfiguration ? try LoadedConfiguration(path: self.path) : nil
            files = try TrialFiles(self.files, plan: self.plan, configuration: configuration)
        } catch {
            self.printProblem(error.description)
            throw ExitCode.failure
        }
        let benches = self.filter.map { text in files.benches.map { $0.filtered(by: text) } } ?? files.benches
        guard benches.contains(where: { $0.caseCount > 0 }) else {
            self.printProblem("no case has `\(self.filter ?? "")` in its name")
            throw ExitCode.failure
        }
        var report = TrialReport()
        for bench in benches where bench.caseCount > 0 {
            try self.play(bench, into: &report)
        }
        try self.write(report)
        if !self.isGoodEnough(report) {
            throw ExitCode.failure
        }
    }

    private func play(_ bench: TrialBench, into report: inout TrialReport) throws {
        let start = ContinuousClock.now
        let results: [TrialResult]
        do throws(DialplanError) {
            results = try bench.run { result in
                if !self.json, !result.isPassed {
                    print(TrialReport.text(of: result))
                }
            }
        } catch {
            self.printProblem(error.description)
            throw ExitCode.failure
        }
        var plan = TrialReport.Plan(bench, results, took: ContinuousClock.now - start)
        if self.coverage || self.minimumCoverage != nil {
            plan.coverage = bench.coverage(of: results)
        }
        if self.mutate || self.minimumScore != nil {
            guard results.allSatisfy(\.isPassed) else {
                self.printProblem("cases of \(plan.name) fail already, so its mutants would tell nothing; correct them")
                report.plans.append(plan)
                return
            }
            let progress = ProgressLine(isOn: !self.json)
            plan.mutation = bench.mutate(knowing: results) { done, all in
                progress.show("\(plan.name): \(done) of \(all) mutants")
            }
            progress.clear()
        }
        report.plans.append(plan)
    }

    private func write(_ report: TrialReport) throws {
        print(self.json ? try JSONText.text(report.document) : report.text)
        guard let junit else {
            return
        }
        do {
            try Data(report.junit.utf8).write(to: URL(filePath: junit))
        } catch {
            self.printProblem("\(junit) cannot be written: \(error.localizedDescription)")
            throw ExitCode.failure
        }
    }

    private func isGoodEnough(_ report: TrialReport) -> Bool {
        let coverage = self.minimumCoverage.map { report.conditions.percent >= $0 } ?? true
        let wantsScore = self.mutate || self.minimumScore != nil
        let score = report.score.percent >= self.minimumScore ?? 0
        return report.isPassed && coverage && (!wantsScore || (score && report.areMutantsPlayed))
    }

    private func printProblem(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
