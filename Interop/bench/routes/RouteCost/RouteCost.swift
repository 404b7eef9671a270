import CMeter
import DialplanEngine
import ProtocolKit

/// What a table of routes costs: the octets it takes, the time to read it, and the time to find the routes of a number.
///
/// Prints `measure:peer value` lines for the report of the benchmarks. `--routes COUNT` and `--seed SEED` narrow or
/// repeat a run.
@main
enum RouteCost {
    private static let lookups = 1_000_000

    /// How many lookups are timed together: one alone is shorter than the clock is fine.
    private static let batch = 64

    static func main() throws {
        let routes = self.number(after: "--routes") ?? 1_000_000
        let seed = UInt64(self.number(after: "--seed") ?? 1)
        try self.measure(GeneratedRoutes(count: routes, trunksOfPrefix: 1, seed: seed), "one-trunk")
        try self.measure(GeneratedRoutes(count: routes, trunksOfPrefix: 4, seed: seed), "four-trunks")
    }

    private static func number(after option: String) -> Int? {
        let words = CommandLine.arguments
        return words.firstIndex(of: option).flatMap { words.dropFirst($0 + 1).first }.flatMap { Int($0) }
    }

    private static func measure(_ routes: GeneratedRoutes, _ name: String) throws {
        let source = DialplanReader.Source(file: "routes.csv", octets: routes.file)
        cmeter_reset()
        let start = cmeter_cpu()
        let table = try RouteTableReader().read([source])
        print("seconds-to-load-routes:\(name) \(Double(cmeter_cpu() - start) / 1e9)")
        print("mib-to-load-routes:\(name) \(cmeter_peak() >> 20)")
        // What is held now is the table, because the file is still here.
        let held = withExtendedLifetime(source) { cmeter_held() }
        precondition(table.routeCount == routes.count, "every row is a route")
        print("octets-per-route:\(name) \(Double(held) / Double(routes.count))")
        self.measureLookups(table, routes, name)
    }

    /// The table is cold for each number, which is random; the number itself has just come and is not.
    private static func measureLookups(_ table: RouteTable, _ routes: GeneratedRoutes, _ name: String) {
        var choices = RouteChoices()
        table.selectRoutes(for: "0", draw: 0, into: &choices)
        var draw = routes.numberDraw
        var times: [Int64] = []
        var allocations: UInt64 = 0
        var found = 0
        for _ in 0..<self.lookups / self.batch {
            let numbers = (0..<self.batch).map { _ in routes.number(&draw) }
            cmeter_reset()
            let start = cmeter_cpu()
            for number in numbers {
                table.selectRoutes(for: number, draw: UInt64(truncatingIfNeeded: found), into: &choices)
                found += choices.count
            }
            let time = cmeter_cpu() - start
            allocations += cmeter_allocations()
            times.append(time / Int64(self.batch))
        }
        precondition(found >= self.lookups / 2, "most numbers have routes")
        times.sort()
        print("ns-per-route-lookup:\(name) \(times[times.count / 2])")
        print("ns-per-route-lookup-p99:\(name) \(times[times.count * 99 / 100])")
        print("allocations-per-route-lookup:\(name) \(Double(allocations) / Double(self.lookups))")
        print("ns-per-worst-route-lookup:\(name) \(self.worst(table, routes))")
    }

    /// The slowest number by its own doing: each is looked up again and again, and its quickest batch counts.
    private static func worst(_ table: RouteTable, _ routes: GeneratedRoutes) -> Int64 {
        var choices = RouteChoices()
        var draw = routes.numberDraw
        var worst: Int64 = 0
        for number in (0..<20_000).map({ _ in routes.number(&draw) }) + GeneratedRoutes.hostileNumbers {
            var least = Int64.max
            for _ in 0..<3 {
                let start = cmeter_cpu()
                for round in 0..<self.batch {
                    table.selectRoutes(for: number, draw: UInt64(round), into: &choices)
                }
                least = min(least, (cmeter_cpu() - start) / Int64(self.batch))
            }
            worst = max(worst, least)
        }
        return worst
    }
}
