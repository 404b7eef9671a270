import CallModel
import DialplanEngine
import ProtocolKit
import TestCorpora
import Testing

/// What a plan in FreeSWITCH's language does otherwise than the same document in the strict language.
struct ModeComparisonTests {
    /// A plan that shows one rule, with the line that is the reason.
    struct Trap: CustomTestStringConvertible, Sendable {
        let rule: StrictRule
        let line: Int
        let conditions: String
        /// What each language does with the witness: the name of the extension that decides.
        let freeSWITCH: ByteString
        let strict: ByteString

        init(_ rule: StrictRule, line: Int, fs: ByteString, strict: ByteString, _ conditions: String) {
            self.rule = rule
            self.line = line
            self.conditions = conditions
            self.freeSWITCH = fs
            self.strict = strict
        }

        var testDescription: String {
            "\(self.rule.rawValue): \(self.conditions)"
        }
    }

    /// 2026-01-01 00:00 UTC.
    private static let start = CivilTime(nanoseconds: 1_767_225_600_000_000_000)

    private static let bridge = "<action application='bridge' data='user/anna'/>"
    private static let number = "field='destination_number'"

    /// The conditions, from line 4 on, are those of the extension `e`; whoever they do not take gets to `rest`.
    private static func plan(_ conditions: String) throws -> Dialplan {
        try FreeSWITCHPlanText.extensions(
            """
            <extension name='e'>
            \(conditions)
            </extension>
            <extension name='rest'><condition><action application='bridge' data='user/ben'/></condition></extension>
            """
        )
    }

    private static func comparison(_ plan: Dialplan, limits: CheckLimits = CheckLimits()) -> ModeComparison {
        ModeComparison(of: plan, names: PlanText.names, from: self.start, limits: limits)
    }

    /// Whether the explainer says of the witness what the difference says, in both languages.
    private static func expectConfirmed(_ difference: ModeDifference, in plan: Dialplan) {
        let witness = difference.witness
        let freeSWITCH = plan.explain(witness.facts, in: witness.context)
        let strict = plan.following(StrictRule.all).explain(witness.facts, in: witness.context)
        #expect(
            freeSWITCH.decision.actions != strict.decision.actions
                || freeSWITCH.decision.extensionName != strict.decision.extensionName
        )
        #expect(freeSWITCH.extensions.last { $0.acted || $0.endedSearch }?.line ?? 0 == difference.freeSWITCH.line)
        #expect(strict.extensions.last { $0.acted || $0.endedSearch }?.line ?? 0 == difference.strict.line)
        #expect(difference.freeSWITCH != difference.strict)
    }

    @Test(arguments: [
        Trap(
            .wholeValue,
            line: 4,
            fs: "e",
            strict: "rest",
            "<condition \(number) expression='^1001'>\(bridge)</condition>"
        ),
        Trap(
            .wholeValue,
            line: 4,
            fs: "e",
            strict: "rest",
            "<condition \(number) expression='1001$'>\(bridge)</condition>"
        ),
        Trap(
            .wholeValue,
            line: 4,
            fs: "e",
            strict: "rest",
            "<condition \(number) expression='/^10(a|b)/i'>\(bridge)</condition>"
        ),
        Trap(
            .wholeValue,
            line: 4,
            fs: "e",
            strict: "rest",
            "<condition \(number) expression='^1$|^2'>\(bridge)</condition>"
        ),
        Trap(
            .onePhase,
            line: 5,
            fs: "rest",
            strict: "e",
            """
            <condition \(number) expression='^1$'><action application='set' data='open=true'/></condition>
            <condition field='${open}' expression='^true$'>\(bridge)</condition>
            """
        ),
        Trap(
            .onePhase,
            line: 4,
            fs: "e",
            strict: "e",
            """
            <condition \(number) expression='^1$'><action application='log' data='INFO ${open}'/>
            <action application='set' data='open=true' inline='true'/>\(bridge)</condition>
            """
        ),
        Trap(
            .timeAndField,
            line: 4,
            fs: "e",
            strict: "rest",
            "<condition hour='9-17' \(number) expression='^1001$'>\(bridge)</condition>"
        ),
        Trap(
            .timeAndField,
            line: 4,
            fs: "e",
            strict: "rest",
            "<condition regex='all'><regex hour='9-17' \(number) expression='^1001$'/>\(bridge)</condition>"
        ),
        Trap(
            .calendar,
            line: 4,
            fs: "e",
            strict: "rest",
            "<condition wday='2' mweek='3' mon='1'>\(bridge)</condition>"
        ),
        Trap(.calendar, line: 4, fs: "rest", strict: "e", "<condition dst='false'>\(bridge)</condition>"),
        Trap(.calendar, line: 4, fs: "rest", strict: "e", "<condition wday='monday-friday'>\(bridge)</condition>"),
        Trap(.calendar, line: 4, fs: "e", strict: "rest", "<condition time-of-day='09:00-17:00'>\(bridge)</condition>"),
        Trap(.actingEnds, line: 3, fs: "e", strict: "rest", "<condition \(number) expression='^1$'/>"),
        Trap(
            .actingEnds,
            line: 3,
            fs: "rest",
            strict: "e",
            """
            <condition \(number) expression='^1.*$'><action application='log' data='INFO one'/></condition>
            <condition \(number) expression='^.2$'>\(bridge)</condition>
            """
        ),
        Trap(
            .nested,
            line: 4,
            fs: "e",
            strict: "e",
            """
            <condition \(number) expression='^1$' break='on-true'><action application='log' data='INFO one'/>
            <condition>\(bridge)</condition></condition>
            """
        ),
        Trap(
            .captures,
            line: 5,
            fs: "e",
            strict: "e",
            """
            <condition \(number) expression='^1$'>
            <action application='log' data='INFO $0'/>\(bridge)</condition>
            """
        ),
    ])
    func `each rule that the languages have otherwise is named at its line, with a call that shows it`(
        trap: Trap
    ) throws {
        let plan = try Self.plan(trap.conditions)
        let comparison = Self.comparison(plan)
        let difference = try #require(
            comparison.differences.first { difference in
                difference.reasons.map(\.rule) == [trap.rule] && difference.freeSWITCH.name == trap.freeSWITCH
                    && difference.strict.name == trap.strict
            },
            "\(comparison.differences)"
        )

        #expect(difference.reasons.map(\.line) == [trap.line])
        #expect(difference.reasons.first?.file == "plan.xml")
        #expect(difference.reasons.first?.advice.isEmpty == false)
        #expect(comparison.differences.allSatisfy { !$0.reasons.isEmpty })
        for difference in comparison.differences {
            Self.expectConfirmed(difference, in: plan)
        }
    }

    @Test
    func `what is set too late is named with the line that sets it`() throws {
        let comparison = Self.comparison(
            try Self.plan(
                """
                <condition \(Self.number) expression='^1$'>
                <action application='set' data='open=true'/></condition>
                <condition field='${open}' expression='^true$'>\(Self.bridge)</condition>
                """
            )
        )
        let reason = try #require(comparison.differences.first?.reasons.first)
        #expect(reason.message.contains("${open} is set at plan.xml:5 without inline"))
    }

    @Test(arguments: [
        ("^1001", "1001.*"), ("1001$", ".*1001"), ("10", ".*10.*"), ("^1|2$", ".*(?:^1|2$).*"),
    ])
    func `the advice for an open expression is the same expression in strict`(written: String, strict: String) throws {
        let comparison = Self.comparison(
            try Self.plan("<condition \(Self.number) expression='\(written)'>\(Self.bridge)</condition>")
        )
        let reason = try #require(comparison.differences.first?.reasons.first)
        #expect(reason.advice.hasPrefix("write \"\(strict)\" in strict"), "\(reason.advice)")

        let both = Self.comparison(
            try Self.plan("<condition \(Self.number) expression='^(?:\(strict))$'>\(Self.bridge)</condition>")
        )
        #expect(both.isEmpty)
    }

    @Test(arguments: [
        "<condition \(number) expression='^1001$'>\(bridge)</condition>",
        "<condition \(number) expression='^00(\\d+)$'><action application='log' data='INFO $1'/>\(bridge)</condition>",
        "<condition \(number) expression='^1[2-9][0-9]$|^(?:2|3)$'>\(bridge)</condition>",
        "<condition \(number) expression='^9.*'>\(bridge)</condition>",
        "<condition mon='1' break='never'>\(bridge)</condition>",
        "<condition hour='9-17'/><condition \(number) expression='^1$'>\(bridge)</condition>",
        "<condition \(number) expression='^1$'><action application='set' data='open=true' inline='true'/></condition>\n"
            + "<condition field='${open}' expression='^true$'>\(bridge)</condition>",
        "<condition \(number) expression='^1$'><action application='transfer' data='2 XML main'/></condition>",
        "<condition \(number) expression='^1$'>\(bridge)<anti-action application='respond' data='404'/></condition>",
    ])
    func `what means the same in both has no difference`(conditions: String) throws {
        let comparison = Self.comparison(try Self.plan(conditions))

        #expect(comparison.differences.isEmpty)
        #expect(comparison.refusals.isEmpty)
        #expect(comparison.isEmpty)
        #expect(comparison.gaps.isEmpty)
        #expect(comparison.calls > 0)
    }

    @Test(arguments: [
        (4, "<condition \(number) expression='_1NX'>\(bridge)</condition>"),
        (4, "<condition \(number) expression='/^A$/i'>\(bridge)</condition>"),
        (4, "<condition \(number) expression='^${direction}$'>\(bridge)</condition>"),
        (4, "<condition \(number) expression='^((?!60)\\d\\d)$'>\(bridge)</condition>"),
        (4, "<condition \(number) expression='^(1'>\(bridge)</condition>"),
        (4, "<condition mweek='3'>\(bridge)</condition>"),
        (4, "<condition dst='true'>\(bridge)</condition>"),
        (
            5,
            "<condition \(number) expression='^(1)$'>\n<action application='log' data='INFO $2'/>\(bridge)</condition>"
        ),
        (5, "<condition>\n<action application='log' data='INFO $1'/>\(bridge)</condition>"),
        (
            5,
            "<condition regex='all'><regex \(number) expression='^(1)$'/>\n"
                + "<action application='log' data='INFO $1'/>\(bridge)</condition>"
        ),
        (5, "<condition>\n<action application='voicemail' data='x'/></condition>"),
        (4, "<condition field='${nobody}' expression='^1$'>\(bridge)</condition>"),
        (5, "<condition>\n<action application='transfer' data='1 XML nowhere'/></condition>"),
    ])
    func `what a strict dialplan refuses is named at its line`(line: Int, conditions: String) throws {
        let comparison = Self.comparison(try Self.plan(conditions))

        #expect(Set(comparison.refusals.map(\.problem.line)) == [line], "\(comparison.refusals)")
        #expect(!comparison.isEmpty)
    }

    @Test
    func `what strict refuses is no difference besides`() throws {
        let plan = try Self.plan(
            "<condition \(Self.number) expression='^1$'><action application='log' data='INFO $1'/>\(Self.bridge)</condition>"
        )
        let comparison = Self.comparison(plan)

        #expect(comparison.differences.isEmpty)
        #expect(comparison.refusals.map(\.problem.message) == ["$1 is never set: the expression has 0 groups"])
    }

    @Test
    func `a refusal has a call that comes by it`() throws {
        let plan = try Self.plan(
            "<condition \(Self.number) expression='^17$'><action application='voicemail' data='x'/></condition>"
        )
        let refusal = try #require(Self.comparison(plan).refusals.first)

        #expect(refusal.witness?.facts.destinationNumber == "17")
    }

    @Test
    func `what cannot be taken apart is said`() throws {
        let comparison = Self.comparison(
            try Self.plan("<condition \(Self.number) expression='^((?!60)\\d\\d)'>\(Self.bridge)</condition>")
        )

        #expect(
            comparison.gaps == ["context \"main\": the expression \"^((?!60)\\d\\d)\" cannot be taken apart"]
        )
        // The values are made up without what it looks ahead for, and tried as they are.
        #expect(comparison.differences.map { $0.reasons.map(\.rule) } == [[.wholeValue]])
    }

    @Test
    func `a limit that leaves calls out is said`() throws {
        let plan = try Self.plan("<condition \(Self.number) expression='^1[2-4]'>\(Self.bridge)</condition>")
        let comparison = Self.comparison(plan, limits: CheckLimits(calls: 1))

        #expect(comparison.gaps == ["context \"main\": there are more than 1 kinds of calls"])
    }

    @Test
    func `every context is compared, and strict ones are not`() throws {
        let plan = try DialplanReader(names: PlanText.names).read([
            FreeSWITCHPlanText.source(
                "a.xml",
                "<include>\n<context name='a'><extension name='e'><condition \(Self.number) expression='^1'>"
                    + "\(Self.bridge)</condition></extension></context>\n</include>"
            ),
            DialplanReader.Source(
                file: "b.xml",
                octets: Array("<dialplan><context name='b'/></dialplan>".utf8)
            ),
        ])
        let comparison = Self.comparison(plan)

        #expect(comparison.contexts == 1)
        #expect(Set(comparison.differences.map(\.witness.context)) == ["a"])
    }

    @Test(.enabled(if: Corpora.arePresent))
    func `the plan that FreeSWITCH is shipped with differs where its traps are`() throws {
        let plan = try VanillaPlan.read()
        let comparison = ModeComparison(of: plan, from: Self.start, limits: CheckLimits(calls: 800, states: 5_000))
        let file = "dialplan/dialplan/default.xml"
        let open = comparison.differences.flatMap(\.reasons).filter { $0.rule == .wholeValue && $0.file == file }

        #expect(comparison.contexts == 4)
        #expect(!open.isEmpty)
        // Its conditions with mweek stand in a chain that ends above them, in both languages.
        #expect(comparison.refusals.contains { $0.problem.file == file && $0.problem.message.contains("mweek") })
        #expect(comparison.refusals.contains { $0.problem.message.contains("no application \"voicemail\"") })
        #expect(comparison.differences.allSatisfy { !$0.reasons.isEmpty })
        for difference in comparison.differences {
            Self.expectConfirmed(difference, in: plan)
        }
    }
}
