import CallControl
import CallModel
import ProtocolKit
import Testing

/// Hunting in sequence and together, failover, redirection, and the cause that the caller hears in the end.
struct HuntTests {
    private static let busy = ReleaseCause.status(486, .userBusy)
    private static let unreachable = ReleaseCause.status(503, .temporaryFailure)

    private static func contact(_ uri: ByteString, _ preference: UInt16 = 1000) -> RegisteredContact {
        RegisteredContact(user: "bob", uri: uri, listener: ListenerID(0), preference: preference)
    }

    @Test
    func `the second target is tried when the first one is busy`() throws {
        var script = try CallScript(bridge("sip:b@b|sip:c@c"))
        #expect(script.call() == ["B1 place sip:b@b offer 4000"])
        #expect(script.placed(1, .released(Self.busy)) == ["B2 place sip:c@c offer 4000"])
        _ = script.placed(2, .answer(CallScript.sdp(5002), .outgoingSetup, CallScript.one))
        #expect(script.placed(2, .answered(CallScript.one)) == ["B2 accept 1", "A accept"])
        _ = script.placed(2, .released(.normal))
        script.finish(CallScript.caller)
        #expect(script.records.first?.legs.map(\.cause.value) == [.normalClearing, .userBusy, .normalClearing])
    }

    @Test
    func `of targets that ring together the first answer wins`() throws {
        var script = try CallScript(bridge("sip:b@b,sip:c@c,sip:d@d"))
        #expect(
            script.call() == [
                "B1 place sip:b@b offer 4000", "B2 place sip:c@c offer 4000", "B3 place sip:d@d offer 4000",
            ]
        )
        #expect(script.placed(1, .alerting(CallScript.one, inBand: .none)) == ["A alert"])
        #expect(script.placed(2, .alerting(CallScript.one, inBand: .none)) == [])
        #expect(script.placed(3, .released(Self.busy)) == [])
        #expect(script.placed(2, .answer(CallScript.sdp(5002), .outgoingSetup, CallScript.one)) == ["A answer p0 5002"])
        #expect(
            script.placed(2, .answered(CallScript.one)) == [
                "B2 accept 1", "B1 release 26 answeredElsewhere", "A accept",
            ]
        )
        #expect(script.placed(1, .answered(CallScript.one)) == [])
        #expect(script.caller(.released(.normal)) == ["B2 release 16 BYE"])
        script.finish(CallScript.placed(1), CallScript.placed(2))
    }

    @Test
    func `a caller who gives up releases every leg`() throws {
        var script = try CallScript(bridge("sip:b@b,sip:c@c"))
        _ = script.call()
        #expect(
            script.caller(.released(.normal)) == ["B1 release 16 callerGaveUp", "B2 release 16 callerGaveUp"]
        )
        script.finish(CallScript.placed(1), CallScript.placed(2))
    }

    @Test
    func `a refusal for every place stops the hunt and those who still ring`() throws {
        var script = try CallScript(bridge("sip:b@b,sip:c@c|sip:d@d"))
        _ = script.call()
        let decline = ReleaseCause.status(603, .callRejected)
        #expect(
            script.placed(1, .released(decline)) == ["B2 release 16 callerGaveUp", "A release 21 603"]
        )
        script.finish(CallScript.caller, CallScript.placed(2))
    }

    @Test
    func `the caller hears the failure that tells it most`() throws {
        var script = try CallScript(bridge("sip:b@b|sip:c@c|sip:d@d"))
        _ = script.call()
        _ = script.placed(1, .released(Self.unreachable))
        _ = script.placed(2, .released(Self.busy))
        #expect(
            script.placed(3, .released(.status(480, .noUserResponding))) == ["A release 17 486"]
        )
        script.finish(CallScript.caller)
    }

    @Test
    func `a cause outside the failover set ends the hunt`() throws {
        var script = try CallScript(bridge("sip:b@b|sip:c@c"))
        _ = script.call()
        #expect(script.placed(1, .released(.status(403, .callRejected))) == ["A release 21 403"])
        script.finish(CallScript.caller)
    }

    @Test
    func `a target that rings too long is left for the next one`() throws {
        var script = try CallScript(bridge("[timeout=5]sip:b@b|sip:c@c"))
        _ = script.call()
        _ = script.placed(1, .alerting(CallScript.one, inBand: .none))
        #expect(script.wait(.seconds(5)) == ["B1 release 19 ringTimeout", "B2 place sip:c@c offer 4000"])
        #expect(script.placed(1, .answered(CallScript.one)) == [])
        #expect(script.placed(1, .released(.normal)) == [])
        #expect(script.caller(.released(.normal)) == ["B2 release 16 callerGaveUp"])
        script.finish(CallScript.placed(2))
    }

    @Test
    func `the dialplan's next action follows a hunt that failed`() throws {
        var script = try CallScript(bridge("sip:b@b") + "<action application='reject' cause='17'/>")
        _ = script.call()
        #expect(script.placed(1, .released(Self.unreachable)) == ["A release 17 dialplan"])
        script.finish(CallScript.caller)
    }

    // MARK: Users

    @Test
    func `contacts of one preference ring together, less preferred ones later`() throws {
        var script = try CallScript(bridge("user/bob"))
        #expect(script.call() == [])
        let contacts = [Self.contact("sip:1@x", 500), Self.contact("sip:2@x"), Self.contact("sip:3@x")]
        #expect(
            script.answer(.contacts(contacts)) == ["B1 place sip:2@x offer 4000", "B2 place sip:3@x offer 4000"]
        )
        #expect(script.placed(1, .released(Self.busy)) == [])
        #expect(script.placed(2, .released(Self.busy)) == ["B3 place sip:1@x offer 4000"])
        #expect(script.placed(3, .released(Self.busy)) == ["A release 17 486"])
        script.finish(CallScript.caller)
    }

    @Test(
        arguments: [
            (RouteAnswer.contacts([]), "A release 20 noRoute"), (.unknownUser, "A release 1 noRoute"),
        ]
    )
    func `a user who cannot be reached`(answer: RouteAnswer, expected: String) throws {
        var script = try CallScript(bridge("user/bob"))
        _ = script.call()
        #expect(script.answer(answer) == [expected])
        script.finish(CallScript.caller)
    }

    @Test
    func `an answer that never comes, or comes after the caller has gone, holds nothing up`() throws {
        var script = try CallScript(bridge("user/bob|sip:c@c"))
        _ = script.call()
        #expect(script.wait(.seconds(5)) == ["B1 place sip:c@c offer 4000"])
        #expect(script.answer(.contacts([Self.contact("sip:1@x")])) == [])
        _ = script.caller(.released(.normal))
        script.finish(CallScript.placed(1))
    }

    // MARK: Redirection, rest, bounds

    @Test
    func `a redirection is followed and what was tried is not tried again`() throws {
        var script = try CallScript(bridge("sip:b@b"))
        _ = script.call()
        let moved = ReleaseCause.status(302, .redirection)
        #expect(
            script.placed(1, .redirected([.uri("sip:b@b"), .uri("sip:new@n")], moved)) == [
                "B2 place sip:new@n offer 4000"
            ]
        )
        #expect(script.placed(1, .released(moved)) == [])
        #expect(script.placed(2, .redirected([.uri("sip:b@b")], moved)) == ["A release 25 loop"])
        script.finish(CallScript.caller)
    }

    @Test
    func `redirections are followed a bounded number of times`() throws {
        var script = try CallScript(bridge("sip:b0@b")) { $0.maximumRedirections = 2 }
        _ = script.call()
        let moved = ReleaseCause.status(302, .redirection)
        #expect(script.placed(1, .redirected([.uri("sip:b1@b")], moved)) == ["B2 place sip:b1@b offer 4000"])
        #expect(script.placed(2, .redirected([.uri("sip:b2@b")], moved)) == ["B3 place sip:b2@b offer 4000"])
        #expect(script.placed(3, .redirected([.uri("sip:b3@b")], moved)) == ["A release 25 loop"])
        script.finish(CallScript.caller)
    }

    @Test
    func `by policy the caller is told of a redirection`() throws {
        var script = try CallScript(bridge("sip:b@b,sip:c@c")) { $0.redirection = .relay }
        _ = script.call()
        #expect(
            script.placed(1, .redirected([.uri("sip:new@n")], .status(302, .redirection))) == [
                "B2 release 16 callerGaveUp", "A redirect sip:new@n",
            ]
        )
        script.finish(CallScript.caller, CallScript.placed(2))
    }

    @Test
    func `a trunk that asked to be left alone is not tried until then`() throws {
        var script = try CallScript(bridge("trunk/carrier/1|trunk/backup/1"))
        _ = script.call()
        let full = ReleaseCause.status(503, .congestion, retryAfter: .seconds(30))
        #expect(script.placed(1, .released(full)) == ["B2 place trunk/backup/1 offer 4000"])
        _ = script.caller(.released(.normal))
        _ = script.placed(2, .released(.normal))
        #expect(script.call() == ["B3 place trunk/backup/1 offer 4000"])
        _ = script.caller(.released(.normal))
        _ = script.placed(3, .released(.normal))
        _ = script.wait(.seconds(30))
        #expect(script.call() == ["B4 place trunk/carrier/1 offer 4000"])
    }

    @Test
    func `a call places a bounded number of legs`() throws {
        var script = try CallScript(bridge("sip:b@b|sip:c@c|sip:d@d")) { $0.maximumLegs = 2 }
        _ = script.call()
        _ = script.placed(1, .released(Self.unreachable))
        #expect(script.placed(2, .released(Self.unreachable)) == ["A release 41 503"])
        script.finish(CallScript.caller)
        #expect(
            script.observations.contains {
                if case .boundReached = $0 { true } else { false }
            }
        )
    }

    private func bridge(_ targets: String) -> String {
        "<action application='bridge' data='\(targets)' media='direct'/>"
    }
}
