import DialplanEngine
import ProtocolKit
import Testing

struct RouteSelectionTests {
    private func night(of table: RouteTable) -> WindowSet {
        var open = WindowSet()
        for (index, name) in table.windows.enumerated() where name == "night" {
            open.insert(index)
        }
        return open
    }

    @Test
    func `the longest prefix decides`() throws {
        let table = try RouteText.read("prefix,trunk\ndefault,gamma\n49,alpha\n4930,beta\n")

        #expect(RouteText.route("4930123", in: table) == ["4930 beta"])
        #expect(RouteText.route("4930", in: table) == ["4930 beta"])
        #expect(RouteText.route("493", in: table) == ["49 alpha"])
        #expect(RouteText.route("49", in: table) == ["49 alpha"])
        #expect(RouteText.route("4", in: table) == [" gamma"])
        #expect(RouteText.route("+49", in: table) == [" gamma"])
    }

    @Test(arguments: ["", "anna", "49 30", "49.30", "\u{0}", "４９"])
    func `what is no number has no route, not even the default one`(number: String) throws {
        let table = try RouteText.read("prefix,trunk\ndefault,gamma\n49,alpha\n")

        #expect(RouteText.route(ByteString(number), in: table).isEmpty)
    }

    @Test
    func `only the start of a long number is looked at`() throws {
        let prefix = String(repeating: "7", count: 32)
        let table = try RouteText.read("prefix,trunk\n\(prefix),alpha\n")
        let number = ByteString([UInt8](repeating: 0x37, count: 65_536))

        #expect(RouteText.route(number, in: table) == ["\(prefix) alpha"])
    }

    @Test
    func `priority goes before cost, and a cost that is not known is the highest`() throws {
        let table = try RouteText.read(
            "prefix,trunk,priority,cost,prepend\n"
                + "1,alpha,1,0.01,\n1,beta,0,0.03,\n1,gamma,0,,\n1,alpha,0,0.02,9\n1,beta,0,0,9\n"
        )

        #expect(RouteText.route("1", in: table) == ["1 beta", "1 alpha", "1 beta", "1 gamma", "1 alpha"])
    }

    @Test(arguments: [
        (RouteFallback.longestOnly, ["4930 beta", "4930 alpha"], []),
        (.whenNoneUsable, ["4930 beta", "4930 alpha"], ["49 gamma", "49 beta"]),
        (.shorterToo, ["4930 beta", "4930 alpha", "49 gamma"], ["49 gamma", "49 beta", "4 alpha"]),
        (.cheapest, ["49 gamma", "4930 beta", "4930 alpha"], ["49 gamma", "4 alpha", "49 beta"]),
    ])
    func `shorter prefixes count as the table says`(fallback: RouteFallback, day: [String], night: [String]) throws {
        let text = """
            prefix,trunk,cost,window
            4930,alpha,0.05,day
            4930,beta,0.04,day
            49,beta,0.06,
            49,gamma,0.01,
            4,alpha,0.02,
            """
        let table = try RouteText.read(text, fallback: fallback)

        #expect(RouteText.route("49301", in: table) == day)
        #expect(RouteText.route("49301", in: table, at: self.night(of: table)) == night)
    }

    @Test
    func `a window decides whether a route exists`() throws {
        let table = try RouteText.read("prefix,trunk,window\n1,alpha,day\n1,beta,night\n1,gamma,\n")

        #expect(RouteText.route("1", in: table, at: WindowSet()) == ["1 gamma"])
        #expect(Set(RouteText.route("1", in: table, at: self.night(of: table))) == ["1 beta", "1 gamma"])
        #expect(RouteText.route("1", in: table).count == 3)
    }

    @Test
    func `a trunk that is full is not asked by a shorter prefix, whose price is not that of the number`() throws {
        let text = "prefix,trunk,capacity\n4930,alpha,1\n49,alpha,\n49,beta,\n"

        for fallback in [RouteFallback.whenNoneUsable, .shorterToo, .cheapest] {
            let table = try RouteText.read(text, fallback: fallback)
            #expect(RouteText.route("4930", in: table, where: { $0.capacity == nil }) == ["49 beta"])
        }
        let table = try RouteText.read(text, fallback: .longestOnly)
        #expect(RouteText.route("4930", in: table, where: { $0.capacity == nil }).isEmpty)
    }

    @Test
    func `equal routes share the calls by weight`() throws {
        let table = try RouteText.read("prefix,trunk,weight\n1,alpha,70\n1,beta,20\n1,gamma,10\n")
        var first = [0, 0, 0]
        var second = [0, 0, 0]
        var choices = RouteChoices()
        for draw in 0..<UInt64(20_000) {
            table.selectRoutes(for: "1", draw: draw, into: &choices)
            try #require(Set(choices.all.map(\.trunk)).count == 3)
            first[choices[0].trunk] += 1
            second[choices[1].trunk] += 1
        }

        #expect(table.trunks == ["alpha", "beta", "gamma"])
        #expect(abs(first[0] - 14_000) < 300)
        #expect(abs(first[1] - 4_000) < 300)
        #expect(abs(first[2] - 2_000) < 300)
        // 0.2 · 70/80 + 0.1 · 70/90
        #expect(abs(second[0] - 5_055) < 300)
    }

    @Test
    func `the same draw gives the same order, and the limit keeps what was drawn`() throws {
        let rows = (0..<60).map { RouteRow(prefix: "1", trunk: ByteString("trunk-\($0)"), weight: $0 + 1) }
        let table = try RouteText.table(rows)
        var orders: Set<[String]> = []
        var kept: Set<String> = []
        for draw in 0..<UInt64(200) {
            let all = RouteText.route("15", in: table, draw: draw, limit: 100)
            let few = RouteText.route("15", in: table, draw: draw, limit: 3)
            #expect(all.count == 60)
            #expect(few == Array(all.prefix(3)))
            #expect(all == RouteText.route("15", in: table, draw: draw, limit: 100))
            orders.insert(all)
            kept.formUnion(few)
        }

        #expect(orders.count == 200)
        #expect(kept.count > 50)
    }

    @Test
    func `a choice says what the trunk is sent`() throws {
        let table = try RouteText.read(
            "prefix,trunk,strip,prepend,timeout,capacity\n+49,alpha,3,0,20,5\n+1,beta,9,,,\n"
        )
        var choices = RouteChoices()

        table.selectRoutes(for: "+4930123", draw: 0, into: &choices)
        try #require(choices.count == 1)
        #expect(table.rewrite("+4930123", for: choices[0]) == "030123")
        #expect(choices[0].timeout == .seconds(20))
        #expect(choices[0].capacity == 5)
        #expect(choices[0].prefixLength == 3)

        table.selectRoutes(for: "+12", draw: 0, into: &choices)
        try #require(choices.count == 1)
        #expect(table.rewrite("+12", for: choices[0]) == "")
        #expect(choices[0].timeout == nil)
    }

    @Test
    func `one buffer serves tables of any size`() throws {
        let large = try RouteText.table((0..<60).map { RouteRow(prefix: "1", trunk: ByteString("t\($0)")) })
        let small = try RouteText.read("prefix,trunk\n2,alpha\n", fallback: .shorterToo)
        var choices = RouteChoices(limit: 2)

        small.selectRoutes(for: "2", draw: 0, into: &choices)
        #expect(choices.count == 1)
        large.selectRoutes(for: "1", draw: 0, into: &choices)
        #expect(choices.count == 2)
        small.selectRoutes(for: "3", draw: 0, into: &choices)
        #expect(choices.isEmpty)
    }
}
