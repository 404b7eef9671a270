import CallControl
import CallModel
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3264 §8, RFC 6337 §2: the party that answers is not the one that the caller heard before, so both are told what
/// the other says until they agree.
struct LateAgreementTests {
    /// The second phone behind a proxy answers a call whose first one has described itself.
    private func fork(
        _ simulation: Simulation,
        _ alice: Phone,
        _ bob: Phone,
        early: [Int] = [0, 101],
        answered: [Int] = [0, 8, 101]
    ) throws -> (Connection, SIPMessage) {
        let out = alice.invite("bob", offer: alice.audio(formats: [0, 8, 101]))
        let incoming = try bob.expectCall()
        incoming.respond(183, body: bob.audio(formats: early), tag: "first-phone-tag")
        try out.expect(183)
        incoming.respond(200, body: bob.audio(port: 41_000, formats: answered), tag: "second-phone-tag")
        try out.expect(200)
        return (Connection(out: out, incoming: incoming), try out.expectRequest(.invite))
    }

    @Test
    func `what the caller answers reaches the winner when it is new`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob)
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let (call, offer) = try self.fork(simulation, alice, bob)
        #expect(offer.bodyText.contains("m=audio 41000 RTP/AVP 0 8 101"))
        call.out.reply(200, to: .invite, body: alice.audio(port: 42_000, version: 2, formats: [8, 101]))
        let told = try call.incoming.expectRequest(.invite)
        #expect(told.bodyText.contains("m=audio 42000 RTP/AVP 8 101"))
        call.incoming.reply(200, to: .invite, body: bob.audio(port: 41_000, version: 2, formats: [8, 101]))
        try call.incoming.expectACK()
        simulation.run(for: .seconds(5))
        #expect(call.out.count(of: .invite) == 1)
        #expect(call.incoming.count(of: .invite) == 1)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test(arguments: ["direct", "anchor"])
    func `what the caller answers is not repeated when it takes all that was offered`(media: String) throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob(media: media))
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let (call, _) = try self.fork(simulation, alice, bob)
        call.out.reply(200, to: .invite, body: alice.audio(version: 2, formats: [0, 8, 101]))
        simulation.run(for: .seconds(5))
        #expect(call.incoming.count(of: .invite) == 0)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: media == "direct")
    }

    @Test
    func `the winner that moves is told of to the caller`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob)
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let (call, _) = try self.fork(simulation, alice, bob)
        call.out.reply(200, to: .invite, body: alice.audio(port: 42_000, version: 2, formats: [0, 8, 101]))
        try call.incoming.expectRequest(.invite)
        call.incoming.reply(200, to: .invite, body: bob.audio(port: 43_000, version: 2, formats: [0, 8, 101]))
        let moved = try call.out.expectRequest(.invite)
        #expect(moved.bodyText.contains("m=audio 43000"))
        call.out.reply(200, to: .invite, body: alice.audio(port: 42_000, version: 2, formats: [0, 8, 101]))
        simulation.run(for: .seconds(5))
        #expect(call.out.count(of: .invite) == 2)
        #expect(call.incoming.count(of: .invite) == 1)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `parties that never agree are left alone after a few rounds`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { $0.calls.agreementRounds = 3 }
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let (call, _) = try self.fork(simulation, alice, bob)
        for (side, phone) in [(call.out, alice), (call.incoming, bob)] {
            var port: UInt16 = 50_000
            side.onRequest = { request in
                guard request.method == .invite else {
                    return false
                }
                port += 2
                side.reply(
                    200,
                    to: .invite,
                    body: phone.audio(port: port, version: Int(port), formats: [0, 8, 101])
                )
                return true
            }
        }
        call.out.reply(200, to: .invite, body: alice.audio(port: 42_000, version: 2, formats: [0, 8, 101]))
        simulation.run(for: .seconds(30))
        #expect(call.out.count(of: .invite) + call.incoming.count(of: .invite) == 4)
        call.out.onRequest = nil
        call.incoming.onRequest = nil
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test(arguments: ["direct", "anchor"])
    func `a winner that refuses to hear of it keeps talking where it can`(media: String) throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob(media: media))
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let (call, _) = try self.fork(simulation, alice, bob)
        call.out.reply(200, to: .invite, body: alice.audio(version: 2, formats: [8, 101]))
        try call.incoming.expectRequest(.invite)
        call.incoming.reply(488, to: .invite)
        simulation.run(for: .seconds(5))
        #expect(!call.out.isOver && !call.incoming.isOver)
        // The refused offer is forgotten: a hold finds the session as it was.
        call.out.reinvite(alice.audio(direction: "sendonly", version: 3, formats: [8, 101]))
        #expect(try call.incoming.expectRequest(.invite).direction == "sendonly")
        call.incoming.reply(
            200,
            to: .invite,
            body: bob.audio(port: 41_000, direction: "recvonly", version: 2, formats: [8, 101])
        )
        #expect(try call.out.expect(200).direction == "recvonly")
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: media == "direct")
    }

    @Test
    func `a caller that refuses the winner keeps what it had where both understand each other`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.anchoredBob)
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let (call, _) = try self.fork(simulation, alice, bob)
        call.out.reply(488, to: .invite)
        simulation.run(for: .seconds(5))
        #expect(!call.out.isOver && !call.incoming.isOver)
        try simulation.expectMedia(from: "127.0.0.2:40000", to: "127.0.0.3:41000", payloadType: 0)
        try simulation.expectMedia(from: "127.0.0.3:41000", to: "127.0.0.2:40000", payloadType: 0)
        try call.hangUp()
        try simulation.finish()
    }

    @Test(arguments: [("direct", [0, 8, 101]), ("anchor", [8, 101])])
    func `a caller that refuses a winner whom it cannot hear is released`(media: String, answered: [Int]) throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob(media: media))
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let (call, _) = try self.fork(simulation, alice, bob, answered: answered)
        call.out.reply(488, to: .invite)
        try call.out.expectBye()
        try call.incoming.expectBye()
        try simulation.finish(allowsDirectMedia: media == "direct")
    }
}
