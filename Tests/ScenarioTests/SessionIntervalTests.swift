import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 4028 §6: an interval below our minimum is refused with 422 and Min-SE.
struct SessionIntervalTests {
    @Test
    func `a small interval gets 422 and a larger one the call`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio(), headers: ["Supported: timer", "Session-Expires: 30"])
        let refusal = try out.expect(422)
        #expect(refusal.header(.minSE) == "90")
        out.repeatInvite(headers: ["Supported: timer", "Session-Expires: 90", "Min-SE: 90"])
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a callee that asks for more gets more`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.sip.legPolicy.sessionTimers = .active
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let first = try bob.expectCall()
        first.respond(422, headers: ["Min-SE: 3600"])
        let incoming = try bob.expectCall()
        #expect(incoming.received?.header(.sessionExpires)?.hasPrefix("3600") == true)
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
