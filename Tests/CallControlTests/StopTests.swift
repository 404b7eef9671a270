import CallControl
import CallModel
import ProtocolKit
import Testing

/// Graceful stop, release by name, and dialplans that change under running calls.
struct StopTests {
    private static let action = "<action application='bridge' data='sip:b@b' media='direct'/>"

    private func leg(_ number: UInt64) -> LegID {
        LegID(.sip, .incoming, number: number)
    }

    @Test
    func `a stop refuses new calls, lets running ones end, and releases the rest`() throws {
        var script = try CallScript(Self.action)
        _ = script.call(from: self.leg(1))
        script.controller.stop(at: script.now, releasingAfter: .seconds(30))
        #expect(script.call(from: self.leg(2)) == ["A2 release 42 stopping"])
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(script.wait(.seconds(29)) == [])
        #expect(script.wait(.seconds(1)) == ["A release 16 stopping", "B1 release 16 stopping"])
        script.finish(CallScript.caller, CallScript.placed(1))
    }

    @Test
    func `many calls are released a portion at a time`() throws {
        var script = try CallScript(Self.action) { $0.releasesPerTurn = 2 }
        for number in 1...5 {
            _ = script.call(from: self.leg(UInt64(number)))
        }
        script.controller.stop(at: script.now, releasingAfter: .zero)
        let released = (0..<4).map { _ in
            script.controller.advance(to: script.now)
            return script.drain().count
        }
        #expect(released == [4, 4, 2, 0])
        #expect(script.controller.nextDeadline != script.now)
    }

    @Test
    func `a call is released by its name`() throws {
        var script = try CallScript(Self.action)
        _ = script.call()
        let call = try #require(script.controller.summaries.first?.call)
        let found = script.controller.release(call, at: script.now)
        #expect(found)
        #expect(script.drain() == ["A release 16 adminRequest", "B1 release 16 adminRequest"])
        script.finish(CallScript.caller, CallScript.placed(1))
        let again = script.controller.release(call, at: script.now)
        #expect(!again)
    }

    @Test
    func `a call keeps the dialplan that it began with`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b|sip:c@c' media='direct'/>")
        _ = script.call(from: self.leg(1))
        script.controller.replaceDialplan(
            try CallScript.plan("<action application='reject' cause='1'/>"),
            by: .reload,
            at: script.now
        )
        #expect(
            script.placed(1, .released(.status(486, .userBusy))) == ["B2 place sip:c@c offer 4000"]
        )
        #expect(script.call(from: self.leg(2)) == ["A2 release 1 dialplan"])
    }

    @Test
    func `a summary says where a call stands`() throws {
        var script = try CallScript(Self.action)
        _ = script.call()
        let hunting = try #require(script.controller.summaries.first)
        #expect(hunting.state == .hunting)
        #expect(hunting.caller == "100")
        #expect(hunting.legs.count == 2)
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answered(CallScript.one))
        #expect(script.controller.summaries.first?.state == .talking)
        _ = script.caller(.released(.normal))
        #expect(script.controller.summaries.first?.state == .ending)
    }

    @Test
    func `the dialplan rejects, redirects, changes the caller and bounds the call`() throws {
        var script = try CallScript("<action application='reject' cause='17'/>")
        #expect(script.call() == ["A release 17 dialplan"])
        script.finish(CallScript.caller)

        script = try CallScript("<action application='redirect' data='sip:x@x'/>")
        #expect(script.call() == ["A redirect sip:x@x"])
        script.finish(CallScript.caller)
    }
}
