import CallControl
import CallModel
import ProtocolKit
import Testing

/// RFC 3960 §3.2: who makes the ringing tone, row by row.
struct RingbackTests {
    private typealias Facts = RingbackPolicy.Facts

    private static let generate = "<action application='bridge' data='sip:b@b|sip:c@c' ringback='generate'/>"

    private func signals(_ script: CallScript) -> [String] {
        script.orders.compactMap { order in
            switch order {
            case .play(_, .cadence(let tone, let type)): "ring \(tone.hertz) \(type)"
            case .play(_, .silence): "silence"
            case .listen: "listen"
            default: nil
            }
        }
    }

    private func firstPacket() -> MediaReport {
        .firstPacket(
            MediaAnchor(number: 2, thread: 0),
            stream: 0,
            from: TransportAddress(IPAddress(v4: 0xC000_0264), 5000)
        )
    }

    @Test(arguments: [false, true])
    func `the table covers every combination of facts`(isHeard: Bool) {
        for word in [InBandMedia.none, .present, .announced, .withheld] {
            for isDescribed in [false, true] {
                let verdict = { (isAlerted: Bool) in
                    RingbackPolicy.verdict(
                        for: Facts(isAlerted: isAlerted, isDescribed: isDescribed, word: word, isHeard: isHeard)
                    )
                }
                #expect(verdict(false) == .silent)
                let expected: RingbackPolicy.Verdict =
                    switch (isDescribed, word, isHeard) {
                    case (false, _, _), (true, .withheld, _): .generate
                    case (true, .announced, _), (true, _, true): .silent
                    case (true, _, false): .wait
                    }
                #expect(verdict(true) == expected)
            }
        }
    }

    @Test
    func `alerting without a description is answered early and rings at once`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A answer p0 30000", "A alert+"])
        #expect(self.signals(script) == ["ring 425 0"])
        // One codec was told; the answer names two, so the caller is told of it.
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        #expect(self.signals(script) == ["ring 425 0", "silence"])
        #expect(script.caller(.confirmed) == ["A offer g1 30000"])
        #expect(script.caller(.answer(CallScript.sdp(4000), ExchangeID(.gateway, 1), nil)) == [])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `an answer that says what the caller was told needs no new offer`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        _ = script.placed(1, .alerting(CallScript.one, inBand: .none))
        _ = script.placed(1, .answer(CallScript.sdp(5000, formats: "0"), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answered(CallScript.one))
        #expect(script.caller(.confirmed) == [])
        #expect(script.orders.contains(.join(MediaAnchor(number: 1, thread: 0), MediaAnchor(number: 2, thread: 0))))
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `progress without alerting never rings`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        #expect(script.placed(1, .progress(CallScript.one, inBand: .none)) == ["A progress"])
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress+"])
        _ = script.wait(.seconds(10))
        #expect(self.signals(script).isEmpty)
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a described party that alerts has 600 ms to be heard, and ends the tone whenever it is`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .present)) == ["A alert+"])
        _ = script.wait(.milliseconds(599))
        #expect(self.signals(script) == ["listen"])
        _ = script.wait(.milliseconds(1))
        #expect(self.signals(script) == ["listen", "ring 425 0"])
        _ = script.report(self.firstPacket())
        #expect(self.signals(script) == ["listen", "ring 425 0", "silence"])
        _ = script.wait(.seconds(10))
        #expect(self.signals(script).count == 3)
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a described party that is heard in time is left to ring by itself`() throws {
        var script = try CallScript(Self.generate) { $0.ringback.mediaTimeout = .seconds(2) }
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .alerting(CallScript.one, inBand: .present))
        _ = script.wait(.milliseconds(1900))
        _ = script.report(self.firstPacket())
        _ = script.wait(.seconds(10))
        #expect(self.signals(script) == ["listen"])
        // It alerts after an announcement that is over: it must be heard again (RFC 3960 §3.2).
        _ = script.placed(1, .alerting(CallScript.one, inBand: .none))
        _ = script.wait(.seconds(2))
        #expect(self.signals(script) == ["listen", "listen", "ring 425 0"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `media that a network announces is waited for without end`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .announced)) == ["A alert+"])
        _ = script.wait(.seconds(10))
        #expect(self.signals(script) == ["listen"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `media that a network withholds does not end the tone`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .withheld)) == ["A alert+"])
        _ = script.report(self.firstPacket())
        #expect(self.signals(script) == ["listen", "ring 425 0"])
        // A later word lets the party be heard.
        _ = script.placed(1, .progress(CallScript.one, inBand: .announced))
        #expect(self.signals(script) == ["listen", "ring 425 0", "silence"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a description after alerting is joined, and the tone goes on until it is heard`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        _ = script.placed(1, .alerting(CallScript.one, inBand: .none))
        #expect(script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == [])
        #expect(script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress+"])
        _ = script.wait(.seconds(10))
        #expect(self.signals(script) == ["ring 425 0"])
        _ = script.report(self.firstPacket())
        #expect(self.signals(script) == ["ring 425 0", "silence"])
        #expect(script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        #expect(script.caller(.confirmed) == ["A offer g1 30000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a description that the caller cannot understand waits for the answer`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call(CallScript.setup(offer: CallScript.sdp(4000, formats: "0 18")))
        _ = script.placed(1, .alerting(CallScript.one, inBand: .none))
        _ = script.placed(1, .answer(CallScript.sdp(5000, formats: "18"), .outgoingSetup, CallScript.one))
        _ = script.report(self.firstPacket())
        #expect(self.signals(script) == ["ring 425 0"])
        _ = script.placed(1, .answered(CallScript.one))
        #expect(self.signals(script) == ["ring 425 0", "silence"])
        #expect(script.caller(.confirmed) == ["A offer g1 30000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `the tone goes on when a target fails and the next is tried`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .alerting(CallScript.one, inBand: .announced))
        #expect(self.signals(script) == ["listen"])
        _ = script.placed(1, .released(.status(486, .userBusy)))
        #expect(self.signals(script) == ["listen", "ring 425 0"])
        _ = script.placed(2, .answer(CallScript.sdp(6000), .outgoingSetup, CallScript.one))
        _ = script.placed(2, .answered(CallScript.one))
        #expect(self.signals(script) == ["listen", "ring 425 0", "silence"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(2))
    }

    @Test(arguments: ["9", "18"])
    func `a caller who knows no codec of a tone makes its own`(formats: String) throws {
        var script = try CallScript(Self.generate)
        _ = script.call(CallScript.setup(offer: CallScript.sdp(4000, formats: formats)))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(self.signals(script).isEmpty)
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a caller who wants to be offered makes its own`() throws {
        var script = try CallScript(Self.generate)
        _ = script.call(CallScript.setup(offer: nil))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(self.signals(script).isEmpty)
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `by default nothing is generated`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>")
        _ = script.call()
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        _ = script.wait(.seconds(10))
        #expect(self.signals(script).isEmpty)
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `early media that is ignored leaves the tone alone`() throws {
        var script = try CallScript(
            "<action application='bridge' data='sip:b@b' ringback='generate' early-media='ignore'/>"
        )
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .present)) == ["A answer p0 30000", "A alert+"])
        _ = script.report(self.firstPacket())
        #expect(self.signals(script) == ["ring 425 0"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a target that neither alerts nor makes progress in time makes room for the next`() throws {
        var script = try CallScript(Self.generate) { $0.alertingTimeout = .seconds(4) }
        _ = script.call()
        _ = script.wait(.seconds(3))
        #expect(script.wait(.seconds(1)) == ["B1 release 18 ringTimeout", "B2 place sip:c@c offer 30004"])
        _ = script.placed(2, .progress(CallScript.one, inBand: .none))
        #expect(script.wait(.seconds(55)) == [])
        #expect(script.wait(.seconds(5)).contains("B2 release 18 ringTimeout"))
        script.finish(CallScript.caller, CallScript.placed(1), CallScript.placed(2))
    }
}
