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
        // RFC 3261 §10.3 steps 1 and 5; without configured domains phones may name us as they like.
        let domains = self.services.configuration.domains
        guard domains.isEmpty || self.services.configuration.isOurs(host: message.to.uri.host) else {
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
