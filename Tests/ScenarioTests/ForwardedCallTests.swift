import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §21.1.3, §21.1.4: the call is forwarded, then queued.
struct ForwardedCallTests {
    @Test
    func `181 and 182 reach the caller as progress`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(181)
        incoming.respond(182)
        simulation.run(for: .seconds(1))
        #expect(!out.statuses.contains { $0 >= 200 })
        #expect(out.statuses.contains(181))
        incoming.respond(180)
        try out.expect(180)
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
