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

    @Test(arguments: [SIPLegPolicy.AssertedIdentity.asserted, .remoteParty])
    func `a new identity in the call reaches the other end, and comes back no more`(
        form: SIPLegPolicy.AssertedIdentity
    ) throws {
        let simulation = try Scenario.simulation {
            $0.sip.legPolicy.isTrusted = true
            $0.sip.legPolicy.assertedIdentity = form
        }
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let call = try simulation.connect(alice, bob)
        let header: SIPHeaderName = form == .asserted ? .pAssertedIdentity : .remotePartyID
        let stated = ["P-Asserted-Identity: \"Carol\" <sip:carol@127.0.0.3>"]
        call.incoming.request("UPDATE", headers: stated)
        try call.incoming.expect(200, to: .update)
        let update = try call.out.expectRequest(.update)
        #expect(update.body.isEmpty)
        #expect(update.header(header)?.hasPrefix("\"Carol\" <sip:carol@127.0.0.1") == true)
        call.out.reply(200, to: .update)
        // What both know already is not told again, and stands in whatever is sent for another reason.
        call.incoming.reinvite(bob.audio(direction: "sendonly", version: 2), headers: stated)
        let reinvite = try call.out.expectRequest(.invite)
        #expect(reinvite.header(header)?.contains("carol") == true)
        call.out.reply(200, to: .invite, body: alice.audio(direction: "recvonly", version: 2))
        simulation.run(for: .seconds(5))
        #expect(call.out.count(of: .update) == 1)
        #expect(call.incoming.count(of: .update) == 0)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `an identity in the call is believed from trusted peers only`() throws {
        let simulation = try Scenario.simulation { $0.sip.legPolicy.assertedIdentity = .asserted }
        let (alice, bob) = (simulation.alice(), simulation.bob())
        let call = try simulation.connect(alice, bob)
        call.incoming.request("UPDATE", headers: ["P-Asserted-Identity: <sip:carol@127.0.0.3>"])
        try call.incoming.expect(200, to: .update)
        simulation.run(for: .seconds(2))
        #expect(call.out.requests.isEmpty)
        try call.hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }
}
