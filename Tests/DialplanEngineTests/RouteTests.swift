import CallModel
import DialplanEngine
import ProtocolKit
import Testing

struct RouteTests {
    @Test(arguments: [
        ("<action application='bridge' data='user/anna'/>", "0123", "bridge user/anna"),
        ("<action application='bridge' data='trunk/carrier/49$1'/>", "0123", "bridge trunk/carrier/49123"),
        ("<action application='bridge' data='sip:$1@192.0.2.7:5070'/>", "0123", "bridge sip:123@192.0.2.7:5070"),
        ("<action application='bridge' data='sip:$0@[2001:db8::1]'/>", "0123", "bridge sip:0123@[2001:db8::1]"),
        (
            "<action application='bridge' data='user/anna,user/ben|[timeout=5]trunk/carrier/$1' timeout='20s'/>",
            "01",
            "bridge [timeout=20s]user/anna,[timeout=20s]user/ben|[timeout=5s]trunk/carrier/1"
        ),
        (
            "<action application='bridge' data='user/anna' media='direct' early-media='ignore' fail-over='17,NO_ANSWER'/>",
            "01",
            "bridge user/anna media=direct early-media=ignore fail-over=user-busy,no-answer"
        ),
        (
            "<action application='bridge' data='user/anna' ringback='generate' fail-over='none'/>",
            "01",
            "bridge user/anna ringback=generate fail-over=none"
        ),
        ("<action application='bridge' data='line/lobby'/>", "01", "bridge line/lobby"),
        ("<action application='bridge' data='line/$1,user/anna'/>", "0201", "bridge line/201,user/anna"),
        ("<action application='bridge' data='trunk/pbx/49$1'/>", "0123", "bridge trunk/pbx/49123"),
        (
            "<action application='line-service' service='forward-no-answer' state='on' data='$1'/>",
            "0200",
            "line-service service=forward-no-answer state=on data=200"
        ),
        (
            "<action application='line-service' service='forward-unconditional' state='off'/>",
            "01",
            "line-service service=forward-unconditional state=off"
        ),
        (
            "<action application='line-service' service='call-waiting' state='off'/>",
            "01",
            "line-service service=call-waiting state=off"
        ),
        (
            "<action application='line-service' service='do-not-disturb' state='on'/>"
                + "<action application='answer-and-echo'/>",
            "01",
            "line-service service=do-not-disturb state=on; answer-and-echo"
        ),
        ("<action application='answer-and-echo'/>", "01", "answer-and-echo"),
        ("<action application='answer-and-echo' duration='1500ms'/>", "01", "answer-and-echo duration=1500ms"),
        ("<action application='answer-and-play-tone'/>", "01", "answer-and-play-tone frequency=440 duration=30s"),
        (
            "<action application='answer-and-play-tone' frequency='1000' duration='2m'/>",
            "01",
            "answer-and-play-tone frequency=1000 duration=120s"
        ),
        ("<action application='reject' cause='USER_BUSY'/>", "01", "reject cause=user-busy"),
        (
            "<action application='reject' cause='20' reason='no $1, $$5'/>",
            "01",
            "reject cause=subscriber-absent reason=\"no 1, $5\""
        ),
        (
            "<action application='redirect' data='sip:$1@a.example, sip:b@b.example;transport=tcp'/>",
            "01",
            "redirect sip:1@a.example,sip:b@b.example;transport=tcp"
        ),
        (
            "<action application='set' data='privacy=true'/><action application='bridge' data='user/anna'/>",
            "01",
            "set privacy=true; bridge user/anna"
        ),
        (
            "<action application='set' data='maximum-duration=2h'/><action application='bridge' data='user/anna'/>",
            "01",
            "set maximum-duration=7200s; bridge user/anna"
        ),
        (
            "<action application='set' data='site=x$1'/><action application='bridge' data='user/${site}-${caller-number}'/>",
            "0ab",
            "bridge user/xab-100"
        ),
    ])
    func `an action is filled in by the call`(action: String, number: String, outcome: String) throws {
        let plan = try PlanText.extensions(PlanText.on("0(.+)", action))

        #expect(PlanText.outcome(plan, number).joined(separator: "; ") == outcome)
    }

    @Test(arguments: [
        ("bridge", "sip:$1@h.example", "a@evil.example", "bridge sip:a%40evil.example@h.example"),
        ("bridge", "sip:$1@h.example", "1;x=y?z", "bridge sip:1%3Bx%3Dy%3Fz@h.example"),
        ("bridge", "user/$1", "anna|trunk/carrier/00", "bridge user/anna|trunk/carrier/00"),
        ("bridge", "sip:a@$1", "h.example;lr", "reject cause=invalid-number-format"),
        ("bridge", "sip:a@$1", "h\r\nVia: x", "reject cause=invalid-number-format"),
        ("bridge", "trunk/carrier/$1", "1\r\n2", "reject cause=invalid-number-format"),
        ("bridge", "user/$1", "a b", "reject cause=invalid-number-format"),
        ("bridge", "user/$1,user/anna", "a b", "bridge user/anna"),
        ("bridge", "line/$1", "aaln/1@gw|user/anna", "bridge line/aaln/1@gw|user/anna"),
        ("bridge", "line/$1", "a\r\nb", "reject cause=invalid-number-format"),
        ("bridge", "trunk/pbx/$1", "1\r\n2", "reject cause=invalid-number-format"),
        ("redirect", "sip:$1@h.example", "<>", "redirect sip:%3C%3E@h.example"),
    ])
    func `what a caller dials fills a place and never adds one`(
        application: String,
        data: String,
        dialed: String,
        outcome: String
    ) throws {
        let plan = try PlanText.extensions(
            PlanText.on("0(.*)", "<action application='\(application)' data='\(data)'/>")
        )

        #expect(PlanText.outcome(plan, "0" + dialed) == [outcome])
    }

    @Test
    func `a line and a number of a circuit group are targets of their own kind`() throws {
        let plan = try PlanText.extensions(
            PlanText.on("(.*)", "<action application='bridge' data='line/$1|trunk/pbx/$1|trunk/carrier/$1'/>")
        )

        #expect(
            plan.route(CallFacts(destinationNumber: "201"), in: "main").actions == [
                .bridge(
                    BridgeAction(
                        stages: [
                            [BridgeTarget(.line("201"))], [BridgeTarget(.circuits("pbx", number: "201"))],
                            [BridgeTarget(.trunk("carrier", number: "201"))],
                        ]
                    )
                )
            ]
        )
    }

    @Test(arguments: ["a b", "", "1\r\n2"])
    func `calls are not forwarded to what is no number`(dialed: String) throws {
        let action = "<action application='line-service' service='forward-busy' state='on' data='$1'/>"
        let plan = try PlanText.extensions(PlanText.on("0(.*)", action))

        #expect(PlanText.outcome(plan, "0" + dialed) == ["reject cause=invalid-number-format"])
    }

    @Test
    func `a hostile user name stays one target`() throws {
        let plan = try PlanText.extensions(PlanText.on("(.*)", "<action application='bridge' data='user/$1'/>"))
        let decision = plan.route(CallFacts(destinationNumber: "anna|trunk/carrier/00"), in: "main")

        guard case .bridge(let bridge) = decision.actions.first else {
            Issue.record("\(decision)")
            return
        }
        #expect(bridge.stages == [[BridgeTarget(.user("anna|trunk/carrier/00"))]])
    }

    @Test(arguments: [
        ("1", ["set caller-name=one", "answer-and-echo"]),
        ("2", ["reject cause=user-busy"]),
        ("3", ["bridge user/anna", "answer-and-echo"]),
        ("4", ["reject cause=no-route-to-destination"]),
    ])
    func `the first extension that acts and does not continue decides`(number: String, outcome: [String]) throws {
        let plan = try PlanText.extensions(
            """
            <extension name='a' continue='true'><condition field='destination-number' expression='1'>
              <action application='set' data='caller-name=one'/></condition></extension>
            <extension name='b'><condition field='destination-number' expression='2'>
              <action application='reject' cause='17'/></condition></extension>
            <extension name='c' continue='true'><condition field='destination-number' expression='3'>
              <action application='bridge' data='user/anna'/></condition></extension>
            <extension name='d'><condition field='destination-number' expression='[1-3]'>
              <action application='answer-and-echo'/></condition></extension>
            """
        )

        #expect(PlanText.outcome(plan, number) == outcome)
    }

    @Test(arguments: [
        ("on-false", "12", ["bridge user/anna", "bridge user/ben"]),
        ("on-false", "11", ["bridge user/anna", "bridge user/carl"]),
        ("on-false", "22", ["reject cause=no-route-to-destination"]),
        ("on-true", "12", ["bridge user/anna"]),
        ("on-true", "22", ["bridge user/ben"]),
        ("always", "22", ["reject cause=no-route-to-destination"]),
        ("always", "12", ["bridge user/anna"]),
        ("never", "22", ["bridge user/ben"]),
        ("never", "21", ["bridge user/carl"]),
    ])
    func `break says whether the next condition is read`(rule: String, number: String, outcome: [String]) throws {
        let plan = try PlanText.extensions(
            """
            <extension name='a'><condition field='destination-number' expression='1.' break='\(rule)'>
              <action application='bridge' data='user/anna'/></condition>
            <condition field='destination-number' expression='.2'>
              <action application='bridge' data='user/ben'/>
              <anti-action application='bridge' data='user/carl'/></condition></extension>
            """
        )

        #expect(PlanText.outcome(plan, number) == outcome)
    }

    @Test
    func `what is set is seen at once by conditions and targets below`() throws {
        let plan = try PlanText.extensions(
            """
            <extension name='normal' continue='true'>
              <condition field='destination-number' expression='0(.*)'>
                <action application='set' data='destination-number=+49$1'/>
                <action application='set' data='kind=national'/></condition>
              <condition field='${kind}/${destination-number}' expression='national/(.*)'>
                <action application='set' data='seen=$1'/></condition></extension>
            <extension name='out'><condition field='destination-number' expression='\\+(.*)'>
              <action application='bridge' data='trunk/carrier/$1'/></condition></extension>
            """
        )
        let decision = plan.route(CallFacts(destinationNumber: "0301234"), in: "main")

        #expect(
            decision.actions.map(\.description)
                == ["set destination-number=+49301234", "bridge trunk/carrier/49301234"]
        )
        #expect(decision.extensionName == "out")
        #expect(decision.problem == nil)
        #expect(
            decision.variables == [
                RouteDecision.Variable(name: "kind", value: "national"),
                RouteDecision.Variable(name: "seen", value: "+49301234"),
            ]
        )
    }

    @Test(arguments: [
        ("destination-number", "200"), ("destination-host", "h.example"), ("caller-number", "100"),
        ("caller-name", "Anna"), ("diverting-number", "300"), ("user", "anna"), ("trunk", "carrier"),
        ("listener", "lan"), ("transport", "tcp"), ("protocol", "mgcp"), ("source-address", "2001:db8::1"),
        ("context", "main"),
    ])
    func `each fact is read by its name`(field: String, value: String) throws {
        let plan = try PlanText.extensions(
            """
            <extension name='e'><condition field='\(field)' expression='(.*)'>
              <action application='reject' cause='17' reason='$1|${\(field)}'/></condition></extension>
            """
        )
        let facts = CallFacts(
            destinationNumber: "200",
            callerNumber: "100",
            callerName: "Anna",
            user: "anna",
            trunk: "carrier",
            listener: "lan",
            source: TransportAddress(IPAddress(high: 0x2001_0DB8_0000_0000, low: 1), 5060),
            destinationHost: "h.example",
            transport: "tcp",
            signaling: .mgcp,
            divertingNumber: "300"
        )

        #expect(
            plan.route(facts, in: "main").actions
                == [.reject(RejectAction(cause: .userBusy, reason: ByteString("\(value)|\(value)")))]
        )
    }

    @Test
    func `control characters never reach a reason`() throws {
        let plan = try PlanText.extensions(
            PlanText.on("(.*)", "<action application='reject' cause='17' reason='no $1'/>")
        )

        #expect(PlanText.outcome(plan, "a\r\nb\u{7F}") == ["reject cause=user-busy reason=\"no a  b \""])
    }
}

struct RouteLimitTests {
    @Test
    func `a context that does not exist refuses the call`() throws {
        let plan = try PlanText.read("<dialplan/>")
        let decision = plan.route(CallFacts(destinationNumber: "1"), in: "main")

        #expect(decision.problem == .unknownContext)
        #expect(decision.actions == [.reject(RejectAction(cause: .noRouteToDestination))])
    }

    @Test
    func `a number longer than the limit is refused`() throws {
        let plan = try PlanText.extensions(PlanText.on("(.*)", "<action application='bridge' data='user/$1'/>"))
        let decision = plan.route(
            CallFacts(destinationNumber: ByteString(Array(repeating: 0x31, count: 1025))),
            in: "main"
        )

        #expect(decision.problem == .valueTooLong)
        #expect(decision.actions == [.reject(RejectAction(cause: .invalidNumberFormat))])
    }

    @Test
    func `values that double again and again end at the limit`() throws {
        let doubling = (0..<40).map { _ in "<action application='set' data='x=${x}${x}'/>" }.joined()
        let plan = try PlanText.extensions(
            PlanText.on(
                "(.*)",
                "<action application='set' data='x=ab'/>\(doubling)<action application='answer-and-echo'/>"
            )
        )

        #expect(plan.route(CallFacts(destinationNumber: "1"), in: "main").problem == .valueTooLong)
    }

    @Test
    func `conditions and actions are bounded`() throws {
        let extensions = String(
            repeating: "<extension name='e' continue='true'><condition><action application='bridge' "
                + "data='user/anna'/></condition></extension>",
            count: 70
        )
        let facts = CallFacts(destinationNumber: "1")

        #expect(try PlanText.extensions(extensions).route(facts, in: "main").problem == .tooManySteps)
        #expect(
            try PlanText.extensions(extensions, limits: DialplanLimits(conditions: 9)).route(facts, in: "main").problem
                == .tooManySteps
        )
        #expect(
            try PlanText.extensions(extensions, limits: DialplanLimits(actions: 70)).route(facts, in: "main").actions
                .count == 70
        )
    }

    @Test
    func `a thousand rules against a long number take time in proportion`() throws {
        let rules = (0..<1000).map { index in
            "<extension name='e\(index)'><condition field='destination-number' expression='(\\d*)#\(index)(1*)*2'>"
                + "<action application='bridge' data='trunk/carrier/$1'/></condition></extension>"
        }
        let plan = try PlanText.extensions(rules.joined(separator: "\n"), limits: DialplanLimits(valueOctets: 1 << 17))
        let clock = ContinuousClock()
        let times = [1 << 12, 1 << 16].map { count in
            let facts = CallFacts(destinationNumber: ByteString(Array(repeating: 0x31, count: count)))
            let runs = (0..<2).map { _ in
                clock.measure { #expect(plan.route(facts, in: "main").problem == .noMatch) }
            }
            return runs.min() ?? .zero
        }

        // Sixteen times the octets: a quadratic step anywhere would take minutes.
        #expect(times[1] < times[0] * 80 + .seconds(1), "\(times)")
    }
}
