import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPAgent
import SimulationKit

/// Residential gateways with lines that are numbered from 10000, in simulation.
struct House {
    let simulation: Simulation
    private let gateways: [SimulatedMediaGateway]
    private let linesOfGateway: Int

    init(_ simulation: Simulation, gateways: Int, lines: Int) {
        self.simulation = simulation
        self.linesOfGateway = lines
        self.gateways = (0..<gateways).map { place in
            simulation.mediaGateway(
                "rgw\(place)",
                at: "\(Self.address(place)):2427",
                endpoints: (1...lines).map { "aaln/\($0)" }
            )
        }
    }

    /// The telephone with the number 10000 and `place`.
    func line(_ place: Int) -> LabLine {
        self.gateways[place / self.linesOfGateway].line("aaln/\(place % self.linesOfGateway + 1)")
    }

    /// All announce themselves, and some time passes.
    func restart(for duration: Duration, oneByOne: Bool = false) {
        for gateway in self.gateways {
            guard oneByOne else {
                gateway.restarts()
                continue
            }
            for line in 1...self.linesOfGateway {
                gateway.restarts(of: "aaln/\(line)")
            }
        }
        self.simulation.run(for: duration)
    }

    private static func address(_ place: Int) -> String {
        "10.0.1.\(50 + place)"
    }

    /// A gateway that controls them, and calls bob by 200; the media of all calls is anchored.
    ///
    /// With `loops` they go on notifying by the request that they have.
    static func configuration(gateways: Int, lines: Int, loops: Bool = false) throws -> GatewayConfiguration {
        let plan = """
            <dialplan><context name="default">
            <extension name="bob"><condition field="destination-number" expression="200">
              <action application="bridge" data="sip:bob@127.0.0.3:5060"/></condition></extension>
            <extension name="lines"><condition field="destination-number" expression="1(\\d{4})">
              <action application="bridge" data="line/l$1"/></condition></extension>
            </context></dialplan>
            """
        var sip = SIPAgentConfiguration()
        sip.listeners = [
            SIPListenerConfiguration(
                name: "udp",
                transport: .udp,
                address: TransportAddress(.loopbackV4, 5060),
                anonymousContext: "default"
            )
        ]
        let source = DialplanReader.Source(file: "bench.xml", octets: Array(plan.utf8))
        var configuration = GatewayConfiguration(
            sip: sip,
            dialplan: try DialplanReader(names: DialplanReader.Names()).read([source])
        )
        configuration.mgcp = try self.callAgent(gateways: gateways, lines: lines, loops: loops)
        return configuration
    }

    private static func callAgent(gateways: Int, lines: Int, loops: Bool) throws -> MGCPAgentConfiguration {
        var mgcp = MGCPAgentConfiguration()
        mgcp.listener = ListenerID(1)
        mgcp.address = TransportAddress(.loopbackV4, 2727)
        mgcp.gateways = (0..<gateways).map { place in
            var settings = MediaGatewaySettings(
                name: ByteString("rgw\(place)"),
                domain: ByteString("[\(self.address(place))]"),
                addresses: [TransportAddress("\(self.address(place)):2427")].compactMap { $0 }
            )
            settings.takesLoops = loops
            return settings
        }
        mgcp.lines = (0..<gateways * lines).map { place in
            LineSettings(
                name: ByteString("l\(String(10_000 + place).dropFirst())"),
                gateway: ByteString("rgw\(place / lines)"),
                endpoint: ByteString("aaln/\(place % lines + 1)"),
                number: ByteString("\(10_000 + place)"),
                context: "default"
            )
        }
        mgcp.digitMaps = ["default": try DigitMap(parsing: "(1xxxx|200)")]
        return mgcp
    }
}
