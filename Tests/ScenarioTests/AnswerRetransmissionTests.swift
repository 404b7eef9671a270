import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §13.3.1.4: a 2xx is repeated at T1 and then ever less often until its ACK comes.
struct AnswerRetransmissionTests {
    @Test
    func `a lost answer is repeated on schedule`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        simulation.network.loses = { packet in
            packet.to == alice.address && packet.bytes.starts(with: Array("SIP/2.0 200".utf8))
                && simulation.now < .start.advanced(by: .seconds(6))
        }
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        let answers = simulation.network.wire.filter {
            $0.to == alice.address && $0.bytes.starts(with: Array("SIP/2.0 200".utf8))
        }
        let gaps = zip(answers, answers.dropFirst()).map { $0.at.duration(to: $1.at) }
        #expect(gaps == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(4)])
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
