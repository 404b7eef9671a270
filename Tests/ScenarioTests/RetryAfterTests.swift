import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §21.5.4: a target that asks to be left alone is left alone.
struct RetryAfterTests {
    @Test
    func `503 with Retry-After sends this call and the next elsewhere`() throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["team": "sip:bob@127.0.0.3:5060|sip:carol@127.0.0.4:5060"])
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("team", offer: alice.audio())
        try bob.expectCall().respond(503, headers: ["Retry-After: 60"])
        let second = try carol.expectCall()
        second.respond(200, body: carol.audio())
        try out.expect(200)
        try Connection(out: out, incoming: second).hangUp()
        let next = alice.invite("team", offer: alice.audio())
        let direct = try carol.expectCall()
        direct.respond(200, body: carol.audio())
        try next.expect(200)
        try Connection(out: next, incoming: direct).hangUp()
        simulation.run(for: .seconds(60))
        let later = alice.invite("team", offer: alice.audio())
        try bob.expectCall().respond(603)
        try later.expect(603)
        try simulation.finish(allowsDirectMedia: true)
    }
}
