import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §14.2, RFC 6337 §3.3: a re-INVITE without an offer asks the other side to offer.
struct OfferlessReinviteTests {
    @Test(arguments: [false, true])
    func `the other side offers and the answer comes back in the ACK`(isHeld: Bool) throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        if isHeld {
            call.incoming.reinvite(bob.audio(direction: "sendonly", version: 2))
            try call.out.expectRequest(.invite)
            call.out.reply(200, to: .invite, body: alice.audio(direction: "recvonly", version: 2))
            try call.incoming.expect(200)
        }
        call.out.answerInACK = alice.audio(version: 3)
        call.out.reinvite()
        let request = try call.incoming.expectRequest(.invite)
        #expect(request.body.isEmpty)
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: isHeld ? "sendonly" : "sendrecv", version: 3))
        let offer = try call.out.expect(200)
        #expect(offer.direction == (isHeld ? "sendonly" : "sendrecv"))
        try call.incoming.expectACK()
        #expect(call.incoming.acknowledgedBody.contains("m=audio"))
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
