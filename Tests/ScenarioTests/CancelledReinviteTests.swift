import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §9 and §14: a re-INVITE is cancelled, and the session stays as it was.
struct CancelledReinviteTests {
    /// A call that is up, in which the caller has offered anew and has not been answered.
    private func offered(
        _ simulation: Simulation,
        _ alice: Phone,
        _ bob: Phone,
        _ offer: String
    ) throws -> Connection {
        let call = try simulation.connect(alice, bob)
        call.out.reinvite(offer)
        try call.incoming.expectRequest(.invite)
        // Before a provisional response nothing may be cancelled (§9.1).
        call.incoming.reply(100, to: .invite)
        simulation.run(for: .milliseconds(100))
        return call
    }

    @Test(arguments: [false, true])
    func `the CANCEL goes on to the other leg and the call lives`(isOffering: Bool) throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let offer = isOffering ? alice.audio(direction: "sendonly", version: 2) : ""
        let call = try self.offered(simulation, alice, bob, offer)
        call.out.cancel()
        try call.out.expect(200, to: .cancel)
        try call.out.expect(487)
        try call.incoming.expectCancel()
        simulation.run(for: .seconds(1))
        call.out.reinvite(alice.audio(direction: "inactive", version: 3))
        #expect(try call.incoming.expectRequest(.invite).direction == "inactive")
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "inactive", version: 2))
        #expect(try call.out.expect(200).direction == "inactive")
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an answer that crosses the CANCEL makes both agree anew`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        bob.answersCancel = false
        let call = try self.offered(simulation, alice, bob, alice.audio(direction: "sendonly", version: 2))
        call.out.cancel()
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "recvonly", version: 2))
        try call.out.expect(487)
        // The caller is asked what it wants now, and the callee is told.
        #expect(try call.out.expectRequest(.invite).body.isEmpty)
        call.out.reply(200, to: .invite, body: alice.audio(version: 3))
        #expect(try call.incoming.expectRequest(.invite).direction == "sendrecv")
        call.incoming.reply(200, to: .invite, body: bob.audio(version: 3))
        simulation.run(for: .seconds(1))
        #expect(call.out.acknowledgedBody.contains("a=sendrecv"))
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an offer that was asked for in vain is passed on as one`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        bob.answersCancel = false
        let call = try self.offered(simulation, alice, bob, "")
        call.out.cancel()
        call.incoming.reply(200, to: .invite, body: bob.audio(direction: "sendonly", version: 2))
        try call.out.expect(487)
        #expect(try call.out.expectRequest(.invite).direction == "sendonly")
        call.out.reply(200, to: .invite, body: alice.audio(direction: "recvonly", version: 2))
        simulation.run(for: .seconds(1))
        #expect(call.incoming.acknowledgedBody.contains("a=recvonly"))
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an offer that waits out glare is taken back without a word`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let call = try self.offered(simulation, alice, bob, alice.audio(direction: "sendonly", version: 2))
        call.incoming.reply(491, to: .invite)
        simulation.run(for: .seconds(1))
        call.out.cancel()
        try call.out.expect(487)
        simulation.run(for: .seconds(10))
        #expect(call.incoming.count(of: .invite) == 1)
        call.incoming.reinvite(bob.audio(direction: "inactive", version: 2))
        #expect(try call.out.expectRequest(.invite).direction == "inactive")
        call.out.reply(200, to: .invite, body: alice.audio(direction: "inactive", version: 3))
        try call.incoming.expect(200)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an offer that was taken back is not made again after glare`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        bob.answersCancel = false
        let call = try self.offered(simulation, alice, bob, alice.audio(direction: "sendonly", version: 2))
        call.out.cancel()
        try call.out.expect(487)
        try call.incoming.expectCancel()
        call.incoming.reply(491, to: .invite)
        simulation.run(for: .seconds(10))
        #expect(call.incoming.count(of: .invite) == 1)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
