import CallControl
import CallModel
import DialplanEngine
import ProtocolKit
import Testing

/// Actions that concern the caller alone, and what they mean for the bridges after them.
struct CallerActionTests {
    private static let bridge = "<action application='bridge' data='sip:b@b'/>"

    private func played(_ script: CallScript) -> [String] {
        script.orders.compactMap { order in
            switch order {
            case .play(let anchor, .tones(let tones, let type)): "tones \(tones.tones.count) \(anchor.number) \(type)"
            case .play(let anchor, .cadence(_, let type)): "ring \(anchor.number) \(type)"
            case .play(let anchor, .silence): "silence \(anchor.number)"
            case .join(let first, let second): "join \(first.number) \(second.number)"
            case .open, .replan, .setRemotes, .select, .part, .play, .listen, .close: nil
            }
        }
    }

    @Test
    func `a caller who is answered first is joined with the callee and told of its media`() throws {
        var script = try CallScript("<action application='answer'/>" + Self.bridge)
        #expect(script.call() == ["A answer p0 30000", "A accept", "B1 place sip:b@b offer 30002"])
        #expect(script.caller(.confirmed) == [])
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == [])
        #expect(self.played(script).last == "ring 1 0")
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.wait(.seconds(7))
        #expect(script.placed(1, .answered(CallScript.one)) == ["B1 accept 1", "A offer g1 30000"])
        #expect(self.played(script).suffix(2) == ["join 1 2", "silence 1"])
        #expect(script.caller(.answer(CallScript.sdp(4000), ExchangeID(.gateway, 1), nil)) == [])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
        #expect(script.records.first?.talkTime == .seconds(7))
    }

    @Test
    func `an answer is given once`() throws {
        var script = try CallScript(
            "<action application='answer'/><action application='answer'/><action application='pre-answer'/>"
                + "<action application='ring-ready'/><action application='sleep' duration='2s'/>"
        )
        #expect(script.call() == ["A answer p0 30000", "A accept"])
        #expect(script.wait(.milliseconds(1999)) == [])
        #expect(script.wait(.milliseconds(1)) == ["A release 16 dialplan"])
        script.finish(CallScript.caller)
    }

    @Test
    func `a caller who wants to be offered is answered with an offer and joined by another one`() throws {
        var script = try CallScript("<action application='answer'/>" + Self.bridge)
        #expect(
            script.call(CallScript.setup(offer: nil)) == ["A offer p0 30000", "A accept", "B1 place sip:b@b bare"]
        )
        #expect(script.caller(.answer(CallScript.sdp(4000), .incomingSetup, nil)) == [])
        #expect(script.caller(.confirmed) == [])
        _ = script.placed(1, .offer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        #expect(
            script.placed(1, .answered(CallScript.one)).prefix(2) == ["B1 accept 1", "A offer g1 30000"]
        )
        let told = script.caller(.answer(CallScript.sdp(4000), ExchangeID(.gateway, 1), nil))
        #expect(told.count == 1 && told[0].hasPrefix("B1 answer"))
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `a caller who offers nothing that tones are made in is refused`() throws {
        var script = try CallScript("<action application='answer'/>" + Self.bridge)
        let heard = script.call(CallScript.setup(offer: CallScript.sdp(4000, formats: "18")))
        #expect(heard == ["A release 65 mediaMismatch"])
        script.finish(CallScript.caller)
    }

    @Test
    func `tones are early media, end in their time and let the next action follow`() throws {
        var script = try CallScript(
            "<action application='play' tones='950:330ms,1400:330ms,1800:330ms/1s' repeat='2'/>"
                + "<action application='reject' cause='unallocated-number' status='404' reason='Unknown Here'/>"
        )
        #expect(script.call() == ["A answer p0 30000", "A progress+"])
        #expect(self.played(script).suffix(1) == ["tones 3 1 0"])
        #expect(script.wait(.milliseconds(3979)) == [])
        #expect(script.wait(.milliseconds(1)) == ["A release 1 404"])
        #expect(self.played(script).suffix(1) == ["silence 1"])
        script.finish(CallScript.caller)
        let cause = script.records.first?.legs.first?.cause
        #expect(cause?.origin == .sipStatus(404, phrase: "Unknown Here"))
        #expect(script.records.first?.legs.first?.releasedByPeer == false)
    }

    @Test
    func `A-law callers hear A-law`() throws {
        var script = try CallScript("<action application='play' tones='425:1s' repeat='endless'/>")
        _ = script.call(CallScript.setup(offer: CallScript.sdp(4000, formats: "8")))
        #expect(self.played(script).suffix(1) == ["tones 1 1 8"])
        #expect(script.wait(.seconds(1000)) == [])
        _ = script.caller(.released(.normal))
        script.finish()
    }

    @Test
    func `a caller who cannot be played to waits all the same`() throws {
        var script = try CallScript("<action application='play' tones='425:1s'/>" + Self.bridge)
        #expect(script.call(CallScript.setup(offer: CallScript.sdp(4000, formats: "18"))) == ["A progress"])
        #expect(script.wait(.seconds(1)) == ["B1 place sip:b@b offer 30002"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test(arguments: ["sleep' duration='10s", "play' tones='425:10s", "play' silence='10s"])
    func `a caller who hangs up meanwhile ends everything`(action: String) throws {
        var script = try CallScript("<action application='\(action)'/>" + Self.bridge)
        _ = script.call()
        _ = script.wait(.seconds(5))
        #expect(script.caller(.released(.normal)) == [])
        #expect(script.wait(.seconds(20)) == [])
        script.finish()
    }

    @Test
    func `the caller is told once that it rings`() throws {
        var script = try CallScript(
            "<action application='ring-ready'/><action application='ring-ready'/>" + Self.bridge
        )
        #expect(script.call() == ["A alert", "B1 place sip:b@b offer 30002"])
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == [])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test(arguments: ["answer-and-echo", "answer-and-play-tone' frequency='440' duration='10s"])
    func `the gateway's own services work after an answer, without a new offer`(service: String) throws {
        var script = try CallScript("<action application='answer'/><action application='\(service)'/>")
        #expect(script.call() == ["A answer p0 30000", "A accept"])
        #expect(script.caller(.confirmed) == [])
        let isPlayed = script.orders.contains { order in
            switch order {
            case .play(_, .echo), .play(_, .tone): true
            default: false
            }
        }
        #expect(isPlayed)
        _ = script.caller(.released(.normal))
        script.finish()
    }

    @Test
    func `a caller who is answered and hears a tone may change its session`() throws {
        var script = try CallScript("<action application='answer'/><action application='sleep' duration='5s'/>")
        _ = script.call()
        _ = script.caller(.confirmed)
        let offer = CallScript.sdp(4002, "sendonly")
        #expect(script.caller(.offer(offer, ExchangeID(.peer, 1), nil)) == ["A answer p1 30000 recvonly"])
        _ = script.wait(.seconds(5))
        script.finish(CallScript.caller)
    }

    @Test
    func `what follows a talk is done when the callee hangs up`() throws {
        var script = try CallScript(
            "<action application='bridge' data='sip:b@b' afterwards='go-on'/>"
                + "<action application='play' tones='425:2s'/><action application='bridge' data='sip:c@c'/>"
        )
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answered(CallScript.one))
        _ = script.caller(.confirmed)
        _ = script.wait(.seconds(30))
        #expect(script.placed(1, .released(.normal)) == [])
        #expect(self.played(script).suffix(1) == ["tones 1 1 0"])
        #expect(script.wait(.seconds(2)) == ["B2 place sip:c@c bare"])
        _ = script.placed(2, .alerting(CallScript.one, inBand: .none))
        #expect(self.played(script).suffix(1) == ["ring 1 0"])
        _ = script.placed(2, .offer(CallScript.sdp(6000), .outgoingSetup, CallScript.one))
        let heard = script.placed(2, .answered(CallScript.one))
        #expect(heard.first == "B2 accept 1" && heard.last == "A offer g1 30000")
        #expect(script.caller(.answer(CallScript.sdp(4000), ExchangeID(.gateway, 1), nil)).count == 1)
        #expect(script.placed(2, .released(.normal)).contains { $0.hasPrefix("A release 16") })
        script.finish(CallScript.caller)
        #expect(script.records.first?.legs.count == 3)
        #expect(script.records.first?.talkTime == .seconds(32))
    }

    @Test
    func `a caller who hangs up ends the call also when more would follow`() throws {
        var script = try CallScript(
            "<action application='bridge' data='sip:b@b' afterwards='go-on'/><action application='sleep' duration='9s'/>"
        )
        _ = script.call()
        _ = script.placed(1, .answer(CallScript.sdp(5000), .outgoingSetup, CallScript.one))
        _ = script.placed(1, .answered(CallScript.one))
        #expect(script.caller(.released(.normal)) == ["B1 release 16 BYE"])
        script.finish(CallScript.placed(1))
    }

    @Test
    func `words for the log are told`() throws {
        var script = try CallScript(
            "<action application='log' level='warning' data='to ${destination-number}'/>"
                + "<action application='sleep' duration='1s'/>"
        )
        _ = script.call()
        let words = script.observations.compactMap { observation in
            if case .dialplanLogged(_, .warning, let words) = observation { words } else { nil }
        }
        #expect(words == ["to 200"])
        script.finish(CallScript.caller)
    }
}
