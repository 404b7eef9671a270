import DialplanEngine
import ProtocolKit
import Testing

/// Tables: rows that stand in the dialplan or beside it, and what calls leave behind.
struct TableTests {
    private static let plan = """
        <dialplan>
        <table name='vip' file='vip.csv'><row key='100' value='gold'/></table>
        <table name='last'/>
        <context name='main'>
        <extension name='e'><condition field='${vip[${caller-number}]}' expression='(gold|silver)'>
        <action application='bridge' data='trunk/carrier/$1'/></condition></extension>
        <extension name='back'><condition field='${last[${caller-number}]}' expression='.+'>
        <action application='bridge' data='trunk/carrier/${last[${caller-number}]}'/></condition></extension>
        </context></dialplan>
        """

    private static func reader(
        _ files: [String: String] = ["vip.csv": "# of the sales team\n\n200 , silver\n"]
    )
        -> DialplanReader
    {
        DialplanReader(names: PlanText.names) { name, referrer in
            referrer == "plan.xml" ? files[name].map { Array($0.utf8) } : nil
        }
    }

    private static func read(_ text: String, _ reader: DialplanReader) throws -> Dialplan {
        try reader.read([DialplanReader.Source(file: "plan.xml", octets: Array(text.utf8))])
    }

    @Test(arguments: [
        ("100", "bridge trunk/carrier/gold"), ("200", "bridge trunk/carrier/silver"),
        ("300", "reject cause=no-route-to-destination"), ("400", "bridge trunk/carrier/77"),
    ])
    func `rows are found in the dialplan, in its file and in memory`(caller: String, action: String) throws {
        let plan = try Self.read(Self.plan, Self.reader())
        var memory = DialplanMemory()
        memory.perform(MemoryAction(realm: "last", key: "400", value: "77"))
        let facts = CallFacts(destinationNumber: "1", callerNumber: ByteString(caller))
        #expect(plan.route(facts, in: "main", memory: memory).actions.map(\.description) == [action])
    }

    @Test(arguments: [
        ("vip.csv", "silver", "vip.csv:1: \"silver\" is no row; write key,value"),
        ("vip.csv", "a,1\na,2", "vip.csv:2: key \"a\" stands above already; remove one row"),
        ("vip.csv", "100,lead", "vip.csv:1: key \"100\" stands above already; remove one row"),
        ("other.csv", "a,1", "plan.xml:2: file \"vip.csv\" cannot be read; name a file beside the dialplan"),
    ])
    func `a wrong row is named by its file and line`(file: String, rows: String, problem: String) {
        let error = #expect(throws: DialplanError.self) { try Self.read(Self.plan, Self.reader([file: rows])) }
        #expect(error?.problems.map(\.description) == [problem])
    }

    @Test(arguments: [
        ("<table name='a'/><table name='a'/>", "plan.xml:1: table \"a\" is already at plan.xml:1"),
        ("<table name='user'/>", "plan.xml:1: \"user\" cannot name a table"),
        ("<table name='a'><row key='1'/></table>", "plan.xml:1: <row> needs a key and a value"),
        (
            "<table name='a'><row key='1' value='2'/><row key='1' value='3'/></table>",
            "plan.xml:1: key \"1\" stands above already"
        ),
    ])
    func `a wrong table is refused`(tables: String, problem: String) {
        let problems = PlanText.problems(file: "<dialplan>\(tables)</dialplan>")
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(problem) == true, "\(problems)")
    }

    @Test(arguments: [
        ("${nothing[1]}", "there is no table \"nothing\""),
        ("${t[1}", "\"${t[\" has no \"]}\""),
        ("${t[${t[${t[${t[${t[1]}]}]}]}]}", "tables are looked up in each other more than 4 deep"),
    ])
    func `a wrong place is refused`(value: String, problem: String) {
        let problems = PlanText.problems(
            file: """
                <dialplan><table name='t'/><context name='main'><extension name='e'><condition>
                <action application='log' data='\(value)'/><action application='answer'/></condition></extension>
                </context></dialplan>
                """
        )
        #expect(problems.first?.hasPrefix("plan.xml:2: \(problem)") == true, "\(problems)")
    }

    @Test
    func `memory keeps the newest keys, and no more than its limit`() {
        var memory = DialplanMemory(limit: 3)
        for number in 1...1000 {
            memory.perform(MemoryAction(realm: "r", key: ByteString("\(number)"), value: "x"))
            #expect(memory.count <= 3)
        }
        memory.perform(MemoryAction(realm: "r", key: "998", value: "y"))
        memory.perform(MemoryAction(realm: "r", key: "new", value: "z"))
        #expect(memory.value(of: "998", in: "r") == "y")
        #expect(memory.value(of: "999", in: "r") == nil)
        #expect(memory.value(of: "1000", in: "r") == "x")
        #expect(memory.value(of: "new", in: "other") == nil)
        memory.perform(MemoryAction(realm: "r", key: "1000", value: nil))
        #expect(memory.value(of: "1000", in: "r") == nil)
        #expect(memory.count == 2)
    }
}
