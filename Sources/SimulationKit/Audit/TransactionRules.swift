import CallModel
import ProtocolKit
import SIPSyntax

extension AuditRule {
    /// What requests and responses must be like together.
    package static var transactionRules: [AuditRule] {
        [
            AuditRule("RFC 3261 §17.2", "a request that arrived gets a final response") { trace in
                self.unanswered(in: trace)
            },
            AuditRule("RFC 3261 §17.1.1.3", "a final response to INVITE that arrived gets an ACK") { trace in
                self.unacknowledged(in: trace)
            },
            AuditRule("RFC 3261 §8.2.6.2", "all responses of a transaction have the same To tag") { trace in
                self.changedTags(in: trace)
            },
            AuditRule("RFC 3261 §17.1", "a request is not repeated before T1") { trace in
                self.hastyRepeats(in: trace)
            },
            AuditRule("RFC 3261 §9.1", "a CANCEL follows a provisional response and has its INVITE's CSeq") { trace in
                self.earlyCancels(in: trace)
            },
            AuditRule("RFC 3261 §17.2.1", "nothing but the same final response follows a final response") { trace in
                self.secondFinals(in: trace)
            },
            AuditRule("RFC 3262 §3", "reliable responses are numbered one by one and asked for") { trace in
                self.wrongReliables(in: trace)
            },
        ]
    }

    private static func unanswered(in trace: AuditTrace) -> [String] {
        let answered = Set(
            trace.entries.filter { $0.isFromGateway && $0.status >= 200 }.map {
                ByteString($0.branch.bytes + $0.message.method.text.bytes)
            }
        )
        let arrived = trace.entries.filter { entry in
            !entry.isFromGateway && !entry.packet.isLost && entry.message.isRequest && entry.message.method != .ack
        }
        return arrived.filter { !answered.contains(ByteString($0.branch.bytes + $0.message.method.text.bytes)) }
            .map(\.summary)
    }

    private static func unacknowledged(in trace: AuditTrace) -> [String] {
        let key = { (entry: AuditTrace.Entry) in
            "\(entry.message.callID) \(entry.message.cseq.number) \(entry.message.toTag ?? "")"
        }
        let acknowledged = Set(trace.entries.filter { $0.isFromGateway && $0.message.method == .ack }.map(key))
        let asked = Set(
            trace.entries.filter { $0.isFromGateway && $0.message.isRequest && $0.message.method == .invite }
                .map(\.branch)
        )
        return trace.entries.filter { entry in
            !entry.isFromGateway && !entry.packet.isLost && entry.message.method == .invite && entry.status >= 200
                && asked.contains(entry.branch) && !acknowledged.contains(key(entry))
        }.map(\.summary)
    }

    private static func changedTags(in trace: AuditTrace) -> [String] {
        var tags: [ByteString: ByteString] = [:]
        return trace.entries.filter { entry in
            guard entry.isFromGateway, entry.status > 100, entry.message.method != .cancel,
                let tag = entry.message.toTag
            else {
                return false
            }
            let key = ByteString(entry.branch.bytes + entry.message.callID.bytes)
            defer { tags[key] = tag }
            return tags[key].map { $0 != tag } ?? false
        }.map(\.summary)
    }

    private static func hastyRepeats(in trace: AuditTrace) -> [String] {
        self.repetitions(in: trace) { $0.message.isRequest && $0.message.method != .ack }
            .filter { $0.isHasty || $0.entry.packet.transport == .tcp }.map(\.entry.summary)
    }

    /// What the gateway sent again, octet for octet, and whether it did so before T1.
    static func repetitions(
        in trace: AuditTrace,
        where isMeant: (AuditTrace.Entry) -> Bool
    ) -> [(entry: AuditTrace.Entry, isHasty: Bool)] {
        var last: [[UInt8]: Instant] = [:]
        return trace.entries.filter { $0.isFromGateway && isMeant($0) }.compactMap { entry in
            defer { last[entry.packet.bytes] = entry.packet.at }
            return last[entry.packet.bytes].map { (entry, $0.duration(to: entry.packet.at) < .milliseconds(490)) }
        }
    }

    private static func earlyCancels(in trace: AuditTrace) -> [String] {
        var provisional: [ByteString: UInt32] = [:]
        var findings: [String] = []
        for entry in trace.entries {
            if !entry.isFromGateway, (100..<200).contains(entry.status), entry.message.method == .invite {
                provisional[entry.branch] = entry.message.cseq.number
            } else if entry.isFromGateway, entry.message.isRequest, entry.message.method == .cancel,
                provisional[entry.branch] != entry.message.cseq.number
            {
                findings.append(entry.summary)
            }
        }
        return findings
    }

    private static func secondFinals(in trace: AuditTrace) -> [String] {
        var finals: [ByteString: UInt16] = [:]
        return trace.entries.filter { entry in
            guard entry.isFromGateway, entry.status >= 100 else {
                return false
            }
            let key = ByteString(entry.branch.bytes + entry.message.cseq.method.text.bytes)
            defer {
                if entry.status >= 200 {
                    finals[key] = entry.status
                }
            }
            return finals[key].map { $0 != entry.status } ?? false
        }.map(\.summary)
    }

    private static func wrongReliables(in trace: AuditTrace) -> [String] {
        var numbers: [ByteString: UInt64] = [:]
        var able: Set<ByteString> = []
        var findings: [String] = []
        for entry in trace.entries {
            if !entry.isFromGateway, entry.message.isRequest, entry.message.method == .invite {
                let texts = [entry.message.firstText(of: .supported), entry.message.firstText(of: .require)]
                if texts.contains(where: { $0?.description.contains("100rel") == true }) {
                    able.insert(entry.branch)
                }
            }
            guard entry.isFromGateway, (101..<200).contains(entry.status),
                let number = entry.message.firstText(of: .rseq).flatMap({ UInt64($0.description) })
            else {
                continue
            }
            let former = numbers[entry.branch]
            let isNext = former.map { number == $0 + 1 || number == $0 } ?? (number > 0)
            if !able.contains(entry.branch) || !isNext {
                findings.append(entry.summary)
            }
            numbers[entry.branch] = number
        }
        return findings
    }
}
