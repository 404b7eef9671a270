import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// Plans and values that ask for more than there is.
struct HostilePlanTests {
    private static let refusal = "reject cause=exchange-routing-error status=483"
    private static let tooLong = "reject cause=invalid-number-format status=484"

    private func last(_ plan: Dialplan, _ number: String = "1") -> String? {
        FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: ByteString(number))).last
    }

    @Test
    func `an extension that executes itself twice ends`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            """
            <condition><action application='execute_extension' data='1'/><action application='execute_extension' data='1'/></condition>
            """
        )

        #expect(self.last(plan) == Self.refusal)
    }

    @Test
    func `an extension that transfers to itself ends`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition><action application='set' data='max_forwards=100000'/><action application='transfer' data='1'/></condition>"
        )

        #expect(self.last(plan) == Self.refusal)
    }

    @Test
    func `values that double end the call before they are large`() throws {
        let doubling = (0..<40).map { _ in "<action application='set' data='a=${a}${a}'/>" }.joined()
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition><action application='set' data='a=xxxxxxxx'/>\(doubling)<action application='answer'/></condition>"
        )

        #expect(self.last(plan) == Self.tooLong)
    }

    @Test
    func `variables that hold each other twice end the call although they come to nothing`() throws {
        let bombs = (1...40).map { "<X-PRE-PROCESS cmd=\"set\" data=\"b\($0)=${b\($0 - 1)}${b\($0 - 1)}\"/>" }
        let plan = try FreeSWITCHPlanText.file(
            bombs.joined(separator: "\n") + """

                <context name='main'><extension name='e'><condition><action application='log' data='${b40}'/>
                <action application='answer'/></condition></extension></context>
                """
        )

        #expect(self.last(plan) == Self.refusal)
    }

    @Test
    func `a variable that holds itself stays as it is`() throws {
        let plan = try FreeSWITCHPlanText.file(
            """
            <include>
            <X-PRE-PROCESS cmd="set" data="x=${x}"/>
            <context name='main'><extension name='e'><condition><action application='log' data='INFO ${x}'/></condition></extension></context>
            </include>
            """
        )

        #expect(
            FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1")).first == "log level=info data=\"${x}\""
        )
    }

    @Test(arguments: [1, 99, 100, 101, 5_000])
    func `braces nested in braces are read to a depth`(depth: Int) throws {
        let data = String(repeating: "${", count: depth) + "a" + String(repeating: "}", count: depth)
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition><action application='log' data='\(data)'/></condition>"
        )

        #expect(self.last(plan) == "reject cause=normal-clearing status=480")
    }

    @Test(arguments: [50, 100, 101, 120])
    func `conditions nested in conditions fail beyond a depth`(depth: Int) throws {
        let open = String(repeating: "<condition>", count: depth)
        let close = String(repeating: "</condition>", count: depth)
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition>\(open)<action application='answer'/>\(close)</condition>"
        )

        #expect(try FreeSWITCHPlanText.hunt(plan, "1") == (depth <= 100 ? ["answer()"] : []))
        #expect(plan.warnings.isEmpty == (depth <= 100))
    }

    @Test
    func `conditions nested without end are refused`() throws {
        let text = String(repeating: "<condition>", count: 400) + String(repeating: "</condition>", count: 400)

        #expect(throws: DialplanError.self) { try FreeSWITCHPlanText.conditions(text) }
    }

    @Test
    func `an expression that tries without end is given up`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            """
            <condition field='destination_number' expression='^(a+)+(?=b)'><action application='answer'/>
            <anti-action application='echo'/></condition>
            """
        )
        let clock = ContinuousClock()
        let number = String(repeating: "a", count: 4_000)
        var found: [String] = []
        let time = try clock.measure { found = try FreeSWITCHPlanText.hunt(plan, number) }

        #expect(found == ["echo()"])
        #expect(time < .seconds(2))
    }

    @Test
    func `an expression that a caller supplies is compiled a bounded number of times`() throws {
        let conditions = (0..<400).map { number in
            "<condition field='x' expression='^\(number)${destination_number}$' break='never'/>"
        }
        let plan = try FreeSWITCHPlanText.conditions(conditions.joined())

        #expect(self.last(plan, "1") == Self.refusal)
    }

    @Test
    func `loops are bounded`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition><action application='log' data='x' loop='2000000000'/></condition>"
        )

        #expect(self.last(plan) == Self.refusal)
    }

    @Test
    func `an array cannot be made long by its index`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition><action application='set' data='a[4000]=x'/><action application='answer'/></condition>"
        )

        #expect(self.last(plan) == Self.tooLong)
    }

    @Test
    func `a long number and many rules end in time`() throws {
        let rules = (0..<1_000).map { number in
            "<extension name='r\(number)'><condition field='destination_number' expression='^(\\d*)\(number)x$'>"
                + "<action application='answer'/></condition></extension>"
        }
        let plan = try FreeSWITCHPlanText.extensions(rules.joined())
        let number = String(repeating: "7", count: 65_536)

        #expect(self.last(plan, number) == "reject cause=no-route-to-destination status=404")
    }
}
