import CallControl
import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// Calls that ask a decision server: what it answers, and everything that can go wrong with it.
struct DecisionTests {
    private static let actions = """
        <action application='ask' decision='fraud'/>
        <action application='reject' cause='temporary-failure'/>
        """

    private static let bridge = #"{"actions":[{"application":"bridge","data":"sip:b@b"}]}"#

    private func script(
        _ actions: String = Self.actions,
        configure: (inout DecisionSettings) -> Void = { _ in }
    ) throws -> CallScript {
        var settings = DecisionSettings()
        configure(&settings)
        return try CallScript(actions) { $0.decisions["fraud"] = settings }
    }

    private static func answer(_ text: String) -> DecisionResult {
        .answered(Array(text.utf8))
    }

    private static let byDefault = ["A release 41 dialplan"]

    private func failures(_ script: CallScript) -> [DecisionFailure] {
        script.observations.compactMap { observation in
            if case .undecided(_, by: "fraud", let failure) = observation { failure } else { nil }
        }
    }

    private func rests(_ script: CallScript) -> [Bool] {
        script.observations.compactMap { observation in
            if case .decisionServerRests("fraud", let rests) = observation { rests } else { nil }
        }
    }

    @Test
    func `an answer takes the place of what stands below the question`() throws {
        var script = try self.script()
        #expect(script.call() == [])
        guard case .ask(let request) = script.decisionOrders.first else {
            Issue.record("nobody was asked")
            return
        }
        #expect(request.server == "fraud")
        guard case .object(let members) = try JSONReader.read(request.body) else {
            Issue.record("the question is no object")
            return
        }
        #expect(members.first { $0.name == "destination" }?.value == .string("200"))
        #expect(script.wait(.milliseconds(499)) == [])
        #expect(script.decide(1, Self.answer(Self.bridge)) == ["B1 place sip:b@b offer 30002"])
        #expect(script.wait(.milliseconds(1)) == [])
        #expect(script.placed(1, .released(.status(486, .userBusy))) == ["A release 17 486"])
        script.finish(CallScript.caller)
        #expect(script.records.first?.extension == "all")
        #expect(self.failures(script) == [])
        #expect(script.decisionOrders.count == 1)
    }

    @Test
    func `an answer that only sets values leaves the decision to what stands below`() throws {
        var script = try self.script(
            """
            <action application='ask' decision='fraud'/>
            <action application='bridge' data='sip:b@b'/>
            """
        )
        #expect(script.call() == [])
        let heard = script.decide(
            1,
            Self.answer(
                #"{"actions":[{"application":"header","leg":"caller","add":"X-Score","value":"7"}]}"#
            )
        )
        #expect(heard == ["A change X-Score 7", "B1 place sip:b@b offer 30002"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `no opinion leaves the decision to what stands below, and is no failure`() throws {
        var script = try self.script()
        #expect(script.call() == [])
        #expect(script.decide(1, .noOpinion) == Self.byDefault)
        #expect(self.failures(script) == [])
        script.finish(CallScript.caller)
    }

    @Test
    func `after its time the question is withdrawn, the default is done and a late answer is nothing`() throws {
        var script = try self.script()
        #expect(script.call() == [])
        #expect(script.wait(.milliseconds(499)) == [])
        #expect(script.wait(.milliseconds(1)) == Self.byDefault)
        #expect(script.decisionOrders.last == .withdraw(DecisionID(1)))
        #expect(self.failures(script) == [.timedOut])
        #expect(script.decide(1, Self.answer(Self.bridge)) == [])
        script.finish(CallScript.caller)
        #expect(script.decide(1, Self.answer(Self.bridge)) == [])
    }

    @Test(arguments: [
        DecisionFailure.unreachable("refused"), .status(500), .notHTTP, .tooLong, .timedOut,
    ])
    func `a server that fails leads to the default`(failure: DecisionFailure) throws {
        var script = try self.script()
        _ = script.call()
        #expect(script.decide(1, .failed(failure)) == Self.byDefault)
        #expect(self.failures(script) == [failure])
        script.finish(CallScript.caller)
    }

    @Test(arguments: [
        ("hello", "answer of fraud: it is no JSON: this is no value at octet 0"),
        (
            #"{"actions":[{"application":"bridge","data":"trunk/carier/1"}]}"#,
            "answer of fraud:1: there is no trunk \"carier\"; did you mean \"carrier\"? "
                + "(trunks are defined in the configuration)"
        ),
    ])
    func `a wrong answer leads to the default and is told with its place`(answer: String, problem: String) throws {
        var script = try self.script()
        _ = script.call()
        #expect(script.decide(1, Self.answer(answer)) == Self.byDefault)
        #expect(self.failures(script) == [.wrongAnswer(ByteString(problem))])
        script.finish(CallScript.caller)
    }

    @Test
    func `a caller who gives up withdraws the question`() throws {
        var script = try self.script()
        _ = script.call()
        _ = script.caller(.released(.normal))
        #expect(script.decisionOrders.last == .withdraw(DecisionID(1)))
        #expect(script.decide(1, Self.answer(Self.bridge)) == [])
        script.finish()
    }

    @Test
    func `a call that is released from outside withdraws the question`() throws {
        var script = try self.script()
        _ = script.call()
        let call = script.controller.summaries.first?.call
        let isFound = call.map { script.controller.release($0, at: script.now) }
        #expect(isFound == true)
        #expect(script.drain() == ["A release 16 adminRequest"])
        #expect(script.decisionOrders.last == .withdraw(DecisionID(1)))
        script.finish(CallScript.caller)
    }

    @Test
    func `at the limit a call does without an answer`() throws {
        var script = try self.script { $0.questions = 1 }
        #expect(script.call() == [])
        #expect(script.call(from: CallScript.incoming(2)) == ["A2 release 41 dialplan"])
        #expect(self.failures(script) == [.limit])
        #expect(script.decide(1, .noOpinion) == Self.byDefault)
        #expect(script.call(from: CallScript.incoming(3)) == [])
        #expect(script.decisionOrders.count == 2)
    }

    @Test
    func `a question that is too long is not asked`() throws {
        var script = try self.script { $0.questionOctets = 100 }
        #expect(script.call() == Self.byDefault)
        #expect(self.failures(script) == [.questionTooLong])
        #expect(script.decisionOrders == [])
        script.finish(CallScript.caller)
    }

    @Test
    func `a server that nobody has configured is not asked`() throws {
        var script = try CallScript(Self.actions)
        #expect(script.call() == Self.byDefault)
        #expect(self.failures(script) == [.unknown])
        script.finish(CallScript.caller)
    }

    @Test
    func `a server that fails in a row is left alone, tried by one call and then asked again`() throws {
        var script = try self.script {
            $0.breaker.failures = 2
            $0.breaker.rest = .seconds(10)
        }
        _ = script.call(from: CallScript.incoming(1))
        #expect(script.decide(1, .failed(.status(503))) == Self.byDefault)
        #expect(self.rests(script) == [])
        _ = script.call(from: CallScript.incoming(2))
        _ = script.decide(2, Self.answer("{}"))
        #expect(self.rests(script) == [true])
        #expect(script.call(from: CallScript.incoming(3)) == ["A3 release 41 dialplan"])
        #expect(self.failures(script).last == .resting)
        _ = script.wait(.seconds(10))
        #expect(script.call(from: CallScript.incoming(4)) == [])
        #expect(script.call(from: CallScript.incoming(5)) == ["A5 release 41 dialplan"])
        _ = script.decide(3, .noOpinion)
        #expect(self.rests(script) == [true, false])
        #expect(script.call(from: CallScript.incoming(6)) == [])
    }

    @Test
    func `a caller who was answered first hears the gateway while it waits`() throws {
        var script = try self.script("<action application='answer'/>" + Self.actions)
        #expect(script.call() == ["A answer p0 30000", "A accept"])
        #expect(script.caller(.confirmed) == [])
        #expect(script.decide(1, Self.answer(Self.bridge)) == ["B1 place sip:b@b offer 30002"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a server that sends a call round in circles is asked a bounded number of times`() throws {
        var script = try CallScript(
            plan: """
                <dialplan><context name='main'><extension name='all'><condition>
                \(Self.actions)
                </condition></extension></context></dialplan>
                """
        ) { $0.decisions["fraud"] = DecisionSettings() }
        var heard = script.call()
        var asked: UInt64 = 0
        while heard == [], asked < 100 {
            asked += 1
            heard = script.decide(asked, Self.answer(#"{"actions":[{"application":"transfer","context":"main"}]}"#))
        }
        #expect(heard == Self.byDefault)
        #expect(asked == UInt64(DialplanLimits().transfers))
        script.finish(CallScript.caller)
    }
}
