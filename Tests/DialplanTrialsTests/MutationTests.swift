import DialplanTrials
import Testing

/// What is changed in a plan, and what of it is noticed.
struct MutationTests {
    private static let oneCase = """
        <case name="one"><call from="user/anna" to="1"/><expect answered-by="gateway"/></case>
        """

    private static func rule(_ name: String, _ expression: String, _ action: String, _ more: String = "") -> String {
        TrialBenchFixture.rule(name, expression, action, attributes: more)
    }

    private static let echo = "<action application=\"answer-and-echo\"/>"

    private func changes(_ extensions: String, _ kind: PlanMutant.Kind) throws -> [String] {
        let bench = try TrialBenchFixture.bench(extensions, cases: Self.oneCase)
        return bench.mutants.filter { $0.kind == kind }.map(\.change)
    }

    @Test(arguments: [
        ("112", ["12", "212", "122", "11", "113", "112.*", ".*112", "112\\d"]),
        (
            "0(\\d{3,5})",
            [
                "(\\d{3,5})", "1(\\d{3,5})", "0()", "0([1-9]{3,5})", "0([0-8]{3,5})", "0(\\d{2,5})", "0(\\d{4,5})",
                "0(\\d{3,4})", "0(\\d{3,6})", "0(\\d{3,5}).*", ".*0(\\d{3,5})", "0(\\d{3,5})\\d",
            ]
        ),
        (
            "[a-c_]+",
            [
                "", "[^a-c_]+", "[b-c_]+", "[a-b_]+", "[_]+", "[a-c]+", "[a-c_]*", "[a-c_]", "[a-c_]+.*", ".*[a-c_]+",
                "[a-c_]+\\d",
            ]
        ),
        (
            "1|2*",
            [
                "|2*", "2|2*", "2*", "1", "1|", "1|3*", "1|2+", "(?:1|2*).*", ".*(?:1|2*)", "(?:1|2*)\\d",
            ]
        ),
        ("^1$", ["1$", "^$", "^2$", "^1", "^1.*$", "^.*1$", "^1\\d$"]),
        (
            "(?i)x?\\*",
            [
                "x?\\*", "(?i)\\*", "(?i)y?\\*", "(?i)x\\*", "(?i)x*\\*", "(?i)x?", "(?i)x?#", "(?i)x?\\*.*",
                ".*(?i)x?\\*", "(?i)x?\\*\\d",
            ]
        ),
    ])
    func `an expression is made wider, narrower and different`(expression: String, mutants: [String]) throws {
        let found = try self.changes(Self.rule("a", expression, Self.echo), .expressionChanged)

        #expect(found == mutants.map { "expression \"\(expression)\" is \"\($0)\"" })
    }

    @Test(arguments: [
        (
            "bridge", "data=\"[timeout=15s]user/anna | user/ben\"", PlanMutant.Kind.targetChanged,
            [
                " user/ben", "[timeout=15s]user/anna , user/ben", " user/ben|[timeout=15s]user/anna ",
                "[timeout=14s]user/anna | user/ben", "[timeout=16s]user/anna | user/ben",
                "[timeout=15s]user/ben| user/ben",
                "[timeout=15s]user/anna ", "[timeout=15s]user/anna | user/anna",
            ]
        ),
        (
            "bridge", "data=\"trunk/carrier/0$1\"", .targetChanged, ["trunk/carrier/90$1", "trunk/carrier0/0$1"]
        ),
        ("bridge", "data=\"user/$0\"", .captureChanged, ["user/$1"]),
        ("bridge", "data=\"sip:1@192.0.2.1\"", .targetChanged, ["sip:91@192.0.2.1"]),
        ("bridge", "timeout=\"60s\"", .valueChanged, ["59s", "61s"]),
        ("bridge", "fail-over=\"user-busy,no-answer\"", .valueChanged, ["no-answer", "user-busy"]),
        ("bridge", "fail-over=\"any\"", .valueChanged, ["none"]),
        ("bridge", "media=\"direct\"", .valueChanged, ["anchor"]),
        ("reject", "cause=\"user-busy\"", .valueChanged, ["normal-unspecified"]),
        ("reject", "reason=\"No\"", .valueChanged, ["xNo"]),
        ("set", "data=\"privacy=true\"", .valueChanged, ["privacy=false"]),
        ("set", "data=\"x=$2-7\"", .valueChanged, ["x=$2-6", "x=$2-8"]),
        ("set", "data=\"x=$2-7\"", .captureChanged, ["x=$1-7", "x=$3-7"]),
        ("line-service", "state=\"on\"", .valueChanged, ["off"]),
    ])
    func `an action is made a different one`(
        application: String,
        attribute: String,
        kind: PlanMutant.Kind,
        values: [String]
    ) throws {
        let action = "<action application=\"\(application)\" \(attribute)/>"
        let found = try self.changes(Self.rule("a", "1", action), kind)
        let name = attribute.prefix { $0 != "=" }

        #expect(found == values.map { "\(attribute) is \"\($0)\"".replacing("\(name)=", with: "\(name)=") })
    }

    @Test
    func `extensions are removed, swapped and continued, conditions are removed, negated and end otherwise`() throws {
        let plan = """
            <extension name="a" emergency="true"><condition field="user" expression="x"/>
            <condition field="destination-number" expression="1"><action application="answer-and-echo"/></condition>
            </extension>
            <extension name="b" continue="true"><condition wday="2-6"><action application="set" data="x=y"></action>
            </condition></extension>
            """
        let bench = try TrialBenchFixture.bench(plan, cases: Self.oneCase)
        let kinds: Set<PlanMutant.Kind> = [.expressionChanged, .valueChanged]
        let found = bench.mutants.filter { !kinds.contains($0.kind) }.map { "\($0.line): \($0.change)" }

        #expect(
            found == [
                "2: extension \"a\" removed", "2: extension \"a\" put below extension \"b\"",
                "2: extension \"a\" continues",
                "2: extension \"a\" is no emergency", "2: condition on user removed", "2: condition on user negated",
                "2: break=\"on-false\" of the condition on user is \"on-true\"",
                "2: break=\"on-false\" of the condition on user is \"always\"",
                "2: break=\"on-false\" of the condition on user is \"never\"",
                "3: condition on destination-number removed", "3: condition on destination-number negated",
                "3: answer-and-echo removed", "5: extension \"b\" removed", "5: extension \"b\" does not continue",
                "5: condition removed", "5: condition negated", "5: wday=\"2-6\" is \"1-6\"",
                "5: wday=\"2-6\" is \"3-6\"",
                "5: wday=\"2-6\" is \"2-5\"", "5: wday=\"2-6\" is \"2-7\"", "5: set removed",
            ]
        )
    }

    @Test
    func `a change that no case notices survives with its place`() throws {
        let bench = try TrialBenchFixture.bench(Self.rule("a", "1", Self.echo), cases: Self.oneCase)
        let report = bench.mutate(knowing: try bench.run { _ in })

        #expect(
            report.survivors.map { "\($0.file):\($0.line): \($0.change)" } == [
                "plan.xml:2: expression \"1\" is \"1.*\"", "plan.xml:2: expression \"1\" is \".*1\"",
            ]
        )
        // Removed: the extension, its condition (nothing is left to load), its action (the same); negated; changed.
        #expect(report.score.shown == report.score.all - 2)
        #expect(report.count(of: .stillborn) > 0)
        #expect(report.count(of: .equivalent) == 1)
        #expect(report.outcomes.contains { $0.outcome == .killed(by: "one") })
    }

    @Test
    func `what earlier calls do is played again for every mutant`() throws {
        let plan = """
            <extension name="on"><condition field="destination-number" expression="1"><action application="line-service"
            service="forward-unconditional" state="on" data="3"/></condition></extension>
            \(Self.rule("ben", "3", "<action application=\"bridge\" data=\"user/ben\"/>"))
            \(Self.rule("line", "2", "<action application=\"bridge\" data=\"line/2\"/>"))
            """
        let cases = """
            <case name="one"><before from="line/2" to="1"/><call from="user/anna" to="2"/>
            <expect answered-by="user/ben"/></case>
            """
        let bench = try TrialBenchFixture.bench(plan, cases: cases, head: "users=\"anna ben\" lines=\"2\"")
        let report = bench.mutate(knowing: try bench.run { _ in })
        let removed = report.outcomes.filter { $0.mutant.change == "extension \"ben\" removed" }

        #expect(removed.map(\.outcome) == [.killed(by: "one")])
    }
}
