import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// A call without session timers lasts as long as both want.
struct LongCallTests {
    @Test
    func `an hour passes and nothing is sent`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        let packets = simulation.network.wire.count
        simulation.run(for: .seconds(3600))
        #expect(simulation.network.wire.count == packets)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
        #expect(simulation.records.first.map { $0.talkTime >= .seconds(3600) } == true)
    }
}
