import CallModel
import ProtocolKit
import SimulationKit
import Testing

/// RFC 3261 §9: the caller gives up.
struct CancelTests {
    @Test
    func `a CANCEL while ringing ends both legs`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: SDPText.audio("127.0.0.2"))
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        out.cancel()
        try out.expect(487)
        try incoming.expectCancel()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test(arguments: 1...20)
    func `a CANCEL that crosses the answer ends in BYE`(seed: Int) throws {
        let conditions = NetworkConditions(latency: .milliseconds(5), jitter: .milliseconds(40))
        let simulation = try Scenario.simulation(seed: UInt64(seed), conditions: conditions)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: SDPText.audio("127.0.0.2"))
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        simulation.after(.milliseconds(seed * 4)) {
            out.cancel()
        }
        incoming.respond(200, body: SDPText.audio("127.0.0.3"))
        simulation.run(for: .seconds(2))
        if out.isEstablished {
            out.bye()
        }
        try simulation.finish(allowsDirectMedia: true)
    }
}
