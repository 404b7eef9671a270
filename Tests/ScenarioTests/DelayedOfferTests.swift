import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §13.2.1: the INVITE brings no offer, the 2xx does, the ACK answers.
struct DelayedOfferTests {
    @Test
    func `the callee offers in its answer and the caller answers in the ACK`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob")
        out.answerInACK = alice.audio()
        let incoming = try bob.expectCall()
        #expect(incoming.received?.bodyText == "")
        incoming.respond(180)
        try out.expect(180)
        incoming.respond(200, body: bob.audio())
        let answer = try out.expect(200)
        #expect(answer.bodyText.contains("m=audio"))
        try incoming.expectACK()
        #expect(incoming.acknowledgedBody.contains("m=audio"))
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
