import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §14.2, RFC 6337 §3.3: a re-INVITE without an offer asks the other side to offer.
struct OfferlessReinviteTests {
    @Test(arguments: [false, true], ["direct", "anchor"])
    func `the other side offers and the answer comes back in the ACK`(isHeld: Bool, media: String) throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob(media: media))
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
        try simulation.finish(allowsDirectMedia: media == "direct")
    }

    @Test
    func `a refused wish for an offer leaves the session as it was`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        try simulation.expectNoMediaOrders {
            call.out.reinvite()
            try call.incoming.expectRequest(.invite)
            call.incoming.reply(488, to: .invite)
            try call.out.expect(488)
        }
        try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:40000", payloadType: 0)
        call.out.reinvite(alice.audio(direction: "inactive", version: 2))
        #expect(try call.incoming.expectRequest(.invite).direction == "inactive")
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "inactive", version: 2))
        #expect(try call.out.expect(200).direction == "inactive")
        try call.hangUp()
        try simulation.finish()
    }
}
