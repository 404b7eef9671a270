import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3960: in-band tones before the answer.
struct EarlyMediaTests {
    @Test
    func `a 183 with a description reaches the caller`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(183, body: bob.audio())
        let progress = try out.expect(183)
        #expect(progress.bodyText.contains("m=audio"))
        incoming.respond(200, body: bob.audio())
        let answer = try out.expect(200)
        // RFC 3261 §13.2.1: the description in the 2xx is the same as in the unreliable 183.
        #expect(answer.bodyText == progress.bodyText || answer.bodyText.isEmpty)
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
