import DialplanEngine
import ProtocolKit
import TestCorpora
import Testing

/// What a check finds in FreeSWITCH's language.
struct FreeSWITCHCheckTests {
    /// 2026-01-01 00:00 UTC.
    private static let start = CivilTime(nanoseconds: 1_767_225_600_000_000_000)

    private static func findings(_ extensions: String) throws -> [CheckFinding] {
        try FreeSWITCHPlanText.extensions(extensions).check(names: PlanText.names, from: self.start)
    }

    private static let bridge = "<action application='bridge' data='user/anna'/>"

    @Test(arguments: [
        (
            CheckRule.timeChain,
            "<condition mon='1' mday='1'>\(bridge)</condition><condition mon='12' mday='25'>\(bridge)</condition>"
        ),
        (CheckRule.timeReading, "<condition wday='2' mweek='3' mon='1'>\(bridge)</condition>"),
        (CheckRule.timeReading, "<condition dst='false'>\(bridge)</condition>"),
        (
            CheckRule.timeAndField,
            "<condition hour='9-17' field='destination_number' expression='^1001$'>\(bridge)</condition>"
        ),
        (CheckRule.unanchored, "<condition field='destination_number' expression='^1001'>\(bridge)</condition>"),
        (CheckRule.unanchored, "<condition field='destination_number' expression='1001$'>\(bridge)</condition>"),
        (
            CheckRule.antiActionEnds,
            "<condition field='destination_number' expression='^1$'><anti-action application='answer'/></condition>"
        ),
        (
            CheckRule.setUnseen,
            "<condition field='destination_number' expression='^1$'><action application='set' data='open=true'/>"
                + "</condition><condition field='${open}' expression='^true$'>\(bridge)</condition>"
        ),
        (
            CheckRule.regexField,
            "<condition regex='all'><regex field='${user}' expression='^(a)$'/>\(bridge)</condition>"
        ),
        (
            CheckRule.nestedUnread,
            "<condition field='destination_number' expression='^1$' break='on-true'><condition>\(bridge)</condition>"
                + "</condition>"
        ),
        (
            CheckRule.expressionOfCall,
            "<condition field='destination_number' expression='^${user}$'>\(bridge)</condition>"
        ),
        (CheckRule.notAvailable, "<condition><action application='voicemail' data='x'/></condition>"),
        (CheckRule.notAvailable, "<condition><action application='respond' data='407 Who are you'/></condition>"),
    ])
    func `each trap is found at its line`(rule: CheckRule, condition: String) throws {
        let findings = try Self.findings("<extension name='e'>\n\(condition)</extension>")
        let finding = findings.first { $0.rule == rule }
        #expect(finding?.line == 4, "\(findings)")
    }

    @Test
    func `an extension that routes and continues is found`() throws {
        let findings = try Self.findings(
            "<extension name='e' continue='true'><condition>\(Self.bridge)</condition></extension>"
        )
        #expect(findings.map(\.rule) == [.routesAndContinues])
    }

    @Test(arguments: [
        "<condition field='destination_number' expression='^1001$'>\(bridge)</condition>",
        "<condition field='destination_number' expression='^00(\\d+)$'>\(bridge)</condition>",
        "<condition field='destination_number' expression='^(1|2)$|^3$'>\(bridge)</condition>",
        "<condition field='destination_number' expression='^9.*'>\(bridge)</condition>",
        "<condition mon='1' break='never'>\(bridge)</condition><condition mon='2'>\(bridge)</condition>",
        "<condition field='destination_number' expression='^1$'><action application='set' data='open=true' inline='true'/>"
            + "</condition><condition field='${open}' expression='^true$'>\(bridge)</condition>",
        "<condition field='destination_number' expression='^0(.*)$'><action application='bridge'"
            + " data='sofia/gateway/carrier/$1|sofia/gateway/carrier/0049$1'/></condition>",
    ])
    func `what is meant is left alone`(condition: String) throws {
        #expect(try Self.findings("<extension name='e'>\(condition)</extension>").isEmpty)
    }

    @Test
    func `a gateway that is not there is named although its number is the call's`() throws {
        let findings = try Self.findings(
            """
            <extension name='e'><condition field='destination_number' expression='^0(.*)$'>
            <action application='bridge' data='sofia/gateway/carier/$1'/></condition></extension>
            """
        )
        let message = "\"sofia/gateway/carier/…\" always fails with INVALID_GATEWAY: there is no trunk \"carier\""

        #expect(findings.map(\.rule) == [.notAvailable])
        #expect(findings.first?.message.hasPrefix(message) == true, "\(findings)")
    }

    @Test
    func `the witness of a trap shows it`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition field='destination_number' expression='1001'>\(Self.bridge)</condition>"
        )
        let finding = try #require(plan.check(names: PlanText.names, from: Self.start).first { $0.rule == .unanchored })
        let witness = try #require(finding.witness)
        #expect(witness.facts.destinationNumber != "1001")
        #expect(plan.explain(witness.facts, in: "main").decision.extensionName == "e")
    }

    @Test(.enabled(if: Corpora.arePresent))
    func `the traps of the plan that FreeSWITCH is shipped with are found`() throws {
        let findings = try VanillaPlan.read().check(from: Self.start)
        let file = "dialplan/dialplan/default.xml"
        let chain = try #require(findings.first { $0.rule == .timeChain && $0.file == file })
        #expect(chain.message.hasPrefix("of 10 time conditions"))
        let rows = findings.filter { $0.rule == .timeReading && $0.file == file && $0.message.contains("mweek") }
        #expect(rows.count == 4)
        #expect(findings.contains { $0.rule == .unanchored && $0.file == file })
        #expect(findings.contains { $0.rule == .antiActionEnds && $0.file == file })
    }
}
