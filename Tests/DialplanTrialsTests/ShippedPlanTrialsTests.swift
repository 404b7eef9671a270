import DialplanEngine
import DialplanTrials
import Foundation
import ProtocolKit
import Testing

/// The shipped dialplans pass the tests beside them, which leave next to nothing of them untested.
///
/// `TANDEM_TRIALS` says how many cases the last test plays; an optimised build plays a thousand in less than two seconds.
struct ShippedPlanTrialsTests {
    private static let plans = ["default", "hunt-group", "mgcp-residential", "mgcp-trunk"]

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Dialplans")

    private static let caseCount = ProcessInfo.processInfo.environment["TANDEM_TRIALS"].flatMap { Int($0) } ?? 200

    private func octets(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Self.folder.appending(path: name)))
    }

    private func bench(_ name: String) throws -> TrialBench {
        let file = "\(name).tests.xml"
        let trials = TrialReader(schema: try self.octets("dialplan-tests.xsd"))
        let suite = try trials.read(try self.octets(file), file: file)
        let schema = DialplanReader.Source(file: "dialplan.xsd", octets: try self.octets("dialplan.xsd"))
        return TrialBench(
            sources: [DialplanReader.Source(file: "\(name).xml", octets: try self.octets("\(name).xml"))],
            schema: schema,
            parts: [TrialBench.Part(suite: suite, world: TrialWorld().adding(suite.names))]
        )
    }

    @Test(arguments: Self.plans)
    func `a shipped plan passes its tests, with every condition true and false`(name: String) throws {
        let bench = try self.bench(name)
        let results = try bench.run { _ in }
        for result in results where !result.isPassed {
            Issue.record("\(result.place): \(result.name): \(result.mismatches)")
        }
        let coverage = bench.coverage(of: results)

        #expect(coverage.conditions.percent == 100, "\(coverage.conditions)")
        #expect(coverage.actions.percent == 100, "\(coverage.actions)")
        #expect(coverage.actingExtensions.percent == 100, "\(coverage.actingExtensions)")
    }

    @Test(arguments: Self.plans)
    func `of the mutants of a shipped plan at least 95 of 100 are noticed`(name: String) throws {
        let bench = try self.bench(name)
        let report = bench.mutate(knowing: try bench.run { _ in })
        let survivors = report.survivors.map { "\($0.file):\($0.line): \($0.change)" }

        #expect(report.score.percent >= 95, "\(report.score): \(survivors)")
        #expect(report.leftOut == 0)
    }

    @Test
    func `a thousand cases take little time`() throws {
        var benches: [TrialBench] = []
        while benches.reduce(0, { $0 + $1.caseCount }) < Self.caseCount {
            benches += try Self.plans.map { try self.bench($0) }
        }
        let start = self.processorTime()
        var played = 0
        for bench in benches {
            played += try bench.run { _ in }.count
        }
        let seconds = self.processorTime() - start
        print("\(played) cases of dialplan tests took \(seconds) s of processor time")
        #if DEBUG
        let limit = 0.2
        #else
        let limit = 0.002
        #endif
        #expect(seconds / Double(played) < limit)
    }

    /// The time that this thread has computed; others that play at the same time don't count.
    private func processorTime() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
