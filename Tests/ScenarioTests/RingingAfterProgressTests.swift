import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3960 §3.2: a phone that begins to ring after a 183 is heard to ring.
struct RingingAfterProgressTests {
    @Test
    func `180 after 183 reaches the caller`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(183, body: bob.audio())
        try out.expect(183)
        incoming.respond(180)
        try out.expect(180)
        incoming.respond(183)
        try out.expect(183)
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `180 after a reliable 183 reaches the caller reliably`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = true
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        try out.expect(183)
        try incoming.expectRequest(.prack)
        incoming.respondReliably(180)
        let ringing = try out.expect(180)
        #expect(ringing.header(.require)?.contains("100rel") == true)
        incoming.respond(200)
        try out.expect(200)
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
