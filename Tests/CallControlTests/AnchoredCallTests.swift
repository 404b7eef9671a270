import CallControl
import CallModel
import ProtocolKit
import SDP
import Testing

/// Calls whose media passes the relay, or ends there.
struct AnchoredCallTests {
    private func order(_ order: MediaOrder) -> String {
        switch order {
        case .open(let anchor, let streams): "open \(anchor.number) \(streams.map(\.local.port))"
        case .replan(let anchor, _): "replan \(anchor.number)"
        case .setRemotes(let anchor, let parties):
            "remotes \(anchor.number) \(parties.flatMap(\.streams).map { Int($0.remote?.port ?? 0) })"
        case .select(let anchor, let answerer): "select \(anchor.number) \(answerer.map { Int($0.number) } ?? 0)"
        case .join(let first, let second): "join \(first.number) \(second.number)"
        case .part(let anchor): "part \(anchor.number)"
        case .play(let anchor, .echo): "echo \(anchor.number)"
        case .play(let anchor, .tone(let hertz, let type, _)): "tone \(anchor.number) \(hertz) \(type)"
        case .play(let anchor, .cadence(let tone, let type)): "ringing \(anchor.number) \(tone.hertz) \(type)"
        case .play(let anchor, .tones(_, let type)): "tones \(anchor.number) \(type)"
        case .play(let anchor, .digits(_, let type, _)): "digits \(anchor.number) \(type)"
        case .listen(let anchor): "listen \(anchor.number)"
        case .play(let anchor, .silence): "silence \(anchor.number)"
        case .close(let anchor): "close \(anchor.number)"
        }
    }

    private func orders(_ script: CallScript) -> [String] {
        script.orders.map(self.order)
    }

    private func counters(_ packets: UInt64) -> [StreamCounters] {
        var counters = StreamCounters(index: 0)
        counters.packetsReceived = packets
        return [counters]
    }

    private func anchor(_ number: UInt64) -> MediaAnchor {
        MediaAnchor(number: number, thread: 0)
    }

    @Test
    func `both legs get ports of ours, and the record waits for what has passed`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>")
        #expect(script.call() == ["B1 place sip:b@b offer 30002"])
        #expect(
            script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == ["A answer p0 30000"]
        )
        #expect(script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A accept"])
        #expect(self.orders(script).contains("join 1 2"))
        #expect(self.orders(script).contains("remotes 2 [5000]"))
        _ = script.caller(.confirmed)
        _ = script.caller(.released(.normal))
        _ = script.placed(1, .released(.normal))
        #expect(script.records.isEmpty)
        _ = script.report(.counters(self.anchor(1), self.counters(100)))
        _ = script.report(.counters(self.anchor(2), self.counters(90)))
        script.expectNothingLeft()
        #expect(script.records.first?.legs.map { $0.media.first?.packetsReceived } == [100, 90])
        #expect(self.orders(script).suffix(3).contains("close 2"))
    }

    @Test
    func `a record does not wait for ever for what has passed`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>")
        _ = script.call()
        _ = script.caller(.released(.normal))
        _ = script.placed(1, .released(.normal))
        #expect(script.records.isEmpty)
        _ = script.wait(.seconds(2))
        script.expectNothingLeft()
    }

    @Test
    func `without free ports the call is refused`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>") {
            $0.media.interfaces = [MediaInterface(address: .loopbackV4, ports: 30_000...30_001)]
        }
        #expect(script.call() == ["A release 47 limit"])
        _ = script.caller(.released(.normal))
        _ = script.wait(.seconds(3))
        script.expectNothingLeft()
    }

    @Test(arguments: [CallConfiguration.SilencePolicy.ignore, .anyLeg, .allLegs])
    func `silence ends a call by policy`(policy: CallConfiguration.SilencePolicy) throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>") { $0.silence = policy }
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answered(CallScript.one))
        let end = ["A release 102 mediaSilence", "B1 release 102 mediaSilence"]
        #expect(
            script.report(.silent(self.anchor(1), stream: 0, for: .seconds(60))) == (policy == .anyLeg ? end : [])
        )
        #expect(
            script.report(.silent(self.anchor(2), stream: 0, for: .seconds(60))) == (policy == .allLegs ? end : [])
        )
    }

    @Test
    func `a delayed offer that finds no ports fails its target, and the call when it is answered`() throws {
        let interfaces = [MediaInterface(address: .loopbackV4, ports: 30_000...30_001)]
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>") {
            $0.media.interfaces = interfaces
        }
        let refused = ["B1 release 65 mediaMismatch", "A release 65 mediaMismatch"]
        _ = script.call(CallScript.setup(offer: nil))
        #expect(script.placed(1, .offer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == refused)
        script.finish(CallScript.caller, CallScript.placed(1))

        script = try CallScript("<action application='bridge' data='sip:b@b'/>") { $0.media.interfaces = interfaces }
        var setup = CallScript.setup(offer: nil)
        setup.negotiatesEarly = false
        _ = script.call(setup)
        #expect(script.placed(1, .offer(CallScript.sdp(5000), .outgoingSetup, CallScript.one)) == [])
        #expect(
            script.placed(1, .answered(CallScript.one)) == [
                "B1 accept 1", "A release 65 mediaMismatch", "B1 release 65 mediaMismatch",
            ]
        )
        script.finish(CallScript.caller, CallScript.placed(1))
    }

    @Test
    func `a failed anchor ends the call`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>")
        _ = script.call()
        #expect(
            script.report(.failed(self.anchor(2), .portUnavailable)) == [
                "A release 47 mediaFailure", "B1 release 47 mediaFailure",
            ]
        )
        script.finish(CallScript.caller, CallScript.placed(1))
    }

    @Test
    func `a second answering party with the same codecs needs no new offer`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>")
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answer(CallScript.sdp(6000), .outgoingSetup, CallScript.two))
        #expect(script.placed(1, .answered(CallScript.two)) == ["B1 accept 2", "A accept"])
        #expect(script.caller(.confirmed) == [])
        #expect(self.orders(script).contains("remotes 2 [6000]"))
        #expect(self.orders(script).last { $0.hasPrefix("select") } == "select 2 2")
        #expect(script.caller(.released(.normal)) == ["B1 release 16 BYE"])
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a second answering party with other codecs is offered to the caller`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b|sip:c@c'/>")
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000, formats: "0"), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .released(.status(486, .userBusy)))
        _ = script.placed(2, .answer(CallScript.sdp(6000, formats: "8"), .outgoingSetup, CallScript.one))
        #expect(script.placed(2, .answered(CallScript.one)) == ["B2 accept 1", "A accept"])
        #expect(script.caller(.confirmed) == ["A offer g1 30000"])
        let answer = CallScript.sdp(4000, formats: "8")
        #expect(script.caller(.answer(answer, ExchangeID(.gateway, 1), nil)) == [])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(2))
        #expect(script.records.first?.legs.map(\.codecs) == [["PCMA"], ["PCMU"], ["PCMA"]])
    }

    @Test
    func `the last party that describes its media feeds the caller by policy`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>") { $0.earlyMedia = .last }
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answer(CallScript.sdp(6000), .outgoingSetup, CallScript.two))
        #expect(self.orders(script).last { $0.hasPrefix("select") } == "select 2 2")
        #expect(script.placed(1, .progress(CallScript.two, inBand: .present)) == ["A progress+"])
        #expect(script.placed(1, .progress(CallScript.one, inBand: .present)) == ["A progress"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `the party whose media a network announces feeds the caller by policy`() throws {
        var script = try CallScript("<action application='bridge' data='sip:b@b'/>") { $0.earlyMedia = .announced }
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answer(CallScript.sdp(6000), .outgoingSetup, CallScript.two))
        #expect(self.orders(script).last { $0.hasPrefix("select") } == "select 2 1")
        #expect(script.placed(1, .progress(CallScript.two, inBand: .present)) == ["A progress"])
        #expect(script.placed(1, .progress(CallScript.two, inBand: .announced)) == ["A progress+"])
        #expect(self.orders(script).last { $0.hasPrefix("select") } == "select 2 2")
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    // MARK: Media that ends in the gateway

    @Test(arguments: [true, false])
    func `a caller that refuses the gateway's own offer is played to if it can be`(isPlayable: Bool) throws {
        var script = try CallScript(
            "<action application='bridge' data='sip:b@b'/><action application='answer-and-play-tone' frequency='440'/>"
        )
        let formats = isPlayable ? "8" : "18"
        _ = script.call(CallScript.setup(offer: CallScript.sdp(4000, formats: "8 18")))
        _ = script.placed(1, .answer(CallScript.sdp(5000, formats: formats), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .released(.status(486, .userBusy))) == ["A accept"])
        #expect(script.caller(.confirmed) == ["A offer g1 30000"])
        let refusal = LegEvent.offerRefused(ExchangeID(.gateway, 1), .status(488, .bearerCapabilityNotImplemented))
        #expect(script.caller(refusal) == (isPlayable ? [] : ["A release 88 mediaMismatch"]))
        #expect(self.orders(script).contains("tone 1 440 8") == isPlayable)
        // The session is as it was, and the caller may change it.
        if isPlayable {
            let hold = LegEvent.offer(CallScript.sdp(4000, "sendonly", formats: "8"), ExchangeID(.peer, 1), nil)
            #expect(script.caller(hold) == ["A answer p1 30000 recvonly"])
            _ = script.caller(.released(.normal))
        } else {
            _ = script.caller(.released(.normal))
        }
        _ = script.wait(.seconds(3))
        script.expectNothingLeft()
    }

    @Test
    func `an echo is answered at once and ends with the caller`() throws {
        var script = try CallScript("<action application='answer-and-echo'/>")
        #expect(script.call() == ["A answer p0 30000", "A accept"])
        #expect(self.orders(script).last == "echo 1")
        #expect(
            script.caller(.offer(CallScript.sdp(4000, "sendonly"), ExchangeID(.peer, 1), nil)) == [
                "A answer p1 30000 recvonly"
            ]
        )
        _ = script.caller(.released(.normal))
        _ = script.report(.counters(self.anchor(1), self.counters(10)))
        script.expectNothingLeft()
    }

    @Test
    func `a tone ends by itself`() throws {
        var script = try CallScript("<action application='answer-and-play-tone' frequency='440' duration='5s'/>")
        #expect(script.call() == ["A answer p0 30000", "A accept"])
        #expect(self.orders(script).last == "tone 1 440 0")
        #expect(script.wait(.seconds(5)) == ["A release 16 dialplan"])
        script.finish(CallScript.caller)
    }

    @Test
    func `a caller who wants to be offered is offered an echo`() throws {
        var script = try CallScript("<action application='answer-and-echo'/>")
        #expect(script.call(CallScript.setup(offer: nil)) == ["A offer p0 30000", "A accept"])
        #expect(script.caller(.answer(CallScript.sdp(4000, formats: "8"), .incomingSetup, nil)) == [])
        #expect(self.orders(script).last == "echo 1")
        #expect(script.caller(.confirmed) == [])
        #expect(script.caller(.offerRequested(ExchangeID(.peer, 1))) == ["A offer p1 30000"])
        #expect(script.caller(.answer(CallScript.sdp(4000), ExchangeID(.peer, 1), nil)) == [])
        _ = script.caller(.released(.normal))
        script.finish()
    }

    @Test
    func `an echo after an announcement of another party is offered anew`() throws {
        var script = try CallScript(
            "<action application='bridge' data='sip:b@b'/><action application='answer-and-echo'/>"
        )
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(script.placed(1, .released(.status(486, .userBusy))) == ["A accept"])
        #expect(script.caller(.confirmed) == ["A offer g1 30000"])
        #expect(script.caller(.answer(CallScript.sdp(4000), ExchangeID(.gateway, 1), nil)) == [])
        #expect(self.orders(script).last == "echo 1")
        _ = script.caller(.released(.normal))
        script.finish()
    }
}
