import CallControl
import CallModel
import ProtocolKit
import Testing

/// A caller whose protocol acknowledges no answer, such as a line of a media gateway: it is established when it has been
/// told of the answer, and `confirmed` never comes.
struct UnacknowledgedCallerTests {
    private let line = LegID(.mgcp, .incoming, number: 1)

    private func call(_ actions: String) throws -> CallScript {
        var script = try CallScript(actions)
        var setup = CallScript.setup()
        setup.source.signaling = .mgcp
        _ = script.call(setup, from: self.line)
        return script
    }

    private func finish(_ script: inout CallScript, sourceLocation: SourceLocation = #_sourceLocation) {
        _ = script.report(.released(.normal), from: self.line)
        for number in UInt64(1)...2 {
            _ = script.placed(number, .released(.normal))
        }
        _ = script.wait(.seconds(3))
        script.expectNothingLeft(sourceLocation: sourceLocation)
    }

    @Test
    func `a line that was answered for the ringing tone is offered the answer's media at once`() throws {
        var script = try self.call("<action application='bridge' data='sip:b@b' ringback='generate'/>")
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A answer p0 30000", "A alert+"])
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept", "A offer g1 30000"])
        #expect(script.report(.answer(CallScript.sdp(4000), ExchangeID(.gateway, 1), nil), from: self.line) == [])
        self.finish(&script)
    }

    @Test
    func `a line that heard another target is offered the winner's media at once`() throws {
        var script = try self.call("<action application='bridge' data='sip:b@b|sip:c@c'/>")
        _ = script.placed(1, .answer(CallScript.sdp(5000, formats: "0"), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .released(.status(486, .userBusy)))
        _ = script.placed(2, .answer(CallScript.sdp(6000, formats: "8"), .outgoingSetup, CallScript.one))
        #expect(script.placed(2, .answered(CallScript.one)) == ["B2 accept 1", "A accept", "A offer g1 30000"])
        self.finish(&script)
    }

    @Test
    func `a line that heard another target is offered an echo at once`() throws {
        var script = try self.call(
            "<action application='bridge' data='sip:b@b'/><action application='answer-and-echo'/>"
        )
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .released(.status(486, .userBusy))) == ["A accept", "A offer g1 30000"])
        self.finish(&script)
    }

    @Test
    func `an ordinary answer needs nothing more`() throws {
        var script = try self.call("<action application='bridge' data='sip:b@b'/>")
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        #expect(
            script.placed(1, .offer(CallScript.sdp(5000, "sendonly"), ExchangeID(.peer, 1), nil)) == [
                "A offer g1 30000 sendonly"
            ]
        )
        self.finish(&script)
    }
}
