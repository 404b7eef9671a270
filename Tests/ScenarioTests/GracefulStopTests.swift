import CallModel
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// The gateway is told to stop: no new calls, running ones may end, then they are released.
struct GracefulStopTests {
    @Test
    func `running calls outlive a stop up to its limit`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        simulation.withGateway { gateway, now in gateway.stop(at: now, releasingAfter: .seconds(30)) }
        try alice.invite("bob", offer: alice.audio()).expect(503)
        simulation.run(for: .seconds(20))
        #expect(!call.out.isOver)
        try call.out.expectBye(within: .seconds(20))
        try call.incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
