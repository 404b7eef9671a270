import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// Dial strings, as bridges.
struct DialStringTests {
    /// A dial string and what call control is told.
    struct Case: Sendable, CustomTestStringConvertible {
        let data: String
        var settings: [String] = []
        let action: String

        var testDescription: String {
            (self.settings + [self.data]).joined(separator: " ; ")
        }
    }

    private static let onward = " fail-over=any stage-fail-over=any"

    static let cases: [Case] = [
        Case(data: "user/anna", action: "bridge [timeout=60s,of-bridge]user/anna\(onward) afterwards=go-on"),
        Case(
            data: "user/anna@example.com",
            action: "bridge [timeout=60s,of-bridge]user/anna\(onward) afterwards=go-on"
        ),
        Case(
            data: "sofia/gateway/carrier/4912345",
            action: "bridge [timeout=60s,of-bridge]trunk/carrier/4912345\(onward) afterwards=go-on"
        ),
        Case(
            data: "sofia/gateway/pbx/4912345;x=1",
            action: "bridge [timeout=60s,of-bridge]trunk/pbx/4912345\(onward) afterwards=go-on"
        ),
        Case(
            data: "sofia/external/sip:4912345@sip.example.com:5080;transport=tcp",
            action:
                "bridge [timeout=60s,of-bridge]sip:4912345@sip.example.com:5080;transport=tcp\(onward) afterwards=go-on"
        ),
        Case(
            data: "sofia/internal/ben%example.com",
            action: "bridge [timeout=60s,of-bridge]user/ben\(onward) afterwards=go-on"
        ),
        Case(data: "loopback/200", action: "bridge [timeout=60s,of-bridge]200 in main\(onward) afterwards=go-on"),
        Case(
            data: "loopback/200/other/XML",
            action: "bridge [timeout=60s,of-bridge]200 in other\(onward) afterwards=go-on"
        ),
        Case(data: "line/lobby", action: "bridge [timeout=60s,of-bridge]line/lobby\(onward) afterwards=go-on"),
        Case(data: "mgcp/201", action: "bridge [timeout=60s,of-bridge]line/201\(onward) afterwards=go-on"),
        Case(data: "mgcp/pbx/77", action: "bridge [timeout=60s,of-bridge]trunk/pbx/77\(onward) afterwards=go-on"),
        Case(
            data: "trunk/backup/77",
            action: "bridge [timeout=60s,of-bridge]trunk/backup/77\(onward) afterwards=go-on"
        ),
        Case(
            data: "user/anna,user/ben|user/carl",
            action:
                "bridge [timeout=60s,of-bridge]user/anna,[timeout=60s,of-bridge]user/ben|[timeout=60s,of-bridge]user/carl\(onward) afterwards=go-on"
        ),
        Case(
            data: "[leg_timeout=10,leg_delay_start=5]user/anna,[leg_timeout=20]user/ben",
            action: "bridge [timeout=10s,delay=5s]user/anna,[timeout=20s]user/ben fail-over=any stage-fail-over=any"
                + " afterwards=go-on"
        ),
        Case(
            data: "{originate_timeout=15}user/anna",
            action: "bridge [timeout=15s,of-bridge]user/anna\(onward) afterwards=go-on"
        ),
        Case(
            data: "user/anna",
            settings: ["call_timeout=25", "hangup_after_bridge=true"],
            action: "bridge [timeout=25s,of-bridge]user/anna\(onward)"
        ),
        Case(
            data: "{originate_timeout=15,originate_continue_on_timeout=true}user/anna|user/ben",
            action:
                "bridge [timeout=15s]user/anna|[timeout=15s]user/ben fail-over=any stage-fail-over=any afterwards=go-on"
        ),
        Case(
            data: "{leg_timeout=9}[leg_timeout=5]user/anna",
            action: "bridge [timeout=9s]user/anna fail-over=any stage-fail-over=any afterwards=go-on"
        ),
        Case(
            data: "{leg_timeout=9,local_var_clobber=true}[leg_timeout=5]user/anna",
            action: "bridge [timeout=5s]user/anna fail-over=any stage-fail-over=any afterwards=go-on"
        ),
        Case(
            data: "{ignore_early_media=true,instant_ringback=true}user/anna",
            action:
                "bridge [timeout=60s,of-bridge]user/anna early-media=ignore ringback=generate\(onward) afterwards=go-on"
        ),
        Case(
            data: "user/anna",
            settings: ["ringback=%(2000,4000,440,480)", "bypass_media=true"],
            action: "bridge [timeout=60s,of-bridge]user/anna media=direct ringback=generate\(onward) afterwards=go-on"
        ),
        Case(
            data: "{origination_caller_id_number=77}[origination_caller_id_number=88]user/anna,user/ben",
            action:
                "bridge [timeout=60s,of-bridge,caller-number=88]user/anna,[timeout=60s,of-bridge,caller-number=77]user/ben\(onward)"
                + " afterwards=go-on"
        ),
        Case(
            data: "user/anna",
            settings: ["effective_caller_id_number=99", "effective_caller_id_name=Nina"],
            action:
                "bridge [timeout=60s,of-bridge,caller-number=99,caller-name=Nina]user/anna\(onward) afterwards=go-on"
        ),
        Case(
            data: "{sip_h_X-A='1,2'}user/anna",
            action:
                "bridge [timeout=60s,of-bridge,header leg=called replace=X-A value=\"1,2\"]user/anna\(onward) afterwards=go-on"
        ),
        Case(
            data: "[^^:sip_h_X-A=1,2:leg_timeout=7]user/anna",
            action: "bridge [timeout=7s,header leg=called replace=X-A value=\"1,2\"]user/anna fail-over=any"
                + " stage-fail-over=any afterwards=go-on"
        ),
        Case(
            data: "<leg_timeout=6>user/anna:_:{leg_timeout=8}user/ben",
            action:
                "bridge [timeout=6s]user/anna,[timeout=8s]user/ben fail-over=any stage-fail-over=any afterwards=go-on"
        ),
        Case(
            data: "{fail_on_single_reject=USER_BUSY}user/anna,user/ben",
            action:
                "bridge [timeout=60s,of-bridge]user/anna,[timeout=60s,of-bridge]user/ben\(onward) decisive=user-busy afterwards=go-on"
        ),
        Case(
            data: "[execute_on_answer='send_dtmf 12#']user/anna,user/ben",
            action:
                "bridge [timeout=60s,of-bridge,digits=12#]user/anna,[timeout=60s,of-bridge]user/ben\(onward) afterwards=go-on"
        ),
        Case(
            data: "sofia/gateway/nobody/1,user/anna",
            action: "bridge [timeout=60s,of-bridge]user/anna\(onward) afterwards=go-on"
        ),
        Case(data: "error/USER_BUSY", action: "reject cause=user-busy status=486"),
        Case(data: "user/nobody", action: "reject cause=no-route-to-destination status=404"),
        Case(data: "skinny/internal/1", action: "reject cause=66 status=480"),
        Case(data: "sofia/gateway/nobody/1", action: "reject cause=invalid-number-format status=484"),
        Case(data: "loopback/app=voicemail:x", action: "reject cause=destination-out-of-order status=502"),
        Case(data: "{a=1", action: "reject cause=destination-out-of-order status=502"),
    ]

    @Test(arguments: Self.cases)
    func `a dial string is a bridge, or fails at once`(test: Case) throws {
        let settings = test.settings.map { "<action application='set' data='\($0)'/>" }.joined()
        let data = test.data.map { $0 == "<" ? "&lt;" : $0 == ">" ? "&gt;" : $0 == "'" ? "&apos;" : "\($0)" }.joined()
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition>\(settings)<action application='bridge' data='\(data)'/></condition>"
        )
        let actions = FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1", callerNumber: "100"))
        let decisive = actions.filter { !$0.hasPrefix("log ") }

        #expect(decisive.first == test.action)
    }

    @Test
    func `nothing that a caller dials adds a leg, a parameter or a host`() throws {
        let plan = try FreeSWITCHPlanText.conditions(
            """
            <condition field='destination_number' expression='^(.*)$'>
            <action application='bridge' data='sofia/external/$1@sip.example.com'/></condition>
            """
        )
        let facts = CallFacts(destinationNumber: "1@evil.example,user/anna|user/ben;x=${toupper(y)}")

        #expect(
            FreeSWITCHPlanText.actions(plan, facts).first
                == "bridge [timeout=60s,of-bridge]sip:1%40evil.example%2Cuser%2Fanna%7Cuser%2Fben%3Bx%3D%24%7Btoupper(y)%7D"
                + "@sip.example.com\(Self.onward) afterwards=go-on"
        )
    }

    @Test
    func `more legs than the limit end the call`() throws {
        let legs = Array(repeating: "user/anna", count: 200).joined(separator: ",")
        let plan = try FreeSWITCHPlanText.conditions(
            "<condition><action application='bridge' data='\(legs)'/></condition>"
        )

        #expect(
            FreeSWITCHPlanText.actions(plan, CallFacts(destinationNumber: "1")).last
                == "reject cause=exchange-routing-error status=483"
        )
        #expect(plan.warnings.contains { $0.message.contains("too many legs") })
    }
}
