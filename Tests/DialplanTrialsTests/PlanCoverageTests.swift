import DialplanTrials
import Testing

struct PlanCoverageTests {
    private static let plan = """
        <extension name="gate"><condition field="user" expression="">
        <action application="reject" cause="call-rejected"/></condition></extension>
        <extension name="always" continue="true"><condition><action application="set" data="privacy=true"/>
        </condition></extension>
        <extension name="two"><condition field="user" expression="anna"/><condition field="destination-number"
        expression="1"><action application="answer-and-echo"/>
        <anti-action application="reject" cause="user-busy"/></condition></extension>
        """

    private func coverage(_ calls: (from: String, to: String)...) throws -> PlanCoverage {
        let cases = calls.enumerated().map { place, call in
            """
            <case name="\(place)"><call from="\(call.from)" to="\(call.to)"/><expect><action does="nothing at all"/>
            </expect></case>
            """
        }
        let bench = try TrialBenchFixture.bench(Self.plan, cases: cases.joined())
        return bench.coverage(of: try bench.run { _ in })
    }

    @Test
    func `a condition that always holds needs to be read once, others in both outcomes`() throws {
        let coverage = try self.coverage(("user/anna", "1"))

        #expect(coverage.conditions.all == 7)
        #expect(coverage.conditions.shown == 4)
        #expect(coverage.actions == PlanCoverage.Share(shown: 2, all: 4))
        #expect(coverage.actingExtensions == PlanCoverage.Share(shown: 2, all: 3))
        #expect(coverage.extensions[0].conditions[0].missing == ["never true"])
        #expect(coverage.extensions[2].conditions.map(\.missing) == [["never false"], ["never false"]])
        #expect(coverage.extensions[2].conditions[1].actions.map(\.wasTaken) == [true, false])
    }

    @Test
    func `all of a plan can be shown`() throws {
        let coverage = try self.coverage(("user/anna", "1"), ("user/anna", "2"), ("user/ben", "1"), ("stranger", "1"))

        #expect(coverage.conditions.description == "7 of 7 (100.0 %)")
        #expect(coverage.actions.percent == 100)
        #expect(coverage.actingExtensions.percent == 100)
    }

    @Test
    func `a share is rounded down`() {
        #expect(PlanCoverage.Share(shown: 1999, all: 2000).description == "1999 of 2000 (99.9 %)")
        #expect(PlanCoverage.Share(shown: 0, all: 0).percent == 100)
    }
}
