import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// Conditions that combine tests, stand in each other, and ask for the time.
struct ConditionTests {
    private static let bridge = "<action application='bridge' data='user/anna'/>"

    @Test(arguments: [
        ("all", "12", true), ("all", "1", false), ("all", "2", false), ("all", "3", false),
        ("any", "12", true), ("any", "1", true), ("any", "2", true), ("any", "3", false),
        ("xor", "12", false), ("xor", "1", true), ("xor", "2", true), ("xor", "3", false),
    ])
    func `as many tests must match as the condition says`(combination: String, number: String, holds: Bool) throws {
        let plan = try PlanText.extensions(
            """
            <extension name='e'><condition regex='\(combination)'>
            <regex field='destination-number' expression='.*1.*'/>
            <regex field='destination-number' expression='.*2.*'/>
            \(Self.bridge)
            </condition></extension>
            """
        )
        let expected = holds ? ["bridge user/anna"] : ["reject cause=no-route-to-destination"]
        #expect(PlanText.outcome(plan, number) == expected)
    }

    @Test(arguments: [
        ("12", ["set caller-name=one", "bridge user/anna"]),
        ("13", ["set caller-name=one", "bridge user/ben"]),
        ("14", ["set caller-name=one", "bridge user/carl"]),
        ("22", ["bridge user/carl"]),
    ])
    func `a nested condition is read when the one around it holds`(number: String, actions: [String]) throws {
        let plan = try PlanText.extensions(
            """
            <extension name='e' continue='true'><condition field='destination-number' expression='1.' break='never'>
            <action application='set' data='caller-name=one'/>
            <condition field='destination-number' expression='.2' break='on-true'>\(Self.bridge)</condition>
            <condition field='destination-number' expression='.3'>
            <action application='bridge' data='user/ben'/></condition>
            </condition></extension>
            <extension name='rest'><condition field='destination-number' expression='14|2.'>
            <action application='bridge' data='user/carl'/></condition></extension>
            """
        )
        #expect(PlanText.outcome(plan, number) == actions)
    }

    @Test
    func `the break of a nested condition leaves those after the outer one alone`() throws {
        let plan = try PlanText.extensions(
            """
            <extension name='e'><condition field='destination-number' expression='1'>
            <condition field='caller-number' expression='9'>\(Self.bridge)</condition>
            </condition>
            <condition><action application='bridge' data='user/ben'/></condition></extension>
            """
        )
        #expect(PlanText.outcome(plan, "1") == ["bridge user/ben"])
    }

    @Test
    func `a nested condition has captures of its own`() throws {
        let plan = try PlanText.extensions(
            """
            <extension name='e'><condition field='destination-number' expression='(.)2'>
            <action application='set' data='first=$1'/>
            <condition field='caller-number' expression='(.).*'>
            <action application='bridge' data='trunk/carrier/${first}$1'/></condition>
            </condition></extension>
            """
        )
        #expect(PlanText.outcome(plan, "72") == ["bridge trunk/carrier/71"])
    }

    // 2026-01-05 is a Monday.
    @Test(arguments: [
        (1_767_610_800, true),  // Monday, 12:00 in Berlin
        (1_767_600_000, true),  // 09:00:00
        (1_767_599_999, false),  // 08:59:59
        (1_767_628_800, false),  // 17:00:00
        (1_767_524_400, false),  // Sunday, 12:00
    ])
    func `time and field are a conjunction`(moment: Int64, isOpen: Bool) throws {
        let text = """
            <dialplan zone='CET'><context name='main'><extension name='e'>
            <condition field='destination-number' expression='1' wday='mon-fri' time-of-day='09:00-17:00'>
            \(Self.bridge)<anti-action application='reject' cause='user-busy'/></condition></extension></context></dialplan>
            """
        let plan = try Self.read(text)
        let time = CivilTime(nanoseconds: moment * 1_000_000_000)
        let open = plan.route(CallFacts(destinationNumber: "1", time: time), in: "main")
        #expect(open.actions.map(\.description) == [isOpen ? "bridge user/anna" : "reject cause=user-busy"])
        let other = plan.route(CallFacts(destinationNumber: "2", time: time), in: "main")
        #expect(other.actions.map(\.description) == ["reject cause=user-busy"])
    }

    @Test
    func `an inner zone goes before an outer one`() throws {
        let condition = "<condition hour='12' break='never'"
        let text = """
            <dialplan zone='CET'><context name='main' zone='UTC'><extension name='e' continue='true'>
            \(condition)><action application='set' data='caller-name=utc'/></condition>
            \(condition) zone='CET'><action application='set' data='caller-number=cet'/></condition></extension>
            <extension name='f'><condition>\(Self.bridge)</condition></extension></context></dialplan>
            """
        let plan = try Self.read(text)
        let noon = CivilTime(nanoseconds: 1_767_614_400_000_000_000)
        let atNoon = plan.route(CallFacts(destinationNumber: "1", time: noon), in: "main").actions
        #expect(atNoon.map(\.description) == ["set caller-name=utc", "bridge user/anna"])
        let hourBefore = CivilTime(nanoseconds: 1_767_610_800_000_000_000)
        let before = plan.route(CallFacts(destinationNumber: "1", time: hourBefore), in: "main").actions
        #expect(before.map(\.description) == ["set caller-number=cet", "bridge user/anna"])
    }

    @Test
    func `an explanation shows the clocks and every test`() throws {
        let plan = try Self.read(
            """
            <dialplan zone='CET'><context name='main'><extension name='e'>
            <condition hour='12' regex='any'>
            <regex field='destination-number' expression='1'/><regex field='caller-number' expression='(2)'/>
            \(Self.bridge)</condition></extension></context></dialplan>
            """
        )
        let noon = CivilTime(nanoseconds: 1_767_610_800_000_000_000)
        let facts = CallFacts(destinationNumber: "3", callerNumber: "2", time: noon)
        let lines = plan.explain(facts, in: "main").description.split(separator: "\n")
        #expect(lines[2] == "  line 2: holds")
        #expect(lines[3].contains("12:00:00") && lines[3].contains("CET") && lines[3].contains("matches"))
        #expect(lines[4] == "    line 3: destination-number \"3\" does not match \"1\"")
        #expect(lines[5] == "    line 3: caller-number \"2\" matches \"(2)\", $1 = \"2\"")
    }

    @Test(arguments: [
        (
            "<condition regex='any'>\(bridge)</condition>",
            "plan.xml:3: regex=\"any\" has no <regex> inside; "
                + "add <regex field=\"…\" expression=\"…\"/> for each test, or remove the attribute"
        ),
        (
            "<condition><regex field='user' expression='a'/>\(bridge)</condition>",
            "plan.xml:3: it is not said how many must match; add regex=\"all\", \"any\" or \"xor\""
        ),
        (
            "<condition regex='some'><regex field='user' expression='a'/>\(bridge)</condition>",
            "plan.xml:3: regex=\"some\" is not known; known: all, any, xor"
        ),
        (
            "<condition regex='any'><regex/>\(bridge)</condition>",
            "plan.xml:3: <regex> tests nothing; add field=\"…\" and expression=\"…\""
        ),
        (
            "<condition field='user' expression='a' regex='all'><regex field='trunk' expression='b'/>\(bridge)</condition>",
            "plan.xml:3: the condition has a test of its own and <regex> elements as well; "
                + "make its field and expression another <regex>"
        ),
        (
            "<condition regex='any'><regex field='user' expression='(a)'/>"
                + "<action application='bridge' data='user/$1'/></condition>",
            "plan.xml:3: $1 is never set: the condition combines several expressions; "
                + "test what it shall be of in a condition inside this one"
        ),
        (
            "<condition wday='mo'>\(bridge)</condition>",
            "plan.xml:3: wday=\"mo\""
        ),
        (
            "<condition mweek='3'>\(bridge)</condition>",
            "plan.xml:3: mweek"
        ),
        (
            "<condition hour='9' zone='Mars/Olympus'>\(bridge)</condition>",
            "plan.xml:3: there is no zone \"Mars/Olympus\"; "
                + "write a name of the IANA time zone database, such as Europe/Berlin, or UTC"
        ),
        (
            "<condition zone='UTC'>\(bridge)</condition>",
            "plan.xml:3: the condition has a zone and asks for no time; "
                + "add for example time-of-day=\"09:00-17:00\", or remove the zone"
        ),
        (
            "<condition><action application='reject' cause='17'/><condition>\(bridge)</condition></condition>",
            "plan.xml:3: this is never read: an action above it ends the call; remove it"
        ),
        (
            "<condition><condition>\(bridge)</condition><action application='ring-ready'/></condition>",
            "plan.xml:3: <action> stands below a condition that is read after it; "
                + "put the conditions inside this condition last"
        ),
    ])
    func `what cannot be meant is refused`(condition: String, problem: String) {
        let problems = PlanText.problems("<extension name='e'>\n\(condition)</extension>")
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
    }

    /// Reads a file that may name the zone CET, an hour ahead of UTC.
    private static func read(_ text: String) throws -> Dialplan {
        let source = DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))
        let clocks = DialplanReader.Clocks { $0 == "CET" ? Self.cet : nil }
        return try DialplanReader(names: PlanText.names, clocks: clocks).read([source])
    }

    /// A time zone file of version 1 with one type of local time and no transition (RFC 9636 §3.2).
    private static let cet: [UInt8] =
        Array("TZif".utf8) + Array(repeating: 0, count: 16 + 15)
        + [0] + [0, 0, 0, 1] + [0, 0, 0, 4] + [0, 0, 0x0E, 0x10, 0, 0] + Array("CET\0".utf8)
}
