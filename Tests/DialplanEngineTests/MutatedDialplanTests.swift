import DialplanEngine
import Foundation
import ProtocolKit
import Testing

struct MutatedDialplanTests {
    /// A shipped file with a few octets changed, removed or doubled.
    private func mutate(_ octets: [UInt8], by draw: inout SplitMix) -> [UInt8] {
        var octets = octets
        for _ in 0...draw.next(below: 4) {
            let place = draw.next(below: octets.count)
            switch draw.next(below: 4) {
            case 0:
                octets[place] = UInt8(truncatingIfNeeded: draw.next())
            case 1:
                octets.remove(at: place)
            case 2:
                octets.insert(contentsOf: octets[place...].prefix(draw.next(below: 40)), at: place)
            default:
                octets[place] = Array("<>\"&'=/$(){}[]|,\\".utf8)[draw.next(below: 17)]
            }
        }
        return octets
    }

    @Test(arguments: ["default.xml", "hunt-group.xml", "mgcp-residential.xml", "mgcp-trunk.xml", "dialplan.xsd"])
    func `a changed file is read or refused with places, never a crash`(name: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let octets = Array(try Data(contentsOf: root.appending(path: "Dialplans/\(name)")))
        let count = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 300
        let seed = UInt64(octets.count)
        var draw = SplitMix(state: seed)
        for _ in 0..<count {
            let source = DialplanReader.Source(file: name, octets: self.mutate(octets, by: &draw))
            let isSchema = name.hasSuffix("xsd")
            let reader = DialplanReader(schema: isSchema ? source : nil)
            do {
                let plain = DialplanReader.Source(file: "plan.xml", octets: Array("<dialplan/>".utf8))
                let plan = try reader.read([isSchema ? plain : source])
                for context in plan.contextNames {
                    _ = plan.explain(CallFacts(destinationNumber: "600", user: "anna"), in: context).description
                    _ = try? plan.numberingPlan(of: context)
                }
            } catch {
                #expect(error.problems.allSatisfy { !$0.message.isEmpty }, "seed \(seed)")
            }
        }
    }
}

/// A small generator of numbers that are the same for the same seed (SplitMix64).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func next(below bound: Int) -> Int {
        bound > 0 ? Int(self.next() % UInt64(bound)) : 0
    }
}
