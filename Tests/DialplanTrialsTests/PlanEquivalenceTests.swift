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

    @Test
    func `a time holds or not whatever else holds`() throws {
        let plan = """
            <extension name="closed"><condition wday="sun"><action application="reject" cause="20"/></condition></extension>
            <extension name="open"><condition field="destination-number" expression="1" hour="9-16">
            <action application="answer-and-echo"/></condition></extension>
            """
        let found = try self.equivalent(plan + self.rule("ben", "2"))

        #expect(found.contains("extension \"open\" put below extension \"ben\""))
        #expect(!found.contains("extension \"closed\" put below extension \"open\""))
        #expect(!found.contains("hour=\"9-16\" is \"8-16\""))
    }

    /// A variable that is set to this, and then tested.
    private func tested(_ value: String) throws -> [String] {
        let plan = """
            <extension name="a" continue="true"><condition field="destination-number" expression="(.*)">
            <action application="set" data="x=\(value)"/></condition></extension>
            <extension name="b"><condition field="${x}" expression="no"><action application="reject" cause="20"/>
            </condition></extension>
            """
        return try self.equivalent(plan)
    }

    @Test(arguments: [("no", true), ("yes", true), ("none", false), ("$1", false), (" no", false)])
    func `a variable that is set to the same for every call is that`(value: String, isKnown: Bool) throws {
        let found = try self.tested(value)

        // Whatever it is known to be, only "no" makes a difference that is none.
        #expect(found.contains("expression \"no\" is \"no.*\"") == isKnown)
        #expect(!found.contains("extension \"b\" put below extension \"a\""))
    }

    @Test
    func `setting what is set already changes nothing`() throws {
        let set = "<action application=\"set\" data=\"x=closed\"/>"
        let plan = """
            <extension name="a" continue="true">
            <condition date="12-25" break="never">\(set)</condition><condition easter="1" break="never">\(set)</condition>
            </extension>
            """
        let found = try self.equivalent(plan + self.rule("anna", "1"))

        #expect(found.contains("break=\"never\" of the condition is \"on-true\""))
        #expect(!found.contains("break=\"never\" of the condition is \"on-false\""))
    }

    @Test
    func `a search that goes on in another context reads nothing below`() throws {
        let transfer = "<action application=\"transfer\" context=\"main\" data=\"2\"/>"
        let found = try self.equivalent(
            TrialBenchFixture.rule("a", "1", transfer) + TrialBenchFixture.rule("b", "1\\d", transfer)
                + self.rule("ben", "\\d")
        )

        #expect(found.contains("extension \"a\" continues"))
        #expect(found.contains("extension \"a\" put below extension \"b\""))
        #expect(found.contains("extension \"b\" put below extension \"ben\""))
        #expect(!found.contains("transfer removed"))
    }

    // MARK: FreeSWITCH's language

    private func equivalentForeign(_ extensions: String) throws -> [String] {
        let bench = try TrialBenchFixture.bench(
            plan: "<include>\n<context name=\"main\">\n\(extensions)\n</context>\n</include>",
            cases: Self.blind
        )
        return bench.mutate(knowing: []).outcomes.filter { $0.outcome == .equivalent }.map(\.mutant.change)
    }

    private func foreign(_ name: String, _ expression: String, _ action: String = "answer") -> String {
        """
        <extension name="\(name)"><condition field="destination_number" expression="\(expression)">
        <action application="\(action)"/></condition></extension>
        """
    }

    @Test(arguments: [
        ("^1$", "^2$", true), ("^1", "^2", true), ("1", "2", false), ("^1$", "1", false), ("^1|^2$", "^3$", true),
        ("^1|2$", "^3", false), ("^(1)$", "^1\\d$", true), ("^.$", "^\\d\\d$", true), ("^1$", "^\\d\\D$", false),
    ])
    func `an expression is searched in FreeSWITCH's language`(first: String, second: String, areApart: Bool) throws {
        let found = try self.equivalentForeign(self.foreign("a", first) + self.foreign("b", second))

        #expect(found.contains("extension \"a\" put below extension \"b\"") == areApart)
    }

    @Test(arguments: ["_1", "/1/i", "^1\\s$", "^${x}$", "(^1)", "a^b", "$${x}"])
    func `nothing is proven with an expression that FreeSWITCH makes another of`(expression: String) throws {
        #expect(try self.equivalentForeign(self.foreign("a", expression) + self.foreign("b", "^22$")) == [])
    }

    @Test
    func `only what is set inline is seen by conditions`() throws {
        let set = { (inline: String) in
            """
            <extension name="set" continue="true"><condition field="caller_id_number" expression="^9">
            <action application="set" data="x=1" \(inline)/></condition></extension>
            <extension name="b"><condition field="${x}" expression="^1$"><action application="answer"/></condition>
            </extension>
            """
        }
        let swapped = "extension \"set\" put below extension \"b\""

        // It is done with the other actions, and they are not when "b" is first.
        #expect(try !self.equivalentForeign(set("")).contains(swapped))
        #expect(try !self.equivalentForeign(set("inline=\"true\"")).contains(swapped))
        let plain = try self.equivalentForeign(set("") + self.foreign("c", "^1$") + self.foreign("d", "^2$"))
        #expect(plain.contains("extension \"c\" put below extension \"d\""))
    }

    @Test
    func `an extension of FreeSWITCH's proceeds without an action when it matches`() throws {
        let empty = "<extension name=\"e\"><condition field=\"destination_number\" expression=\"^1$\"/></extension>"
        let found = try self.equivalentForeign(empty + self.foreign("a", "^1$") + self.foreign("b", "^2$"))

        #expect(!found.contains("extension \"e\" removed"))
        #expect(!found.contains("extension \"e\" put below extension \"a\""))
        #expect(found.contains("extension \"a\" removed"))
    }
}
