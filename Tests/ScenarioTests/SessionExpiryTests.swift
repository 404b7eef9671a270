import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 4028 §10: a peer that wanted to refresh and does not is released.
struct SessionExpiryTests {
    @Test
    func `the call ends when the caller stops refreshing`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite(
            "bob",
            offer: alice.audio(),
            headers: ["Supported: timer", "Session-Expires: 90;refresher=uac"]
        )
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        let answer = try out.expect(200)
        #expect(answer.header(.sessionExpires)?.hasPrefix("90") == true)
        #expect(answer.header(.require)?.contains("timer") == true)
        simulation.run(for: .seconds(50))
        #expect(!out.isOver)
        try out.expectBye(within: .seconds(60))
        try incoming.expectBye()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a caller that refreshes stays`() throws {
        let simulation = try Scenario.simulation()
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite(
            "bob",
            offer: alice.audio(),
            headers: ["Supported: timer", "Session-Expires: 90;refresher=uac"]
        )
        let incoming = try bob.expectCall()
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        for _ in 0..<20 {
            simulation.run(for: .seconds(45))
            out.request("UPDATE", headers: ["Supported: timer", "Session-Expires: 90;refresher=uac"])
            let answer = try out.expect(200, to: .update)
            #expect(answer.header(.sessionExpires)?.hasPrefix("90") == true)
        }
        #expect(!out.isOver && !incoming.isOver)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
