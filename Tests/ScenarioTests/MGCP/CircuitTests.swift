import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// F4: circuits of a trunk gateway whose signaling passes elsewhere (RFC 3435 §2.1.1.2).
struct CircuitTests {
    private struct Stage {
        let simulation: Simulation
        let gateway: SimulatedMediaGateway

        var first: LabTrunk {
            self.gateway.circuit("ds/e1-1/1")
        }

        var second: LabTrunk {
            self.gateway.circuit("ds/e1-1/2")
        }
    }

    private static func play(
        change: (inout MediaGatewaySettings, inout CircuitGroupSettings) -> Void = { _, _ in },
        quirks: (inout LabQuirks) -> Void = { _ in }
    ) throws -> Stage {
        var configuration = try Scenario.configuration(
            plan: Scenario.plan(["300": "trunk/pbx/4711"], media: "anchor")
        )
        var mgcp = MGCPScenario.listening()
        let addresses = [TransportAddress("10.0.0.60:2427")].compactMap { $0 }
        var gateway = MediaGatewaySettings(name: "tgw", domain: "[10.0.0.60]", addresses: addresses)
        var group = CircuitGroupSettings(
            name: "pbx",
            gateway: "tgw",
            endpoints: ["ds/e1-1/[1-2]"],
            context: "default"
        )
        change(&gateway, &group)
        mgcp.gateways = [gateway]
        mgcp.circuitGroups = [group]
        configuration.mgcp = mgcp
        let simulation = Simulation(configuration)
        let lab = simulation.mediaGateway("tgw", at: "10.0.0.60:2427", endpoints: ["ds/e1-1/1", "ds/e1-1/2"]) {
            quirks(&$0.quirks)
        }
        lab.restarts()
        simulation.run(for: .seconds(5))
        return Stage(simulation: simulation, gateway: lab)
    }

    @Test
    func `a phone's call takes a circuit and gives it back`() throws {
        let stage = try Self.play()
        let alice = stage.simulation.alice()
        let call = alice.invite("300", offer: alice.audio())
        try call.expect(200, within: .seconds(2))
        try stage.first.expectTalk(within: .seconds(2))
        stage.simulation.run(for: .seconds(5))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.simulation.finish()
    }

    @Test
    func `calls take one circuit each, and one call too many is told`() throws {
        let stage = try Self.play()
        let alice = stage.simulation.alice()
        let calls = try (0..<2).map { _ in
            let call = alice.invite("300", offer: alice.audio())
            try call.expect(200, within: .seconds(2))
            return call
        }
        #expect(stage.first.endpoint.connections.count == 1)
        #expect(stage.second.endpoint.connections.count == 1)
        try alice.invite("300", offer: alice.audio()).expect(503)
        for call in calls {
            call.bye()
        }
        try stage.simulation.finish()
    }

    @Test
    func `the gateway chooses the circuit where that is wanted`() throws {
        let stage = try Self.play { _, group in
            group.selection = .gateway
        }
        let alice = stage.simulation.alice()
        let call = alice.invite("300", offer: alice.audio())
        try call.expect(200, within: .seconds(2))
        #expect(stage.gateway.gateway.endpoints.flatMap(\.connections).count == 1)
        call.bye()
        try call.expect(200, to: .bye)
        try stage.simulation.finish()
    }

    @Test
    func `a gateway that knows no audits and one codec carries calls`() throws {
        let stage = try Self.play { gateway, _ in
            gateway.isMinimal = true
            gateway.takesCodecLists = false
            gateway.takesWildcards = false
        } quirks: { quirks in
            quirks.ignoresAudits = true
            quirks.takesOneCodec = true
        }
        let alice = stage.simulation.alice()
        let call = alice.invite("300", offer: alice.audio(formats: [0, 8, 101]))
        try call.expect(200, within: .seconds(2))
        stage.simulation.run(for: .seconds(400))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.simulation.finish()
    }

    @Test(arguments: ["lf", "lower case", "no identifier", "provisional", "late description"])
    func `a gateway that writes as it likes carries calls`(quirk: String) throws {
        let stage = try Self.play { _, _ in
        } quirks: { quirks in
            quirks.endsLinesWithLF = quirk == "lf"
            quirks.writesLowerCase = quirk == "lower case"
            quirks.omitsConnectionID = quirk == "no identifier"
            quirks.alwaysProvisional = quirk == "provisional"
            quirks.omitsEarlyDescription = quirk == "late description"
        }
        let alice = stage.simulation.alice()
        let call = alice.invite("300", offer: alice.audio())
        try call.expect(200, within: .seconds(5))
        stage.simulation.run(for: .seconds(5))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.simulation.finish()
    }

    @Test
    func `a restart of the gateway ends its calls`() throws {
        let stage = try Self.play()
        let alice = stage.simulation.alice()
        let call = alice.invite("300", offer: alice.audio())
        try call.expect(200, within: .seconds(2))
        stage.gateway.restarts(.restart, of: "ds/e1-1/*")
        try call.expectBye(within: .seconds(3))
        try stage.simulation.finish()
    }

    @Test(arguments: [(403, 503), (502, 503), (540, 503), (534, 488), (501, 502), (500, 404)] as [(UInt16, UInt16)])
    func `a refused connection has the status of its code`(code: UInt16, status: UInt16) throws {
        let stage = try Self.play()
        let code = try #require(MGCPReturnCode(code))
        stage.gateway.faults.answers[.createConnection] = LabFaults.ForcedAnswer(code, count: 10)
        let alice = stage.simulation.alice()
        try alice.invite("300", offer: alice.audio()).expect(status)
        try stage.simulation.finish()
    }
}
