import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §8.1.3.4: two callees send the call to each other for ever.
struct RedirectLoopTests {
    @Test
    func `a loop of redirections ends`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        bob.onCall = { $0.respond(302, headers: ["Contact: <sip:carol@127.0.0.4:5060>"]) }
        carol.onCall = { $0.respond(302, headers: ["Contact: <sip:bob@127.0.0.3:5060>"]) }
        let out = alice.invite("bob", offer: alice.audio())
        simulation.run(for: .seconds(10))
        #expect((out.statuses.last ?? 0) >= 300)
        #expect(bob.calls.count + carol.calls.count <= 7)
        try simulation.finish(allowsDirectMedia: true)
    }
}
