import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §22: who has no context of their own must prove who they are.
struct AuthenticatedCallTests {
    @Test
    func `a challenged INVITE succeeds with credentials`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.sip.users = ["alice", "bob", "carol"].map { name in
                SIPUserConfiguration(name: ByteString(name), secret: .password("secret"))
            }
            for place in configuration.sip.listeners.indices {
                configuration.sip.listeners[place].anonymousContext = nil
            }
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        alice.password = "secret"
        let out = alice.invite("bob", offer: alice.audio())
        try out.expect(401)
        let incoming = try bob.expectCall()
        #expect(incoming.received?.contains(.authorization) == false)
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a stranger gets no further than the challenge`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.bob) { configuration in
            configuration.sip.users = ["alice", "bob", "carol"].map { name in
                SIPUserConfiguration(name: ByteString(name), secret: .password("secret"))
            }
            for place in configuration.sip.listeners.indices {
                configuration.sip.listeners[place].anonymousContext = nil
            }
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite("bob", offer: alice.audio())
        try out.expect(401)
        alice.password = "guess"
        let second = alice.invite("bob", offer: alice.audio())
        try second.expect(401)
        simulation.run(for: .seconds(2))
        #expect(bob.calls.isEmpty)
        #expect(simulation.callCount == 0)
        try simulation.finish(allowsDirectMedia: true)
    }
}
