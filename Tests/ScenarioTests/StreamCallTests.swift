import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §18: both legs over TCP, cut anywhere.
struct StreamCallTests {
    @Test(arguments: 1...10)
    func `a call over TCP`(seed: Int) throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["bob": "sip:bob@127.0.0.3:5060;transport=tcp"]),
            seed: UInt64(seed)
        )
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.transport = .tcp
        bob.transport = .tcp
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try incoming.expectACK()
        #expect(simulation.network.wire.allSatisfy { $0.transport == .tcp })
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
