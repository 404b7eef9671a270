import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3262 §3, §4: reliable responses and their acknowledgements get lost.
struct LostPrackTests {
    @Test
    func `a lost PRACK is repeated and the response too`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        var lost = 0
        simulation.network.loses = { packet in
            guard packet.bytes.starts(with: Array("PRACK ".utf8)), lost < 4 else {
                return false
            }
            lost += 1
            return true
        }
        alice.supports100rel = true
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        try incoming.expectRequest(.prack)
        try out.expect(183)
        try out.expect(200, to: .prack)
        incoming.respond(200)
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        #expect(lost == 4)
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a caller that never sends PRACK is refused after 64 T1`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = true
        alice.handlesPrack = false
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        try out.expect(500, within: .seconds(60))
        try incoming.expectCancel()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an answer waits for the PRACK of the description`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = true
        alice.handlesPrack = false
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respondReliably(183, body: bob.audio())
        try out.expect(183)
        incoming.respond(200)
        simulation.run(for: .seconds(2))
        #expect(!out.isEstablished)
        alice.handlesPrack = true
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
