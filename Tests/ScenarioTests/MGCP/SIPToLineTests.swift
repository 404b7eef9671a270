import CallModel
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// F2: a SIP phone calls a line (RFC 3435 §2.3, RFC 3660 §2.4).
struct SIPToLineTests {
    @Test
    func `the line rings with the caller's number, answers, and the caller hangs up`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        let ring = try stage.carol.expectRing(within: .seconds(2))
        #expect(ring.number != nil)
        try call.expect(180, within: .seconds(2))
        stage.carol.goesOffHook()
        try call.expect(200, within: .seconds(2))
        try stage.carol.expectTalk(within: .seconds(2))
        #expect(stage.carol.rings == nil)
        stage.simulation.run(for: .seconds(5))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.carol.expectNoConnection(within: .seconds(2))
        try stage.finish()
        #expect(stage.simulation.records.count == 1)
    }

    @Test
    func `what a telephone sends while it rings reaches nobody`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        try stage.carol.expectRing(within: .seconds(2))
        try call.expect(180, within: .seconds(2))
        stage.simulation.run(for: .seconds(3))
        let connection = try #require(stage.carol.connection)
        #expect(connection.mode == .sendReceive && connection.sends)
        #expect(stage.simulation.relay.anchors.count == 2)
        #expect(stage.simulation.relay.anchors.values.allSatisfy { $0.partner == nil })
        stage.carol.goesOffHook()
        try call.expect(200, within: .seconds(2))
        #expect(stage.simulation.relay.anchors.values.allSatisfy { $0.partner != nil })
        call.bye()
        try call.expect(200, to: .bye)
        try stage.finish()
    }

    @Test
    func `with direct media a telephone that rings sends nothing`() throws {
        let stage = try MGCPScenario.play(media: "direct")
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        try stage.carol.expectRing(within: .seconds(2))
        try call.expect(180, within: .seconds(2))
        #expect(stage.carol.connection?.mode == .inactive)
        stage.carol.goesOffHook()
        try call.expect(200, within: .seconds(2))
        try stage.carol.expectTalk(within: .seconds(2))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.finish(allowsDirectMedia: true)
    }

    @Test
    func `the line hangs up`() throws {
        let stage = try MGCPScenario.play()
        let call = try stage.connect(stage.simulation.alice())
        stage.carol.hangsUp()
        try call.expectBye(within: .seconds(2))
        try stage.finish()
    }

    @Test
    func `a line whose receiver is lifted is busy`() throws {
        let stage = try MGCPScenario.play()
        stage.carol.goesOffHook()
        try stage.carol.expectTone("dl")
        let alice = stage.simulation.alice()
        try alice.invite("100", offer: alice.audio()).expect(486)
        try stage.finish()
    }

    @Test
    func `a line that nobody answers stops ringing`() throws {
        let stage = try MGCPScenario.play(extra: "timeout=\"20s\"")
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        try stage.carol.expectRing()
        try call.expect(400, within: .seconds(60))
        try stage.carol.expectNoRing(within: .seconds(2))
        try stage.carol.expectNoConnection(within: .seconds(2))
        try stage.finish()
    }

    @Test
    func `a caller who gives up while it rings stops the ringing`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        try stage.carol.expectRing()
        try call.expect(180)
        call.cancel()
        try call.expect(487)
        try stage.carol.expectNoRing(within: .seconds(2))
        try stage.carol.expectNoConnection(within: .seconds(2))
        try stage.finish()
    }

    @Test
    func `a line that the gateway does not know is not found`() throws {
        let stage = try MGCPScenario.play { configuration in
            configuration.mgcp?.lines[0].endpoint = "aaln/77"
        }
        let alice = stage.simulation.alice()
        try alice.invite("100", offer: alice.audio()).expect(400)
        try stage.finish()
    }

    @Test
    func `a line that picks up as the caller gives up leaves nothing behind`() throws {
        let stage = try MGCPScenario.play()
        let alice = stage.simulation.alice()
        let call = alice.invite("100", offer: alice.audio())
        try stage.carol.expectRing()
        try call.expect(180)
        call.cancel()
        stage.carol.goesOffHook()
        stage.simulation.run(for: .seconds(5))
        if call.isEstablished {
            call.bye()
        }
        try stage.finish()
    }
}
