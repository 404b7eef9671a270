import CallControl
import CallModel
import ProtocolKit
import Testing

/// What a dialplan says of single legs, and of what many calls share.
struct LegSettingTests {
    private func calls(_ target: String) -> String {
        "<action application='bridge' data='\(target)' media='direct'/>"
    }

    @Test
    func `a leg may be placed later than the others of its stage`() throws {
        var script = try CallScript(self.calls("sip:b@b,[delay=5s]sip:c@c|sip:d@d"))
        #expect(script.call() == ["B1 place sip:b@b offer 4000"])
        #expect(script.wait(.milliseconds(4999)) == [])
        #expect(script.wait(.milliseconds(1)) == ["B2 place sip:c@c offer 4000"])
        #expect(script.placed(1, .released(.status(486, .userBusy))) == [])
        #expect(script.placed(2, .released(.status(486, .userBusy))) == ["B3 place sip:d@d offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(3))
    }

    @Test
    func `a later leg is waited for when the others have failed, and not placed once somebody has answered`() throws {
        var script = try CallScript(self.calls("sip:b@b,[delay=5s]sip:c@c,[delay=8s]sip:d@d"))
        _ = script.call()
        #expect(script.placed(1, .released(.status(486, .userBusy))) == [])
        #expect(script.wait(.seconds(5)) == ["B2 place sip:c@c offer 4000"])
        _ = script.placed(2, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(2, .answered(CallScript.one))
        #expect(script.wait(.seconds(20)) == [])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(2))
    }

    @Test
    func `a caller who hangs up takes the later legs with it`() throws {
        var script = try CallScript(self.calls("sip:b@b,[delay=5s]sip:c@c"))
        _ = script.call()
        #expect(script.caller(.released(.normal)) == ["B1 release 16 callerGaveUp"])
        #expect(script.wait(.seconds(10)) == [])
        script.finish(CallScript.placed(1))
    }

    @Test
    func `rings are counted from the moment a target rings`() throws {
        var script = try CallScript(self.calls("[rings=3]sip:b@b|sip:c@c"))
        _ = script.call()
        _ = script.wait(.seconds(4))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        _ = script.wait(.seconds(7))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(script.wait(.milliseconds(7999)) == [])
        #expect(script.wait(.milliseconds(1)) == ["B1 release 19 ringTimeout", "B2 place sip:c@c offer 4000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1), CallScript.placed(2))
    }

    @Test
    func `the period of the rings is configured`() throws {
        var script = try CallScript(self.calls("[rings=2]sip:b@b|sip:c@c")) { $0.ringPeriod = .seconds(6) }
        _ = script.call()
        _ = script.placed(1, .alerting(CallScript.one, inBand: .none))
        #expect(script.wait(.milliseconds(11_999)) == [])
        #expect(script.wait(.milliseconds(1)).count == 2)
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1), CallScript.placed(2))
    }

    @Test
    func `each leg is shown the caller that it shall see`() throws {
        var script = try CallScript(
            self.calls("[caller-number=900,caller-name=Front]sip:b@b,sip:c@c,[timeout=9s]sip:d@d")
        )
        script.controller.receive(.incoming(CallScript.setup()), from: CallScript.caller, at: script.now)
        var shown: [String] = []
        while let output = script.controller.nextOutput() {
            if case .command(.place(let setup, _, _), _) = output {
                shown.append("\(setup.caller.user) \(setup.caller.displayName)")
            }
        }
        #expect(shown == ["900 Front", "100 ", "100 "])
    }

    // MARK: Resources

    private static let limited =
        "<action application='limit' resource='lines' calls='1' cause='42'/>"
        + "<action application='limit' resource='lines' calls='1' cause='42'/>"
        + "<action application='bridge' data='sip:b@b' media='direct'/>"

    @Test
    func `a call holds a resource until it ends`() throws {
        var script = try CallScript(Self.limited)
        #expect(script.call(from: CallScript.incoming(1)) == ["B1 place sip:b@b offer 4000"])
        #expect(script.call(from: CallScript.incoming(2)) == ["A2 release 42 limit"])
        _ = script.report(.released(.normal), from: CallScript.incoming(2))
        let holders = script.observations.compactMap { observation in
            if case .limitReached(.resource, let holder) = observation { holder } else { nil }
        }
        #expect(holders == ["lines"])
        _ = script.caller(.released(.normal))
        #expect(script.call(from: CallScript.incoming(3)) == ["A3 release 42 limit"])
        _ = script.report(.released(.normal), from: CallScript.incoming(3))
        _ = script.placed(1, .released(.normal))
        #expect(script.call(from: CallScript.incoming(4)) == ["B2 place sip:b@b offer 4000"])
        _ = script.report(.released(.normal), from: CallScript.incoming(4))
        _ = script.placed(2, .released(.normal))
        #expect(script.controller.isEmpty)
    }

    @Test
    func `so many resources are counted and no more`() throws {
        var script = try CallScript(
            "<action application='limit' resource='${destination-number}' calls='9' cause='42'/>"
                + "<action application='sleep' duration='9s'/>"
        ) { $0.limits.resources = 1 }
        #expect(script.call(CallScript.setup("1"), from: CallScript.incoming(1)) == [])
        #expect(script.call(CallScript.setup("2"), from: CallScript.incoming(2)) == ["A2 release 42 limit"])
        #expect(script.call(CallScript.setup("1"), from: CallScript.incoming(3)) == [])
        for number in UInt64(1)...3 {
            _ = script.report(.released(.normal), from: CallScript.incoming(number))
        }
        #expect(script.controller.isEmpty)
    }

    @Test
    func `an emergency is never refused for a resource`() throws {
        var script = try CallScript(
            plan: """
                <dialplan><context name='main'><extension name='all' emergency='true'>
                <condition field='destination-number' expression='.*'>\(Self.limited)</condition>
                </extension></context></dialplan>
                """
        )
        #expect(script.call(from: CallScript.incoming(1)) == ["B1 place sip:b@b offer 4000"])
        #expect(script.call(from: CallScript.incoming(2)) == ["B2 place sip:b@b offer 4000"])
        for number in UInt64(1)...2 {
            _ = script.report(.released(.normal), from: CallScript.incoming(number))
            _ = script.placed(number, .released(.normal))
        }
        #expect(script.controller.isEmpty)
    }
}
