import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// The callee rings until the target's time is over (RFC 3261 §9.1, Q.850 cause 19).
struct NoAnswerTests {
    @Test
    func `a callee that rings too long is cancelled and the caller gets 480`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        try incoming.expectCancel(within: .seconds(70))
        try out.expect(400)
        #expect(out.statuses.last == 480)
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a callee that never answers is given up after 64 T1`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        bob.onCall = { _ in }
        simulation.network.loses = { $0.to == bob.address }
        let out = alice.invite("bob", offer: alice.audio())
        try out.expect(504, within: .seconds(60))
        try simulation.finish(allowsDirectMedia: true)
    }
}
