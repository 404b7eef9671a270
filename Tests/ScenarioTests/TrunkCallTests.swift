import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §22.3: a carrier challenges our INVITE.
struct TrunkCallTests {
    @Test(arguments: [false, true])
    func `a challenge of the trunk is answered with its credentials`(isProxy: Bool) throws {
        let simulation = try Scenario.simulation(plan: Scenario.plan(["outside": "trunk/carrier/4930123"])) {
            configuration in
            var trunk = SIPTrunkConfiguration(name: "carrier", uri: "sip:127.0.0.3:5060")
            trunk.credentials = DigestCredentials(username: "gate", secret: .password("key"))
            configuration.sip.trunks = [trunk]
        }
        let alice = simulation.alice()
        let bob = simulation.bob()
        let challenge = "Digest realm=\"carrier\", nonce=\"abcdef0123456789\", algorithm=MD5, qop=\"auth\""
        let out = alice.invite("outside", offer: alice.audio())
        let first = try bob.expectCall()
        first.respond(
            isProxy ? 407 : 401,
            headers: ["\(isProxy ? "Proxy-Authenticate" : "WWW-Authenticate"): \(challenge)"]
        )
        let incoming = try bob.expectCall()
        let credentials = incoming.received?.header(isProxy ? .proxyAuthorization : .authorization) ?? ""
        #expect(credentials.contains("username=\"gate\""))
        #expect(credentials.contains("realm=\"carrier\""))
        incoming.respond(200, body: bob.audio())
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
