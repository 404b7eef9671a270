import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §13.2.2.4: a proxy behind the gateway lets several phones ring.
struct DownstreamForkingTests {
    @Test
    func `several early dialogs and two answers make one call`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(183, body: bob.audio(), tag: "first-phone-tag")
        try out.expect(183)
        incoming.respond(180, tag: "second-phone-tag")
        try out.expect(180)
        incoming.respond(200, body: bob.audio(port: 41_000), tag: "second-phone-tag")
        incoming.respondFromFork(200, tag: "first-phone-tag", body: bob.audio())
        try out.expect(200)
        // The second answer is acknowledged and ended at once.
        let bye = try incoming.expectBye()
        #expect(bye.toTag == "first-phone-tag")
        simulation.run(for: .seconds(1))
        let acknowledged = simulation.network.wire.filter {
            $0.to == bob.address && $0.bytes.starts(with: Array("ACK ".utf8))
        }
        #expect(acknowledged.count >= 2)
        out.bye()
        #expect(try incoming.expectBye().toTag == "second-phone-tag")
        try simulation.finish(allowsDirectMedia: true)
    }
}
