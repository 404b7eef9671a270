import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// Actions of the dialplan before, after and instead of a bridge, with a phone at each end.
struct DialplanActionTests {
    private static func plan(_ actions: String) -> String {
        """
        <dialplan><context name="default"><extension name="all"><condition field="destination-number" expression=".*">
        \(actions)
        </condition></extension></context></dialplan>
        """
    }

    private static let bridge = "<action application=\"bridge\" data=\"sip:bob@127.0.0.3:5060\"/>"

    @Test
    func `an announcement before the answer, and a refusal in the dialplan's own words`() throws {
        let simulation = try Scenario.simulation(
            plan: Self.plan(
                """
                <action application="play" tones="950:330ms,1400:330ms,1800:330ms/1s"/>
                <action application="reject" cause="unallocated-number" status="410" reason="Not Here"/>
                """
            )
        )
        let alice = simulation.alice()
        let out = alice.invite("bob", offer: alice.audio())
        #expect(try out.expect(183).bodyText.contains("m=audio"))
        simulation.run(for: .seconds(1))
        let isPlayed = simulation.relay.anchors.values.contains { anchor in
            if case .tones = anchor.signal { true } else { false }
        }
        #expect(isPlayed)
        let refusal = try out.expect(410)
        #expect(refusal.reasonPhrase == "Not Here")
        try simulation.finish()
    }

    @Test
    func `a caller who is answered first talks with the callee afterwards`() throws {
        let simulation = try Scenario.simulation(
            plan: Self.plan(
                """
                <action application="answer"/>
                <action application="sleep" duration="1s"/>
                \(Self.bridge)
                """
            )
        )
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("bob", offer: alice.audio())
        try out.expect(200)
        let incoming = try bob.expectCall()
        incoming.respond(180)
        simulation.run(for: .seconds(1))
        let isRinging = simulation.relay.anchors.values.contains { anchor in
            if case .cadence = anchor.signal { true } else { false }
        }
        #expect(isRinging)
        out.answersRefreshes(with: alice.audio())
        incoming.respond(200, body: bob.audio())
        try incoming.expectACK()
        simulation.run(for: .seconds(2))
        out.bye()
        try incoming.expectBye()
        try simulation.finish()
    }

    @Test
    func `what follows a talk is done when the callee hangs up`() throws {
        let simulation = try Scenario.simulation(
            plan: Self.plan(
                """
                <action application="bridge" data="sip:bob@127.0.0.3:5060" afterwards="go-on"/>
                <action application="play" tones="425:2s"/>
                """
            )
        )
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try incoming.expectACK()
        simulation.run(for: .seconds(2))
        incoming.bye()
        try incoming.expect(200, to: .bye)
        simulation.run(for: .seconds(1))
        #expect(out.count(of: .bye) == 0)
        try out.expectBye(within: .seconds(3))
        try simulation.finish()
    }
}
