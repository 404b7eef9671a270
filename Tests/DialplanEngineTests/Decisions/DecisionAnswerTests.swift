import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// Answers of decision servers: they can do what the plan could do, and nothing else.
struct DecisionAnswerTests {
    private static let text = """
        <dialplan>
        <table name='seen'/>
        <context name='main'><extension name='asks'><condition field='destination-number' expression='9.*'>
        <action application='set' data='caller-name=Known'/>
        <action application='ask' decision='fraud'/>
        <action application='reject' cause='call-rejected'/>
        </condition></extension></context>
        <context name='team'><extension name='group'><condition field='destination-number' expression='(\\d+)'>
        <action application='bridge' data='[caller-name=${caller-name}]user/$1'/>
        </condition></extension></context>
        </dialplan>
        """

    /// A run that waits for the answer.
    private func asking() throws -> DialplanRun {
        let plan = try PlanText.read(Self.text)
        let facts = CallFacts(destinationNumber: "900", callerNumber: "100", callerName: "Caller")
        var run = plan.begin(facts, in: "main", memory: DialplanMemory())
        while let action = run.next(after: .done, memory: DialplanMemory()) {
            if case .ask = action {
                return run
            }
        }
        Issue.record("the plan asks nobody")
        return run
    }

    /// Everything that is done after the answer, or what is wrong with it.
    private func actions(after answer: String) throws -> [String] {
        var run = try self.asking()
        do {
            _ = try run.take(answer: Array(answer.utf8), memory: DialplanMemory())
        } catch {
            let rest = self.rest(of: &run)
            #expect(rest == ["reject cause=call-rejected"], "a wrong answer must change nothing")
            return error.problems.map(\.description)
        }
        return self.rest(of: &run)
    }

    private func rest(of run: inout DialplanRun) -> [String] {
        var actions: [String] = []
        while let action = run.next(after: .done, memory: DialplanMemory()) {
            actions.append(action.description)
        }
        return actions
    }

    @Test(arguments: [
        (
            #"{"application":"bridge","data":"trunk/carrier/49|[delay=5s]user/anna,line/lobby","timeout":"20s"}"#,
            ["bridge [timeout=20s]trunk/carrier/49|[timeout=20s,delay=5s]user/anna,[timeout=20s]line/lobby"]
        ),
        (
            #"{"application":"bridge","data":"[rings=3]user/anna","fail-over":"any","ringback":"generate"}"#,
            ["bridge [rings=3]user/anna ringback=generate fail-over=any"]
        ),
        (
            #"{"application":"reject","cause":21,"status":603,"reason":"No"}"#,
            ["reject cause=call-rejected status=603 reason=\"No\""]
        ),
        (#"{"application":"redirect","data":"sip:1@192.0.2.1"}"#, ["redirect sip:1@192.0.2.1"]),
        (#"{"application":"answer-and-echo"}"#, ["answer-and-echo"]),
    ])
    func `an action that decides takes the place of what stands below`(action: String, expected: [String]) throws {
        #expect(try self.actions(after: "{\"actions\":[\(action)]}") == expected)
    }

    @Test
    func `values that are set count for what follows in the answer`() throws {
        let answer = #"""
            {"actions":[{"application":"set","data":"caller-number=0"},{"application":"set","data":"privacy=true"},
             {"application":"header","add":"X-Score","value":"7"},{"application":"limit","resource":"r","calls":2},
             {"application":"log","data":"scored"},{"application":"remember","table":"seen","key":"100","value":"1"},
             {"application":"bridge","data":"user/anna"},{"application":"bridge","data":"user/ben","after":"user-busy"}]}
            """#
        #expect(
            try self.actions(after: answer) == [
                "set caller-number=0", "set privacy=true", "header leg=called add=X-Score value=\"7\"",
                "limit resource=r calls=2 cause=switching-equipment-congestion", "log level=info data=\"scored\"",
                "remember table=seen key=100 value=\"1\"", "bridge user/anna",
            ]
        )
    }

    @Test(arguments: [#"{"actions":[]}"#, #" { "actions" : [ ] } "#])
    func `an answer without actions leaves the decision`(answer: String) throws {
        #expect(try self.actions(after: answer) == ["reject cause=call-rejected"])
    }

    @Test
    func `an answer that only sets values is done before what stands below`() throws {
        let answer = #"{"actions":[{"application":"set","data":"maximum-duration=60s"}]}"#
        #expect(
            try self.actions(after: answer) == ["set maximum-duration=60s", "reject cause=call-rejected"]
        )
    }

    @Test
    func `the search goes on in a context of the plan with what was set before`() throws {
        let answer = #"{"actions":[{"application":"transfer","context":"team","data":"200"}]}"#
        #expect(
            try self.actions(after: answer) == ["set destination-number=200", "bridge [caller-name=Known]user/200"]
        )
        var run = try self.asking()
        #expect(try run.take(answer: Array(answer.utf8), memory: DialplanMemory()) == .decides)
        #expect(run.decision.extensionName == "group")
    }

    @Test
    func `nothing of an answer is filled in`() throws {
        let answer = #"{"actions":[{"application":"log","data":"$1 ${user} $$ $"}]}"#
        #expect(try self.actions(after: answer).first == #"log level=info data="$1 ${user} $$ $""#)
    }

    private static let wrong: [(String, String)] = [
        ("[]", "answer of fraud: the answer is no object with \"actions\""),
        (#"{"action":[]}"#, "answer of fraud: the answer is no object with \"actions\""),
        (
            #"{"actions":[],"more":1}"#,
            "answer of fraud: the answer has \"more\", which means nothing; it has only \"actions\""
        ),
        (#"{"actions":{}}"#, "answer of fraud: \"actions\" is an object and no list"),
        (#"{"actions":["reject"]}"#, "answer of fraud:1: an action is text and no object"),
        (#"{"actions":[{}]}"#, "answer of fraud:1: <action> has no application; add application=\"…\""),
        (
            #"{"actions":[{"application":"hangup"}]}"#,
            "answer of fraud:1: there is no application \"hangup\"; use reject"
        ),
        (#"{"actions":[{"application":"bridge","data":["a"]}]}"#, "answer of fraud:1: \"data\" is a list and no text"),
        (#"{"actions":[{"application":"bridge","data":null}]}"#, "answer of fraud:1: \"data\" is null and no text"),
        (
            #"{"actions":[{"application":"log","data":"a\u0000b"}]}"#,
            "answer of fraud:1: \"data\" has a control character"
        ),
        (
            #"{"actions":[{"application":"bridge","data":"user/nobody"}]}"#,
            "answer of fraud:1: there is no user \"nobody\"; known: 200, anna, ben, carl, reception"
        ),
        (
            #"{"actions":[{"application":"header","add":"Via","value":"x"}]}"#,
            "answer of fraud:1: the header \"Via\" cannot be changed; use a header's name that the protocol does not itself "
                + "depend on, as X-Account"
        ),
        (
            #"{"actions":[{"application":"log","data":"a"},{"application":"transfer","context":"mian"}]}"#,
            "answer of fraud:2: there is no context \"mian\"; did you mean \"main\"?"
        ),
        (
            #"{"actions":[{"application":"ask","decision":"fraud"}]}"#,
            "answer of fraud:1: an answer cannot ask; transfer to a context that does"
        ),
        (
            #"{"actions":[{"application":"set","data":"account=1"}]}"#,
            "answer of fraud:1: an answer sets no variables, as \"account\", only destination-number, caller-number, "
                + "caller-name, privacy, maximum-duration"
        ),
        (
            #"{"actions":[{"application":"reject","cause":"none"},{"application":"answer"}]}"#,
            "answer of fraud:1: there is no cause \"none\"; write a Q.850 number (1 to 127) or name, as user-busy"
        ),
        (
            #"{"actions":[{"application":"remember","table":"more","key":"1","value":"2"}]}"#,
            "answer of fraud:1: there is no table \"more\"; known: seen"
        ),
    ]

    @Test(arguments: Self.wrong)
    func `a wrong answer is refused and what stands below is done`(answer: String, problem: String) throws {
        #expect(try self.actions(after: answer) == [problem])
    }

    @Test
    func `how much an answer may say is bounded`() throws {
        let many = [String](repeating: #"{"application":"answer"}"#, count: 65).joined(separator: ",")
        #expect(
            try self.actions(after: "{\"actions\":[\(many)]}") == ["answer of fraud: there are more than 64 actions"]
        )
        let long = String(repeating: "a", count: 1025)
        #expect(
            try self.actions(after: #"{"actions":[{"application":"log","data":""# + long + #""}]}"#)
                == ["answer of fraud:1: \"data\" is longer than 1024 octets"]
        )
    }

    @Test
    func `answers that are damaged at random are refused or obeyed, and nothing else`() throws {
        let answer = Array(#"{"actions":[{"application":"bridge","data":"trunk/carrier/$49","timeout":"2s"}]}"#.utf8)
        let run = try self.asking()
        var random = IdentifierSource(seed: 11)
        for _ in 0..<500 {
            var damaged = answer
            for _ in 0...random.number(below: 3) {
                damaged[Int(random.number(below: UInt64(damaged.count)))] = UInt8(random.number(below: 256))
            }
            var own = run
            _ = try? own.take(answer: damaged, memory: DialplanMemory())
            #expect(own.next(after: .done, memory: DialplanMemory()) != nil)
        }
    }
}
