import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// `ask` in a dialplan: what is read, what is decided without an answer, and what the server is told.
struct AskTests {
    private static let reject = "<action application='reject' cause='call-rejected'/>"

    @Test
    func `what stands below a question is what is done without an answer`() throws {
        let plan = try PlanText.extensions(
            PlanText.on(
                "0(.*)",
                """
                <action application='set' data='account=42'/>
                <action application='set' data='tier=$1'/>
                <action application='ask' decision='fraud' variables='account, tier'/>
                \(Self.reject)
                """
            )
        )
        #expect(
            PlanText.outcome(plan, "07") == [
                "ask decision=fraud variables account=\"42\" tier=\"7\"", "reject cause=call-rejected",
            ]
        )
    }

    @Test(arguments: [
        ("<action application='ask'/>" + Self.reject, "plan.xml:3: ask names no decision; add decision=\"NAME\""),
        (
            "<action application='ask' decision='frauds'/>" + Self.reject,
            "plan.xml:3: there is no decision \"frauds\"; did you mean \"fraud\"? (decisions are defined in the configuration)"
        ),
        (
            "<action application='ask' decision='fraud' variables='acount'/>" + Self.reject,
            "plan.xml:3: nothing above sets the variable \"acount\"; set it in an action above, in this context"
        ),
        (
            "<action application='ask' decision='fraud' data='x'/>" + Self.reject,
            "plan.xml:3: <action> has no attribute \"data\"; known: application, after, decision, variables"
        ),
        (
            "<action application='ask' decision='fraud'/>",
            "plan.xml:3: it is not said what becomes of the call when no answer comes; write it below in the same "
                + "condition, for example <action application=\"reject\" cause=\"temporary-failure\"/>"
        ),
        (
            "<action application='ask' decision='fraud'/><action application='log' data='no answer'/>",
            "plan.xml:3: it is not said what becomes of the call when no answer comes; write it below in the same "
                + "condition, for example <action application=\"reject\" cause=\"temporary-failure\"/>"
        ),
    ])
    func `a question that cannot be asked is refused where it stands`(actions: String, problem: String) {
        #expect(PlanText.problems(PlanText.on(".*", actions)) == [problem])
    }

    @Test
    func `a question needs a default that counts whatever a bridge came to`() {
        let bridge = "<action application='bridge' data='user/anna'/>"
        let ask = "<action application='ask' decision='fraud' after='user-busy'/>"
        let conditional = "<action application='reject' cause='call-rejected' after='user-busy'/>"
        #expect(PlanText.problems(PlanText.on(".*", bridge + ask + Self.reject)) == [])
        #expect(PlanText.problems(PlanText.on(".*", bridge + ask + conditional)).count == 1)
        #expect(PlanText.problems(PlanText.on(".*", bridge + ask)).count == 1)
    }

    @Test
    func `the server is told what is known of the call`() throws {
        let plan = try PlanText.extensions(
            PlanText.on(
                ".*",
                """
                <action application='set' data='account=a"b'/>
                <action application='set' data='caller-number=0049301'/>
                <action application='ask' decision='fraud' variables='account'/>
                """ + Self.reject
            )
        )
        var facts = CallFacts(
            destinationNumber: "200",
            callerNumber: "100",
            callerName: "Jürgen \\",
            trunk: "carrier",
            listener: "udp",
            source: TransportAddress(.loopbackV4, 5060),
            signaling: .sip,
            divertingNumber: "300",
            time: CivilTime(nanoseconds: 1_767_614_400_000_000_000)
        )
        facts.callerName.bytes.append(0xFF)
        let asks: [AskAction] = plan.route(facts, in: "main").actions.compactMap { action in
            if case .ask(let ask) = action { ask } else { nil }
        }
        let call = CallID(shard: 0, sequence: 36)
        let question = asks.first.map { String(decoding: $0.question(of: call), as: UTF8.self) }
        let expected: [String] = [
            #"{"decision":"fraud","call":"10","context":"main","destination":"200","#,
            #""caller":{"number":"0049301","name":"Jürgen \\"#, "\u{FFFD}", #""},"#,
            #""source":{"trunk":"carrier","user":"","listener":"udp","protocol":"sip","address":"127.0.0.1:5060"},"#,
            #""diverting_number":"300","time":"2026-01-05T12:00:00.000000Z","variables":{"account":"a\"b"}}"#,
        ]
        #expect(question == expected.joined())
    }

    @Test
    func `the explanation has the question and both of its outcomes`() throws {
        let plan = try PlanText.extensions(
            PlanText.on(".*", "<action application='ask' decision='fraud'/>" + Self.reject)
        )
        let lines = plan.explain(CallFacts(destinationNumber: "1"), in: "main").description
        #expect(
            lines.hasSuffix(
                """
                decided by extension "e":
                  ask decision=fraud
                    an answer that decides the call: that, and nothing below
                    no answer in time, a wrong one, or a server that is left alone: what stands below
                  reject cause=call-rejected
                """
            ),
            "\(lines)"
        )
    }

    @Test
    func `another default is another plan`() throws {
        let ask = "<action application='ask' decision='fraud'/>"
        let old = try PlanText.extensions(PlanText.on(".*", ask + Self.reject))
        let new = try PlanText.extensions(PlanText.on(".*", ask + "<action application='bridge' data='user/anna'/>"))
        let comparison = DialplanComparison(from: old, to: new, names: PlanText.names, at: .epoch)
        #expect(comparison.differences.count == 1)
        #expect(comparison.differences.first?.new.actions == ["ask decision=fraud", "bridge user/anna"])
        #expect(DialplanComparison(from: old, to: old, names: PlanText.names, at: .epoch).differences == [])
    }
}
