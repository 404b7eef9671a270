import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// ITU-T T.38 Annex D: the call turns into a fax, or does not.
struct FaxTests {
    @Test(arguments: ["direct", "anchor"], [false, true])
    func `a switch to T.38 and its refusal`(media: String, isAccepted: Bool) throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob(media: media))
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.incoming.reinvite(SDPText.fax("127.0.0.3"))
        let offer = try call.out.expectRequest(.invite)
        #expect(offer.bodyText.contains("udptl t38"))
        if isAccepted {
            call.out.reply(200, to: .invite, body: SDPText.fax("127.0.0.2"))
            #expect(try call.incoming.expect(200).bodyText.contains("udptl t38"))
        } else {
            call.out.reply(488, to: .invite)
            try call.incoming.expect(488)
        }
        // What comes next finds the call in order either way.
        call.incoming.reinvite(bob.audio(version: 3))
        #expect(try call.out.expectRequest(.invite).bodyText.contains("m=audio"))
        call.out.reply(200, to: .invite, body: alice.audio(version: 3))
        #expect(try call.incoming.expect(200).bodyText.contains("m=audio"))
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: media == "direct")
    }

    @Test
    func `UDPTL passes the relay while the call is a fax, and audio before and after`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:40000", payloadType: 0)
        try simulation.expectMedia(from: "127.0.0.3:40000", to: "127.0.0.2:40000", payloadType: 0)

        call.incoming.reinvite(SDPText.fax("127.0.0.3"))
        try call.out.expectRequest(.invite)
        call.out.reply(200, to: .invite, body: SDPText.fax("127.0.0.2", port: 40_006))
        try call.incoming.expect(200)
        simulation.run(for: .seconds(1))
        #expect(simulation.relay.anchors.values.allSatisfy { $0.streams.map(\.kind) == [.udptl] })
        #expect(simulation.relay.anchors.values.allSatisfy { $0.streams.allSatisfy { $0.localRTCP == nil } })
        try simulation.expectMedia(from: "127.0.0.2:40006", to: "127.0.0.3:40004")
        try simulation.expectMedia(from: "127.0.0.3:40004", to: "127.0.0.2:40006")

        call.out.reinvite(alice.audio(version: 3))
        try call.incoming.expectRequest(.invite)
        call.incoming.reply(200, to: .invite, body: bob.audio(version: 3))
        try call.out.expect(200)
        simulation.run(for: .seconds(1))
        #expect(simulation.relay.anchors.values.allSatisfy { $0.streams.map(\.kind) == [.rtp] })
        try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:40000", payloadType: 0)
        try call.hangUp()
        try simulation.finish()
    }

    @Test
    func `a refused fax beside the audio leaves no m-line and no port behind`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        let both = SDPText.audio("127.0.0.3", version: 2, lines: ["m=image 40004 udptl t38", "a=T38FaxVersion:0"])
        try simulation.expectNoMediaOrders {
            call.incoming.reinvite(both)
            #expect(try call.out.expectRequest(.invite).bodyText.contains("udptl t38"))
            call.out.reply(488, to: .invite)
            try call.incoming.expect(488)
        }
        try simulation.expectMedia(from: "127.0.0.3:40000", to: "127.0.0.2:40000", payloadType: 0)

        // RFC 3264 §8: an offer has the m-lines of the session, which a refused offer never became part of.
        call.incoming.reinvite(bob.audio(direction: "sendonly", version: 3))
        let hold = try call.out.expectRequest(.invite)
        #expect(!hold.bodyText.contains("m=image"))
        #expect(hold.direction == "sendonly")
        call.out.reply(200, to: .invite, body: alice.audio(direction: "recvonly", version: 3))
        #expect(try !call.incoming.expect(200).bodyText.contains("m=image"))
        try call.hangUp()
        try simulation.finish()
    }
}
