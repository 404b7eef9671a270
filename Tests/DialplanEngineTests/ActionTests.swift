import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// Every application, as its action reads in the words of a dialplan, and what each refuses.
struct ActionTests {
    @Test(arguments: [
        ("application='answer'", "answer"),
        ("application='pre-answer'", "pre-answer"),
        ("application='ring-ready'", "ring-ready"),
        ("application='sleep' duration='1500ms'", "sleep duration=1500ms"),
        ("application='play' tones='440+480:2s/4s, 425:500ms'", "play tones=440+480:2s/4s,425:500ms"),
        ("application='play' silence='2' repeat='3'", "play silence=2s repeat=3"),
        ("application='play' recording='welcome' repeat='endless'", "play recording=welcome repeat=endless"),
        ("application='send-digits' data='12*#A'", "send-digits data=12*#A"),
        ("application='send-digits' data='9$1'", "send-digits data=9123"),
        (
            "application='limit' resource='out' calls='3'",
            "limit resource=out calls=3 cause=switching-equipment-congestion"
        ),
        (
            "application='limit' resource='user-${user}' calls='1' cause='user-busy'",
            "limit resource=user-anna calls=1 cause=user-busy"
        ),
        ("application='log' data='to $1'", "log level=info data=\"to 123\""),
        ("application='log' level='warning' data='fixed'", "log level=warning data=\"fixed\""),
        ("application='header' add='X-Account' value='${user}'", "header leg=called add=X-Account value=\"anna\""),
        (
            "application='header' leg='caller' replace='Server' value='x'",
            "header leg=caller replace=Server value=\"x\""
        ),
        ("application='header' remove='Alert-Info'", "header leg=called remove=Alert-Info"),
        ("application='remember' table='last' key='$1' value='${user}'", "remember table=last key=123 value=\"anna\""),
        ("application='forget' table='last' key='${user}'", "forget table=last key=anna"),
    ])
    func `an application becomes its action`(attributes: String, text: String) throws {
        let plan = try Self.plan("<action \(attributes)/><action application='bridge' data='user/anna'/>")
        #expect(PlanText.outcome(plan, "0123") == [text, "bridge user/anna"])
    }

    @Test(arguments: [
        ("[delay=5s]user/anna,user/ben", "bridge [delay=5s]user/anna,user/ben"),
        ("[timeout=9,rings=3]user/anna", "bridge [timeout=9s,rings=3]user/anna"),
        ("[caller-number=$1]trunk/carrier/$1", "bridge [caller-number=123]trunk/carrier/123"),
        ("[caller-name=Support]user/anna", "bridge [caller-name=Support]user/anna"),
    ])
    func `a target has settings of its own`(data: String, text: String) throws {
        #expect(PlanText.outcome(try Self.plan("<action application='bridge' data='\(data)'/>"), "0123") == [text])
    }

    @Test
    func `the caller may stay when the answered party hangs up`() throws {
        let plan = try Self.plan("<action application='bridge' data='user/anna' afterwards='go-on'/>")
        #expect(PlanText.outcome(plan, "0123") == ["bridge user/anna afterwards=go-on"])
    }

    @Test
    func `a refusal may have a status of its own`() throws {
        let plan = try Self.plan("<action application='reject' cause='user-busy' status='600' reason='$1'/>")
        #expect(PlanText.outcome(plan, "0123") == ["reject cause=user-busy status=600 reason=\"123\""])
    }

    @Test
    func `digits that a call fills in must be digits`() throws {
        let plan = try PlanText.extensions(
            PlanText.on("(.*)", "<action application='send-digits' data='$1'/>")
        )
        #expect(PlanText.outcome(plan, "12") == ["send-digits data=12"])
        let decision = plan.route(CallFacts(destinationNumber: "ab"), in: "main")
        #expect(decision.problem == .invalidValue)
    }

    @Test
    func `nothing that a caller sends can break out of a header`() throws {
        let plan = try Self.plan(
            "<action application='header' add='X-Name' value='${caller-name}'/>"
                + "<action application='bridge' data='user/anna'/>"
        )
        let facts = CallFacts(destinationNumber: "0123", callerName: "a\r\nVia: b")
        #expect(
            plan.route(facts, in: "main").actions.first?.description
                == "header leg=called add=X-Name value=\"a  Via: b\""
        )
        let invalid = CallFacts(destinationNumber: "0123", callerName: ByteString([0xFF, 0xFE]))
        #expect(plan.route(invalid, in: "main").problem == .invalidValue)
    }

    // MARK: What depends on a bridge

    @Test
    func `an action after certain causes is done after these alone`() throws {
        let plan = try Self.plan(
            """
            <action application='bridge' data='user/anna' fail-over='any'/>
            <action application='bridge' data='user/ben' after='user-busy'/>
            <action application='bridge' data='user/carl' after='no-answer,congestion'/>
            <action application='reject' cause='no-answer'/>
            """
        )
        #expect(Self.run(plan, failing: [.userBusy]) == ["bridge user/anna fail-over=any", "bridge user/ben"])
        #expect(Self.run(plan, failing: [.congestion]) == ["bridge user/anna fail-over=any", "bridge user/carl"])
        #expect(
            Self.run(plan, failing: [.callRejected]) == ["bridge user/anna fail-over=any", "reject cause=no-answer"]
        )
        #expect(
            Self.run(plan, failing: [.userBusy, .noAnswer])
                == ["bridge user/anna fail-over=any", "bridge user/ben", "bridge user/carl"]
        )
    }

    @Test
    func `a transfer after certain causes brings the other context's actions and ends the list`() throws {
        let plan = try PlanText.read(
            """
            <dialplan><context name='main'>
            <extension name='e'><condition field='destination-number' expression='0123'>
            <action application='bridge' data='user/anna'/>
            <action application='transfer' context='mail' data='7' after='no-answer'/>
            <action application='bridge' data='user/ben'/>
            </condition></extension></context>
            <context name='mail'><extension name='m'><condition field='destination-number' expression='7'>
            <action application='bridge' data='user/carl'/></condition></extension></context></dialplan>
            """
        )
        #expect(
            Self.run(plan, failing: [.noAnswer, .noAnswer])
                == ["bridge user/anna", "set destination-number=7", "bridge user/carl"]
        )
        #expect(Self.run(plan, failing: [.userBusy]) == ["bridge user/anna", "bridge user/ben"])
    }

    /// The actions of a call to 0123, whose bridges fail with these causes, one after another.
    private static func run(_ plan: Dialplan, failing causes: [Q850Cause]) -> [String] {
        let memory = DialplanMemory()
        var run = plan.begin(CallFacts(destinationNumber: "0123"), in: "main", memory: memory)
        var causes = causes[...]
        var texts: [String] = []
        var outcome = ActionOutcome.done
        while let action = run.next(after: outcome, memory: memory) {
            texts.append(action.description)
            outcome = .done
            if case .bridge = action {
                guard let cause = causes.popFirst() else {
                    return texts
                }
                outcome = .failed(.local(.ringTimeout, cause))
            }
        }
        return texts
    }

    // MARK: Refusals

    @Test(arguments: [
        ("application='sleep'", "sleep has no duration; add for example duration=\"2s\""),
        (
            "application='play'",
            "play has nothing to play; write one of tones=\"425:1s/4s\", silence=\"2s\" and recording=\"NAME\""
        ),
        (
            "application='play' silence='1' tones='425:1s'",
            "play has more than one thing to play; "
                + "write one of tones=\"425:1s/4s\", silence=\"2s\" and recording=\"NAME\""
        ),
        (
            "application='play' tones='425'",
            "\"425\" is no tone; write one or two frequencies of 20 to 3800 hertz and a time, as 425:1s or 440+480:2s/4s"
        ),
        (
            "application='play' tones='1+2+3:1s'",
            "\"1+2+3:1s\" is no tone; "
                + "write one or two frequencies of 20 to 3800 hertz and a time, as 425:1s or 440+480:2s/4s"
        ),
        ("application='play' silence='1' repeat='0'", "repeat=\"0\" is no number; write 1 to 1000, or endless"),
        ("application='play' recording='welcom'", "there is no recording \"welcom\"; did you mean \"welcome\"?"),
        ("application='send-digits' data='12x'", "\"12x\" are no digits; use 0 to 9, *, # and A to D"),
        ("application='send-digits'", "\"\" are no digits; use 0 to 9, *, # and A to D"),
        (
            "application='limit' calls='1'",
            "limit has no resource; add resource=\"NAME\", as outbound or user-${user}"
        ),
        ("application='limit' resource='a' calls='-1'", "limit has no number of calls; add for example calls=\"10\""),
        ("application='log'", "log has no words; add data=\"…\""),
        ("application='log' level='loud' data='x'", "level=\"loud\" is not known; known: debug, info, warning, error"),
        (
            "application='header'",
            "header changes nothing; write one of add=\"NAME\", replace=\"NAME\" and remove=\"NAME\""
        ),
        (
            "application='header' add='Via' value='x'",
            "the header \"Via\" cannot be changed; "
                + "use a header's name that the protocol does not itself depend on, as X-Account"
        ),
        (
            "application='header' add='X A' value='x'",
            "the header \"X A\" cannot be changed; "
                + "use a header's name that the protocol does not itself depend on, as X-Account"
        ),
        ("application='header' add='X-A'", "header has no value; add value=\"…\""),
        (
            "application='header' remove='X-A' value='x'",
            "a header that is removed has no value; remove value=\"…\""
        ),
        ("application='transfer'", "transfer has no context; add context=\"NAME\""),
        (
            "application='transfer' context='$1'",
            "the context \"$1\" is filled in by the call; "
                + "write the context's name itself, so that no caller chooses where it may call"
        ),
        ("application='transfer' context='mian'", "there is no context \"mian\"; did you mean \"main\"?"),
        ("application='remember' table='last' key='1'", "remember has no value; add value=\"…\", or use forget"),
        (
            "application='remember' table='lst' key='1' value='2'",
            "there is no table \"lst\"; did you mean \"last\"?"
        ),
        ("application='forget' key='1'", "forget needs a table and a key; add table=\"…\" and key=\"…\""),
        (
            "application='reject' cause='17' status='200'",
            "status=\"200\" is no status of a refusal; write 400 to 699"
        ),
        (
            "application='reject' cause='21' status='407'",
            "status=\"407\" is malformed without Proxy-Authenticate (RFC 3261 §20.27), which no dialplan can write; "
                + "write 403, or leave the status to the cause"
        ),
        (
            "application='reject' cause='127' status='420'",
            "status=\"420\" is malformed without Unsupported (RFC 3261 §21.4.15), which no dialplan can write; "
                + "write 400, or leave the status to the cause"
        ),
        (
            "application='bridge' data='[rings=0]user/anna'",
            "rings=0 is no number of rings; write 1 to 50"
        ),
        (
            "application='bridge' data='user/anna' after='user-busy'",
            "after=\"…\" has no bridge above it; put it below a bridge, or remove it"
        ),
    ])
    func `what cannot be done is refused`(attributes: String, problem: String) {
        #expect(Self.problems("<action \(attributes)/>") == ["plan.xml:4: \(problem)"])
    }

    @Test
    func `an action for causes that its bridge does not let pass is refused`() {
        let problems = Self.problems(
            "<action application='bridge' data='user/anna' fail-over='user-busy'/>"
                + "<action application='answer' after='no-answer'/>"
        )
        #expect(
            problems == [
                "plan.xml:4: this is never done: the bridge above ends the call after no-answer; "
                    + "add the causes to its fail-over"
            ]
        )
    }

    @Test(arguments: ["set' data='a=1", "header' add='X-A' value='1"])
    func `what is visible at once cannot wait for a bridge`(application: String) {
        let problems = Self.problems(
            "<action application='bridge' data='user/anna'/><action application='\(application)' after='user-busy'/>"
        )
        #expect(problems.count == 1)
        #expect(problems.first?.contains("cannot wait for what comes of a bridge") == true, "\(problems)")
    }

    private static func file(_ actions: String) -> String {
        """
        <dialplan><table name='last'/><context name='main'>
        <extension name='e'>
        <condition field='destination-number' expression='0(\\d+)'>
        \(actions)
        </condition></extension></context></dialplan>
        """
    }

    private static func plan(_ actions: String) throws -> Dialplan {
        try PlanText.read(self.file(actions))
    }

    private static func problems(_ actions: String) -> [String] {
        PlanText.problems(file: self.file(actions))
    }
}
