import Digests
package import ProtocolKit

/// Answers the challenges of one peer with our credentials (RFC 3261 §22.1, RFC 7616 §3.4).
///
/// One value serves all requests to the peer: what was learnt from one challenge is used for the requests after it.
package struct DigestClient: Sendable {
    /// The challenges that one request, with its repetitions, has met.
    package struct Attempt: Sendable {
        fileprivate var answered: [ByteString] = []
        fileprivate var staleAnswers = 0

        package init() {}
    }

    /// What is authenticated.
    package struct Request: Sendable {
        /// The method.
        package var method: ByteString

        /// The Request-URI.
        package var uri: ByteString

        /// The body, which `auth-int` covers.
        package var body: [UInt8]

        package init(method: ByteString, uri: ByteString, body: [UInt8] = []) {
            self.method = method
            self.uri = uri
            self.body = body
        }
    }

    private struct Session: Sendable {
        let role: DigestAuthenticator.Role
        let challenge: DigestChallenge
        let secretHash: [UInt8]
        var count: UInt32 = 0

        /// Kept for the session, as the `-sess` algorithms bind it to the first one (RFC 7616 §3.4.2).
        var clientNonce = ByteString()
    }

    /// Realms of one peer that are remembered: its own and those of proxies on the way.
    private static let maximumSessions = 4

    /// Challenges of one response that are looked at.
    private static let examinedChallenges = 8

    /// How often a nonce may turn out stale for one request.
    private static let maximumStaleAnswers = 2

    private let credentials: DigestCredentials?
    private var sessions: [Session] = []

    /// Answers with these credentials; with none it never answers.
    package init(_ credentials: DigestCredentials?) {
        self.credentials = credentials
    }

    /// Learns from the challenges of a 401 or 407; whether the request should be sent again with new credentials.
    ///
    /// A realm that refuses an answer that was computed for this request is not answered again (RFC 3261 §22.2),
    /// unless it says that only the nonce was stale.
    package mutating func receive(
        _ challenges: [ByteString],
        role: DigestAuthenticator.Role,
        attempt: inout Attempt
    ) -> Bool {
        var isAnswerable = false
        var realms: [ByteString] = []
        for value in challenges.prefix(Self.examinedChallenges) {
            // The first one of a realm that we can answer counts: servers order them by preference (RFC 8760 §2.4).
            guard let challenge = DigestChallenge(value), !realms.contains(challenge.realm),
                let secretHash = self.secretHash(for: challenge)
            else {
                continue
            }
            realms.append(challenge.realm)
            if self.mayAnswer(challenge, &attempt) {
                self.remember(Session(role: role, challenge: challenge, secretHash: secretHash))
                isAnswerable = true
            }
        }
        return isAnswerable
    }

    /// The Authorization and Proxy-Authorization lines for a request; empty before the first challenge.
    package mutating func headerLines(for request: Request, identifiers: inout IdentifierSource) -> [UInt8] {
        var lines: [UInt8] = []
        guard let credentials else {
            return lines
        }
        for index in self.sessions.indices {
            self.sessions[index].count &+= 1
            if self.sessions[index].clientNonce.isEmpty {
                self.sessions[index].clientNonce = identifiers.token(length: 20)
            }
            Self.append(self.sessions[index], credentials.username, request, to: &lines)
        }
        return lines
    }

    private func secretHash(for challenge: DigestChallenge) -> [UInt8]? {
        guard let credentials, credentials.realm == nil || credentials.realm == challenge.realm else {
            return nil
        }
        return credentials.secret.hash(challenge.algorithm, username: credentials.username, realm: challenge.realm)
    }

    private func mayAnswer(_ challenge: DigestChallenge, _ attempt: inout Attempt) -> Bool {
        guard attempt.answered.contains(challenge.realm) else {
            guard attempt.answered.count < Self.maximumSessions else {
                return false
            }
            attempt.answered.append(challenge.realm)
            return true
        }
        guard challenge.isStale, attempt.staleAnswers < Self.maximumStaleAnswers else {
            return false
        }
        attempt.staleAnswers += 1
        return true
    }

    private mutating func remember(_ session: Session) {
        let known = self.sessions.firstIndex {
            $0.challenge.realm == session.challenge.realm && $0.role == session.role
        }
        if let known {
            self.sessions[known] = session
        } else {
            if self.sessions.count >= Self.maximumSessions {
                self.sessions.removeFirst()
            }
            self.sessions.append(session)
        }
    }

    private static func append(
        _ session: Session,
        _ username: ByteString,
        _ request: Request,
        to lines: inout [UInt8]
    ) {
        let challenge = session.challenge
        var computation = DigestComputation(algorithm: challenge.algorithm, nonce: challenge.nonce)
        computation.quality = challenge.quality
        computation.clientNonce = session.clientNonce
        computation.nonceCount = self.eightDigits(session.count)
        let response = computation.response(
            secretHash: session.secretHash,
            method: request.method,
            uri: request.uri,
            body: request.body
        )
        switch session.role {
        case .server:
            lines.append("Authorization: Digest username=\"")
        case .proxy:
            lines.append("Proxy-Authorization: Digest username=\"")
        }
        lines.append(quotedText: username)
        lines.append("\", realm=\"")
        lines.append(quotedText: challenge.realm)
        lines.append("\", nonce=\"")
        lines.append(quotedText: challenge.nonce)
        lines.append("\", uri=\"")
        lines.append(quotedText: request.uri)
        lines.append("\", response=\"")
        lines += response
        lines.append("\", algorithm=")
        lines += challenge.algorithm.name.bytes
        if let opaque = challenge.opaque {
            lines.append(", opaque=\"")
            lines.append(quotedText: opaque)
            lines.append("\"")
        }
        if challenge.quality != .none || challenge.algorithm.isSession {
            lines.append(", cnonce=\"")
            lines += session.clientNonce.bytes
            lines.append("\"")
        }
        if challenge.quality != .none {
            lines.append(", qop=")
            lines += challenge.quality.name.bytes
            lines.append(", nc=")
            lines += computation.nonceCount.bytes
        }
        lines.append("\r\n")
    }

    /// A number as eight hexadecimal digits (RFC 7616 §3.4 `nc-value`).
    private static func eightDigits(_ number: UInt32) -> ByteString {
        let octets = stride(from: UInt32(24), through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
        return ByteString(octets.hexadecimal)
    }
}
