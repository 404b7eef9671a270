import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// A user with several phones: all ring, one answers.
struct RegisteredUserTests {
    @Test
    func `both phones of a user ring`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.plan(["bob": "user/bob"])) { configuration in
            configuration.sip.users = ["alice", "bob", "carol"].map { name in
                SIPUserConfiguration(name: ByteString(name), secret: .password("secret"))
            }
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        carol.name = "bob"
        _ = try bob.register(password: "secret")
        _ = try carol.register(password: "secret")
        alice.password = "secret"
        let out = alice.invite("bob", offer: alice.audio())
        let first = try bob.expectCall()
        let second = try carol.expectCall()
        first.respond(180)
        try out.expect(180)
        second.respond(200, body: carol.audio())
        try out.expect(200)
        try first.expectCancel()
        try Connection(out: out, incoming: second).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
