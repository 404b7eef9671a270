import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// A dialplan's own words for a caller that it refuses (RFC 3261 §7.2, Reason-Phrase).
struct RejectionReasonTests {
    @Test
    func `the reason of a rejection stands beside the status`() throws {
        let plan = """
            <dialplan><context name="default"><extension name="closed"><condition>
            <action application="reject" cause="user-busy" reason="Come back later"/></condition></extension></context>
            </dialplan>
            """
        let simulation = try Scenario.simulation(plan: plan)
        let alice = simulation.alice()
        let refusal = try alice.invite("bob", offer: alice.audio()).expect(486)
        try simulation.finish()

        #expect(refusal.reasonPhrase == "Come back later")
    }
}
