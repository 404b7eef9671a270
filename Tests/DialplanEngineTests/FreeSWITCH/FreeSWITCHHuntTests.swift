import DialplanEngine
import ProtocolKit
import TestCorpora
import Testing

/// A search through a context, rule by rule and surprise by surprise.
struct FreeSWITCHHuntTests {
    /// Conditions, a call, and what is found.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: String
        let conditions: String
        let number: String
        var variables: [(String, String)] = []
        let found: [String]

        var testDescription: String {
            self.rule
        }
    }

    static let cases: [Case] = [
        Case(
            rule: "a condition without anything always holds",
            conditions: "<condition><action application='answer'/></condition>",
            number: "1",
            found: ["answer()"]
        ),
        Case(
            rule: "expressions match anywhere",
            conditions:
                "<condition field='destination_number' expression='^1001'><action application='answer'/></condition>",
            number: "10015",
            found: ["answer()"]
        ),
        Case(
            rule: "a leading underscore is a pattern, which matches as a whole",
            conditions:
                "<condition field='destination_number' expression='_1NX'><action application='answer'/></condition>",
            number: "1123",
            found: []
        ),
        Case(
            rule: "slashes hold an expression with flags",
            conditions:
                "<condition field='${a}' expression='/^AB(.)/i'><action application='log' data='$1'/></condition>",
            number: "1",
            variables: [("a", "abc")],
            found: ["log(c)"]
        ),
        Case(
            rule: "captures are filled in only when the expression has a parenthesis",
            conditions:
                "<condition field='destination_number' expression='^1'><action application='log' data='$0 $1'/></condition>",
            number: "12",
            found: ["log($0 $1)"]
        ),
        Case(
            rule: "a capture beyond the groups, or of a group that took no part, is empty",
            conditions: """
                <condition field='destination_number' expression='^(x)?(1)'><action application='log' data='[$1][${2}][$3][$300]'/>
                </condition>
                """,
            number: "12",
            found: ["log([][1][][])"]
        ),
        Case(
            rule: "what is filled in is cut off at the room that FreeSWITCH makes",
            conditions: """
                <condition field='destination_number' expression='^(.*)$'><action application='log' data='$1$1$1$1$1'/></condition>
                """,
            number: "1234567890123456789012345678901234567890",
            found: [
                // (10 octets of data + 40 of the number + 10) · 2 groups - 1
                "log(" + String(repeating: "1234567890", count: 20).prefix(119) + ")"
            ]
        ),
        Case(
            rule: "an unclosed number in braces loses its beginning and comes before the next one",
            conditions:
                "<condition field='destination_number' expression='(1)(2)'><action application='log' data='${1x $2'/></condition>",
            number: "12",
            found: ["log(1x )"]
        ),
        Case(
            rule: "set is not visible to the conditions after it",
            conditions: """
                <condition><action application='set' data='a=1'/></condition>
                <condition field='${a}' expression='^1$'><action application='answer'/></condition>
                """,
            number: "1",
            found: ["set(a=1)"]
        ),
        Case(
            rule: "set that is inline is visible",
            conditions: """
                <condition><action application='set' data='a=1' inline='true'/></condition>
                <condition field='${a}' expression='^1$'><action application='answer'/></condition>
                """,
            number: "1",
            found: ["!set(a=1)", "answer()"]
        ),
        Case(
            rule: "anti-actions are taken when a condition fails",
            conditions: """
                <condition field='destination_number' expression='^1'><action application='answer'/>
                <anti-action application='hangup' data='$1'/></condition>
                """,
            number: "2",
            found: ["hangup($1)"]
        ),
        Case(
            rule: "reading ends at the first condition that fails",
            conditions: """
                <condition field='destination_number' expression='^2'><action application='answer'/></condition>
                <condition><action application='echo'/></condition>
                """,
            number: "1",
            found: []
        ),
        Case(
            rule: "break=never reads on",
            conditions: """
                <condition field='destination_number' expression='^2' break='never'><action application='answer'/></condition>
                <condition><action application='echo'/></condition>
                """,
            number: "1",
            found: ["echo()"]
        ),
        Case(
            rule: "break=on-true ends after a condition that holds",
            conditions: """
                <condition field='destination_number' expression='^1' break='on-true'><action application='answer'/></condition>
                <condition><action application='echo'/></condition>
                """,
            number: "1",
            found: ["answer()"]
        ),
        Case(
            rule: "a condition with break=on-true does not read what is nested in it",
            conditions: """
                <condition field='destination_number' expression='^1' break='on-true'><action application='answer'/>
                <condition><action application='echo'/></condition></condition>
                """,
            number: "1",
            found: ["answer()"]
        ),
        Case(
            rule: "nested conditions are read after the actions",
            conditions: """
                <condition field='destination_number' expression='^1'>
                <condition field='destination_number' expression='2$'><action application='echo'/></condition>
                <action application='answer'/></condition>
                <condition><action application='park'/></condition>
                """,
            number: "12",
            found: ["answer()", "echo()", "park()"]
        ),
        Case(
            rule: "a nested condition that fails ends the extension",
            conditions: """
                <condition field='destination_number' expression='^1'>
                <condition field='destination_number' expression='9$'><action application='echo'/></condition></condition>
                <condition><action application='park'/></condition>
                """,
            number: "12",
            found: []
        ),
        Case(
            rule: "require-nested=false goes on although what is nested fails",
            conditions: """
                <condition field='destination_number' expression='^1' require-nested='false'>
                <condition field='destination_number' expression='9$'><action application='echo'/></condition></condition>
                <condition><action application='park'/></condition>
                """,
            number: "12",
            found: ["park()"]
        ),
        Case(
            rule: "all of several expressions must match, and their captures are kept",
            conditions: """
                <condition regex='all'><regex field='destination_number' expression='^(1)'/>
                <regex field='${a}' expression='(b)(c)'/>
                <action application='log' data='$1 $2'/>
                <action application='set' data='x=${DP_REGEX_MATCH_1[1]}' inline='true'/></condition>
                <condition field='${x}' expression='^1$'><action application='answer'/></condition>
                """,
            number: "12",
            variables: [("a", "abc")],
            found: ["log(b c)", "!set(x=${DP_REGEX_MATCH_1[1]})", "answer()"]
        ),
        Case(
            rule: "any of several takes the captures of the one that matched, and keeps no array",
            conditions: """
                <condition regex='any'><regex field='destination_number' expression='^(9)'/>
                <regex field='${a}' expression='(b)'/>
                <action application='log' data='$1'/>
                <action application='set' data='x=[${DP_REGEX_MATCH_2}]' inline='true'/></condition>
                <condition field='${x}' expression='^\\[\\]$'><action application='answer'/></condition>
                """,
            number: "12",
            variables: [("a", "abc")],
            found: ["log(b)", "!set(x=[${DP_REGEX_MATCH_2}])", "answer()"]
        ),
        Case(
            rule: "any of several leaves captures alone when its expression is filled in",
            conditions: """
                <condition regex='any'><regex field='destination_number' expression='^(${b})'/>
                <action application='log' data='$1'/></condition>
                """,
            number: "12",
            variables: [("b", "1")],
            found: ["log($1)"]
        ),
        Case(
            rule: "exactly one of several must match",
            conditions: """
                <condition regex='xor'><regex field='destination_number' expression='^1'/>
                <regex field='destination_number' expression='2$'/>
                <action application='answer'/><anti-action application='echo'/></condition>
                """,
            number: "12",
            found: ["echo()"]
        ),
        Case(
            rule: "an expression that a value begins with a slash is one with flags",
            conditions:
                "<condition field='destination_number' expression='${a}'><action application='answer'/></condition>",
            number: "12",
            variables: [("a", "/^1/")],
            found: ["answer()"]
        ),
        Case(
            rule: "an expression that cannot be compiled never matches",
            conditions:
                "<condition field='destination_number' expression='${a}'><action application='answer'/></condition>",
            number: "(12",
            variables: [("a", "(1")],
            found: []
        ),
        Case(
            rule: "an expression loses its backslashes only where it is filled in",
            conditions: """
                <condition field='destination_number' expression='^1\\$2$' break='never'><action application='answer'/></condition>
                <condition field='destination_number' expression='^1\\$2${b}'><action application='echo'/></condition>
                """,
            number: "1$2",
            found: ["answer()"]
        ),
        Case(
            rule: "loop takes an action several times, or never",
            conditions: """
                <condition><action application='log' data='a' loop='3'/><action application='log' data='b' loop='0'/></condition>
                """,
            number: "1",
            found: ["log(a)", "log(a)", "log(a)"]
        ),
        Case(
            rule: "text in an action goes before its data",
            conditions: "<condition><action application='log' data='a'>b</action></condition>",
            number: "1",
            found: ["log(b)"]
        ),
        Case(
            rule: "the expression may stand in an element of its own",
            conditions: """
                <condition field='destination_number'><expression><![CDATA[^<(1)>$]]></expression>
                <action application='log' data='$1'/></condition>
                """,
            number: "<1>",
            found: ["log(1)"]
        ),
        Case(
            rule: "a field that does not exist is empty",
            conditions: "<condition field='nothing' expression='^$'><action application='answer'/></condition>",
            number: "1",
            found: ["answer()"]
        ),
        Case(
            rule: "variables are cut by offset and length",
            conditions: """
                <condition field='${a:1}-${a:-2}-${a:1:2}-${a:9}-${a:0:0}' expression='^(.*)$'>
                <action application='log' data='$1'/></condition>
                """,
            number: "1",
            variables: [("a", "1234")],
            found: ["log(234-34-23--1234)"]
        ),
        Case(
            rule: "the name of a variable may be filled in",
            conditions:
                "<condition field='${${b}}' expression='(.*)'><action application='log' data='$1'/></condition>",
            number: "1",
            variables: [("b", "a"), ("a", "x")],
            found: ["log(x)"]
        ),
        Case(
            rule: "functions take their arguments filled in",
            conditions: """
                <condition field='${regex(${destination_number}|^1(.)|%1-%1)}${cond(${a} == 3 ? y : n)}${toupper(ab)}' expression='(.*)'>
                <action application='log' data='$1'/></condition>
                """,
            number: "12",
            variables: [("a", "3")],
            found: ["log(2-2yAB)"]
        ),
    ]

    @Test(arguments: Self.cases)
    func `a search follows the rules`(test: Case) throws {
        let plan = try FreeSWITCHPlanText.conditions(test.conditions)

        #expect(try FreeSWITCHPlanText.hunt(plan, test.number, test.variables) == test.found)
    }

    // MARK: Extensions

    private static let noon2026 = CivilTime(nanoseconds: 1_767_268_800 * 1_000_000_000)

    private func facts(at time: CivilTime) -> CallFacts {
        CallFacts(destinationNumber: "", time: time)
    }

    @Test
    func `the first extension that proceeds ends the search unless it continues`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a' continue='true'><condition><action application='log' data='a'/></condition></extension>
            <extension name='b'><condition field='destination_number' expression='^1'><action application='answer'/></condition></extension>
            <extension name='c'><condition><action application='echo'/></condition></extension>
            """
        )

        #expect(try FreeSWITCHPlanText.hunt(plan, "1") == ["log(a)", "answer()"])
        #expect(try FreeSWITCHPlanText.hunt(plan, "2") == ["log(a)", "echo()"])
    }

    @Test
    func `an anti-action ends the search although nothing matched`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a'><condition field='destination_number' expression='^9'>
            <anti-action application='log' data='not 9'/></condition></extension>
            <extension name='b'><condition><action application='echo'/></condition></extension>
            """
        )

        #expect(try FreeSWITCHPlanText.hunt(plan, "1") == ["log(not 9)"])
    }

    @Test
    func `an extension that matches and does nothing ends the search without a route`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a'><condition field='destination_number' expression='^1'/></extension>
            <extension name='b'><condition><action application='echo'/></condition></extension>
            """
        )
        let result = try #require(plan.hunt(CallFacts(destinationNumber: "1"), in: "main"))

        #expect(result.actions.isEmpty)
        #expect(!result.hasRoute)
        #expect(result.extensionName == "a")
    }

    @Test
    func `a number that is changed on the way counts for the extensions after it`() throws {
        let others = (0..<70).map { place in
            """
            <extension name='e\(place)' continue='true'><condition field='destination_number' expression='^\(100 + place)$'>
            <action application='log' data='e\(place)'/></condition></extension>
            """
        }
        let change = """
            <extension name='change' continue='true'><condition field='destination_number' expression='^110$'>
            <action application='set_profile_var' data='destination_number=165' inline='true'/></condition></extension>
            """
        let plan = try FreeSWITCHPlanText.extensions((others[..<40] + [change] + others[40...]).joined())

        #expect(
            try FreeSWITCHPlanText.hunt(plan, "110")
                == ["log(e10)", "!set_profile_var(destination_number=165)", "log(e65)"]
        )
        #expect(try FreeSWITCHPlanText.hunt(plan, "165") == ["log(e65)"])
        #expect(try FreeSWITCHPlanText.hunt(plan, "999") == [])
    }

    @Test
    func `auto_hunt begins at the extension that is called like the number`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a'><condition><action application='log' data='a'/></condition></extension>
            <extension name='77'><condition field='destination_number' expression='^7'><action application='answer'/></condition></extension>
            """
        )

        #expect(try FreeSWITCHPlanText.hunt(plan, "77", [("auto_hunt", "true")]) == ["answer()"])
        #expect(try FreeSWITCHPlanText.hunt(plan, "78", [("auto_hunt", "true")]) == ["log(a)"])
    }

    @Test
    func `a context that does not exist is the one that is called global`() throws {
        let plan = try FreeSWITCHPlanText.file(
            """
            <context name='global'><extension name='g'><condition><action application='answer'/></condition></extension></context>
            """
        )

        #expect(plan.hunt(CallFacts(destinationNumber: "1"), in: "nowhere")?.extensionName == "g")
    }

    // MARK: Time

    @Test
    func `a time that misses does not keep a field that matches from acting`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition year='1999' field='destination_number' expression='^1'><action application='answer'/></condition>"
        )

        #expect(try FreeSWITCHPlanText.hunt(plan, "1", facts: self.facts(at: Self.noon2026)) == ["answer()"])
    }

    @Test
    func `a time that holds acts although the field misses, with empty captures`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            """
            <condition year='2026' field='destination_number' expression='^(1)'><action application='log' data='[$1]'/>
            <anti-action application='echo'/></condition>
            """
        )

        #expect(try FreeSWITCHPlanText.hunt(plan, "2", facts: self.facts(at: Self.noon2026)) == ["log([])"])
    }

    @Test
    func `dst that is false never holds`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition dst='false'><action application='answer'/><anti-action application='echo'/></condition>"
        )

        #expect(try FreeSWITCHPlanText.hunt(plan, "1", facts: self.facts(at: Self.noon2026)) == ["echo()"])
    }

    @Test
    func `tod_tz_offset moves the clock`() throws {
        let plan = try FreeSWITCHPlanText.conditions("<condition hour='23'><action application='answer'/></condition>")
        let facts = self.facts(at: Self.noon2026)

        #expect(try FreeSWITCHPlanText.hunt(plan, "1", [("tod_tz_offset", "11")], facts: facts) == ["answer()"])
        #expect(try FreeSWITCHPlanText.hunt(plan, "1", [("tod_tz_offset", "1")], facts: facts) == [])
    }

    @Test(.enabled(if: Corpora.arePresent))
    func `of the shipped holidays only new year's day is one`() throws {
        let plan = try VanillaPlan.read()
        // 1 Jan, 19 Jan, 16 Feb, 25 May, 4 Jul, 7 Sep, 12 Oct, 11 Nov, 26 Nov, 25 Dec of 2026 at noon.
        let days = [0, 18, 46, 144, 184, 249, 284, 314, 329, 358]
        let open = days.map { day in
            let time = CivilTime(nanoseconds: Self.noon2026.nanoseconds + Int64(day) * 86_400 * 1_000_000_000)
            let actions = plan.hunt(CallFacts(destinationNumber: "1000", time: time), in: "default")?.actions ?? []
            return actions.contains { $0.extensionName == "holiday_example" }
        }

        #expect(open == [true] + Array(repeating: false, count: 9))
    }
}
