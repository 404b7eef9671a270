import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §18.1.1: a request above 1300 octets goes by TCP.
struct LargeRequestTests {
    @Test
    func `a large INVITE changes to TCP`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let lines = (0..<40).map { "a=x-filler-\($0):0123456789012345678901234567890123456789\r\n" }.joined()
        let out = alice.invite("bob", offer: alice.audio() + lines)
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try incoming.expectACK()
        let invite = simulation.network.wire.first {
            $0.sender == .gateway && $0.bytes.starts(with: Array("INVITE".utf8))
        }
        #expect(invite?.transport == .tcp)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
