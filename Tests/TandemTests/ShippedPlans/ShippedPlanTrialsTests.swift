import DialplanTrials
import Foundation
import Testing
import tandem

/// The shipped dialplans, as a gateway loads them, pass the tests beside them, which leave next to nothing of them untested.
///
/// `TANDEM_TRIALS` says how many cases the last test plays; an optimised build plays a thousand in less than two seconds.
@Suite(.enabled(if: ShippedPlan.areZonesKnown, "there is no database of time zones"))
struct ShippedPlanTrialsTests {
    private static let caseCount = ProcessInfo.processInfo.environment["TANDEM_TRIALS"].flatMap { Int($0) } ?? 200

    @Test
    func `every shipped plan is tested`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: ShippedPlan.folder)
        let plans = files.filter { $0.hasSuffix(".xml") && !$0.hasSuffix(".tests.xml") }
        let tests = files.filter { $0.hasSuffix(".tests.xml") }

        #expect(Set(plans) == Set(ShippedPlan.all.map(\.file)))
        #expect(Set(tests) == Set(ShippedPlan.all.map(\.tests)))
    }

    @Test(arguments: ShippedPlan.all)
    func `a shipped plan passes its tests, with every condition true and false`(plan: ShippedPlan) throws {
        let bench = try plan.bench
        let results = try bench.run { _ in }
        for result in results where !result.isPassed {
            Issue.record("\(result.place): \(result.name): \(result.mismatches)")
        }
        let coverage = bench.coverage(of: results)

        #expect(coverage.conditions.percent == 100, "\(coverage.conditions)")
        #expect(coverage.actions.percent == 100, "\(coverage.actions)")
        #expect(coverage.actingExtensions.percent == 100, "\(coverage.actingExtensions)")
    }

    @Test(arguments: ShippedPlan.all)
    func `of the mutants of a shipped plan at least 95 of 100 are noticed`(plan: ShippedPlan) throws {
        let bench = try plan.bench
        let report = bench.mutate(knowing: try bench.run { _ in })
        let survivors = report.survivors.map { "\($0.file):\($0.line): \($0.change)" }

        #expect(report.score.percent >= 95, "\(report.score): \(survivors)")
        #expect(report.score.all > 50)
        #expect(report.leftOut == 0)
    }

    @Test
    func `a thousand cases take little time`() throws {
        var benches: [TrialBench] = []
        while benches.reduce(0, { $0 + $1.caseCount }) < Self.caseCount {
            benches += try ShippedPlan.all.map { try $0.bench }
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
