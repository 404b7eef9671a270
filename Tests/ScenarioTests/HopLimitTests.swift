import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §16.3, §16.6: a request may not travel for ever.
struct HopLimitTests {
    @Test
    func `a request without hops left gets 483`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.maxForwards = 0
        let out = alice.invite("bob", offer: alice.audio())
        try out.expect(483)
        #expect(bob.calls.isEmpty)
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `the hops left are handed on, one fewer`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.maxForwards = 7
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        #expect(incoming.received?.maxForwards == 6)
        incoming.respond(486)
        try out.expect(486)
        try simulation.finish(allowsDirectMedia: true)
    }
}
