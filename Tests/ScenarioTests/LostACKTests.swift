import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §13.3.1.4: the ACK to a 2xx comes late or never.
struct LostACKTests {
    @Test
    func `a caller whose ACK never comes is released after 64 T1`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.acknowledges = false
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try out.expectBye(within: .seconds(40))
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a late ACK stops the repetition of the answer`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.acknowledges = false
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        simulation.run(for: .seconds(10))
        out.acknowledge()
        simulation.run(for: .seconds(1))
        let repeats = out.statuses.count { $0 == 200 }
        simulation.run(for: .seconds(60))
        #expect(out.statuses.count { $0 == 200 } == repeats)
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `the callee gets its ACK although ours was lost`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        var lost = 0
        simulation.network.loses = { packet in
            guard packet.sender == .gateway, packet.bytes.starts(with: Array("ACK ".utf8)), lost < 3 else {
                return false
            }
            lost += 1
            return true
        }
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try incoming.expectACK()
        #expect(lost == 3)
        out.bye()
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }
}
