import DialplanTrials
import Testing

/// Mutants that are proven to change nothing, and those of which that must not be said.
struct PlanEquivalenceTests {
    /// A case that notices nothing, so that every mutant survives or is proven equal.
    private static let blind = """
        <case name="blind"><call from="stranger" to="?"/><expect><action does="reject cause=no-route-to-destination"/>
        </expect></case>
        """

    private func equivalent(_ extensions: String) throws -> [String] {
        let bench = try TrialBenchFixture.bench(extensions, cases: Self.blind)
        return bench.mutate(knowing: []).outcomes.filter { $0.outcome == .equivalent }.map(\.mutant.change)
    }

    private func rule(_ name: String, _ expression: String, _ attributes: String = "") -> String {
        let action = "<action application=\"bridge\" data=\"user/\(name)\"/>"
        return TrialBenchFixture.rule(name, expression, action, attributes: attributes)
    }

    @Test(arguments: [
        ("1", "2", true), ("1\\d", "2\\d", true), ("1\\d*", "\\d{3}", false), ("[a-m]+", "[n-z]+", true),
        ("[a-m]+", "[m-z]+", false), (".*", "1", false), ("\\d{3,15}", "\\d{16}", true), ("a|b", "(?:c|d)+", true),
        ("\\*72([23]\\d\\d)", "\\*73", true), ("x?y", "y", false), ("(1)?", "", false), ("[^0]", "0", true),
        ("\\w", "-", true), ("\\S", " ", true),
    ])
    func `extensions can be swapped when no number is for both`(first: String, second: String, areApart: Bool) throws {
        let found = try self.equivalent(self.rule("anna", first) + self.rule("ben", second))

        #expect(found.contains("extension \"anna\" put below extension \"ben\"") == areApart)
        #expect(found.contains("extension \"anna\" continues") == areApart)
        #expect(found.contains("extension \"ben\" continues"))
    }

    @Test(arguments: ["(?i)a", "^1$", "\\bx", "\\pL", "[[:alpha:]]", "é"])
    func `nothing is proven with an expression that is not understood`(expression: String) throws {
        #expect(try self.equivalent(self.rule("anna", expression) + self.rule("ben", "22")) == [])
    }

    @Test
    func `a number that is set can be any number afterwards`() throws {
        let strip = """
            <extension name="strip" continue="true"><condition field="destination-number" expression="9(.*)">
            <action application="set" data="destination-number=$1"/></condition></extension>
            """
        let found = try self.equivalent(strip + self.rule("anna", "1") + self.rule("ben", "2"))

        #expect(found.contains("extension \"anna\" put below extension \"ben\""))
        #expect(!found.contains("extension \"strip\" put below extension \"anna\""))
    }

    @Test
    func `other facts are looked at beside the number`() throws {
        let gate = """
            <extension name="gate"><condition field="user" expression=""><action application="reject" cause="21"/>
            </condition></extension>
            """
        let found = try self.equivalent(gate + self.rule("anna", "1"))

        #expect(found == ["extension \"anna\" continues"])
    }

    @Test
    func `a protocol is one of a few words`() throws {
        let plan = """
            <extension name="a"><condition field="protocol" expression="mgcp"><action application="answer-and-echo"/>
            </condition></extension>
            """
        let found = try self.equivalent(plan)

        #expect(found.contains("expression \"mgcp\" is \"mgcp.*\""))
        #expect(!found.contains("expression \"mgcp\" is \"mcp\""))
    }
}
