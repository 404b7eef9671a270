import CallControl
import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPAgent
import SimulationKit
import Testing

/// The stage of scenarios with media gateways: a residential one at 10.0.0.50 with the lines carol and dave.
enum MGCPScenario {
    static let gatewayAddress = "10.0.0.50:2427"

    /// Numbers that are routed: lines from 100, SIP phones from 200.
    static let targets = [
        "100": "line/carol", "101": "line/dave", "200": "sip:bob@127.0.0.3:5060", "299": "sip:nobody@127.0.0.9:5060",
    ]

    /// A call agent that listens at 127.0.0.1:2727 and knows no gateway.
    static func listening() -> MGCPAgentConfiguration {
        var mgcp = MGCPAgentConfiguration()
        mgcp.listener = ListenerID(2)
        mgcp.address = TransportAddress(.loopbackV4, 2727)
        return mgcp
    }

    /// A gateway under test that controls the residential one.
    static func configuration(
        lines: Int = 2,
        media: String = "anchor",
        extra: String = ""
    ) throws -> GatewayConfiguration {
        var configuration = try Scenario.configuration(
            plan: Scenario.plan(Self.targets, media: media, extra: extra)
        )
        var mgcp = Self.listening()
        let addresses = [TransportAddress(Self.gatewayAddress)].compactMap { $0 }
        mgcp.gateways = [MediaGatewaySettings(name: "rgw", domain: "[10.0.0.50]", addresses: addresses)]
        mgcp.lines = (0..<lines).map { place in
            LineSettings(
                name: ByteString(place < 2 ? ["carol", "dave"][place] : "line\(place + 1)"),
                gateway: "rgw",
                endpoint: ByteString("aaln/\(place + 1)"),
                number: ByteString("\(100 + place)"),
                context: "default"
            )
        }
        mgcp.digitMaps = ["default": try DigitMap(parsing: "(1xx|2xx)")]
        configuration.mgcp = mgcp
        return configuration
    }

    /// The stage, once the residential gateway has announced itself and was audited.
    static func play(
        seed: UInt64 = 1,
        conditions: NetworkConditions = .perfect,
        lines: Int = 2,
        media: String = "anchor",
        extra: String = "",
        change: (inout GatewayConfiguration) -> Void = { _ in },
        quirks: (inout LabGatewayConfiguration) -> Void = { _ in }
    ) throws -> MGCPStage {
        var configuration = try Self.configuration(lines: lines, media: media, extra: extra)
        change(&configuration)
        let simulation = Simulation(configuration, seed: seed, conditions: conditions)
        let gateway = simulation.mediaGateway(
            "rgw",
            at: Self.gatewayAddress,
            endpoints: (1...lines).map { "aaln/\($0)" },
            change: quirks
        )
        gateway.restarts()
        simulation.run(for: .seconds(5))
        return MGCPStage(simulation: simulation, gateway: gateway)
    }
}

/// Who is on the stage.
struct MGCPStage {
    let simulation: Simulation
    let gateway: SimulatedMediaGateway

    /// The telephone at aaln/1, number 100.
    var carol: LabLine {
        self.gateway.line("aaln/1")
    }

    /// The telephone at aaln/2, number 101.
    var dave: LabLine {
        self.gateway.line("aaln/2")
    }

    /// A call from a SIP phone to carol that is up.
    func connect(_ alice: Phone) throws -> PhoneCall {
        let call = alice.invite("100", offer: alice.audio())
        try self.carol.expectRing()
        self.carol.goesOffHook()
        try call.expect(200)
        try self.carol.expectTalk()
        return call
    }

    /// A call from carol to a SIP phone that is up.
    func connectOut(_ bob: Phone) throws -> PhoneCall {
        try self.carol.calls("200")
        let call = try bob.expectCall()
        call.respond(180)
        call.respond(200, body: bob.audio())
        try call.expectACK()
        try self.carol.expectTalk()
        return call
    }

    /// Everybody hangs up, and nothing may be left.
    func finish(allowsDirectMedia: Bool = false) throws {
        for index in 1...self.gateway.gateway.endpoints.count {
            self.gateway.line("aaln/\(index)").hangsUp()
        }
        try self.simulation.finish(allowsDirectMedia: allowsDirectMedia)
    }
}
