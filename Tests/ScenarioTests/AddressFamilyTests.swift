import CallControl
import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3261 §18, RFC 4566 §5.7: one leg speaks IPv4, the other IPv6, with the media in between.
struct AddressFamilyTests {
    @Test
    func `an IPv4 phone calls an IPv6 phone`() throws {
        let simulation = try Scenario.simulation(
            plan: Scenario.plan(["carol": "sip:carol@[::3]:5060"], media: "anchor")
        ) { configuration in
            configuration.sip.listeners.append(
                SIPListenerConfiguration(
                    name: "six",
                    transport: .udp,
                    address: TransportAddress(Scenario.loopbackV6, 5060),
                    anonymousContext: "default"
                )
            )
            configuration.calls.media.interfaces.append(
                MediaInterface(address: Scenario.loopbackV6, ports: 30_000...30_999)
            )
        }
        let alice = simulation.alice()
        let carol = simulation.phone("carol", at: "[::3]:5060")
        let out = alice.invite("carol", offer: alice.audio())
        let incoming = try carol.expectCall()
        let offered = incoming.received?.bodyText ?? ""
        #expect(offered.contains("c=IN IP6 ::1"), "\(offered)")
        incoming.respond(200, body: carol.audio())
        let answer = try out.expect(200)
        #expect(answer.bodyText.contains("c=IN IP4 127.0.0.1"))
        try incoming.expectACK()
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish()
    }
}
