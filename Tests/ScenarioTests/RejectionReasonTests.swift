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

    private static func refusal(plan: String, _ status: UInt16) throws -> SIPMessage {
        let simulation = try Scenario.simulation(plan: plan)
        let alice = simulation.alice()
        let refusal = try alice.invite("bob", offer: alice.audio()).expect(status)
        try simulation.finish()
        return refusal
    }

    private static func strict(_ status: UInt16) -> String {
        """
        <dialplan><context name="default"><extension name="closed"><condition>
        <action application="reject" cause="call-rejected" status="\(status)" reason="Not so"/></condition></extension>
        </context></dialplan>
        """
    }

    private static func freeSWITCH(_ data: String) -> String {
        """
        <include>
        <context name="default"><extension name="closed"><condition>
        <action application="respond" data="\(data)"/></condition></extension></context>
        </include>
        """
    }

    @Test(arguments: [400, 402, 405, 413, 415, 428, 480, 486, 503, 603, 607] as [UInt16])
    func `the status of a plan reaches the caller with its reason`(status: UInt16) throws {
        for plan in [Self.strict(status), Self.freeSWITCH("\(status) Not so")] {
            let refusal = try Self.refusal(plan: plan, status)
            #expect(refusal.reasonPhrase == "Not so")
            // RFC 3261 §21.4.6 and §21.4.13.
            #expect(refusal.contains(.allow) == (status == 405))
            #expect(refusal.contains(.accept) == (status == 415))
        }
    }

    @Test(arguments: [(401, 403), (407, 403), (494, 403), (420, 400), (422, 400)] as [(UInt16, UInt16)])
    func `a status that is malformed without a header of ours is replaced by the nearest`(
        asked: UInt16,
        sent: UInt16
    ) throws {
        let refusal = try Self.refusal(plan: Self.freeSWITCH("\(asked) Who are you"), sent)
        #expect(refusal.reasonPhrase == "Who are you")
    }
}
