import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3311 §5.2: an offer in UPDATE that cannot be handed on before the answer.
struct EarlyOfferRefusedTests {
    @Test
    func `a caller who updates too early is told to try again`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        bob.allowedMethods = "INVITE, ACK, BYE, CANCEL, PRACK"
        alice.supports100rel = true
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        try out.expect(200, to: .prack)
        out.request("UPDATE", body: alice.audio(direction: "sendonly", version: 2))
        try out.expect(491, to: .update, within: .seconds(5))
        incoming.respond(200)
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
