import CallControl
import CallModel
import ProtocolKit
import Testing

/// Limits refuse new calls and never touch those that run.
struct LimitTests {
    private static let action = "<action application='bridge' data='trunk/carrier/1' media='direct'/>"

    private func leg(_ number: UInt64) -> LegID {
        LegID(.sip, .incoming, number: number)
    }

    @Test
    func `a call too many is refused and the running one goes on`() throws {
        var script = try CallScript(Self.action) { $0.limits.calls = 1 }
        #expect(script.call(from: self.leg(1)).count == 1)
        #expect(script.call(from: self.leg(2)) == ["A2 release 42 limit"])
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        _ = script.caller(.released(.normal))
        _ = script.placed(1, .released(.normal))
        #expect(script.call(from: self.leg(3)).count == 1)
    }

    @Test
    func `a user and a trunk have calls of their own`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b' media='direct'/>") {
            $0.limits.callsOfUser = 1
            $0.limits.trunks["carrier"] = CallLimitSettings.Trunk(calls: 1)
        }
        let user = CallScript.setup(source: CallScript.source(user: "anna"))
        let trunk = CallScript.setup(source: CallScript.source(trunk: "carrier"))
        #expect(script.call(user, from: self.leg(1)).count == 1)
        #expect(script.call(user, from: self.leg(2)) == ["A2 release 42 limit"])
        #expect(script.call(trunk, from: self.leg(3)).count == 1)
        #expect(script.call(trunk, from: self.leg(4)) == ["A4 release 42 limit"])
        #expect(script.call(from: self.leg(5)).count == 1)
    }

    @Test
    func `a full trunk is passed over`() throws {
        let targets = "trunk/carrier/1|trunk/backup/1"
        var script = try CallScript("<action application='bridge' data='\(targets)' media='direct'/>") {
            $0.limits.trunks["carrier"] = CallLimitSettings.Trunk(calls: 1)
        }
        #expect(script.call(from: self.leg(1)) == ["B1 place trunk/carrier/1 offer 4000"])
        #expect(script.call(from: self.leg(2)) == ["B2 place trunk/backup/1 offer 4000"])
        _ = script.caller(.released(.normal))
        _ = script.placed(1, .released(.normal))
        #expect(script.call(from: self.leg(3)) == ["B3 place trunk/carrier/1 offer 4000"])
    }

    @Test
    func `calls per second are counted for all and for each source`() throws {
        var script = try CallScript(Self.action) {
            $0.limits.sourceRate = CallLimitSettings.Rate(perSecond: 10, burst: 2)
            $0.limits.rate = CallLimitSettings.Rate(perSecond: 10, burst: 3)
        }
        let other = CallScript.setup(source: CallScript.source(address: 0xC000_0209))
        #expect(script.call(from: self.leg(1)).first?.hasPrefix("B1 place") == true)
        #expect(script.call(from: self.leg(2)).first?.hasPrefix("B2 place") == true)
        #expect(script.call(from: self.leg(3)) == ["A3 release 42 limit"])
        #expect(script.call(other, from: self.leg(4)).first?.hasPrefix("B3 place") == true)
        #expect(script.call(other, from: self.leg(5)) == ["A5 release 42 limit"])
        _ = script.wait(.milliseconds(100))
        #expect(script.call(from: self.leg(6)).first?.hasPrefix("B4 place") == true)
    }

    @Test
    func `sources beyond the table share one rate`() throws {
        var script = try CallScript(Self.action) {
            $0.limits.sourceRate = CallLimitSettings.Rate(perSecond: 1)
            $0.limits.sources = 2
        }
        let placed = (1...5).map { number in
            let setup = CallScript.setup(source: CallScript.source(address: 0xC000_0200 + UInt32(number)))
            return script.call(setup, from: self.leg(UInt64(number))).first?.hasPrefix("B") == true
        }
        #expect(placed == [true, true, true, false, false])
    }

    @Test
    func `an emergency is taken beyond every limit and counts`() throws {
        let source = CallScript.source(user: "alice", trunk: "carrier")
        var script = try CallScript(plan: Self.emergencyPlan) {
            $0.limits.calls = 0
            $0.limits.callsOfUser = 0
            $0.limits.rate = CallLimitSettings.Rate(perSecond: 1)
            $0.limits.sourceRate = CallLimitSettings.Rate(perSecond: 1)
            $0.limits.trunks = ["carrier": .init(calls: 0, rate: .init(perSecond: 1))]
        }
        #expect(script.call(CallScript.setup("5", source: source), from: self.leg(1)) == ["A release 42 limit"])
        #expect(script.controller.count == 0)
        for number in UInt64(2)...4 {
            let heard = script.call(CallScript.setup("112", source: source), from: self.leg(number))
            #expect(heard == ["B\(number - 1) place trunk/carrier/112 offer 4000"])
        }
        #expect(script.controller.count == 3)
        _ = script.wait(.seconds(10))
        #expect(script.call(CallScript.setup("5"), from: self.leg(5)) == ["A5 release 42 limit"])
        for number in UInt64(1)...3 {
            script.controller.receive(.released(.normal), from: self.leg(number + 1), at: script.now)
            script.controller.receive(.released(.normal), from: CallScript.placed(number), at: script.now)
        }
        _ = script.wait(.seconds(10))
        #expect(script.controller.isEmpty)
    }

    @Test
    func `an emergency tries a trunk that wants to be left alone`() throws {
        var script = try CallScript(plan: Self.emergencyPlan)
        #expect(script.call(CallScript.setup("112")) == ["B1 place trunk/carrier/112 offer 4000"])
        let congested = ReleaseCause.status(503, .congestion, retryAfter: .seconds(60))
        _ = script.placed(1, .released(congested))
        script.finish(CallScript.caller)
        #expect(script.call(CallScript.setup("112"), from: self.leg(2)) == ["B2 place trunk/carrier/112 offer 4000"])
    }

    private static let emergencyPlan = """
        <dialplan><context name='main'>
        <extension name='emergency' emergency='true'><condition field='destination-number' expression='112'>
        <action application='bridge' data='trunk/carrier/112' media='direct'/></condition></extension>
        <extension name='other'><condition field='destination-number' expression='.*'>
        <action application='bridge' data='trunk/carrier/$0' media='direct'/></condition></extension>
        </context></dialplan>
        """

    @Test
    func `a call that has made too many hops is refused`() throws {
        var script = try CallScript(Self.action)
        var setup = CallScript.setup()
        setup.hopsLeft = 0
        #expect(script.call(setup) == ["A release 25 tooManyHops"])
        #expect(script.controller.isEmpty)
    }

    @Test
    func `a refused call leaves no trace but an observation`() throws {
        var script = try CallScript(Self.action) { $0.limits.calls = 0 }
        _ = script.call()
        #expect(script.caller(.released(.normal)) == [])
        #expect(script.records.isEmpty)
        #expect(script.controller.isEmpty)
        #expect(
            script.observations.contains {
                if case .callRefused(_, let cause) = $0 { cause.retryAfter == .seconds(5) } else { false }
            }
        )
    }
}
