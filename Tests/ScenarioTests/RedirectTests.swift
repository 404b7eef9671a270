import CallControl
import CallModel
import GatewayCore
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §8.1.3.4: a callee is somewhere else now.
struct RedirectTests {
    @Test
    func `a 302 is followed for the caller`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob)
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        let out = alice.invite("bob", offer: alice.audio())
        try bob.expectCall().respond(302, headers: ["Contact: <sip:carol@127.0.0.4:5060>"])
        let second = try carol.expectCall()
        second.respond(200, body: carol.audio())
        try out.expect(200)
        try Connection(out: out, incoming: second).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `the dialplan redirects the caller`() throws {
        let simulation = try Scenario.simulation(
            plan: """
                <dialplan><context name="default"><extension name="away"><condition field="destination-number" expression="away">
                <action application="redirect" data="sip:carol@127.0.0.4:5060"/></condition></extension></context></dialplan>
                """
        )
        let alice = simulation.alice()
        let out = alice.invite("away", offer: alice.audio())
        let answer = try out.expect(302)
        #expect(answer.header(.contact)?.contains("sip:carol@127.0.0.4") == true)
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a 302 is handed to the caller where the configuration says so`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.calls.redirection = .relay
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        try bob.expectCall().respond(302, headers: ["Contact: <sip:carol@198.51.100.4:5060>"])
        let answer = try out.expect(302)
        #expect(answer.header(.contact)?.contains("carol@198.51.100.4") == true)
        try simulation.finish(allowsDirectMedia: true)
    }
}
