import DialplanTrials
import Testing

/// What a case says of the time before its call: when it is made, and what was before.
struct TrialMomentTests {
    private func mismatches(_ extensions: String, _ attributes: String, _ inside: String) throws -> [String] {
        let cases = "<case name=\"one\" \(attributes)>\(inside)</case>"
        let bench = try TrialBenchFixture.bench(extensions, cases: cases)
        return try bench.run { _ in }.flatMap(\.mismatches).map(\.description)
    }

    private static let morning = """
        <extension name="open"><condition time-of-day="10:00-11:00"><action application="answer-and-echo"/></condition>
        </extension>
        <extension name="closed"><condition><action application="reject" cause="20"/></condition></extension>
        """

    @Test(arguments: [
        ("09:59:59", "closed"), ("10:00:00", "open"), ("10:59:59", "open"), ("11:00:00", "closed"),
    ])
    func `the clock of the gateway shows the time of the case when the call begins`(time: String, name: String) throws {
        let call = "<call from=\"user/anna\" to=\"1\"/><expect extension=\"\(name)\"/>"

        #expect(try self.mismatches(Self.morning, "time=\"2026-01-05T\(time)Z\"", call) == [])
    }

    @Test
    func `what an earlier call has left is known to the decision that is judged`() throws {
        let plan = """
            <extension name="remember"><condition field="destination-number" expression="9(.+)">
            <action application="remember" table="last" key="x" value="$1"/><action application="reject" cause="20"/>
            </condition></extension>
            <extension name="recall" emergency="true"><condition field="${last[x]}" expression=".+">
            <action application="bridge" data="user/$0"/></condition></extension>
            <extension name="none"><condition><action application="reject" cause="20"/></condition></extension>
            """
        let whole = "<dialplan><table name=\"last\"/><context name=\"main\">\(plan)</context></dialplan>"
        let cases = """
            <case name="with"><before from="user/anna" to="9ben"/><call from="user/anna" to="1"/>
            <expect extension="recall" emergency="true" answered-by="user/ben"/></case>
            <case name="without"><call from="user/anna" to="1"/><expect extension="none" emergency="false"/></case>
            """
        let results = try TrialBenchFixture.bench(plan: whole, cases: cases).run { _ in }

        #expect(results.flatMap(\.mismatches).map(\.description) == [])
        #expect(results.count == 2)
    }
}
