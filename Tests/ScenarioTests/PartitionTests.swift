import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// A peer disappears in the middle of a call.
struct PartitionTests {
    @Test
    func `a call whose caller is gone ends at the callee's BYE`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        simulation.disconnect(alice)
        call.incoming.bye()
        try call.incoming.expect(200, to: .bye)
        simulation.run(for: .seconds(60))
        #expect(simulation.callCount == 0)
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a session refresh finds out that the callee is gone`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.sip.legPolicy.sessionTimers = .active
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connectWithTimers(alice, bob)
        simulation.disconnect(bob)
        simulation.run(for: .seconds(1900))
        try call.out.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a partition that heals harms nothing`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        simulation.disconnect(bob)
        call.out.reinvite(alice.audio(direction: "sendonly", version: 2))
        simulation.run(for: .seconds(5))
        simulation.reconnect(bob)
        #expect(try call.incoming.expectRequest(.invite).direction == "sendonly")
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "recvonly", version: 2))
        try call.out.expect(200)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
