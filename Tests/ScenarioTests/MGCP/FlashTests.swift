import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// §5.4 and §5.5 of the tables: what a line does with its hook while it talks.
struct FlashTests {
    /// Carol talks to alice, flashes, and hears the dial tone of a second call.
    private func recall(_ stage: MGCPStage) throws -> PhoneCall {
        let alice = stage.simulation.alice()
        let call = try stage.connect(alice)
        call.answersOffers(with: alice)
        stage.simulation.run(for: .seconds(2))
        stage.carol.flashes()
        try stage.carol.expect("a dial tone", within: .seconds(3)) {
            !stage.carol.hears.isDisjoint(with: ["dl", "sl"])
        }
        return call
    }

    @Test
    func `a second flash brings the first party back`() throws {
        let stage = try MGCPScenario.play()
        let call = try self.recall(stage)
        stage.carol.flashes()
        try stage.carol.expectTalk(within: .seconds(3))
        stage.simulation.run(for: .seconds(2))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.finish()
    }

    @Test
    func `two flashes in a hurry hold the party and bring it back`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let call = try stage.connect(alice)
        call.answersOffers(with: alice)
        stage.simulation.run(for: .seconds(2))
        stage.carol.flashes()
        stage.carol.flashes()
        stage.simulation.run(for: .seconds(3))
        #expect(call.count(of: .invite) == 2)
        try stage.carol.expectTalk(within: .seconds(1))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.finish()
    }

    @Test(arguments: [true, false])
    func `hanging up joins the first party with the second`(waitsForAnswer: Bool) throws {
        let stage = try MGCPScenario.play()
        let call = try self.recall(stage)
        stage.carol.dials("101")
        try stage.dave.expectRing(within: .seconds(3))
        if waitsForAnswer {
            stage.dave.goesOffHook()
            try stage.dave.expectTalk(within: .seconds(3))
            stage.simulation.run(for: .seconds(2))
        }
        stage.carol.hangsUp()
        stage.simulation.run(for: .seconds(2))
        stage.dave.goesOffHook()
        try stage.dave.expectTalk(within: .seconds(3))
        try stage.carol.expectNoConnection(within: .seconds(3))
        stage.simulation.run(for: .seconds(2))
        #expect(call.count(of: .bye) == 0)
        call.bye()
        try stage.dave.expectNoConnection(within: .seconds(3))
        try stage.finish()
    }

    @Test
    func `a third flash joins all three, and one who leaves leaves the others together`() throws {
        let stage = try MGCPScenario.play()
        let call = try self.recall(stage)
        stage.carol.dials("101")
        try stage.dave.expectRing(within: .seconds(3))
        stage.dave.goesOffHook()
        try stage.dave.expectTalk(within: .seconds(3))
        stage.simulation.run(for: .seconds(2))
        stage.carol.flashes()
        try stage.carol.expect("a conference", within: .seconds(3)) {
            stage.carol.endpoint.connections.count { $0.mode == .conference } == 2
        }
        stage.simulation.run(for: .seconds(2))
        stage.dave.hangsUp()
        try stage.dave.expectNoConnection(within: .seconds(3))
        stage.simulation.run(for: .seconds(2))
        #expect(stage.carol.endpoint.connections.count == 1)
        call.bye()
        try call.expect(200, to: .bye)
        try stage.finish()
    }

    @Test
    func `a second caller is announced, taken and given back`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let first = try stage.connect(alice)
        first.answersOffers(with: alice)
        let bob = stage.simulation.bob()
        let second = bob.invite("100", offer: bob.audio())
        second.answersOffers(with: bob)
        try stage.carol.expect("a waiting tone", within: .seconds(3)) {
            !stage.carol.hears.isDisjoint(with: ["wt", "wt1"])
        }
        try second.expect(180, within: .seconds(3))
        stage.carol.flashes()
        try second.expect(200, within: .seconds(3))
        stage.simulation.run(for: .seconds(3))
        stage.carol.flashes()
        stage.simulation.run(for: .seconds(3))
        #expect(first.count(of: .bye) == 0)
        #expect(second.count(of: .bye) == 0)
        second.bye()
        first.bye()
        stage.simulation.run(for: .seconds(3))
        try stage.finish()
    }

    @Test
    func `a second caller who gives up leaves the first call alone`() throws {
        let stage = try MGCPScenario.play()
        let first = try stage.connect(stage.simulation.alice())
        let bob = stage.simulation.bob()
        let second = bob.invite("100", offer: bob.audio())
        try second.expect(180, within: .seconds(3))
        second.cancel()
        try second.expect(487)
        stage.simulation.run(for: .seconds(15))
        #expect(stage.carol.talks)
        first.bye()
        try stage.finish()
    }

    @Test
    func `hanging up with a held party rings back`() throws {
        let stage = try MGCPScenario.play()
        let call = try self.recall(stage)
        stage.carol.hangsUp()
        stage.simulation.run(for: .seconds(5))
        // Either the held party is released, or the line rings for it; it is never left alone in silence.
        #expect(call.count(of: .bye) > 0 || stage.carol.rings != nil)
        if stage.carol.rings != nil {
            stage.carol.goesOffHook()
            try stage.carol.expectTalk(within: .seconds(3))
            call.bye()
        }
        try stage.finish()
    }
}

extension PhoneCall {
    /// Agrees to every offer of the gateway, as phones do.
    fileprivate func answersOffers(with phone: Phone) {
        var version = 1
        self.onRequest = { request in
            guard request.method == .update || request.method == .invite else {
                return false
            }
            version += 1
            let answers = ["sendonly": "recvonly", "recvonly": "sendonly", "inactive": "inactive"]
            let direction = answers[request.direction] ?? "sendrecv"
            let body = phone.audio(direction: request.body.isEmpty ? "sendrecv" : direction, version: version)
            self.reply(200, to: request.method, body: body)
            return true
        }
    }
}
