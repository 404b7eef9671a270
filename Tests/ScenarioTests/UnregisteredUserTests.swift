import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// A user of ours without a phone, and a name that is nobody's.
struct UnregisteredUserTests {
    @Test
    func `a user without a phone is absent, a stranger unknown`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.plan(["bob": "user/bob", "nobody": "user/nobody"])) {
            configuration in
            configuration.sip.users = ["bob", "carol"].map { name in
                SIPUserConfiguration(name: ByteString(name), secret: .password("secret"))
            }
        }
        let alice = simulation.alice()
        let out = alice.invite("bob", offer: alice.audio())
        try out.expect(480)
        let other = alice.invite("nobody", offer: alice.audio())
        try other.expect(404)
        try simulation.finish(allowsDirectMedia: true)
    }
}
