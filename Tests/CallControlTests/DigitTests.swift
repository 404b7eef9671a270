import CallControl
import CallModel
import ProtocolKit
import Testing

/// Digits of the dialplan, in the form that each leg takes.
struct DigitTests {
    private static let answered = "<action application='answer'/>"
    private static let send = "<action application='send-digits' data='12#'/>"
    private static let end = "<action application='reject' cause='17'/>"
    private static let events = CallScript.sdp(4000, formats: "0 8 101")
    /// Three digits of 100 ms with 80 ms after each, and 40 ms more.
    private static let length = Duration.milliseconds(580)

    /// What is played to whom, but for silence.
    private static func played(_ script: CallScript) -> [String] {
        script.orders.compactMap { order in
            switch order {
            case .play(let anchor, .digits(let digits, let type, let clockRate)):
                "\(anchor.number) events \(String(decoding: digits.map(\.symbol), as: UTF8.self)) \(type)/\(clockRate)"
            case .play(let anchor, .tones(let tones, let type)):
                "\(anchor.number) tones "
                    + tones.tones.map { "\($0.hertz)+\($0.secondHertz)" }.joined(separator: " ") + " \(type)"
            case .open, .replan, .setRemotes, .select, .join, .part, .play, .listen, .close:
                nil
            }
        }
    }

    // MARK: To the caller

    @Test
    func `a caller who has agreed on events gets them, and the next action follows`() throws {
        var script = try CallScript(Self.answered + Self.send + Self.end)
        #expect(script.call(CallScript.setup(offer: Self.events)) == ["A answer p0 30000", "A accept"])
        #expect(Self.played(script) == ["1 events 12# 101/8000"])
        #expect(script.wait(Self.length - .milliseconds(1)) == [])
        #expect(script.wait(.milliseconds(1)) == ["A release 17 dialplan"])
        script.finish(CallScript.caller)
    }

    @Test
    func `a caller without events gets them beside the media, at once`() throws {
        var script = try CallScript(Self.answered + Self.send + Self.end)
        #expect(script.call() == ["A answer p0 30000", "A accept", "A send 12#", "A release 17 dialplan"])
        #expect(Self.played(script) == [])
        script.finish(CallScript.caller)
    }

    @Test
    func `a caller who takes none beside the media hears tones`() throws {
        var script = try CallScript(Self.answered + Self.send + "<action application='sleep' duration='9s'/>")
        _ = script.call()
        #expect(script.caller(.digitsRefused([Digit(symbol: 0x31), Digit(symbol: 0x23)])) == [])
        #expect(Self.played(script) == ["1 tones 697+1209 941+1477 0"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.caller)
    }

    @Test
    func `before the answer digits travel in early media alone`() throws {
        let early = "<action application='pre-answer'/>" + Self.send + Self.end
        var script = try CallScript(early)
        #expect(script.call(CallScript.setup(offer: Self.events)) == ["A answer p0 30000", "A progress+"])
        #expect(Self.played(script) == ["1 events 12# 101/8000"])
        #expect(script.wait(Self.length) == ["A release 17 dialplan"])

        script = try CallScript(early)
        #expect(script.call() == ["A answer p0 30000", "A progress+"])
        #expect(Self.played(script) == ["1 tones 697+1209 697+1336 941+1477 0"])
        #expect(script.wait(Self.length) == ["A release 17 dialplan"])
        script.finish(CallScript.caller)
    }

    @Test
    func `a caller who is neither answered nor played to gets none`() throws {
        var script = try CallScript(Self.send + Self.end)
        #expect(script.call(CallScript.setup(offer: Self.events)) == ["A release 17 dialplan"])
        #expect(Self.played(script) == [])
        script.finish(CallScript.caller)
    }

    @Test
    func `a caller on hold hears no events and gets them beside the media`() throws {
        var script = try CallScript(Self.answered + Self.send + Self.end)
        let held = CallScript.setup(offer: CallScript.sdp(4000, "sendonly", formats: "0 8 101"))
        #expect(script.call(held).suffix(2) == ["A send 12#", "A release 17 dialplan"])
        script.finish(CallScript.caller)
    }

    // MARK: To the callee

    private static func bridge(_ more: String = "") -> String {
        "<action application='bridge' data='[digits=12#]sip:b@b|sip:c@c' \(more)/>"
    }

    private static func answer(_ script: inout CallScript, _ leg: UInt64 = 1, formats: String) -> [String] {
        let answer = CallScript.sdp(5000, formats: formats)
        _ = script.placed(leg, .answer(answer, .outgoingSetup, CallScript.one))
        return script.placed(leg, .answered(CallScript.one))
    }

    @Test
    func `a callee gets its digits as events once it has answered`() throws {
        var script = try CallScript(Self.bridge())
        _ = script.call(CallScript.setup(offer: Self.events))
        _ = script.placed(1, .alerting(CallScript.one, inBand: .none))
        #expect(Self.played(script) == [])
        #expect(Self.answer(&script, formats: "0 101") == ["B1 accept 1", "A accept"])
        #expect(Self.played(script) == ["2 events 12# 101/8000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test(arguments: ["", "media='direct'"])
    func `a callee without events gets its digits beside the media, and only once`(more: String) throws {
        var script = try CallScript(Self.bridge(more))
        _ = script.call(CallScript.setup(offer: Self.events))
        let formats = more.isEmpty ? "0" : "0 101"
        #expect(Self.answer(&script, formats: formats) == ["B1 accept 1", "A accept", "B1 send 12#"])
        _ = script.placed(1, .digitsRefused([Digit(symbol: 0x31)]))
        #expect(Self.played(script) == (more.isEmpty ? ["2 tones 697+1209 0"] : []))
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    @Test
    func `who has no digits of its own gets none`() throws {
        var script = try CallScript(Self.bridge())
        _ = script.call(CallScript.setup(offer: Self.events))
        _ = script.placed(1, .released(.status(486, .userBusy)))
        #expect(Self.answer(&script, 2, formats: "0 101") == ["B2 accept 1", "A accept"])
        #expect(Self.played(script) == [])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(2))
    }

    @Test
    func `FreeSWITCH's ways to send digits on the answer add up`() throws {
        var script = try CallScript(freeSWITCH: [
            "queue_dtmf(99)", "bridge({execute_on_answer=send_dtmf 12@200}sofia/x/b@b)",
        ])
        _ = script.call(CallScript.setup(offer: Self.events))
        _ = Self.answer(&script, formats: "0 101")
        #expect(Self.played(script) == ["2 events 1299 101/8000"])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }
}
