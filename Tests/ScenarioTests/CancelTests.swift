import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §9: the caller gives up.
struct CancelTests {
    @Test
    func `a CANCEL while ringing ends both legs`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        out.cancel()
        try out.expect(200, to: .cancel)
        try out.expect(487)
        try incoming.expectCancel()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a CANCEL before any response of the callee waits for one`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        simulation.network.loses = { $0.sender != .gateway && $0.from == bob.address }
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        try out.expect(100)
        out.cancel()
        try out.expect(487)
        simulation.run(for: .seconds(1))
        #expect(!incoming.isCancelled)
        simulation.network.loses = { _ in false }
        incoming.respond(180)
        try incoming.expectCancel()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a CANCEL hands on its Reason`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(180)
        try out.expect(180)
        out.cancel()
        try out.expect(487)
        try incoming.expectCancel()
        #expect(incoming.cancellation?.header(.reason)?.contains("cause=16") ?? true)
        try simulation.finish(allowsDirectMedia: true)
    }
}
