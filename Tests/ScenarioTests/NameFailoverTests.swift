import CallModel
import GatewayCore
import ProtocolKit
import SIPAgent
import SIPSyntax
import SimulationKit
import Testing

/// RFC 3263 §4.3: the first server of a name does not answer, the second does.
struct NameFailoverTests {
    /// A gateway that finds `sip:bob@carrier.example` at Bob's phone first and at Carol's next, and the phones.
    private func stage(
        change: (inout GatewayConfiguration) -> Void = { _ in }
    ) throws -> (simulation: Simulation, alice: Phone, bob: Phone, carol: Phone) {
        let plan = Scenario.plan(["bob": "sip:bob@carrier.example"])
        let simulation = try Scenario.simulation(plan: plan, change: change)
        let (alice, bob, carol) = (simulation.alice(), simulation.bob(), simulation.carol())
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
        return (simulation, alice, bob, carol)
    }

    @Test(arguments: [false, true])
    func `SRV records are tried in the order of their priority`(isSilent: Bool) throws {
        let (simulation, alice, bob, carol) = try self.stage()
        if isSilent {
            simulation.network.loses = { $0.to == bob.address }
        } else {
            bob.onCall = { $0.respond(503) }
        }
        let out = alice.invite("bob", offer: alice.audio())
        let incoming = try carol.expectCall(within: isSilent ? .seconds(6) : .seconds(1))
        incoming.respond(200, body: carol.audio())
        try out.expect(200)
        try Connection(out: out, incoming: incoming).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test(arguments: [180, 200] as [UInt16])
    func `a host that wakes up too late gets no call`(status: UInt16) throws {
        let (simulation, alice, bob, carol) = try self.stage()
        let out = alice.invite("bob", offer: alice.audio())
        let first = try bob.expectCall()
        let second = try carol.expectCall(within: .seconds(6))
        first.respond(status, body: status == 200 ? bob.audio() : "")
        if status == 200 {
            try first.expectACK()
            try first.expectBye()
        } else {
            try first.expectCancel()
        }
        second.respond(200, body: carol.audio())
        try out.expect(200)
        #expect(!out.statuses.contains(180))
        try Connection(out: out, incoming: second).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `the last host is given the whole time, and so is a first one that has said something`() throws {
        let (simulation, alice, bob, carol) = try self.stage()
        let out = alice.invite("bob", offer: alice.audio())
        let first = try bob.expectCall()
        first.respond(100)
        simulation.run(for: .seconds(20))
        first.respond(503)
        let second = try carol.expectCall(within: .seconds(1))
        simulation.run(for: .seconds(20))
        second.respond(200, body: carol.audio())
        try out.expect(200)
        try Connection(out: out, incoming: second).hangUp()
        try simulation.finish(allowsDirectMedia: true)
    }

    @Test
    func `without a limit a silent host is waited for until its transaction ends`() throws {
        let (simulation, alice, bob, carol) = try self.stage { $0.sip.locating.hopTimeout = nil }
        simulation.network.loses = { $0.to == bob.address }
        let out = alice.invite("bob", offer: alice.audio())
        let start = simulation.now
        let incoming = try carol.expectCall(within: .seconds(60))
        #expect(simulation.now >= start.advanced(by: .seconds(32)))
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
