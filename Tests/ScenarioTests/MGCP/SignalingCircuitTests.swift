import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit
import Testing

/// F4: circuits with signaling of their own (RFC 3064).
struct SignalingCircuitTests {
    private struct Stage {
        let simulation: Simulation
        let gateway: SimulatedMediaGateway

        var circuit: LabTrunk {
            self.gateway.circuit("ds/t1-1/1")
        }
    }

    private static let packages: [(CircuitGroupSettings.Signaling, MGCPName)] = [
        (.multiFrequency, "MS"), (.dtmf, "DT"),
    ]

    private static func play(_ signaling: CircuitGroupSettings.Signaling, _ package: MGCPName) throws -> Stage {
        var configuration = try Scenario.configuration(
            plan: Scenario.plan(["300": "trunk/pbx/4711", "200": "sip:bob@127.0.0.3:5060"], media: "anchor")
        )
        var mgcp = MGCPScenario.listening()
        let addresses = [TransportAddress("10.0.0.60:2427")].compactMap { $0 }
        mgcp.gateways = [MediaGatewaySettings(name: "tgw", domain: "[10.0.0.60]", addresses: addresses)]
        var group = CircuitGroupSettings(
            name: "pbx",
            gateway: "tgw",
            endpoints: ["ds/t1-1/[1-2]"],
            context: "default"
        )
        group.signaling = signaling
        mgcp.circuitGroups = [group]
        mgcp.digitMaps = ["default": try DigitMap(parsing: "(xxx)")]
        configuration.mgcp = mgcp
        let simulation = Simulation(configuration)
        let lab = simulation.mediaGateway("tgw", at: "10.0.0.60:2427", endpoints: ["ds/t1-1/1", "ds/t1-1/2"]) { lab in
            for index in lab.endpoints.indices {
                lab.endpoints[index].kind = .trunk(package)
            }
        }
        lab.restarts()
        simulation.run(for: .seconds(5))
        return Stage(simulation: simulation, gateway: lab)
    }

    @Test(arguments: Self.packages)
    func `a phone's call seizes a circuit, is answered, and the caller releases`(
        signaling: CircuitGroupSettings.Signaling,
        package: MGCPName
    ) throws {
        let stage = try Self.play(signaling, package)
        let alice = stage.simulation.alice()
        let call = alice.invite("300", offer: alice.audio())
        try stage.circuit.expect(.seizedByCallAgent("4711"), within: .seconds(3))
        stage.circuit.answers()
        try call.expect(200, within: .seconds(3))
        try stage.circuit.expectTalk(within: .seconds(3))
        call.bye()
        try stage.circuit.expect(.idle, within: .seconds(3))
        try stage.simulation.finish()
    }

    @Test(arguments: Self.packages)
    func `the far side releases first`(signaling: CircuitGroupSettings.Signaling, package: MGCPName) throws {
        let stage = try Self.play(signaling, package)
        let alice = stage.simulation.alice()
        let call = alice.invite("300", offer: alice.audio())
        try stage.circuit.expect(.seizedByCallAgent("4711"), within: .seconds(3))
        stage.circuit.answers()
        try call.expect(200, within: .seconds(3))
        stage.circuit.releases()
        try call.expectBye(within: .seconds(3))
        try stage.circuit.expect(.idle, within: .seconds(3))
        try stage.simulation.finish()
    }

    @Test(arguments: Self.packages, [true, false])
    func `a call from the far side reaches a phone`(
        packages: (CircuitGroupSettings.Signaling, MGCPName),
        tellsNumber: Bool
    ) throws {
        let stage = try Self.play(packages.0, packages.1)
        let bob = stage.simulation.bob()
        stage.circuit.seizes(dialing: "200", tellsNumber: tellsNumber)
        let call = try bob.expectCall(within: .seconds(10))
        call.respond(200, body: bob.audio())
        try call.expectACK()
        try stage.circuit.expect(.answered, within: .seconds(3))
        call.bye()
        try call.expect(200, to: .bye)
        try stage.circuit.expect(.idle, within: .seconds(3))
        try stage.simulation.finish()
    }
}
