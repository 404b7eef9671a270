import CallControl
import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3960 §3.2, RFC 5009: the gateway rings to the caller itself where no early media is to be heard.
struct RingbackTests {
    private static let plan = Scenario.plan(
        ["bob": "sip:bob@127.0.0.3:5060"],
        media: "anchor",
        extra: "ringback=\"generate\""
    )

    private func isRinging(_ simulation: Simulation) -> Bool {
        simulation.relay.anchors.values.contains { anchor in
            if case .cadence = anchor.signal { true } else { false }
        }
    }

    /// A packet of the callee reaches the relay.
    private func hear(_ simulation: Simulation) throws {
        guard let anchor = simulation.relay.anchors.keys.max(by: { $0.number < $1.number }),
            let source = TransportAddress("127.0.0.3:40000")
        else {
            throw Unexpected("no anchor is open")
        }
        simulation.relay.report(.firstPacket(anchor, stream: 0, from: source), at: simulation.now)
        simulation.run(for: .milliseconds(20))
    }

    @Test(arguments: [false, true])
    func `180 without a description rings in an early answer`(isReliable: Bool) throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = isReliable
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        let ringing = try out.expect(180)
        #expect(ringing.bodyText.contains("m=audio 3"))
        #expect(ringing.bodyText.contains("c=IN IP4 127.0.0.1"))
        #expect(self.isRinging(simulation))
        // The callee answers with what the caller was told: nothing has to be offered anew.
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        simulation.run(for: .seconds(2))
        #expect(!self.isRinging(simulation))
        #expect(out.count(of: .invite) == 0)
        #expect(simulation.relay.anchors.values.allSatisfy { $0.partner != nil })
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish()
    }

    @Test(arguments: [false, true])
    func `an answer with another codec is offered after the ringing`(isReliable: Bool) throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = isReliable
        let out = alice.invite("bob", offer: alice.audio(formats: [0, 8, 101]))
        let incoming = try bob.expectCall()
        incoming.respond(180)
        #expect(try out.expect(180).bodyText.contains("RTP/AVP 0 101"))
        incoming.respond(200, body: bob.audio(formats: [8, 101]))
        try out.expect(200)
        let offer = try out.expectRequest(.invite)
        #expect(offer.bodyText.contains("RTP/AVP 8 101"))
        out.reply(200, to: .invite, body: alice.audio(version: 2, formats: [8, 101]))
        simulation.run(for: .seconds(2))
        // What the caller answers is what the callee knows already.
        #expect(incoming.count(of: .invite) == 0)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish()
    }

    @Test
    func `180 with a description rings after 600 ms and stops when the callee is heard`() throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180, body: bob.audio())
        #expect(try out.expect(180).bodyText.contains("m=audio"))
        simulation.run(for: .milliseconds(500))
        #expect(!self.isRinging(simulation))
        simulation.run(for: .milliseconds(200))
        #expect(self.isRinging(simulation))
        try self.hear(simulation)
        #expect(!self.isRinging(simulation))
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        simulation.run(for: .seconds(1))
        #expect(out.count(of: .invite) == 0)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish()
    }

    @Test
    func `180 with a description that is heard in time never rings`() throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180, body: bob.audio())
        try out.expect(180)
        try self.hear(simulation)
        simulation.run(for: .seconds(5))
        #expect(!self.isRinging(simulation))
        out.cancel()
        try incoming.expectCancel()
        try simulation.finish()
    }

    @Test
    func `183 alone is silent, and 180 after it rings unless the callee goes on speaking`() throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(183, body: bob.audio())
        #expect(try out.expect(183).bodyText.contains("m=audio"))
        try self.hear(simulation)
        simulation.run(for: .seconds(5))
        #expect(!self.isRinging(simulation))
        incoming.respond(180)
        try out.expect(180)
        simulation.run(for: .seconds(1))
        #expect(self.isRinging(simulation))
        try self.hear(simulation)
        #expect(!self.isRinging(simulation))
        out.cancel()
        try incoming.expectCancel()
        try simulation.finish()
    }

    @Test(arguments: ["sendrecv", "sendonly", "inactive", "recvonly"])
    func `the word of a network goes before what is heard`(word: String) throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180, body: bob.audio(), headers: ["P-Early-Media: \(word)"])
        try out.expect(180)
        simulation.run(for: .seconds(2))
        let isWithheld = word == "inactive" || word == "recvonly"
        #expect(self.isRinging(simulation) == isWithheld)
        try self.hear(simulation)
        #expect(self.isRinging(simulation) == isWithheld)
        out.cancel()
        try incoming.expectCancel()
        try simulation.finish()
    }

    @Test
    func `a reliable caller of a call that fails while it rings is told why`() throws {
        let simulation = try Scenario.simulation(plan: Self.plan)
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.supports100rel = true
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        incoming.respond(486)
        try out.expect(486)
        simulation.run(for: .seconds(10))
        #expect(simulation.relay.anchors.isEmpty)
        try simulation.finish()
    }
}
