import CallControl
import CallModel
import ProtocolKit
import SDP
import Testing

/// One caller, one target: from the setup to the end.
struct BridgeTests {
    private var script: CallScript

    init() throws {
        self.script = try CallScript("<action application='bridge' data='sip:bob@b' media='direct'/>")
    }

    @Test
    mutating func `an early offer is answered, acknowledged and ended by the caller`() {
        #expect(self.script.call() == ["B1 place sip:bob@b offer 4000"])
        #expect(self.script.placed(1, .trying) == [])
        #expect(self.script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(
            self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == ["A answer p0 5000"]
        )
        #expect(self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        #expect(self.script.caller(.confirmed) == [])
        #expect(self.script.caller(.released(.normal)) == ["B1 release 16 BYE"])
        self.script.finish(CallScript.placed(1))
    }

    @Test
    mutating func `the callee ends the call and its cause reaches the caller`() {
        self.talk()
        let cause = ReleaseCause(
            .normalClearing,
            location: .user,
            origin: .sipRequest("BYE"),
            stated: .noUserResponding
        )
        #expect(self.script.placed(1, .released(cause)) == ["A release 16 BYE"])
        self.script.finish(CallScript.caller)
        let legs = self.script.records.first?.legs ?? []
        #expect(legs.map(\.releasedByPeer) == [false, true])
        #expect(legs.map(\.cause.stated) == [.noUserResponding, .noUserResponding])
    }

    @Test
    mutating func `alerting after progress is relayed`() {
        _ = self.script.call()
        #expect(
            self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == ["A answer p0 5000"]
        )
        #expect(self.script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress+"])
        #expect(self.script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(self.script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress+"])
        #expect(self.script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(self.script.placed(1, .forwarded(to: nil)) == ["A forwarding"])
    }

    @Test
    mutating func `a caller who gives up releases the callee`() {
        _ = self.script.call()
        _ = self.script.placed(1, .alerting(CallScript.one, inBand: .none))
        let cancel = ReleaseCause(.normalClearing, location: .user, origin: .sipRequest("CANCEL"))
        #expect(self.script.caller(.released(cancel)) == ["B1 release 16 callerGaveUp"])
        self.script.finish(CallScript.placed(1))
    }

    @Test
    mutating func `an answer that crosses the caller's end changes nothing`() {
        _ = self.script.call()
        _ = self.script.caller(.released(.normal))
        #expect(self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == [])
        #expect(self.script.placed(1, .answered(CallScript.one)) == [])
        self.script.finish(CallScript.placed(1))
    }

    @Test
    mutating func `an answer that comes after the word of it is waited for`() {
        _ = self.script.call()
        #expect(self.script.placed(1, .answered(CallScript.one)) == ["B1 accept 1"])
        #expect(
            self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == [
                "A answer p0 5000", "A accept",
            ]
        )
    }

    @Test
    mutating func `digits, bodies and names pass between talking parties`() {
        self.talk()
        let body = OpaqueBody(contentType: "application/dtmf-relay", bytes: [])
        #expect(self.script.caller(.digits([Digit(symbol: 0x31)])) == ["B1 send 1"])
        #expect(self.script.placed(1, .digits([Digit(symbol: 0x23)])) == ["A send #"])
        #expect(self.script.caller(.information(body)) == ["B1 inform application/dtmf-relay"])
        #expect(self.script.placed(1, .identity(Party(user: "201"))) == ["A update 201"])
    }

    @Test
    mutating func `a target that never rings and one that rings too long have different causes`() throws {
        _ = self.script.call()
        #expect(self.script.wait(.seconds(60)) == ["B1 release 18 ringTimeout", "A release 18 ringTimeout"])
        self.script.finish(CallScript.caller, CallScript.placed(1))

        self.script = try CallScript("<action application='bridge' data='[timeout=10]sip:bob@b' media='direct'/>")
        _ = self.script.call()
        _ = self.script.placed(1, .alerting(CallScript.one, inBand: .none))
        #expect(self.script.wait(.seconds(10)) == ["B1 release 19 ringTimeout", "A release 19 ringTimeout"])
        self.script.finish(CallScript.caller, CallScript.placed(1))
    }

    @Test
    mutating func `the record keeps both legs, their times and codecs`() throws {
        self.script.controller.setWallClock(WallClock(CivilTime(nanoseconds: 1_000_000_000), at: .start))
        self.talk()
        _ = self.script.wait(.seconds(9))
        _ = self.script.caller(.released(.normal))
        self.script.finish(CallScript.placed(1))
        let record = try #require(self.script.records.first)
        #expect(record.started.seconds == 1)
        #expect(record.talkTime == .seconds(9))
        #expect(record.extension == "all")
        #expect(record.legs.map(\.party.user) == ["100", "200"])
        #expect(record.legs.map(\.codecs) == [["PCMU"], ["PCMU"]])
        #expect(record.legs.map(\.releasedByPeer) == [true, false])
    }

    @Test
    mutating func `a leg whose agent never says that it is over does not keep the call`() {
        self.talk()
        _ = self.script.caller(.released(.normal))
        #expect(self.script.wait(.seconds(69)) == [])
        #expect(self.script.controller.count == 1)
        _ = self.script.wait(.seconds(5))
        self.script.expectNothingLeft()
    }

    @Test
    mutating func `nothing of the caller's description but its media reaches the callee`() throws {
        self.script.controller.receive(.incoming(CallScript.setup()), from: CallScript.caller, at: .start)
        var offer: SessionDescription?
        while let output = self.script.controller.nextOutput() {
            if case .command(.place(let setup, to: _, offer: let description), on: _) = output {
                offer = description
                #expect(setup.offer == nil)
                #expect(setup.calledHost.isEmpty)
                #expect(setup.hopsLeft == 69)
            }
        }
        let origin = try #require(offer?.origin)
        #expect(origin.sessionID != CallScript.sdp(4000).origin.sessionID)
        #expect(origin.address.ip == .loopbackV4)
    }

    private mutating func talk() {
        _ = self.script.call()
        _ = self.script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = self.script.placed(1, .answered(CallScript.one))
        _ = self.script.caller(.confirmed)
    }
}
