import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3311 §5.1: the session changes before the answer.
struct EarlyUpdateTests {
    @Test
    func `an UPDATE of the caller reaches the callee and its answer the caller`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = true
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        try out.expect(200, to: .prack)
        try incoming.expectRequest(.prack)
        out.request("UPDATE", body: alice.audio(direction: "sendonly", version: 2))
        let update = try incoming.expectRequest(.update)
        #expect(update.direction == "sendonly")
        incoming.reply(200, to: .update, body: bob.audio(direction: "recvonly", version: 2))
        let answer = try out.expect(200, to: .update)
        #expect(answer.direction == "recvonly")
        incoming.respond(200)
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an UPDATE of the callee reaches the caller and its answer the callee`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = true
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        try out.expect(200, to: .prack)
        try incoming.expectRequest(.prack)
        incoming.request("UPDATE", body: bob.audio(direction: "sendonly", version: 2))
        try out.expectRequest(.update)
        out.reply(200, to: .update, body: alice.audio(direction: "recvonly", version: 2))
        let answer = try incoming.expect(200, to: .update)
        #expect(answer.direction == "recvonly")
        incoming.respond(200)
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
