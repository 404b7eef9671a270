import CallModel
import DialplanEngine
import ProtocolKit
import TestCorpora
import Testing

/// What call control is told, action by action.
struct FreeSWITCHRunTests {
    /// Actions and what becomes of them.
    struct Case: Sendable, CustomTestStringConvertible {
        let actions: [(String, String)]
        let told: [String]

        var testDescription: String {
            self.actions.map { "\($0.0)(\($0.1))" }.joined(separator: " ")
        }
    }

    private static let end = "reject cause=normal-clearing status=480"
    private static let endOfAnswered = "reject cause=normal-clearing"

    static let cases: [Case] = [
        Case(actions: [], told: ["reject cause=no-route-to-destination status=404"]),
        Case(actions: [("answer", "")], told: ["answer", Self.endOfAnswered]),
        Case(actions: [("pre_answer", ""), ("sleep", "2000")], told: ["pre-answer", "sleep duration=2s", Self.end]),
        Case(actions: [("ring_ready", "")], told: ["ring-ready", Self.end]),
        Case(actions: [("hangup", "USER_BUSY")], told: ["reject cause=user-busy status=486"]),
        Case(actions: [("hangup", "")], told: [Self.end]),
        Case(actions: [("hangup", "21"), ("answer", "")], told: ["reject cause=call-rejected status=603"]),
        Case(
            actions: [("respond", "503 Try later")],
            told: ["reject cause=temporary-failure status=503 reason=\"Try later\""]
        ),
        Case(
            actions: [("respond", "405 No")],
            told: ["reject cause=service-not-available status=405 reason=\"No\""]
        ),
        Case(
            actions: [("respond", "407 Who")],
            told: [
                "log level=warning data=\"respond 407 has no challenge or header to send; 403 is sent\"",
                "reject cause=call-rejected status=403 reason=\"Who\"",
            ]
        ),
        Case(actions: [("respond", "")], told: ["reject cause=incompatible-destination status=488"]),
        Case(actions: [("respond", "183"), ("respond", "180")], told: ["pre-answer", "ring-ready", Self.end]),
        Case(
            actions: [("redirect", "sip:anna@sip.example.com,sip:2@192.0.2.1")],
            told: ["redirect sip:anna@sip.example.com,sip:2@192.0.2.1"]
        ),
        Case(actions: [("deflect", "sip:anna@sip.example.com")], told: ["redirect sip:anna@sip.example.com"]),
        Case(
            actions: [("playback", "tone_stream://%(500,250,440,480);loops=3")],
            told: ["play tones=440+480:500ms/250ms repeat=3", Self.end]
        ),
        Case(
            actions: [("playback", "{loops=-1}tone_stream://%(251,0,1004)")],
            told: ["play tones=1004:251ms repeat=endless", Self.end]
        ),
        Case(actions: [("playback", "silence_stream://1500")], told: ["play silence=1500ms", Self.end]),
        Case(actions: [("playback", "ivr/ivr-hold.wav@@8000")], told: ["play recording=ivr/ivr-hold.wav", Self.end]),
        Case(
            actions: [("playback", "file_string://a.wav!b.wav")],
            told: ["play recording=a.wav", "play recording=b.wav", Self.end]
        ),
        Case(actions: [("loop_playback", "+2 a.wav")], told: ["play recording=a.wav repeat=2", Self.end]),
        Case(actions: [("gentones", "%(1000,0,640)|2")], told: ["play tones=640:1s repeat=2", Self.end]),
        Case(actions: [("echo", "")], told: ["answer-and-echo"]),
        Case(actions: [("send_dtmf", "12w#a@200")], told: ["send-digits data=12#A", Self.end]),
        Case(
            actions: [("queue_dtmf", "12w"), ("queue_dtmf", "#@200"), ("bridge", "user/anna")],
            told: [
                "bridge [timeout=60s,of-bridge,digits=12#]user/anna fail-over=any stage-fail-over=any afterwards=go-on",
                Self.end,
            ]
        ),
        Case(
            actions: [
                ("set", "execute_on_answer=park"), ("export", "execute_on_answer=park"), ("bridge", "user/anna"),
            ],
            told: [
                "log level=warning data=\"execute_on_answer=park: only send_dtmf is done there\"",
                "bridge [timeout=60s,of-bridge]user/anna fail-over=any stage-fail-over=any afterwards=go-on", Self.end,
            ]
        ),
        Case(
            actions: [("limit", "hash realm id 2 !USER_BUSY")],
            told: ["limit resource=realm_id calls=2 cause=user-busy", Self.end]
        ),
        Case(actions: [("limit", "hash realm id -1")], told: [Self.end]),
        Case(actions: [("sched_hangup", "+60")], told: ["set maximum-duration=60s", Self.end]),
        Case(actions: [("privacy", "full")], told: ["set privacy=true", Self.end]),
        Case(
            actions: [("hash", "insert/realm/key/a/b"), ("set", "x=${hash(select/realm/key)}"), ("log", "INFO ${x}")],
            told: [
                "remember table=hash/realm key=key value=\"a/b\"", "log level=info data=\"a/b\"", Self.end,
            ]
        ),
        Case(
            actions: [("db", "delete/realm/key"), ("log", "${db(exists/realm/key)}")],
            told: ["log level=debug data=\"false\"", Self.end]
        ),
        Case(
            actions: [("export", "nolocal:a=1"), ("log", "[${a}]${nolocal:a}")],
            told: ["log level=debug data=\"[]\"", Self.end]
        ),
        Case(
            actions: [("multiset", "^^;a=1;b=2 3"), ("log", "INFO ${a} ${b}")],
            told: ["log level=info data=\"1 2 3\"", Self.end]
        ),
        Case(
            actions: [("set", "a=1"), ("push", "a=2"), ("unshift", "a=0"), ("log", "INFO ${a[1]} ${a}")],
            told: ["log level=info data=\"1 ARRAY::0|:1|:2\"", Self.end]
        ),
        Case(
            actions: [("set", "a=1"), ("unset", "A"), ("log", "x ${a}")],
            told: ["log level=debug data=\"\"", Self.end]
        ),
        Case(
            actions: [("set_profile_var", "caller_id_number=77"), ("log", "CRIT ${caller_id_number}")],
            told: ["log level=error data=\"77\"", Self.end]
        ),
        Case(
            actions: [("set", "sip_rh_X-Reason=busy")],
            told: ["header leg=caller replace=X-Reason value=\"busy\"", Self.end]
        ),
        Case(
            actions: [("transfer", "m:^:answer^sleep:100 inline")],
            told: ["answer", "sleep duration=100ms", Self.endOfAnswered]
        ),
        Case(
            actions: [("bind_meta_app", "1 b s x"), ("verbose_events", ""), ("answer", "")],
            told: ["answer", Self.endOfAnswered]
        ),
        Case(
            actions: [("voicemail", "x"), ("answer", "")],
            told: [
                "log level=error data=\"plan.xml:4: there is no application \"voicemail\"\"",
                "reject cause=destination-out-of-order status=502",
            ]
        ),
        Case(
            actions: [("log", "WARNING ${strftime(%Y-%m-%d %H:%M:%S %a)} ${strepoch()}")],
            told: ["log level=warning data=\"1970-01-01 00:00:00 Thu 0\"", Self.end]
        ),
        Case(
            actions: [("log", "INFO ${url_encode(a b)}${url_decode(%41)}${tolower(AB)}${module_exists(mod_sofia)}")],
            told: ["log level=info data=\"a%20bAabtrue\"", Self.end]
        ),
    ]

    private func plan(_ actions: [(String, String)]) throws -> Dialplan {
        let elements = actions.map { name, data in
            let escaped = data.map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : $0 == "\"" ? "&quot;" : "\($0)" }
                .joined()
            return "<action application=\"\(name)\" data=\"\(escaped)\"/>"
        }
        return try FreeSWITCHPlanText.conditions("<condition>\(elements.joined())</condition>")
    }

    @Test(arguments: Self.cases)
    func `actions become what call control does`(test: Case) throws {
        let plan = try self.plan(test.actions)
        let facts = CallFacts(destinationNumber: "1", callerNumber: "100")

        #expect(FreeSWITCHPlanText.actions(plan, facts) == test.told)
    }

    // MARK: After a bridge

    private static let busy = ActionOutcome.failed(.local(.dialplan, .userBusy))
    private static let noAnswer = ActionOutcome.failed(.local(.ringTimeout, .noAnswer))
    private static let hungUp = ActionOutcome.ended(.normal)

    @Test(arguments: [
        ([], Self.noAnswer, true), ([], Self.busy, false), (["continue_on_fail=true"], Self.busy, true),
        (["continue_on_fail=USER_BUSY,34"], Self.busy, true), (["continue_on_fail=NO_ANSWER"], Self.busy, false),
        (["continue_on_fail=17"], Self.busy, true), (["failure_causes=USER_BUSY"], Self.busy, false),
        (["failure_causes=NO_ANSWER"], Self.busy, true), (["continue_on_fail=false"], Self.noAnswer, false),
    ])
    func `the plan says after which failures the call goes on`(
        settings: [String],
        outcome: ActionOutcome,
        goesOn: Bool
    ) throws {
        let plan = try self.plan(settings.map { ("set", $0) } + [("bridge", "user/anna"), ("answer", "")])
        let actions = FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1"), outcomes: [outcome])

        #expect(actions.contains("answer") == goesOn)
    }

    @Test
    func `after the callee hangs up the call goes on, unless the plan says otherwise`() throws {
        let log = ("log", "${originate_disposition} ${DIALSTATUS} ${bridge_hangup_cause}")
        let facts = CallFacts(destinationNumber: "1")
        let plan = try self.plan([("bridge", "user/anna"), log])
        let other = try self.plan([("set", "hangup_after_bridge=true"), ("bridge", "user/anna"), log])

        #expect(
            FreeSWITCHPlanText.actions(plan, facts, outcomes: [Self.hungUp]).dropFirst() == [
                "log level=debug data=\"SUCCESS NORMAL_CLEARING\"", Self.endOfAnswered,
            ]
        )
        #expect(
            FreeSWITCHPlanText.actions(other, facts, outcomes: [Self.hungUp]).dropFirst() == [Self.endOfAnswered]
        )
    }

    @Test
    func `what came of a bridge is known to the conditions after a transfer`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a'><condition field='destination_number' expression='^1$'>
            <action application='set' data='continue_on_fail=true'/><action application='bridge' data='user/anna'/>
            <action application='transfer' data='2 XML main'/></condition></extension>
            <extension name='b'><condition field='${originate_disposition}' expression='^USER_BUSY$'/>
            <condition field='${rdnis}' expression='^1$'><action application='echo'/></condition></extension>
            """
        )
        let actions = FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1"), outcomes: [Self.busy])

        #expect(actions.suffix(2) == ["set destination-number=2", "answer-and-echo"])
    }

    @Test
    func `transfer_on_fail searches anew`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a'><condition field='destination_number' expression='^1$'>
            <action application='set' data='transfer_on_fail=USER_BUSY auto_cause XML main'/>
            <action application='bridge' data='user/anna'/></condition></extension>
            <extension name='b'><condition field='destination_number' expression='^USER_BUSY$'>
            <action application='echo'/></condition></extension>
            """
        )
        let actions = FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1"), outcomes: [Self.busy])

        #expect(actions.last == "answer-and-echo")
    }

    // MARK: Bounds and tables

    @Test
    func `a bound that is reached leads elsewhere`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a'><condition field='destination_number' expression='^1$'>
            <action application='limit' data='hash out carrier 2 full XML main'/><action application='answer'/></condition></extension>
            <extension name='b'><condition field='destination_number' expression='^full$'>
            <action application='respond' data='486'/></condition></extension>
            """
        )
        let facts = CallFacts(destinationNumber: "1")

        #expect(FreeSWITCHPlanText.actions(plan, facts).contains("answer"))
        #expect(
            FreeSWITCHPlanText.actions(plan, facts, outcomes: [.failed(.local(.limit, .resourceUnavailable))]).last
                == "reject cause=user-busy status=486"
        )
    }

    @Test
    func `what one call has remembered is found by the next`() throws {
        let plan = try self.plan([
            ("log", "${hash(select/last/${caller_id_number})}"),
            ("hash", "insert/last/${caller_id_number}/${destination_number}"),
        ])
        var memory = DialplanMemory()
        memory.perform(MemoryAction(realm: "hash/last", key: "100", value: "55"))
        let facts = CallFacts(destinationNumber: "1", callerNumber: "100")

        #expect(FreeSWITCHPlanText.actions(plan, facts, memory: memory).first == "log level=debug data=\"55\"")
    }

    // MARK: Flow

    @Test
    func `execute_extension comes back`() throws {
        let plan = try FreeSWITCHPlanText.extensions(
            """
            <extension name='a'><condition field='destination_number' expression='^1$'>
            <action application='execute_extension' data='sub'/><action application='log' data='${destination_number} ${x}'/>
            </condition></extension>
            <extension name='b'><condition field='destination_number' expression='^sub$'>
            <action application='set' data='x=${destination_number}'/></condition></extension>
            """
        )

        #expect(
            FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1")) == [
                "log level=debug data=\"sub\"", Self.end,
            ]
        )
    }

    @Test
    func `an emergency is known when the call begins, also behind a transfer`() throws {
        let plan = try FreeSWITCHPlanText.file(
            """
            <context name='public'><extension name='p'><condition><action application='set' data='a=1'/>
            <action application='transfer' data='${destination_number} XML main'/></condition></extension></context>
            <context name='main'><extension name='e' emergency='true'><condition field='destination_number' expression='^112$'>
            <action application='bridge' data='sofia/gateway/carrier/112'/></condition></extension></context>
            """
        )
        let run = plan.begin(CallFacts(destinationNumber: "112"), in: "public", memory: DialplanMemory())

        #expect(run.decision.isEmergency)
        #expect(run.decision.extensionName == "e")
        #expect(plan.hasEmergencyExtension(in: "main"))
    }

    @Test
    func `what a caller supplies is never filled in`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            """
            <condition field='destination_number' expression='^(.*)$'><action application='set' data='a=$1'/>
            <action application='log' data='INFO ${a}|${caller_id_name}|${regex(${a}|x)}'/>
            <action application='transfer' data='${a} XML main'/></condition>
            """
        )
        let facts = CallFacts(destinationNumber: "${toupper(a)} XML public", callerName: "${context}")
        let actions = FreeSWITCHPlanText.actions(plan, facts)

        #expect(actions.first == "log level=info data=\"${toupper(a)} XML public|${context}|false\"")
        #expect(actions.dropFirst().first == "set destination-number=${toupper(a)} XML public")
    }

    @Test
    func `a value that the author wrote is filled in when it is read`() throws {
        let plan = try FreeSWITCHPlanText.file(
            """
            <include>
            <X-PRE-PROCESS cmd="set" data="greeting=hello ${a}"/>
            <context name='main'><extension name='e'><condition><action application='set' data='a=there'/>
            <action application='log' data='INFO ${greeting}'/></condition></extension></context>
            </include>
            """
        )

        #expect(
            FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1")).first
                == "log level=info data=\"hello there\""
        )
    }

    // MARK: Both languages

    private func mixed() throws -> Dialplan {
        let strict = """
            <dialplan><context name="strict"><extension name="s">
            <condition field="destination-number" expression="9(.*)"><action application="transfer" context="main" data="$1"/></condition>
            </extension><extension name="t"><condition><action application="reject" cause="user-busy"/></condition></extension>
            </context></dialplan>
            """
        let other = """
            <include>
            <context name="main"><extension name="m"><condition field="destination_number" expression="^1$">
            <action application="set" data="a=1"/><action application="answer"/></condition></extension>
            <extension name="n"><condition field="destination_number" expression="^2$">
            <action application="transfer" data="7 XML strict"/></condition></extension>
            <extension name="o"><condition field="destination_number" expression="^3$">
            <action application="transfer" data="93 XML strict"/></condition></extension></context>
            </include>
            """
        return try DialplanReader(names: PlanText.names).read([
            DialplanReader.Source(file: "strict.xml", octets: Array(strict.utf8)),
            DialplanReader.Source(file: "fs.xml", octets: Array(other.utf8)),
        ])
    }

    @Test
    func `transfer crosses from one language to the other`() throws {
        let plan = try self.mixed()

        #expect(plan.contextNames == ["main", "strict"])
        #expect(
            FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "91"), in: "strict").suffix(2) == [
                "answer", Self.endOfAnswered,
            ]
        )
        #expect(
            FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "2"), in: "main").last
                == "reject cause=user-busy"
        )
    }

    @Test
    func `transfers back and forth end`() throws {
        let actions = FreeSWITCHPlanText.actions(try self.mixed(), CallFacts(destinationNumber: "3"), in: "main")

        #expect(actions.last == "reject cause=exchange-routing-error")
        #expect(actions.count < 100)
    }

    @Test
    func `an explanation names conditions, captures and what is done`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            """
            <condition field='destination_number' expression='^1(\\d)$'><action application='bridge' data='user/anna'/></condition>
            """
        )
        let text = plan.explain(CallFacts(destinationNumber: "12"), in: "main").description

        #expect(text.contains("plan.xml:3: extension \"e\" takes the call"))
        #expect(text.contains("line 4: destination_number \"12\" matches \"^1(\\d)$\", $1 = \"2\""))
        #expect(text.contains("bridge [timeout=60s,of-bridge]user/anna"))
    }

    @Test
    func `an explanation says what is done in the hunt and what in the execution`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            """
            <condition field='destination_number' expression='^1$'>
            <action application='set' data='a=b' inline='true'/>
            <action application='transfer' data='2'/></condition>
            <condition/>
            """
        )
        let text = plan.explain(CallFacts(destinationNumber: "1"), in: "main").description

        #expect(
            text.hasPrefix(
                """
                context main, destination-number "1"
                hunt for "1" in context main:
                plan.xml:3: extension "e" takes the call
                  line 4: destination_number "1" matches "^1$"
                    line 5: set a=b (in the hunt)
                    line 6: transfer 2 (in the execution)
                  line 7: always holds
                hunt for "2" in context main:
                plan.xml:3: extension "e" does not match
                  line 4: destination_number "2" does not match "^1$"
                execution:
                """
            ),
            "\(text)"
        )
        #expect(
            !plan.following(StrictRule.all).explain(CallFacts(destinationNumber: "1"), in: "main").description
                .contains("execution")
        )
    }

    @Test(.enabled(if: Corpora.arePresent))
    func `the shipped plan rings an extension and then looks for its voicemail`() throws {
        let plan = try VanillaPlan.read()
        let facts = CallFacts(destinationNumber: "1001", callerNumber: "1002")
        let actions = FreeSWITCHPlanText.actions(plan, facts, in: "public")
        let bridge = try #require(actions.first { $0.hasPrefix("bridge") })

        #expect(bridge.contains("timeout=30s"))
        #expect(bridge.contains("]user/1001 ringback=generate"))
        #expect(actions.contains("set destination-number=1001"))
        #expect(actions.last == "reject cause=normal-clearing")
    }
}
