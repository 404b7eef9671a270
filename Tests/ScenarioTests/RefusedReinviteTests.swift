import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §14.1, RFC 3264 §8: a refused offer leaves everything as it was.
struct RefusedReinviteTests {
    @Test
    func `a 488 comes back and the next offer still works`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.reinvite(alice.audio(version: 2, formats: [18]))
        try call.incoming.expectRequest(.invite)
        call.incoming.reply(488, to: .invite, headers: ["Warning: 305 bob \"Incompatible media format\""])
        let refusal = try call.out.expect(488)
        #expect(refusal.header(.warning)?.hasPrefix("305") == true)
        simulation.run(for: .seconds(1))
        call.out.reinvite(alice.audio(direction: "sendonly", version: 3))
        #expect(try call.incoming.expectRequest(.invite).direction == "sendonly")
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "recvonly", version: 2))
        #expect(try call.out.expect(200).direction == "recvonly")
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
