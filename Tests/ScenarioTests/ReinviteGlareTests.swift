import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §14.1: both sides offer in the same moment.
struct ReinviteGlareTests {
    @Test
    func `crossing offers get 491 and the repeated one succeeds`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.refusesOnce(answer: alice.audio(direction: "recvonly", version: 3))
        call.incoming.refusesOnce(answer: bob.audio(direction: "recvonly", version: 3))
        call.out.reinvite(alice.audio(direction: "sendonly", version: 2))
        call.incoming.reinvite(bob.audio(direction: "sendonly", version: 2))
        simulation.run(for: .seconds(10))
        #expect((call.out.statuses + call.incoming.statuses).contains(491))
        #expect(call.out.statuses.last.map { $0 == 491 || $0 == 200 } == true)
        #expect(call.incoming.statuses.last.map { $0 == 491 || $0 == 200 } == true)
        call.out.onRequest = nil
        call.incoming.onRequest = nil
        call.out.reinvite(alice.audio(direction: "inactive", version: 4))
        #expect(try call.incoming.expectOffer("inactive").direction == "inactive")
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "inactive", version: 4))
        simulation.run(for: .seconds(1))
        #expect(call.out.statuses.last == 200)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test(arguments: [0, 3])
    func `an offer that always meets glare is refused in the end`(retries: Int) throws {
        let simulation = try Scenario.simulation { $0.sip.limits.glareRetries = retries }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.incoming.onRequest = { request in
            guard request.method == .invite else {
                return false
            }
            call.incoming.reply(491, to: .invite)
            return true
        }
        call.out.reinvite(alice.audio(direction: "sendonly", version: 2))
        try call.out.expect(491, within: .seconds(30))
        #expect(call.incoming.count(of: .invite) == retries + 1)
        simulation.run(for: .seconds(30))
        #expect(call.incoming.count(of: .invite) == retries + 1)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
