import CallControl
import CallModel
import ProtocolKit
import Testing

/// The exchange that sets a call up: delayed offers, several answering parties, and media the caller was not told of.
struct SetupExchangeTests {
    private var script: CallScript

    init() throws {
        self.script = try CallScript("<action application='bridge' data='sip:bob@b' media='direct'/>")
    }

    @Test
    mutating func `a delayed offer is answered in the acknowledgement`() {
        #expect(self.script.call(CallScript.setup(offer: nil)) == ["B1 place sip:bob@b bare"])
        #expect(self.script.caller(.offerRequested(.incomingSetup)) == [])
        #expect(
            self.script.placed(1, .offer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == ["A offer p0 5000"]
        )
        #expect(self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        #expect(self.script.caller(.answer(CallScript.sdp(4000), .incomingSetup, nil)) == ["B1 answer g0 4000"])
        #expect(self.script.caller(.confirmed) == [])
        _ = self.script.caller(.released(.normal))
        self.script.finish(CallScript.placed(1))
    }

    @Test
    mutating func `an offer in a reliable provisional response is answered before the call is`() {
        _ = self.script.call(CallScript.setup(offer: nil))
        #expect(
            self.script.placed(1, .offer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == ["A offer p0 5000"]
        )
        #expect(self.script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress+"])
        #expect(self.script.caller(.answer(CallScript.sdp(4000), .incomingSetup, nil)) == ["B1 answer g0 4000"])
        #expect(self.script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress+"])
        #expect(self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
    }

    @Test
    mutating func `a caller that cannot negotiate early is offered to at the answer`() {
        var setup = CallScript.setup(offer: nil)
        setup.negotiatesEarly = false
        _ = self.script.call(setup)
        #expect(self.script.placed(1, .offer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == [])
        #expect(
            self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A offer p0 5000", "A accept"]
        )
    }

    @Test
    mutating func `a caller that does not answer what it asked for is released with the callee`() {
        _ = self.script.call(CallScript.setup(offer: nil))
        _ = self.script.placed(1, .offer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = self.script.placed(1, .answered(CallScript.one))
        let refusal = ReleaseCause.local(.protocolViolation, .protocolError)
        #expect(
            self.script.caller(.offerRefused(.incomingSetup, refusal)) == [
                "A release 88 mediaMismatch", "B1 release 88 mediaMismatch",
            ]
        )
        self.script.finish(CallScript.caller, CallScript.placed(1))
    }

    @Test
    mutating func `of several answering parties the first feeds the caller and another one may win`() {
        _ = self.script.call()
        #expect(
            self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == ["A answer p0 5000"]
        )
        #expect(self.script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress+"])
        #expect(self.script.placed(1, .answer(CallScript.sdp(6000), .outgoingSetup, CallScript.two)) == [])
        #expect(self.script.placed(1, .progress(CallScript.two, inBand: .present)) == ["A progress"])
        #expect(self.script.placed(1, .answererLost(CallScript.one, .normal)) == [])
        #expect(self.script.placed(1, .answered(CallScript.two)) == ["B1 accept 2", "A accept"])
        #expect(self.script.caller(.confirmed) == ["A offer g1 6000"])
        #expect(self.script.caller(.answer(CallScript.sdp(4000), ExchangeID(.gateway, 1), nil)) == [])
        _ = self.script.caller(.released(.normal))
        self.script.finish(CallScript.placed(1))
    }

    @Test
    mutating func `early media that the plan ignores is not told, the answer is`() throws {
        self.script = try CallScript(
            "<action application='bridge' data='sip:bob@b' media='direct' early-media='ignore'/>"
        )
        _ = self.script.call()
        #expect(self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == [])
        #expect(self.script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress"])
        #expect(self.script.placed(1, .alerting(CallScript.one, inBand: .present)) == ["A alert"])
        #expect(
            self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A answer p0 5000", "A accept"]
        )
    }

    @Test
    mutating func `an answer after an announcement of another target is offered anew`() throws {
        self.script = try CallScript("<action application='bridge' data='sip:b@b|sip:c@c' media='direct'/>")
        _ = self.script.call()
        _ = self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = self.script.placed(1, .progress(CallScript.one, inBand: .present))
        _ = self.script.placed(1, .released(.status(486, .userBusy)))
        #expect(self.script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, CallScript.one)) == [])
        #expect(self.script.placed(2, .answered(CallScript.one)) == ["B2 accept 1", "A accept"])
        #expect(self.script.caller(.confirmed) == ["A offer g1 6000"])
        #expect(
            self.script.caller(.offerRefused(ExchangeID(.gateway, 1), .status(488, .bearerCapabilityNotImplemented)))
                == ["A release 88 mediaMismatch", "B2 release 88 mediaMismatch"]
        )
        self.script.finish(CallScript.caller, CallScript.placed(2))
    }

    @Test
    mutating func `an update before the answer passes when it comes from the party that the caller knows`() {
        _ = self.script.call()
        _ = self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(
            self.script.placed(1, .offer(CallScript.sdp(5002), ExchangeID(.peer, 1), CallScript.one)) == [
                "A offer g1 5002"
            ]
        )
        #expect(
            self.script.placed(1, .offer(CallScript.sdp(6002), ExchangeID(.peer, 2), CallScript.two)) == [
                "B1 refuse p2 127 offerPending"
            ]
        )
        #expect(
            self.script.caller(.answer(CallScript.sdp(4002), ExchangeID(.gateway, 1), nil)) == ["B1 answer p1 4002"]
        )
        #expect(self.script.caller(.offer(CallScript.sdp(4004), ExchangeID(.peer, 1), nil)) == ["B1 offer g1 4004"])
        #expect(
            self.script.placed(1, .answer(CallScript.sdp(5004), ExchangeID(.gateway, 1), CallScript.one)) == [
                "A answer p1 5004"
            ]
        )
        #expect(self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        #expect(self.script.caller(.confirmed) == [])
    }

    @Test
    mutating func `a callee that answers without any description is given up`() {
        _ = self.script.call()
        #expect(self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1"])
        #expect(
            self.script.wait(.seconds(60)) == ["A release 88 mediaMismatch", "B1 release 88 mediaMismatch"]
        )
        self.script.finish(CallScript.caller, CallScript.placed(1))
    }
}
