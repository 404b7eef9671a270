import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// REGISTER of our users.
extension SIPUserAgent {
    /// A REGISTER (RFC 3261 §10.3).
    mutating func receiveRegister(
        _ id: ServerTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) {
        guard let user = self.authenticatedUser(of: id, message, from: source, at: now) else {
            return
        }
        guard self.services.configuration.mayHoldUser(message.to.uri) else {
            // RFC 3261 §10.3 step 5: no address of record of ours.
            self.services.respond(to: id, .notFound, at: now)
            return
        }
        let answer = self.registrar.receive(
            message,
            from: RegistrationSource(
                transport: source.transport,
                remote: source.remote,
                listener: source.listener,
                flow: source.flow
            ),
            by: user,
            at: now,
            time: self.civilTime(at: now)
        )
        self.services.respond(to: id, answer.status, lines: answer.headers, phrase: answer.phrase, at: now)
    }
}
