import ProtocolKit
import SIPSyntax

extension AuditRule {
    /// What extensions and the repetition of answers ask.
    package static var extensionRules: [AuditRule] {
        [
            AuditRule("RFC 3262 §7.2", "a PRACK says what it acknowledges, and that was received") { trace in
                self.wrongAcknowledgements(in: trace)
            },
            AuditRule("RFC 3261 §13.3.1.4", "an answer is not repeated before T1") { trace in
                self.hastyAnswers(in: trace)
            },
            AuditRule("RFC 4028 §4", "a session interval is 90 seconds or more") { trace in
                trace.entries.filter { entry in
                    entry.isFromGateway && (self.seconds(of: .sessionExpires, in: entry) ?? 90) < 90
                }.map(\.summary)
            },
            AuditRule("RFC 4028 §6", "a 422 says what is enough") { trace in
                trace.entries.filter { $0.isFromGateway && $0.status == 422 && !$0.message.contains(.minSE) }
                    .map(\.summary)
            },
            AuditRule("RFC 6432 §3", "a refusal does not claim that the call was cleared normally") { trace in
                trace.entries.filter { entry in
                    entry.isFromGateway && entry.status >= 400 && ![480, 487, 500].contains(entry.status)
                        && entry.message.firstText(of: .reason)?.description.contains("cause=16") == true
                }.map(\.summary)
            },
            AuditRule("RFC 3261 §22.1", "a 401 has a challenge") { trace in
                trace.entries.filter { $0.isFromGateway && $0.status == 401 && !$0.message.contains(.wwwAuthenticate) }
                    .map(\.summary)
            },
        ]
    }

    private static func seconds(of name: SIPHeaderName, in entry: AuditTrace.Entry) -> Int? {
        entry.message.firstText(of: name).flatMap { Int($0.description.prefix { $0.isNumber }) }
    }

    private static func wrongAcknowledgements(in trace: AuditTrace) -> [String] {
        var received: [ByteString: Set<String>] = [:]
        var findings: [String] = []
        for entry in trace.entries {
            if !entry.isFromGateway, let number = entry.message.firstText(of: .rseq) {
                let name = "\(number) \(entry.message.cseq.number) INVITE"
                received[entry.message.callID, default: []].insert(name)
            } else if entry.isFromGateway, entry.message.isRequest, entry.message.method == .prack {
                let name = entry.message.firstText(of: .rack)?.description ?? ""
                if received[entry.message.callID]?.contains(name) != true {
                    findings.append(entry.summary)
                }
            }
        }
        return findings
    }

    private static func hastyAnswers(in trace: AuditTrace) -> [String] {
        self.repetitions(in: trace) { $0.status / 100 == 2 && $0.message.method == .invite }
            .filter(\.isHasty).map(\.entry.summary)
    }
}
