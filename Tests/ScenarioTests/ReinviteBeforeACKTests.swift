import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 5407 §3.1.5: a re-INVITE overtakes the ACK of the first INVITE.
struct ReinviteBeforeACKTests {
    @Test
    func `a re-INVITE before the ACK is served`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.acknowledges = false
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        out.reinvite(alice.audio(direction: "sendonly", version: 2))
        simulation.run(for: .milliseconds(200))
        if out.statuses.last == 200 {
            #expect(try incoming.expectRequest(.invite).direction == "sendonly")
            incoming.reply(200, to: .invite, body: bob.audio(direction: "recvonly", version: 2))
            alice.acknowledges = true
            try out.expect(200)
        }
        alice.acknowledges = true
        simulation.run(for: .seconds(5))
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
