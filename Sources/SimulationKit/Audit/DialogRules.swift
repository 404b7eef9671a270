import CallModel
import ProtocolKit
import SIPSyntax

extension AuditRule {
    /// What requests of one dialog must be like together.
    package static var dialogRules: [AuditRule] {
        [
            AuditRule("RFC 3261 §12.2.1.1", "CSeq numbers of new requests grow") { trace in
                self.shrinkingSequences(in: trace)
            },
            AuditRule("RFC 3261 §15.1.1", "nothing new follows a BYE") { trace in
                self.requestsAfterBye(in: trace)
            },
            AuditRule("RFC 3261 §14.1", "an INVITE waits for the end of the one before it") { trace in
                self.overlappingInvites(in: trace)
            },
            AuditRule("RFC 3261 §8.1.1.4", "two legs never share a Call-ID") { trace in
                self.sharedCallIDs(in: trace)
            },
        ]
    }

    private static func dialogKey(_ entry: AuditTrace.Entry) -> String {
        "\(entry.message.callID) \(entry.message.fromTag ?? "")"
    }

    private static func shrinkingSequences(in trace: AuditTrace) -> [String] {
        var last: [String: UInt32] = [:]
        return trace.requestsOfGateway.filter { entry in
            guard entry.message.method != .ack, entry.message.method != .cancel else {
                return false
            }
            let number = entry.message.cseq.number
            // Several early dialogs of one INVITE share the From tag and count on their own (RFC 3261 §12.1.2).
            let key = self.dialogKey(entry) + "\(entry.message.toTag ?? "")"
            defer { last[key] = number }
            return last[key].map { number <= $0 } ?? false
        }.map(\.summary)
    }

    private static func requestsAfterBye(in trace: AuditTrace) -> [String] {
        var over: Set<String> = []
        return trace.requestsOfGateway.filter { entry in
            let key = self.dialogKey(entry) + "\(entry.message.toTag ?? "")"
            defer {
                if entry.message.method == .bye {
                    over.insert(key)
                }
            }
            return over.contains(key) && entry.message.method != .ack
        }.map(\.summary)
    }

    private static func overlappingInvites(in trace: AuditTrace) -> [String] {
        var open: [String: (branch: ByteString, at: Instant)] = [:]
        var findings: [String] = []
        for entry in trace.entries where entry.message.method == .invite {
            if entry.isFromGateway, entry.message.isRequest {
                // Outside a dialog one that another server is sent is on its own (RFC 3263 §4.3).
                let server = entry.message.toTag == nil ? " \(entry.packet.to)" : ""
                let key = self.dialogKey(entry) + server
                // Without any response it ends by itself after 64 T1 (§17.1.1.2, timer B).
                if let former = open[key], former.branch != entry.branch,
                    former.at.duration(to: entry.packet.at) < .seconds(32)
                {
                    findings.append(entry.summary)
                }
                if open[key]?.branch != entry.branch {
                    open[key] = (entry.branch, entry.packet.at)
                }
            } else if !entry.isFromGateway, entry.status >= 200, !entry.packet.isLost {
                open = open.filter { $0.value.branch != entry.branch }
            }
        }
        return findings
    }

    /// A Call-ID that a phone made up never reaches another; ours may follow a leg to the next server (RFC 3263 §4.3).
    private static func sharedCallIDs(in trace: AuditTrace) -> [String] {
        var owners: [ByteString: NodeID] = [:]
        var others: [ByteString: TransportAddress] = [:]
        return trace.entries.filter { entry in
            let callID = entry.message.callID
            if owners[callID] == nil {
                owners[callID] = entry.packet.sender
                others[callID] = entry.isFromGateway ? entry.packet.to : entry.packet.from
            }
            let other = entry.isFromGateway ? entry.packet.to : entry.packet.from
            return owners[callID] != .gateway && entry.packet.transport == .udp && others[callID] != other
        }.map(\.summary)
    }
}
