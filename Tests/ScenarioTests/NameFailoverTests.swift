import CallModel
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3263 §4.3: the first server of a name does not answer, the second does.
struct NameFailoverTests {
    @Test(arguments: [false, true])
    func `SRV records are tried in the order of their priority`(isSilent: Bool) throws {
        let simulation = try Scenario.simulation(plan: Scenario.plan(["bob": "sip:bob@carrier.example"]))
        let alice = simulation.alice()
        let bob = simulation.bob()
        let carol = simulation.carol()
        simulation.zone[DNSQuestion("_sip._udp.carrier.example", .srv)] = .records(
            [
                .service(priority: 20, weight: 0, port: 5060, target: "two.carrier.example"),
                .service(priority: 10, weight: 0, port: 5060, target: "one.carrier.example"),
            ],
            timeToLive: .seconds(300)
        )
        simulation.zone[DNSQuestion("one.carrier.example", .a)] = .records(
            [.address(bob.address.ip)],
            timeToLive: .seconds(300)
        )
        simulation.zone[DNSQuestion("two.carrier.example", .a)] = .records(
            [.address(carol.address.ip)],
            timeToLive: .seconds(300)
        )
        if isSilent {
            simulation.network.loses = { $0.to == bob.address }
        } else {
            bob.onCall = { $0.respond(503) }
        }
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try carol.expectCall(within: .seconds(60))
        incoming.respond(200, body: carol.audio())
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `a name that does not exist ends the call`() throws {
        let simulation = try Scenario.simulation(plan: Scenario.plan(["bob": "sip:bob@nowhere.example"]))
        let alice = simulation.alice()
        let out = alice.invite("bob", offer: alice.audio())
        try out.expect(404, within: .seconds(60))
        try simulation.finish(allowsDirectMedia: true)
    }
}
