import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3264 §6: one of two media is refused with port 0.
struct VideoRefusedTests {
    @Test
    func `video refused leaves audio`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: SDPText.audioVideo("127.0.0.2"))
        let incoming = try bob.expectCall()
        #expect(incoming.received?.bodyText.contains("m=video") == true)
        incoming.respond(200, body: SDPText.audioVideo("127.0.0.3", videoPort: 0))
        let answer = try out.expect(200)
        #expect(answer.bodyText.contains("m=video 0 "))
        #expect(!answer.bodyText.contains("m=audio 0 "))
        try incoming.expectACK()
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
