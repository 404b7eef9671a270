import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 6337 §5.3: both sides hold, and resume in the other order.
struct MutualHoldTests {
    @Test
    func `both hold and both resume`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.reinvite(alice.audio(direction: "sendonly", version: 2))
        try call.incoming.expectRequest(.invite)
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "recvonly", version: 2))
        try call.out.expect(200)
        call.incoming.reinvite(bob.audio(direction: "inactive", version: 3))
        #expect(try call.out.expectRequest(.invite).direction == "inactive")
        call.out.reply(200, to: .invite, body: alice.audio(direction: "inactive", version: 3))
        #expect(try call.incoming.expect(200).direction == "inactive")
        call.out.reinvite(alice.audio(direction: "recvonly", version: 4))
        #expect(try call.incoming.expectRequest(.invite).direction == "recvonly")
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "sendonly", version: 4))
        #expect(try call.out.expect(200).direction == "sendonly")
        call.incoming.reinvite(bob.audio(version: 5))
        #expect(try call.out.expectRequest(.invite).direction == "sendrecv")
        call.out.reply(200, to: .invite, body: alice.audio(version: 5))
        #expect(try call.incoming.expect(200).direction == "sendrecv")
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
