import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §15: both hang up in the same moment.
struct SimultaneousByeTests {
    @Test
    func `two BYEs that cross are both answered with 200`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.bye()
        call.incoming.bye()
        try call.out.expect(200, to: .bye)
        try call.incoming.expect(200, to: .bye)
        try simulation.finish(allowsDirectMedia: true)
    }
}
