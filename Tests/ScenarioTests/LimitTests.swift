import CallControl
import CallModel
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// The limits of the configuration refuse new calls with 503 and harm no running one.
struct LimitTests {
    @Test
    func `the call beyond the limit gets 503 and Retry-After`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.calls.limits.calls = 1
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        let second = alice.invite("bob", offer: alice.audio())
        let refusal = try second.expect(503)
        #expect(refusal.header(.retryAfter) != nil)
        simulation.run(for: .seconds(10))
        #expect(!call.out.isOver && !call.incoming.isOver)
        try call.hangUp()
        simulation.run(for: .seconds(40))
        let third = try simulation.connect(alice, bob)
        try third.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
