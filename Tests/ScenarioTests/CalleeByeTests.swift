import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §15: the callee hangs up first.
struct CalleeByeTests {
    @Test
    func `the callee hangs up`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.incoming.bye()
        try call.out.expectBye()
        try call.incoming.expect(200, to: .bye)
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a BYE for a dialog that is over gets 481`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        try call.hangUp()
        simulation.run(for: .seconds(60))
        call.out.bye()
        try call.out.expect(481, to: .bye)
        try simulation.finish(allowsDirectMedia: true)
    }
}
