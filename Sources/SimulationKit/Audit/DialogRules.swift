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
        var open: [String: ByteString] = [:]
        var findings: [String] = []
        for entry in trace.entries where entry.message.method == .invite {
            if entry.isFromGateway, entry.message.isRequest {
                let key = self.dialogKey(entry)
                if let former = open[key], former != entry.branch {
                    findings.append(entry.summary)
                }
                open[key] = entry.branch
            } else if !entry.isFromGateway, entry.status >= 200, !entry.packet.isLost {
                open = open.filter { $0.value != entry.branch }
            }
        }
        return findings
    }

    private static func sharedCallIDs(in trace: AuditTrace) -> [String] {
        var owners: [ByteString: NodeID] = [:]
        return trace.entries.filter { entry in
            guard !entry.isFromGateway else {
                return false
            }
            defer { owners[entry.message.callID] = owners[entry.message.callID] ?? entry.packet.sender }
            return owners[entry.message.callID].map { $0 != entry.packet.sender } ?? false
        }.map(\.summary)
    }
}
