package import CallModel
package import SIPSyntax

extension SIPCauseMapping.FinalResponse {
    /// Reads a final response; its Reason is believed from a trusted peer only.
    package init(_ message: SIPMessage, followsProgress: Bool, isTrusted: Bool) {
        self.init(status: message.status?.code ?? 0)
        self.phrase = message.reasonPhrase
        self.followsProgress = followsProgress
        self.stated = isTrusted ? message.statedCause : nil
        let warnings = message.contains(.warning) ? (try? message.all(Warning.self)) ?? [] : []
        // The codes of the 3xx range are about the session; others may stand beside them.
        self.warning = (warnings.first { $0.code / 100 == 3 } ?? warnings.first)?.code ?? 0
        if message.contains(.retryAfter), let wait = (try? message.first(RetryAfter.self)) ?? nil {
            self.retryAfter = .seconds(Int64(wait.seconds))
        }
    }
}

extension SIPMessage {
    /// The Q.850 value of the message's Reason, if it states one (RFC 3326 §2).
    package var statedCause: Q850Cause? {
        guard self.contains(.reason), let reasons = try? self.all(Reason.self) else {
            return nil
        }
        for reason in reasons where reason.isQ850 {
            if let cause = reason.cause, (1...127).contains(cause) {
                return Q850Cause(rawValue: UInt8(truncatingIfNeeded: cause))
            }
        }
        return nil
    }
}
