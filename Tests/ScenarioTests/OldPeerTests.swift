import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §8.1.1.7: a peer of RFC 2543 that says little.
struct OldPeerTests {
    @Test
    func `a phone without Allow, Supported and tags in its request`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.isMinimal = true
        bob.isMinimal = true
        let call = try simulation.connect(alice, bob)
        call.out.reinvite(alice.audio(version: 2).replacing("c=IN IP4 127.0.0.2", with: "c=IN IP4 0.0.0.0"))
        try call.incoming.expectRequest(.invite)
        call.incoming.reply(200, to: .invite, body: bob.audio(version: 2))
        try call.out.expect(200)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
