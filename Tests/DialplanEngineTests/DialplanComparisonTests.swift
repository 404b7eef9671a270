import DialplanEngine
import ProtocolKit
import Testing

/// Which calls another plan routes otherwise.
struct DialplanComparisonTests {
    private static let start = CivilTime(nanoseconds: 1_767_571_200_000_000_000)

    private static func comparison(_ old: String, _ new: String) throws -> DialplanComparison {
        DialplanComparison(
            from: try PlanText.extensions(old),
            to: try PlanText.extensions(new),
            names: PlanText.names,
            at: self.start
        )
    }

    private static func bridge(_ expression: String, to user: String) -> String {
        PlanText.on(expression, "<action application='bridge' data='user/\(user)'/>")
    }

    @Test
    func `the same plan in other words has no difference`() throws {
        let comparison = try Self.comparison(
            Self.bridge("1[0-4]", to: "anna") + Self.bridge("1[5-9]", to: "anna"),
            Self.bridge("1\\d", to: "anna")
        )
        #expect(comparison.differences.isEmpty)
        #expect(comparison.gaps.isEmpty)
        #expect(comparison.calls > 0)
    }

    @Test
    func `a narrower expression shows a number that is taken no more`() throws {
        let comparison = try Self.comparison(
            Self.bridge("1\\d\\d", to: "anna") + Self.bridge(".*", to: "ben"),
            Self.bridge("1\\d[0-8]", to: "anna") + Self.bridge(".*", to: "ben")
        )
        #expect(comparison.differences.map(\.witness.facts.destinationNumber) == ["129"])
        #expect(comparison.differences.first?.old.actions == ["bridge user/anna"])
        #expect(comparison.differences.first?.new.actions == ["bridge user/ben"])
        #expect(comparison.differences.first?.new.line == 4)
    }

    @Test
    func `an office hour more shows when it is`() throws {
        let office = { (hours: String) in
            """
            <extension name='e'><condition time-of-day='\(hours)'><action application='bridge' data='user/anna'/>
            <anti-action application='bridge' data='user/ben'/></condition></extension>
            """
        }
        let comparison = try Self.comparison(office("09:00-17:00"), office("09:00-18:00"))
        #expect(comparison.differences.map(\.witness.facts.time.seconds) == [Self.start.seconds + 17 * 3600])
    }

    @Test
    func `a number that cannot be followed into a context that tests it is a gap`() throws {
        let plan = { (user: String) in
            """
            <extension name='a'><condition field='destination-number' expression='(1)(\\d+)'>
            <action application='transfer' context='other' data='$1$2'/></condition></extension>
            </context><context name='other'>
            \(Self.bridge("12", to: user))\(Self.bridge("\\d+", to: "ben"))
            """
        }
        let comparison = try Self.comparison(plan("anna"), plan("ben"))
        let gap = "context \"main\": what plan.xml:2 makes of the number cannot be followed"
        #expect(comparison.gaps == [gap])
    }

    @Test
    func `contexts that come and go are named`() throws {
        let plan = { (name: String) in
            try PlanText.read("<dialplan><context name='main'/><context name='\(name)'/></dialplan>")
        }
        let comparison = DialplanComparison(
            from: try plan("old"),
            to: try plan("new"),
            names: PlanText.names,
            at: Self.start
        )
        #expect(comparison.removed == ["old"])
        #expect(comparison.added == ["new"])
    }
}
