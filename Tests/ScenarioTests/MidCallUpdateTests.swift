import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3311: the session changes by UPDATE during the call.
struct MidCallUpdateTests {
    @Test
    func `an offer in UPDATE crosses the call`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.request("UPDATE", body: alice.audio(direction: "sendonly", version: 2))
        let offer = try call.incoming.anyOffer()
        #expect(offer.direction == "sendonly")
        call.incoming.reply(200, to: offer.method, body: bob.audio(direction: "recvonly", version: 2))
        let answer = try call.out.expect(200, to: .update)
        #expect(answer.direction == "recvonly")
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an UPDATE without an offer is a refresh of the target and goes no further`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.request("UPDATE")
        try call.out.expect(200, to: .update)
        simulation.run(for: .seconds(1))
        #expect(call.incoming.requests.isEmpty)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
