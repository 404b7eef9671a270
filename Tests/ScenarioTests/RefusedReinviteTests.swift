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

    @Test(arguments: [488, 500, 606] as [UInt16], [false, true])
    func `the relay goes on as it was agreed`(status: UInt16, isCallee: Bool) throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        let (offerer, other) = isCallee ? (call.incoming, call.out) : (call.out, call.incoming)
        let (mine, theirs) = isCallee ? (bob, alice) : (alice, bob)
        try simulation.expectNoMediaOrders {
            // Another port, another codec and a second stream, none of which comes to be.
            offerer.reinvite(SDPText.audioVideo("\(mine.address.ip)", audioPort: 46_000, version: 2))
            let offer = try other.expectRequest(.invite)
            #expect(offer.bodyText.contains("m=video"))
            other.reply(status, to: .invite)
            try offerer.expect(status)
        }
        try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:40000", payloadType: 0)
        try simulation.expectMedia(from: "127.0.0.3:40000", to: "127.0.0.2:40000", payloadType: 0)
        // The next offer has the one stream of the session (RFC 3264 §8), in a version that was not used yet.
        other.reinvite(theirs.audio(direction: "sendonly", version: 2))
        try offerer.expectRequest(.invite)
        offerer.reply(200, to: .invite, body: mine.audio(direction: "recvonly", version: 3))
        #expect(try !other.expect(200).bodyText.contains("m=video"))
        offerer.reinvite(mine.audio(version: 4))
        #expect(try !other.expectRequest(.invite).bodyText.contains("m=video"))
        other.reply(200, to: .invite, body: theirs.audio(version: 3))
        try offerer.expect(200)
        try call.hangUp()
        try simulation.finish()
    }
}
