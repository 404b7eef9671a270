import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §9.1, §13.2.2.4: the CANCEL and the answer pass each other.
struct CancelCrossingTests {
    @Test(arguments: 1...20)
    func `a CANCEL that crosses the answer ends in BYE`(seed: Int) throws {
        let conditions = NetworkConditions(latency: .milliseconds(5), jitter: .milliseconds(40))
        let simulation = try Scenario.simulation(seed: UInt64(seed), conditions: conditions)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        simulation.after(.milliseconds(seed * 4)) {
            out.cancel()
        }
        incoming.respond(200, body: bob.audio())
        simulation.run(for: .seconds(2))
        if out.isEstablished {
            out.bye()
        }
        try simulation.finish(allowsDirectMedia: true)
        #expect(incoming.isOver || incoming.isCancelled)
    }

    @Test
    func `an answer after the CANCEL of a reliable early dialog gets a BYE in its order`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        bob.answersCancel = false
        alice.supports100rel = true
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        let prack = try incoming.expectRequest(.prack)
        try out.expect(200, to: .prack)
        out.cancel()
        try incoming.expectCancel()
        incoming.respond(200)
        try out.expect(487)
        let bye = try incoming.expectBye()
        #expect(bye.cseq.number > prack.cseq.number)
        try simulation.finish(allowsDirectMedia: true)
    }
}
