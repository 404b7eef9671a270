import MGCPSyntax
import ProtocolKit

extension AuditRule {
    /// What the call agent's MGCP messages must be like by themselves, and as transactions.
    package static var mgcpTransactionRules: [AuditRule] {
        [
            AuditRule("RFC 3435 appendix A", "MGCP that is sent can be acted on") { trace in
                trace.mgcp.garbled + trace.mgcp.entries.filter(Self.isIrregular).map(\.summary)
            },
            AuditRule("RFC 3435 §3.2.1.2", "a transaction number is not used for two commands") { trace in
                Self.reusedTransactions(in: trace.mgcp)
            },
            AuditRule("RFC 3435 §3.5.3", "a command is not repeated within 190 ms, and not after its answer") { trace in
                Self.hastyCommands(in: trace.mgcp)
            },
            AuditRule("RFC 3435 §3.5", "a command of a media gateway that arrived is answered") { trace in
                Self.unansweredCommands(in: trace.mgcp)
            },
            AuditRule("RFC 3435 §3.5.1", "a repeated command gets the same final response") { trace in
                Self.changedResponses(in: trace.mgcp)
            },
            AuditRule("RFC 3435 §3.5.6", "a final response that asks for it is acknowledged by 000") { trace in
                Self.unacknowledgedResponses(in: trace.mgcp)
            },
            AuditRule("RFC 3435 §4.4.2", "an endpoint has one command at a time, deletions and audits apart") { trace in
                Self.overlappingCommands(in: trace.mgcp)
            },
            AuditRule("RFC 3435 §5", "nothing is sent to who is no media gateway of ours") { trace in
                Self.strayMessages(in: trace.mgcp)
            },
        ]
    }

    /// Parameters that RFC 3435 forbids or misses, and deviations that only peers may have.
    private static func isIrregular(_ entry: MGCPTrace.Entry) -> Bool {
        guard entry.isFromCallAgent else {
            return false
        }
        return entry.command?.ruleViolation != nil || !entry.parameters.deviations.isEmpty
    }

    private static func reusedTransactions(in trace: MGCPTrace) -> [String] {
        var identities: [MGCPTransactionID: String] = [:]
        return trace.entries.filter { entry in
            guard entry.isFromCallAgent, let id = entry.command?.transactionID else {
                return false
            }
            let former = identities[id]
            identities[id] = former ?? entry.identity
            return former != nil && former != entry.identity
        }.map(\.summary)
    }

    private static func hastyCommands(in trace: MGCPTrace) -> [String] {
        var last: [MGCPTransactionID: Instant] = [:]
        var answered: [MGCPTransactionID: Instant] = [:]
        var findings: [String] = []
        for entry in trace.entries {
            if entry.isFromCallAgent, let id = entry.command?.transactionID {
                // A response needs a moment to arrive; half a second covers the networks of the scenarios.
                let isLate = answered[id].map { $0.duration(to: entry.packet.at) > .milliseconds(500) } ?? false
                let isHasty = last[id].map { $0.duration(to: entry.packet.at) < .milliseconds(190) } ?? false
                if isLate || isHasty {
                    findings.append(entry.summary)
                }
                last[id] = entry.packet.at
            } else if !entry.isFromCallAgent, let response = entry.response, response.code.isFinal,
                let id = response.transactionID, !entry.packet.isLost
            {
                answered[id] = answered[id] ?? entry.packet.at
            }
        }
        return findings
    }

    /// A command of a peer: who sent it, and its number.
    private struct PeerCommand: Hashable {
        let peer: TransportAddress
        let id: MGCPTransactionID
    }

    private static func unansweredCommands(in trace: MGCPTrace) -> [String] {
        var answered: Set<PeerCommand> = []
        for entry in trace.entries where entry.isFromCallAgent {
            if let response = entry.response, response.code.isFinal, let id = response.transactionID {
                answered.insert(PeerCommand(peer: entry.peer, id: id))
            }
        }
        return trace.entries.filter { entry in
            guard !entry.isFromCallAgent, !entry.packet.isLost, let command = entry.command,
                trace.mediaGateways.isEmpty || trace.mediaGateways.contains(entry.peer)
            else {
                return false
            }
            return !answered.contains(PeerCommand(peer: entry.peer, id: command.transactionID))
        }.map(\.summary)
    }

    private static func changedResponses(in trace: MGCPTrace) -> [String] {
        var codes: [PeerCommand: MGCPReturnCode] = [:]
        return trace.entries.filter { entry in
            guard entry.isFromCallAgent, let response = entry.response, response.code.isFinal,
                let id = response.transactionID
            else {
                return false
            }
            let key = PeerCommand(peer: entry.peer, id: id)
            let former = codes[key]
            codes[key] = former ?? response.code
            return former != nil && former != response.code
        }.map(\.summary)
    }

    private static func unacknowledgedResponses(in trace: MGCPTrace) -> [String] {
        let asked = Set(trace.entries.compactMap { $0.isFromCallAgent ? $0.command?.transactionID : nil })
        let acknowledged = Set(
            trace.entries.compactMap { entry -> MGCPTransactionID? in
                guard entry.isFromCallAgent, entry.response?.code.kind == .acknowledgement else {
                    return nil
                }
                return entry.response?.transactionID
            }
        )
        return trace.entries.filter { entry in
            guard !entry.isFromCallAgent, !entry.packet.isLost, let response = entry.response,
                response.wantsAcknowledgement, let id = response.transactionID
            else {
                return false
            }
            return asked.contains(id) && !acknowledged.contains(id)
        }.map(\.summary)
    }

    /// A command that waits for its answer at an endpoint.
    private struct OpenCommand {
        let id: MGCPTransactionID
        var transmissions = 1
        var last: Instant

        /// Whether it can still be answered at `now`: nobody waits longer than this after the last repetition, and
        /// after Max1 repetitions a command may be given up for another one (§4.3).
        func isOutstanding(at now: Instant) -> Bool {
            self.transmissions <= 5 && self.last.duration(to: now) < .seconds(4)
        }
    }

    private static func overlappingCommands(in trace: MGCPTrace) -> [String] {
        var open: [EndpointName: OpenCommand] = [:]
        var answered: Set<MGCPTransactionID> = []
        var findings: [String] = []
        for entry in trace.entries {
            switch entry.content {
            case .command(let command) where entry.isFromCallAgent:
                guard Self.takesTurns(command), !answered.contains(command.transactionID) else {
                    continue
                }
                let now = entry.packet.at
                if open[command.endpoint]?.id == command.transactionID {
                    open[command.endpoint]?.transmissions += 1
                    open[command.endpoint]?.last = now
                    continue
                }
                if open[command.endpoint]?.isOutstanding(at: now) == true {
                    findings.append(entry.summary)
                }
                open[command.endpoint] = OpenCommand(id: command.transactionID, last: now)
            case .command(let command) where command.verb == .restartInProgress:
                // What a gateway was told before it restarted, it will not answer.
                open = open.filter { $0.key != command.endpoint && !command.endpoint.covers($0.key) }
            case .response(let response) where !entry.isFromCallAgent && response.code.isFinal:
                if let id = response.transactionID {
                    answered.insert(id)
                    open = open.filter { $0.value.id != id }
                }
            case .command, .response:
                break
            }
        }
        return findings
    }

    private static func takesTurns(_ command: MGCPCommand) -> Bool {
        guard command.endpoint.isSpecific else {
            return false
        }
        switch command.verb {
        case .createConnection, .modifyConnection, .notificationRequest, .endpointConfiguration: return true
        case .deleteConnection, .auditEndpoint, .auditConnection, .notify, .restartInProgress, .message, .other:
            return false
        }
    }

    private static func strayMessages(in trace: MGCPTrace) -> [String] {
        guard !trace.mediaGateways.isEmpty else {
            return []
        }
        return trace.entries.filter { $0.isFromCallAgent && !trace.mediaGateways.contains($0.peer) }.map(\.summary)
    }
}
