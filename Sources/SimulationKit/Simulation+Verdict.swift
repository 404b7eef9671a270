import CallModel
import MGCPAgent
import MGCPSyntax
package import ProtocolKit

extension Simulation {
    /// Lets every timer run out and judges the scenario; throws when anything is wrong, and says all of it.
    ///
    /// Registrations may outlive a scenario, nothing of a call may.
    package func finish(allowsDirectMedia: Bool = false) throws {
        _ = self.run(until: { self.isIdle }, within: .seconds(400))
        let addresses = Set(self.mediaGateways.map(\.address))
        var faults = AuditRule.audit(
            self.network.wire,
            mediaGateways: addresses,
            hasFormerLife: !self.formerLadder.isEmpty
        )
        faults += LeakTest(self.network.wire, allowsDirectMedia: allowsDirectMedia).findings { self.node(at: $0) }
        faults += self.relay.faults
        faults += self.leftovers
        guard faults.isEmpty else {
            throw Unexpected(faults.prefix(20).joined(separator: "\n") + "\n" + self.ladder)
        }
    }

    /// What is left of calls, and what is missing of their records.
    private var leftovers: [String] {
        var faults: [String] = []
        if !self.isIdle {
            faults.append("something of a call is left: \(self.callCount) calls, \(self.relay.anchors.count) anchors")
        }
        let started = self.observations.reduce(into: Set<CallID>()) { calls, observation in
            if case .callStarted(let call, _, _, _, _) = observation {
                calls.insert(call)
            }
        }
        let recorded = self.records.map(\.call)
        if Set(recorded) != started || recorded.count != started.count {
            faults.append("\(started.count) calls have \(recorded.count) records")
        }
        faults += self.mediaGateways.flatMap(\.leftovers) + self.disagreements
        return faults
    }

    /// What the call agent and the media gateways know differently of hooks, connections and service.
    private var disagreements: [String] {
        var known: [ByteString: EndpointSummary] = [:]
        for summary in self.endpoints {
            known[summary.endpoint] = summary
        }
        return self.mediaGateways.flatMap { mediaGateway in
            mediaGateway.gateway.endpoints.compactMap { endpoint in
                known[ByteString(endpoint.name.description)].flatMap { Self.disagreement($0, endpoint) }
            }
        }
    }

    private static func disagreement(_ summary: EndpointSummary, _ endpoint: LabEndpoint) -> String? {
        if summary.connections != endpoint.connections.count {
            return "\(endpoint.name) has \(endpoint.connections.count) connections and not \(summary.connections)"
        }
        if summary.isLine, let isOffHook = summary.isOffHook, isOffHook != endpoint.isOffHook {
            return "\(endpoint.name) is \(endpoint.isOffHook ? "off" : "on") hook and is taken for the other"
        }
        if summary.service == .inService, !endpoint.isInService {
            return "\(endpoint.name) is out of service and is taken to be in service"
        }
        return nil
    }

    /// All packets, one line each, for people who look for a fault.
    package var ladder: String {
        self.formerLadder + self.ladder(since: .start).joined(separator: "\n")
    }

    /// The packets from a moment on, one line each; times count from `origin`, or from the beginning of time.
    package func ladder(since moment: Instant, origin: Instant = .start) -> [String] {
        self.network.wire.filter { $0.at >= moment }.map { packet in
            let isFromGateway = packet.sender == .gateway
            let arrow = isFromGateway ? "◀" : "▶"
            let other = isFromGateway ? packet.to : packet.from
            return "\(other) \(arrow) \(Self.summary(of: packet, origin: origin))\(packet.isLost ? " (lost)" : "")"
        }
    }

    /// The first line of a SIP message, and of MGCP messages the lines that tell what happens.
    private static func summary(of packet: WirePacket, origin: Instant) -> String {
        let time = "\(origin.duration(to: packet.at).nanoseconds / 1_000_000) ms:"
        let entries = MGCPTrace([packet]).entries
        guard entries.isEmpty else {
            return "\(time) \(entries.map(\.ladderText).joined(separator: " . "))"
        }
        return "\(time) \(String(decoding: packet.bytes.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self))"
    }
}
