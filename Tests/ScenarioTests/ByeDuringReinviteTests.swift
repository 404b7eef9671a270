import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §15: a BYE while a re-INVITE waits for its answer.
struct ByeDuringReinviteTests {
    @Test
    func `the one who offered anew hangs up before the answer`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.reinvite(alice.audio(version: 2))
        try call.incoming.expectRequest(.invite)
        call.out.bye()
        try call.incoming.expectBye()
        try call.out.expect(200, to: .bye)
        try call.out.expect(487)
        call.incoming.reply(487, to: .invite)
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `the one who was asked hangs up instead of answering`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let call = try simulation.connect(alice, bob)
        call.out.reinvite(alice.audio(version: 2))
        try call.incoming.expectRequest(.invite)
        call.incoming.bye()
        call.incoming.reply(487, to: .invite)
        try call.out.expectBye()
        try call.incoming.expect(200, to: .bye)
        try call.out.expect(400)
        try simulation.finish(allowsDirectMedia: true)
    }
}
