import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3323, RFC 3325: who is calling, for those who may know.
struct IdentityTests {
    @Test(arguments: [true, false])
    func `an identity is handed to a trusted peer and kept from others`(isTrusted: Bool) throws {
        let simulation = try Scenario.simulation(plan: Scenario.plan(["outside": "trunk/carrier/4930123"])) {
            configuration in
            var trunk = SIPTrunkConfiguration(name: "carrier", uri: "sip:127.0.0.3:5060")
            trunk.policy.isTrusted = isTrusted
            trunk.policy.assertedIdentity = .asserted
            configuration.sip.trunks = [trunk]
            configuration.sip.legPolicy.isTrusted = true
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let out = alice.invite(
            "outside",
            offer: alice.audio(),
            headers: ["P-Asserted-Identity: \"Alice\" <sip:4930111@127.0.0.2>", "Privacy: id"]
        )
        let incoming = try bob.expectCall()
        if isTrusted {
            #expect(incoming.received?.header(.pAssertedIdentity)?.contains("4930111") == true)
            #expect(incoming.received?.header(.privacy)?.contains("id") == true)
        } else {
            #expect(incoming.received?.contains(.pAssertedIdentity) == false)
        }
        incoming.respond(486)
        try out.expect(486)
        try simulation.finish(allowsDirectMedia: true)
    }
}
