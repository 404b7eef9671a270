import ProtocolKit
import SIPSyntax

extension AuditRule {
    /// What every message must be like by itself.
    package static var messageRules: [AuditRule] {
        [
            AuditRule("RFC 3261 §7", "what is sent is SIP") { trace in
                trace.garbled.map { String(decoding: $0.bytes.prefix(80), as: UTF8.self) }
            },
            AuditRule("RFC 3261 §8.1.1", "a request has a branch with the cookie, a From tag and Max-Forwards") {
                trace in
                trace.requestsOfGateway.filter { entry in
                    !entry.message.topVia.hasMagicCookie || entry.message.fromTag == nil
                        || entry.message.maxForwards == nil
                }.map(\.summary)
            },
            AuditRule("RFC 3261 §8.1.1.8", "a request that makes or refreshes a dialog has one Contact") { trace in
                trace.requestsOfGateway.filter { entry in
                    switch entry.message.method {
                    case .invite, .update: entry.message.count(of: .contact) != 1
                    case .ack, .bye, .cancel, .options, .register, .prack, .info, .refer, .subscribe, .notify, .message,
                        .publish, .other:
                        false
                    }
                }.map(\.summary)
            },
            AuditRule("RFC 3261 §18.3", "Content-Length is the length of the body") { trace in
                trace.entries.filter { entry in
                    entry.isFromGateway && entry.message.contentLength != entry.message.body.count
                }.map(\.summary)
            },
            AuditRule("RFC 3261 §20.15", "a body has a Content-Type") { trace in
                trace.entries.filter { entry in
                    entry.isFromGateway && !entry.message.body.isEmpty && !entry.message.contains(.contentType)
                }.map(\.summary)
            },
            AuditRule("RFC 3261 §8.2.6.2", "a response but 100 has a To tag") { trace in
                trace.entries.filter { entry in
                    entry.isFromGateway && entry.status > 100 && entry.message.toTag == nil
                }.map(\.summary)
            },
            AuditRule("RFC 3261 §12.1.1", "a 2xx to INVITE has a Contact") { trace in
                trace.entries.filter { entry in
                    entry.isFromGateway && entry.message.method == .invite && entry.status / 100 == 2
                        && !entry.message.contains(.contact)
                }.map(\.summary)
            },
            AuditRule("RFC 3261 §21.4.6", "a 405 has Allow") { trace in
                trace.entries.filter { $0.isFromGateway && $0.status == 405 && !$0.message.contains(.allow) }
                    .map(\.summary)
            },
            AuditRule("RFC 3261 §8.2.2.3", "a 420 has Unsupported") { trace in
                trace.entries.filter { $0.isFromGateway && $0.status == 420 && !$0.message.contains(.unsupported) }
                    .map(\.summary)
            },
        ]
    }
}
