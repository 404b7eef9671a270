import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// Who may place calls: users by digest, trunks by their address, anybody else only where a listener says so.
extension SIPUserAgent {
    /// Whoever brings a call.
    struct Caller {
        var user: ByteString?
        var trunk: Int?
        var context: ByteString
    }

    /// Who sends this request; `nil` after a refusal or challenge.
    mutating func caller(
        of id: ServerTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) -> Caller? {
        if let place = self.trunk(at: source.remote.ip), let trunk = self.services.trunk(place) {
            guard let context = trunk.context else {
                self.services.respond(to: id, .forbidden, at: now)
                return nil
            }
            guard !trunk.challenges || self.authenticatedUser(of: id, message, from: source, at: now) != nil else {
                return nil
            }
            return Caller(user: nil, trunk: place, context: context)
        }
        if let context = self.services.configuration.listener(source.listener)?.anonymousContext,
            !message.contains(.authorization), !self.claimsToBeUser(message)
        {
            return Caller(user: nil, trunk: nil, context: context)
        }
        guard let name = self.authenticatedUser(of: id, message, from: source, at: now),
            let user = self.users[name]
        else {
            return nil
        }
        return Caller(user: name, trunk: nil, context: user.context)
    }

    /// The trunk that requests from this address belong to, by its place in the configuration.
    func trunk(at address: IPAddress) -> Int? {
        self.trunks.isEmpty ? nil : self.directory.place(from: address)
    }

    /// Whether From names a user of ours, who then has to prove it.
    private func claimsToBeUser(_ message: SIPMessage) -> Bool {
        let uri = message.from.uri
        guard uri.isSIP, let user = uri.user, self.users[user] != nil else {
            return false
        }
        return self.services.configuration.isOurs(host: uri.host)
    }

    /// The user who proved to have sent a request; `nil` after a challenge or refusal.
    mutating func authenticatedUser(
        of id: ServerTransactionID,
        _ message: SIPMessage,
        from source: MessageSource,
        at now: Instant
    ) -> ByteString? {
        let request = DigestAuthenticator.Request(
            method: message.method.text,
            uri: message.requestURI?.text ?? ByteString(),
            credentials: message.fields(of: .authorization).map { message.text(in: $0.valueRange) },
            source: source.remote.ip
        )
        switch self.authenticator.examine(request, at: now) {
        case .authenticated(let user):
            return user
        case .challenge(let isStale):
            let room = self.services.layer.responseRoom(for: id, requestOctets: message.bytes.count)
            let lines = self.authenticator.challengeLines(
                .server,
                isStale: isStale,
                source: source.remote.ip,
                room: room - self.services.lines.server.count,
                at: now
            )
            self.services.respond(to: id, .unauthorized, lines: lines, at: now)
        case .limited(let wait):
            var lines: [UInt8] = []
            lines.append(retryAfter: wait)
            self.services.respond(to: id, .serviceUnavailable, lines: lines, at: now)
        case .badRequest:
            self.services.respond(to: id, .badRequest, phrase: "Credentials Are for Another Request", at: now)
        }
        return nil
    }
}
