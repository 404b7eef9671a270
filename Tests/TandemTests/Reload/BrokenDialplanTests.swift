import CallModel
import Foundation
import GatewayCore
import ProtocolKit
import SimulationKit
import Testing
import tandem

/// A reload with a dialplan that is broken in one of some two hundred ways keeps the one before, and says where and why.
struct BrokenDialplanTests {
    private let folder: PlanFolder
    private var shelf: DialplanShelf
    private let simulation: Simulation
    private let alice: Phone

    init() throws {
        self.folder = try PlanFolder(BrokenPlan.good)
        let loaded = try self.folder.load()
        self.shelf = DialplanShelf(loaded, at: .epoch)
        self.simulation = Simulation(
            GatewayConfiguration(sip: loaded.configuration.sip, dialplan: loaded.dialplan)
        )
        self.alice = self.simulation.phone("alice", at: "127.0.0.2:5060")
    }

    /// Reads the file as a reload does and gives the gateway what can be used; everything that is wrong otherwise.
    private mutating func reload(_ octets: Data) throws -> [LoadError.Problem] {
        try self.folder.write(octets, "plan.xml")
        let reading: DialplanShelf.Reading
        do throws(LoadError) {
            reading = try self.shelf.read(dialplanOnly: false)
        } catch {
            let problems = error.problems
            self.simulation.withGateway { $0.refuseDialplan(problems: problems.count, at: $1) }
            return problems
        }
        if self.shelf.take(reading, at: .epoch) {
            self.simulation.withGateway { gateway, now in
                gateway.replaceDialplan(
                    reading.ready.dialplan,
                    digitMaps: reading.ready.digitMaps,
                    by: .reload,
                    at: now
                )
            }
        }
        return []
    }

    @Test
    mutating func `each is refused with file, line and reason, and calls go on by the dialplan before`() throws {
        let broken = BrokenPlan.all
        #expect(broken.count >= 200)
        let groups = Dictionary(grouping: broken, by: \.octets).values
        #expect(groups.filter { $0.count > 1 }.map { $0.map(\.name) } == [])
        let version = self.shelf.live.version
        var faults: [String] = []
        for plan in broken {
            let problems = try self.reload(plan.octets)
            faults += problems.isEmpty ? ["\(plan.name): was taken"] : []
            faults += problems.filter { problem in
                !problem.file.hasPrefix(self.folder.path) || problem.line == 0 || problem.message.isEmpty
            }.map { "\(plan.name): \($0)" }
            let call = self.alice.invite("busy", offer: nil)
            try call.expect(486)
        }
        #expect(faults == [])
        #expect(self.shelf.live.version == version)
        #expect(self.simulation.withGateway { gateway, _ in gateway.dialplanVersion } == version)
        try self.simulation.finish()
        #expect(self.simulation.records.count == broken.count)
        #expect(self.simulation.records.allSatisfy { $0.dialplan == version })
    }

    @Test
    mutating func `the good one they are made from is taken again, and so is what is right in another way`() throws {
        #expect(try self.reload(Data(BrokenPlan.good.utf8)) == [])
        #expect(self.shelf.live.version.number == 1)
        let other = BrokenPlan.good.replacingOccurrences(of: "user-busy", with: "no-answer")
        #expect(try self.reload(Data(other.utf8)) == [])
        #expect(self.shelf.live.version.number == 2)
        try self.alice.invite("busy", offer: nil).expect(480)
        try self.simulation.finish()
    }

    @Test
    mutating func `a file that is gone is told, and the dialplan before stays`() throws {
        try FileManager.default.removeItem(atPath: self.folder.file("plan.xml"))
        let error = #expect(throws: LoadError.self) { _ = try self.shelf.read(dialplanOnly: true) }
        #expect(error?.problems.map(\.message) == ["cannot be read"])
        try self.alice.invite("busy", offer: nil).expect(486)
        try self.simulation.finish()
    }
}
