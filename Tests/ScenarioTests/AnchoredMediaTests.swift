import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// The media passes through lent ports, and nothing of one side's addresses reaches the other.
struct AnchoredMediaTests {
    @Test
    func `both sides are given addresses of the relay`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        let offered = incoming.received?.bodyText ?? ""
        #expect(offered.contains("c=IN IP4 127.0.0.1"))
        #expect(!offered.contains("127.0.0.2"))
        incoming.respond(200, body: bob.audio())
        let answer = try out.expect(200)
        #expect(answer.bodyText.contains("c=IN IP4 127.0.0.1"))
        try incoming.expectACK()
        simulation.run(for: .seconds(1))
        #expect(simulation.relay.anchors.count == 2)
        #expect(simulation.relay.anchors.values.allSatisfy { $0.partner != nil })
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish()
        #expect(simulation.records.first?.legs.allSatisfy { !$0.media.isEmpty } == true)
    }

    @Test
    func `a call that fails gives its ports back`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        try bob.expectCall().respond(486)
        try out.expect(486)
        simulation.run(for: .seconds(10))
        #expect(simulation.relay.anchors.isEmpty)
        try simulation.finish()
    }
}
