import CallControl
import CallModel
import ProtocolKit
import Testing

/// `line-service` as an action among others.
struct LineServiceActionTests {
    private static let line = LegID(.mgcp, .incoming, number: 1)

    private static var setup: CallSetup {
        var source = CallScript.source(user: "lobby")
        source.signaling = .mgcp
        return CallScript.setup(source: source)
    }

    @Test
    func `a service is kept in mind by the line's agent, and the call then ends as done`() throws {
        var script = try CallScript("<action application='line-service' service='do-not-disturb' state='on'/>")

        #expect(
            script.call(Self.setup, from: Self.line) == ["A activate doNotDisturb(true)", "A release 16 dialplan"]
        )
    }

    @Test
    func `the action below a service is done next`() throws {
        var script = try CallScript(
            "<action application='line-service' service='call-waiting' state='off'/>"
                + "<action application='bridge' data='sip:b@b' media='direct'/>"
        )
        let outputs = script.call(Self.setup, from: Self.line)

        #expect(outputs.count == 2)
        #expect(outputs.first?.hasSuffix("activate callWaiting(false)") == true, "\(outputs)")
        #expect(outputs.last?.contains("place sip:b@b") == true, "\(outputs)")
    }

    @Test
    func `a caller that is no line is told that it has no such service`() throws {
        var script = try CallScript("<action application='line-service' service='do-not-disturb' state='on'/>")

        #expect(script.call() == ["A release 29 dialplan"])
    }
}
