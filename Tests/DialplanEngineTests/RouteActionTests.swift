import DialplanEngine
import ProtocolKit
import Testing

/// The application `route` and the tables that it uses.
struct RouteActionTests {
    private static let rates = """
        prefix,trunk,cost,capacity,window,strip,prepend,timeout
        49,carrier,0.02,,,0,,20
        49,backup,0.01,10,night,,,
        4930,backup,0.03,,,2,0,
        1,pbx,0.1,,,,,

        """

    private static func file(_ action: String, routes: String = "file='rates.csv'") -> String {
        """
        <dialplan><routes name='world' \(routes)>
        <window name='night' time-of-day='20:00-08:00'/></routes>
        <context name='main'><extension name='e'><condition field='destination-number' expression='00(\\d*)'>
        \(action)</condition></extension></context></dialplan>
        """
    }

    private static func read(_ text: String, rates: String = Self.rates) throws -> Dialplan {
        let reader = DialplanReader(
            names: PlanText.names,
            files: { name, _ in
                name == "rates.csv" ? Array(rates.utf8) : nil
            }
        )
        return try reader.read([DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))])
    }

    private static let action = "<action application='route' routes='world' data='$1'/>"

    /// 2026-01-05 at noon and at 22:00, UTC.
    private static let noon = CivilTime(nanoseconds: 1_767_614_400_000_000_000)
    private static let night = CivilTime(nanoseconds: 1_767_650_400_000_000_000)

    private static func outcome(_ plan: Dialplan, _ number: String, at time: CivilTime = Self.noon) -> [String] {
        plan.route(CallFacts(destinationNumber: ByteString(number), time: time), in: "main").actions.map(\.description)
    }

    @Test
    func `the trunks of a number are tried one after another, the cheapest first`() throws {
        let plan = try Self.read(Self.file(Self.action))
        #expect(Self.outcome(plan, "004989") == ["bridge [timeout=20s]trunk/carrier/4989"])
        #expect(
            Self.outcome(plan, "004989", at: Self.night) == [
                "bridge [limit resource=world/49/backup calls=10 cause=switching-equipment-congestion]"
                    + "trunk/backup/4989|[timeout=20s]trunk/carrier/4989"
            ]
        )
        #expect(Self.outcome(plan, "00493012") == ["bridge trunk/backup/03012"])
        #expect(Self.outcome(plan, "00155") == ["bridge trunk/pbx/155"])
    }

    @Test
    func `a number without routes goes to the next action`() throws {
        let plan = try Self.read(
            Self.file(Self.action + "<action application='reject' cause='no-circuit-available'/>")
        )
        #expect(Self.outcome(plan, "0033") == ["reject cause=no-circuit-available"])
        let alone = try Self.read(Self.file(Self.action))
        #expect(alone.route(CallFacts(destinationNumber: "0033"), in: "main").problem == .noMatch)
    }

    @Test
    func `chance decides between routes that are as good as each other, by their weights`() throws {
        let plan = try Self.read(Self.file(Self.action), rates: "prefix,trunk,weight\n1,carrier,3\n1,backup,1\n")
        #expect(plan.choosesByChance)
        var carriers = 0
        for draw in 0..<1000 {
            var facts = CallFacts(destinationNumber: "001")
            facts.draw = UInt64(draw) &* 0x9E37_79B9_7F4A_7C15
            let text = plan.route(facts, in: "main").actions.first?.description ?? ""
            carriers += text.hasPrefix("bridge trunk/carrier/1|") ? 1 : 0
        }
        #expect((700...800).contains(carriers), "\(carriers)")
    }

    @Test
    func `a wrong row is named by its file and line`() throws {
        let error = #expect(throws: DialplanError.self) {
            try Self.read(Self.file(Self.action), rates: "prefix,trunk,window\n49,carier,\n49,carrier,evening\n")
        }
        let problems = error?.problems ?? []
        #expect(problems.map(\.file) == ["rates.csv", "rates.csv"])
        #expect(problems.map(\.line) == [2, 3])
        #expect(problems.first?.message.contains("carier") == true)
        #expect(problems.last?.message.contains("evening") == true)
    }

    @Test(arguments: [
        ("<action application='route'/>", "plan.xml:4: route has no routes; add routes=\"NAME\""),
        (
            "<action application='route' routes='wrld'/>",
            "plan.xml:4: there are no routes \"wrld\"; did you mean \"world\"?"
        ),
        (
            "<action application='route' routes='world' most='0'/>",
            "plan.xml:4: most=\"0\" is no number of routes; write 1 to 16"
        ),
    ])
    func `a wrong action is refused`(action: String, problem: String) {
        let error = #expect(throws: DialplanError.self) { try Self.read(Self.file(action)) }
        #expect(error?.problems.map(\.description) == [problem])
    }

    @Test(arguments: [
        ("", "plan.xml:1: the routes have no source; add either file=\"…\" or database=\"…\""),
        ("file='none.csv'", "plan.xml:1: file \"none.csv\" cannot be read; name a file beside the dialplan"),
        ("database='a.sqlite'", "plan.xml:1: it is not said what to read; add either table=\"…\" or query=\"…\""),
    ])
    func `routes without a source are refused`(attributes: String, problem: String) {
        let error = #expect(throws: DialplanError.self) { try Self.read(Self.file("", routes: attributes)) }
        #expect(error?.problems.map(\.description).contains(problem) == true, "\(String(describing: error))")
    }
}
