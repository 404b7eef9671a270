import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §16.7 as a gateway does it: all targets ring, the first answer wins.
struct ParallelHuntTests {
    @Test
    func `the first answer wins and the other is cancelled`() throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["team": "sip:bob@127.0.0.3:5060,sip:carol@127.0.0.4:5060"])
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("team", offer: alice.audio())
        let first = try bob.expectCall()
        let second = try carol.expectCall()
        first.respond(180)
        second.respond(180)
        try out.expect(180)
        second.respond(200, body: carol.audio())
        try out.expect(200)
        try first.expectCancel()
        try Connection(out: out, incoming: second).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an answer that comes second is ended with BYE`() throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["team": "sip:bob@127.0.0.3:5060,sip:carol@127.0.0.4:5060"])
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("team", offer: alice.audio())
        let first = try bob.expectCall()
        let second = try carol.expectCall()
        first.respond(180)
        second.respond(180)
        second.respond(200, body: carol.audio())
        first.respond(200, body: bob.audio())
        try out.expect(200)
        simulation.run(for: .seconds(2))
        #expect(first.isOver != second.isOver)
        out.bye()
        try (first.isOver ? second : first).expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
