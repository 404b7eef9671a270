import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §4: an INVITE, ringing, an answer, a BYE; two dialogs that know nothing of each other.
struct BasicCallTests {
    @Test
    func `a call is set up and the caller hangs up`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try incoming.expectACK()
        simulation.run(for: .seconds(5))
        out.bye()
        try incoming.expectBye()
        try out.expect(200, to: .bye)
        try simulation.finish(allowsDirectMedia: true)
        #expect(simulation.records.count == 1)
        #expect(simulation.records.first?.legs.count == 2)
        #expect(simulation.records.first.map { $0.talkTime >= .seconds(5) } == true)
    }
}
