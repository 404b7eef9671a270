import CallModel
import DialplanEngine
import GatewayCore
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import SIPSyntax
import SimulationKit

/// A stage of many lines on one or more gateways, numbered from 10000, and a phone that calls them.
struct MassStage {
    let simulation: Simulation
    let gateways: [SimulatedMediaGateway]
    let alice: Phone
    let linesOfGateway: Int

    /// The stage, once everything has announced itself and was audited.
    init(gateways count: Int, lines: Int, settling: Duration) throws {
        let simulation = Simulation(try Self.configuration(gateways: count, lines: lines))
        self.simulation = simulation
        self.linesOfGateway = lines
        self.alice = simulation.alice()
        self.gateways = (0..<count).map { place in
            simulation.mediaGateway(
                "rgw\(place)",
                at: "\(Self.address(place)):2427",
                endpoints: (1...lines).map { "aaln/\($0)" }
            ) { $0.mediaPorts = 20_000...59_999 }
        }
        for gateway in self.gateways {
            gateway.restarts()
        }
        simulation.run(for: settling)
    }

    private static func address(_ place: Int) -> String {
        "10.0.1.\(50 + place)"
    }

    private static func configuration(gateways: Int, lines: Int) throws -> GatewayConfiguration {
        let plan = Scenario.plan(["1(\\d{4})": "line/l$1"], media: "anchor")
        var configuration = try Scenario.configuration(plan: plan)
        var mgcp = try MGCPScenario.configuration().mgcp ?? MGCPAgentConfiguration()
        mgcp.gateways = (0..<gateways).map { place in
            MediaGatewaySettings(
                name: ByteString("rgw\(place)"),
                domain: ByteString("[\(Self.address(place))]"),
                addresses: [TransportAddress("\(Self.address(place)):2427")].compactMap { $0 }
            )
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
        configuration.mgcp = mgcp
        return configuration
    }

    // MARK: Steps

    /// The telephone with the number 10000 and `place`.
    func line(_ place: Int) -> LabLine {
        self.gateways[place / self.linesOfGateway].line("aaln/\(place % self.linesOfGateway + 1)")
    }

    /// A call to that telephone.
    func call(_ place: Int) -> PhoneCall {
        self.alice.invite("\(10_000 + place)", offer: self.alice.audio())
    }

    /// Calls that telephone, talks, and hangs up; returns how long ringing and, after lifting, the conversation took.
    func timedCall(_ place: Int) throws -> (ringing: Duration, answer: Duration) {
        let line = self.line(place)
        let start = self.simulation.now
        let call = self.call(place)
        try line.expect("ringing", within: .seconds(5)) { line.rings != nil && call.statuses.contains(180) }
        let rings = self.simulation.now
        line.goesOffHook()
        try line.expect("a conversation", within: .seconds(5)) { line.talks && call.isEstablished }
        let talks = self.simulation.now
        self.simulation.run(for: .milliseconds(100))
        // Both hang up at once: the DLCX crosses the notification.
        call.bye()
        line.hangsUp()
        return (start.duration(to: rings), rings.duration(to: talks))
    }

    // MARK: Verdict

    /// Expects that nothing of a call is left anywhere; the rules for packets are other tests' matter.
    func expectNothingLeft(within limit: Duration = .seconds(60)) throws {
        guard self.simulation.run(until: { self.simulation.isIdle }, within: limit) else {
            throw Unexpected("\(self.simulation.callCount) calls, \(self.simulation.relay.anchors.count) anchors left")
        }
        let endpoints = self.gateways.flatMap(\.gateway.endpoints).filter { !$0.connections.isEmpty }
        guard endpoints.isEmpty, self.simulation.relay.faults.isEmpty else {
            throw Unexpected("\(endpoints.count) endpoints have connections; \(self.simulation.relay.faults)")
        }
    }

    /// How many endpoints from this number on were audited since some packet, and when the last of them was for the first
    /// time.
    func audits(since packet: Int, from number: Int = 1) -> (endpoints: Int, last: Instant) {
        let others = Set((1..<number).map { ByteString("aaln/\($0)") })
        var seen: Set<EndpointName> = []
        var last = Instant.start
        for packet in self.simulation.network.wire[packet...] where packet.sender == .gateway {
            for entry in MGCPTrace([packet]).entries {
                guard let command = entry.command, command.verb == .auditEndpoint, command.endpoint.isSpecific,
                    !others.contains(command.endpoint.localName.text)
                else {
                    continue
                }
                if seen.insert(command.endpoint).inserted {
                    last = packet.at
                }
            }
        }
        return (seen.count, last)
    }
}
