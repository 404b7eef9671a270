import ProtocolKit
import SDP
import SIPSyntax

extension AuditRule {
    /// What session descriptions must be like together.
    package static var offerAnswerRules: [AuditRule] {
        [
            AuditRule("RFC 3264 §8", "the o= line keeps its session and counts its version by ones") { trace in
                self.wrongOrigins(in: trace)
            },
            AuditRule("RFC 3264 §6", "an answer has as many m-lines as its offer") { trace in
                self.wrongMediaCounts(in: trace)
            },
            AuditRule("RFC 8866 §5", "a session description of ours can be read") { trace in
                trace.entries.filter { $0.isFromGateway && self.isGarbled($0) }.map(\.summary)
            },
        ]
    }

    private static func description(_ entry: AuditTrace.Entry) -> SessionDescription? {
        guard entry.message.firstText(of: .contentType)?.description.hasPrefix("application/sdp") == true else {
            return nil
        }
        return try? SessionDescription(parsing: Array(entry.message.body))
    }

    private static func isGarbled(_ entry: AuditTrace.Entry) -> Bool {
        entry.message.firstText(of: .contentType)?.description.hasPrefix("application/sdp") == true
            && self.description(entry) == nil
    }

    private static func wrongOrigins(in trace: AuditTrace) -> [String] {
        var origins: [ByteString: Origin] = [:]
        return trace.entries.filter { entry in
            guard entry.isFromGateway, let origin = self.description(entry)?.origin else {
                return false
            }
            let former = origins[entry.message.callID]
            // A repeated message shows an older version again.
            if former.map({ origin.version > $0.version }) ?? true {
                origins[entry.message.callID] = origin
            }
            guard let former else {
                return false
            }
            return former.sessionID != origin.sessionID || former.username != origin.username
                || origin.version > former.version + 1
        }.map(\.summary)
    }

    private static func wrongMediaCounts(in trace: AuditTrace) -> [String] {
        var offers: [ByteString: Int] = [:]
        var findings: [String] = []
        for entry in trace.entries {
            guard let count = self.description(entry)?.media.count else {
                continue
            }
            if entry.message.isRequest, entry.message.method == .invite || entry.message.method == .update {
                offers[entry.branch] = count
            } else if entry.isFromGateway, entry.status >= 100, let offered = offers[entry.branch], offered != count {
                findings.append(entry.summary)
            }
        }
        return findings
    }
}
