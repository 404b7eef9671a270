import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// The gateway answers by itself: an echo and a tone.
struct LocalServiceTests {
    @Test
    func `echo and tone play and end`() throws {
        let simulation = try Scenario.simulation(
            plan: """
                <dialplan><context name="default">
                <extension name="echo"><condition field="destination-number" expression="echo">
                <action application="answer-and-echo"/></condition></extension>
                <extension name="tone"><condition field="destination-number" expression="tone">
                <action application="answer-and-play-tone" frequency="440" duration="10s"/></condition></extension>
                </context></dialplan>
                """
        )
        let alice = simulation.alice()
        let out = alice.invite("echo", offer: alice.audio())
        let answer = try out.expect(200)
        #expect(answer.bodyText.contains("m=audio"))
        simulation.run(for: .seconds(3))
        #expect(simulation.relay.anchors.values.contains { $0.signal == .echo })
        out.bye()
        try out.expect(200, to: .bye)
        let tone = alice.invite("tone", offer: alice.audio())
        try tone.expect(200)
        simulation.run(for: .seconds(1))
        #expect(simulation.relay.anchors.values.contains { $0.signal != nil && $0.signal != .echo })
        try tone.expectBye(within: .seconds(20))
        try simulation.finish()
    }
}
