import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Targets are tried one after the other until one answers.
struct SequentialHuntTests {
    @Test
    func `after no answer the next target rings`() throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["team": "sip:bob@127.0.0.3:5060|sip:carol@127.0.0.4:5060"], extra: "timeout=\"10s\"")
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("team", offer: alice.audio())
        let first = try bob.expectCall()
        first.respond(180)
        try out.expect(180)
        try first.expectCancel(within: .seconds(15))
        let second = try carol.expectCall()
        second.respond(180)
        second.respond(200, body: carol.audio())
        try out.expect(200)
        try Connection(out: out, incoming: second).hangUp()
        try simulation.finish(allowsDirectMedia: true)
        #expect(simulation.records.first?.legs.count == 3)
    }

    @Test
    func `after busy the next target rings`() throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["team": "sip:bob@127.0.0.3:5060|sip:carol@127.0.0.4:5060"])
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("team", offer: alice.audio())
        try bob.expectCall().respond(486)
        let second = try carol.expectCall()
        second.respond(200, body: carol.audio())
        try out.expect(200)
        try Connection(out: out, incoming: second).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `when all fail the caller hears the most telling failure`() throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["team": "sip:bob@127.0.0.3:5060|sip:carol@127.0.0.4:5060"])
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("team", offer: alice.audio())
        try bob.expectCall().respond(486)
        try carol.expectCall().respond(404)
        try out.expect(486)
        try simulation.finish(allowsDirectMedia: true)
    }
}
