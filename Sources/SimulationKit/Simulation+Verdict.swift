import CallModel
import ProtocolKit

extension Simulation {
    /// Lets every timer run out and judges the scenario; throws when anything is wrong, and says all of it.
    ///
    /// Registrations may outlive a scenario, nothing of a call may.
    package func finish(allowsDirectMedia: Bool = false) throws {
        _ = self.run(until: { self.isIdle }, within: .seconds(400))
        var faults = AuditRule.audit(self.network.wire)
        faults += LeakTest(self.network.wire, allowsDirectMedia: allowsDirectMedia).findings { self.phone(at: $0) }
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
        return faults
    }

    /// All packets, one line each, for people who look for a fault.
    package var ladder: String {
        AuditTrace(self.network.wire).entries.map { entry in
            let arrow = entry.isFromGateway ? "◀" : "▶"
            let other = entry.isFromGateway ? entry.packet.to : entry.packet.from
            return "\(other) \(arrow) \(entry.summary)\(entry.packet.isLost ? " (lost)" : "")"
        }.joined(separator: "\n")
    }
}
