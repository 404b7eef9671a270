import CallControl
import CallModel
import ProtocolKit
import Testing

/// What a plan in FreeSWITCH's language says of a bridge or a bound, and what becomes of the call then.
struct FreeSWITCHCallTests {
    private static let busy = LegEvent.released(.status(486, .userBusy))
    private static let absent = LegEvent.released(.status(404, .unallocatedNumber))
    private static let declined = LegEvent.released(.status(603, .callRejected))
    private static let said = "log(INFO ${originate_disposition} ${hangup_cause} ${DIALSTATUS})"

    private static func bridge(_ targets: String) -> [String] {
        ["set(bypass_media=true)", "bridge(\(targets))"]
    }

    private static func logged(_ script: CallScript) -> [ByteString] {
        script.observations.compactMap { observation in
            if case .dialplanLogged(_, _, let text) = observation { text } else { nil }
        }
    }

    // MARK: fail_on_single_reject

    @Test
    func `one refusal of the listed kind fails the whole bridge`() throws {
        var script = try CallScript(
            freeSWITCH: Self.bridge("{fail_on_single_reject=USER_BUSY}sofia/x/a@a,sofia/x/b@b|sofia/x/c@c")
        )
        #expect(script.call() == ["B1 place sip:a@a offer 4000", "B2 place sip:b@b offer 4000"])
        #expect(script.placed(1, Self.busy) == ["B2 release 16 callerGaveUp", "A release 17 486"])
        script.finish(CallScript.caller, CallScript.placed(2))
    }

    @Test
    func `a refusal of another kind leaves those who ring, and the next stage`() throws {
        var script = try CallScript(
            freeSWITCH: Self.bridge("{fail_on_single_reject=USER_BUSY}sofia/x/a@a,sofia/x/b@b|sofia/x/c@c")
        )
        _ = script.call()
        #expect(script.placed(1, Self.absent) == [])
        #expect(script.placed(2, Self.absent) == ["B3 place sip:c@c offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(3))
    }

    @Test
    func `a target that waits for its turn is not placed after the decisive refusal`() throws {
        var script = try CallScript(
            freeSWITCH: Self.bridge("{fail_on_single_reject=true}sofia/x/a@a,[leg_delay_start=5]sofia/x/b@b")
        )
        #expect(script.call() == ["B1 place sip:a@a offer 4000"])
        #expect(script.placed(1, Self.busy) == ["A release 17 486"])
        #expect(script.wait(.seconds(10)) == [])
        script.finish(CallScript.caller)
    }

    @Test
    func `a user who is being located is not called after the decisive refusal`() throws {
        var script = try CallScript(freeSWITCH: Self.bridge("{fail_on_single_reject=true}sofia/x/a@a,user/bob"))
        _ = script.call()
        #expect(script.placed(1, Self.busy) == ["A release 17 486"])
        let contact = RegisteredContact(user: "bob", uri: "sip:1@x", listener: ListenerID(0), preference: 1000)
        #expect(script.answer(.contacts([contact])) == [])
        script.finish(CallScript.caller)
    }

    // MARK: Time

    @Test
    func `the time of the bridge ends it, the time of a leg its stage`() throws {
        var script = try CallScript(
            freeSWITCH: ["set(call_timeout=20)"]
                + Self.bridge("[leg_timeout=5]sofia/x/a@a|sofia/x/b@b|sofia/x/c@c") + [Self.said]
        )
        #expect(script.call() == ["B1 place sip:a@a offer 4000"])
        #expect(script.wait(.seconds(5)) == ["B1 release 18 ringTimeout", "B2 place sip:b@b offer 4000"])
        let heard = script.wait(.seconds(20))
        #expect(heard == ["B2 release 18 ringTimeout", "A release 16 480"])
        #expect(Self.logged(script) == ["NO_ANSWER NO_ANSWER NOANSWER"])
        script.finish(CallScript.caller, CallScript.placed(1), CallScript.placed(2))
    }

    @Test
    func `a plan can go on with the next stage when the time of the bridge is up`() throws {
        var script = try CallScript(
            freeSWITCH: Self.bridge(
                "{originate_timeout=20,originate_continue_on_timeout=true}sofia/x/a@a|sofia/x/b@b"
            )
        )
        _ = script.call()
        #expect(script.wait(.seconds(20)) == ["B1 release 18 ringTimeout", "B2 place sip:b@b offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1), CallScript.placed(2))
    }

    @Test
    func `a target that says itself that it does not answer leaves the next stage`() throws {
        var script = try CallScript(freeSWITCH: Self.bridge("sofia/x/a@a|sofia/x/b@b"))
        _ = script.call()
        #expect(script.placed(1, .released(.status(480, .noAnswer))) == ["B2 place sip:b@b offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(2))
    }

    // MARK: continue_on_fail

    @Test
    func `a refusal for every place is a cause like others to the plan`() throws {
        var script = try CallScript(
            freeSWITCH: ["set(continue_on_fail=CALL_REJECTED)"] + Self.bridge("sofia/x/a@a,sofia/x/b@b|sofia/x/c@c")
                + Self.bridge("sofia/x/d@d")
        )
        _ = script.call()
        #expect(script.placed(1, Self.declined) == [])
        #expect(script.placed(2, Self.declined) == ["B3 place sip:c@c offer 4000"])
        #expect(script.placed(3, Self.declined) == ["B4 place sip:d@d offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(4))
    }

    @Test
    func `a failure that the plan does not go on after ends the call`() throws {
        var script = try CallScript(
            freeSWITCH: ["set(continue_on_fail=USER_BUSY)"] + Self.bridge("sofia/x/a@a") + Self.bridge("sofia/x/d@d")
        )
        _ = script.call()
        #expect(script.placed(1, Self.absent) == ["A release 1 404"])
        script.finish(CallScript.caller)
    }

    @Test
    func `later actions read why the last stage failed`() throws {
        var script = try CallScript(
            freeSWITCH: ["set(continue_on_fail=true)"] + Self.bridge("sofia/x/a@a|sofia/x/b@b") + [Self.said]
                + Self.bridge("sofia/x/${hangup_cause}@c")
        )
        _ = script.call()
        _ = script.placed(1, Self.busy)
        #expect(script.placed(2, Self.absent) == ["B3 place sip:UNALLOCATED_NUMBER@c offer 4000"])
        #expect(Self.logged(script) == ["UNALLOCATED_NUMBER UNALLOCATED_NUMBER UNALLOCATED_NUMBER"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(3))
    }

    // MARK: hangup_after_bridge

    @Test(arguments: [true, false])
    func `the caller hangs up with the callee, or goes on`(hangsUp: Bool) throws {
        var script = try CallScript(
            freeSWITCH: ["set(hangup_after_bridge=\(hangsUp))"] + Self.bridge("sofia/x/a@a")
                + Self.bridge("sofia/x/b@b")
        )
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        _ = script.caller(.confirmed)
        let heard = script.placed(1, .released(.normal))
        if hangsUp {
            #expect(heard == ["A release 16 BYE"])
            script.finish(CallScript.caller)
        } else {
            #expect(heard.first?.hasPrefix("B2 place sip:b@b") == true)
            _ = script.caller(.released(.normal))
            script.finish(CallScript.placed(2))
        }
    }

    // MARK: limit

    @Test
    func `a call beyond a bound goes where the plan sends it, with its own bound left alone`() throws {
        let overflow = """
            <extension name='full'><condition field='destination_number' expression='^full$'>
            <action application='respond' data='486 Full'/></condition></extension>
            """
        var script = try CallScript(
            freeSWITCH: ["limit(hash desk anna 1 full)"] + Self.bridge("sofia/x/a@a"),
            others: overflow
        )
        #expect(script.call(from: CallScript.incoming(2)) == ["B1 place sip:a@a offer 4000"])
        #expect(script.call(from: CallScript.incoming(3)) == ["A3 release 17 486"])
        _ = script.report(.released(.normal), from: CallScript.incoming(3))
        #expect(script.call(from: CallScript.incoming(4)) == ["A4 release 17 486"])
        _ = script.report(.released(.normal), from: CallScript.incoming(2))
        _ = script.placed(1, .released(.normal))
        #expect(script.call(from: CallScript.incoming(5)) == ["B2 place sip:a@a offer 4000"])
    }

    @Test
    func `an application is done only below its bound`() throws {
        var script = try CallScript(
            freeSWITCH: [
                "set(bypass_media=true)", "limit_execute(hash desk anna 1 bridge sofia/x/a@a)", "respond(503 Full)",
            ]
        )
        #expect(script.call(from: CallScript.incoming(2)) == ["B1 place sip:a@a offer 4000"])
        #expect(script.call(from: CallScript.incoming(3)) == ["A3 release 41 503"])
    }

    // MARK: uuid

    @Test
    func `a plan knows the call by the name that its record has`() throws {
        var script = try CallScript(freeSWITCH: ["set(bypass_media=true)", "bridge(sofia/x/${uuid}@a|sofia/x/b@b)"]) {
            $0.firstCall = 36
        }
        #expect(script.call() == ["B1 place sip:10@a offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
        #expect(script.records.first?.call.description == "10")
    }

    @Test
    func `a refused call takes no name away, and each call has one of its own`() throws {
        var script = try CallScript(freeSWITCH: ["set(bypass_media=true)", "bridge(sofia/x/${call_uuid}@a)"]) {
            $0.limits.calls = 2
        }
        #expect(script.call(from: CallScript.incoming(2)) == ["B1 place sip:1@a offer 4000"])
        #expect(script.call(from: CallScript.incoming(3)) == ["B2 place sip:2@a offer 4000"])
        #expect(script.call(from: CallScript.incoming(4)) == ["A4 release 42 limit"])
        _ = script.report(.released(.normal), from: CallScript.incoming(3))
        _ = script.placed(2, .released(.normal))
        _ = script.wait(.seconds(3))
        #expect(script.call(from: CallScript.incoming(5)) == ["B3 place sip:3@a offer 4000"])
    }

    @Test
    func `a number that a callee forwards to is routed under the name of the call`() throws {
        var script = try CallScript(
            freeSWITCH: ["set(bypass_media=true)", "bridge(sofia/x/${uuid}-${destination_number}@a)"]
        )
        #expect(script.call() == ["B1 place sip:1-200@a offer 4000"])
        let forwarded = LegEvent.redirected(
            [.dialed("300", context: "main")],
            ReleaseCause(.redirection, location: .user, origin: .mgcpEvent("L/cfu"))
        )
        #expect(script.placed(1, forwarded) == ["B2 place sip:1-300@a offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(2))
    }
}
