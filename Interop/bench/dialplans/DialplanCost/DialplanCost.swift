import CMeter
import DialplanEngine
import Expressions
import ProtocolKit

/// What it costs to decide a call.
///
/// Prints `measure:peer value` lines for the report of the benchmarks. The yardstick is PCRE2 as FreeSWITCH uses it, one
/// expression after another, though with expressions that are compiled beforehand.
@main
enum DialplanCost {
    static func main() throws {
        for mode in SamplePlan.Mode.allCases {
            try self.measureDecisions(mode)
            try self.measureHostility(mode)
        }
    }

    private static func measureDecisions(_ mode: SamplePlan.Mode) throws {
        var sample = SamplePlan(mode, count: 5_000, seed: 5)
        cmeter_reset()
        let start = cmeter_cpu()
        let plan = try WholePlan(sample.patterns, mode)
        print("ms-to-prepare-5000-\(mode):tandem \(Double(cmeter_cpu() - start) / 1e6)")
        print("kib-to-prepare-5000-\(mode):tandem \(cmeter_peak() / 1_024)")
        let walk = try PlanWalk(sample.patterns, mode)
        let numbers = sample.numbers(4_000)
        let ours = self.times(numbers) { plan.decide($0) }
        // Enough for a median; all of them would take half a minute.
        let theirs = self.times(Array(numbers.prefix(400))) { walk.decide($0) }
        for number in numbers.prefix(400) {
            let found = walk.decide(number).map { ByteString("e\($0)") } ?? ""
            precondition(plan.decide(number).extensionName == found, "both find the same extension")
        }
        self.note("decision", mode, "tandem", ours)
        self.note("decision", mode, "pcre2", theirs)
        cmeter_reset()
        for number in numbers {
            _ = plan.decide(number)
        }
        print("allocations-per-decision-\(mode):tandem \(Double(cmeter_allocations()) / Double(numbers.count))")
        if CommandLine.arguments.contains("--all") {
            print("# \(mode): \(try CompiledPlan(sample.patterns, mode).account)")
        }
    }

    private static func measureHostility(_ mode: SamplePlan.Mode) throws {
        var sample = SamplePlan(mode, count: 1_000, seed: 6)
        let plan = try CompiledPlan(sample.patterns, mode)
        let texts = sample.hostileTexts()
        let times = self.times(texts) { plan.tryAll($0) }
        print("ms-of-hostile-number-\(mode):tandem \(Double(times.max() ?? 0) / 1e6)")
    }

    private static func note(_ measure: String, _ mode: SamplePlan.Mode, _ peer: String, _ times: [Int64]) {
        let sorted = times.sorted()
        print("us-of-median-\(measure)-\(mode):\(peer) \(Double(sorted[sorted.count / 2]) / 1e3)")
        print("us-of-worst-\(measure)-\(mode):\(peer) \(Double(sorted.last ?? 0) / 1e3)")
    }

    /// The time of each, the smallest of a few runs: what else the machine does is not ours.
    private static func times<Decision>(_ texts: [[UInt8]], of decide: ([UInt8]) -> Decision) -> [Int64] {
        var times = [Int64](repeating: .max, count: texts.count)
        for _ in 0..<3 {
            for (place, text) in texts.enumerated() {
                let start = cmeter_cpu()
                _ = decide(text)
                times[place] = min(times[place], cmeter_cpu() - start)
            }
        }
        return times
    }
}
