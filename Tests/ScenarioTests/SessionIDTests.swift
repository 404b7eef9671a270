import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 7989: one identifier crosses the gateway on purpose, in everything that is sent.
struct SessionIDTests {
    private static let alices = "ab30317f1a784dc48ff824d0d3715d86"
    private static let bobs = "47755a9de7794ba387653f2099600ef2"
    private static let null = "00000000000000000000000000000000"

    /// Every Session-ID that went to a phone with the method or status, in order; `nil` where there is none.
    private func sent(_ simulation: Simulation, to phone: Phone) -> [(name: String, sessionID: String?)] {
        simulation.network.wire.filter { $0.to == phone.address && $0.from != phone.address }.compactMap { packet in
            (try? SIPMessage(parsing: packet.bytes)).map { message in
                (message.status.map { "\($0.code)" } ?? message.method.text.description, message.header(.sessionID))
            }
        }
    }

    @Test
    func `each end sees its own half as the remote one in all messages`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        alice.supports100rel = true
        let out = alice.invite(
            "bob",
            offer: alice.audio(),
            headers: ["Session-ID: \(Self.alices);remote=\(Self.null)"]
        )
        let incoming = try bob.expectCall()
        let answer = ["Session-ID: \(Self.bobs.uppercased());remote=\(Self.alices)"]
        incoming.respondReliably(183, body: bob.audio(), headers: answer)
        try out.expect(183)
        incoming.respond(200, headers: answer)
        try out.expect(200)
        try incoming.expectACK()
        out.reinvite(alice.audio(direction: "sendonly", version: 2))
        try incoming.expectRequest(.invite)
        incoming.reply(200, to: .invite, body: bob.audio(direction: "recvonly", version: 2), headers: answer)
        simulation.run(for: .seconds(1))
        out.request("INFO", headers: ["Content-Type: application/x-picture"], body: "update")
        try incoming.expectRequest(.info)
        incoming.reply(200, to: .info)
        try Connection(out: out, incoming: incoming).hangUp()
        for (name, half) in self.sent(simulation, to: bob) {
            let isFirst = name == "INVITE" && half == "\(Self.alices);remote=\(Self.null)"
            #expect(isFirst || half == "\(Self.alices);remote=\(Self.bobs)", "\(name)")
        }
        for (name, half) in self.sent(simulation, to: alice) {
            let isEarly = name == "100" && half == "\(Self.null);remote=\(Self.alices)"
            #expect(isEarly || half == "\(Self.bobs);remote=\(Self.alices)", "\(name)")
        }
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test(arguments: [true, false])
    func `an end that has no identifier gets one from the gateway`(isCaller: Bool) throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let mine = isCaller ? Self.alices : Self.bobs
        let line = ["Session-ID: \(mine);remote=\(Self.null)"]
        let out = alice.invite("bob", offer: alice.audio(), headers: isCaller ? line : [])
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio(), headers: isCaller ? [] : line)
        try out.expect(200)
        try incoming.expectACK()
        out.bye()
        let bye = try incoming.expectBye()
        try out.expect(200, to: .bye)
        let halves = try #require((isCaller ? out.responses.last : bye)?.header(.sessionID)?.split(separator: ";"))
        #expect(halves[1] == "remote=\(mine)")
        #expect(halves[0].count == 32 && halves[0] != Self.null)
        #expect(halves[0].dropFirst(12).first == "4")
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a refusal, a CANCEL and the ACK of a refusal carry it`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let lines = ["Session-ID: \(Self.alices);remote=\(Self.null)"]
        let first = alice.invite("bob", offer: alice.audio(), headers: lines)
        let incoming = try bob.expectCall()
        incoming.respond(486, headers: ["Session-ID: \(Self.bobs);remote=\(Self.alices)"])
        #expect(try first.expect(486).header(.sessionID)?.hasSuffix("remote=\(Self.alices)") == true)
        let second = alice.invite("bob", offer: alice.audio(), headers: lines)
        let ringing = try bob.expectCall()
        ringing.respond(180)
        try second.expect(180)
        second.cancel()
        try second.expect(487)
        try ringing.expectCancel()
        simulation.run(for: .seconds(1))
        let toBob = self.sent(simulation, to: bob)
        #expect(toBob.map(\.name) == ["INVITE", "ACK", "INVITE", "CANCEL", "ACK"])
        #expect(toBob.allSatisfy { $0.sessionID?.hasPrefix(Self.alices) == true })
        #expect(self.sent(simulation, to: alice).allSatisfy { $0.sessionID?.contains(Self.alices) == true })
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `nothing is said where nobody says anything`() throws {
        let simulation = try Scenario.simulation()
        let (alice, bob) = (simulation.alice(), simulation.bob())
        try simulation.connect(alice, bob).hangUp()
        #expect((self.sent(simulation, to: alice) + self.sent(simulation, to: bob)).allSatisfy { $0.sessionID == nil })
        try simulation.finish(allowsDirectMedia: true)
    }
}
