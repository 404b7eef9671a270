import DialplanEngine
import ProtocolKit
import Testing

/// The search goes on in another context.
struct TransferTests {
    private static func plan(_ limits: DialplanLimits = DialplanLimits()) throws -> Dialplan {
        try PlanText.read(
            """
            <dialplan>
            <context name='main'>
            <extension name='out'><condition field='destination-number' expression='0(.*)'>
            <action application='set' data='privacy=true'/>
            <action application='transfer' context='carriers' data='49$1'/></condition></extension>
            <extension name='loop'><condition field='destination-number' expression='9'>
            <action application='transfer' context='main'/></condition></extension>
            <extension name='same'><condition field='destination-number' expression='8'>
            <action application='transfer' context='carriers'/></condition></extension>
            </context>
            <context name='carriers'>
            <extension name='germany'><condition field='destination-number' expression='49(\\d+)'>
            <action application='bridge' data='trunk/carrier/$0'/></condition></extension>
            <extension name='where'><condition field='context' expression='carriers'>
            <action application='bridge' data='user/anna'/></condition></extension>
            </context></dialplan>
            """,
            limits: limits
        )
    }

    @Test
    func `actions before a transfer stay, and the number is the new one`() throws {
        let decision = try Self.plan().route(CallFacts(destinationNumber: "030"), in: "main")
        #expect(
            decision.actions.map(\.description)
                == ["set privacy=true", "set destination-number=4930", "bridge trunk/carrier/4930"]
        )
        #expect(decision.extensionName == "germany")
    }

    @Test
    func `a transfer without a number keeps it, and the context is the new one`() throws {
        let decision = try Self.plan().route(CallFacts(destinationNumber: "8"), in: "main")
        #expect(decision.actions.map(\.description) == ["bridge user/anna"])
    }

    @Test
    func `a circle of transfers ends at the limit`() throws {
        let decision = try Self.plan().route(CallFacts(destinationNumber: "9"), in: "main")
        #expect(decision.problem == .tooManySteps)
        #expect(decision.actions.map(\.description) == ["reject cause=exchange-routing-error"])
    }

    @Test
    func `an explanation goes on in the other context`() throws {
        let explanation = try Self.plan().explain(CallFacts(destinationNumber: "030"), in: "main")
        #expect(explanation.extensions.map(\.name) == ["out", "germany"])
        #expect(explanation.extensions.map(\.endedSearch) == [true, true])
    }
}
