package import CallModel
import Digests
package import ProtocolKit
import SIPSyntax

/// Proves who sends a request to us (RFC 3261 §22, RFC 7616, RFC 8760).
///
/// A request costs one seal and one response computation at most, the same for users that exist and users that do not,
/// and gets the same answer.
package struct DigestAuthenticator: Sendable {
    /// What is looked at in a request.
    package struct Request: Sendable {
        /// The method.
        package var method: ByteString

        /// The Request-URI as it was received.
        package var uri: ByteString

        /// The values of the Authorization or Proxy-Authorization fields.
        package var credentials: [ByteString]

        /// Where the request came from.
        package var source: IPAddress

        package init(method: ByteString, uri: ByteString, credentials: [ByteString], source: IPAddress) {
            self.method = method
            self.uri = uri
            self.credentials = credentials
            self.source = source
        }
    }

    /// The answer to a request.
    package enum Verdict: Hashable, Sendable {
        /// The request was sent by this user.
        case authenticated(user: ByteString)
        /// Credentials are due: 401 or 407 with ``challengeLines(_:isStale:source:room:at:)``.
        case challenge(isStale: Bool)
        /// Too many wrong answers came from this address: 503 with Retry-After.
        case limited(retryAfter: Duration)
        /// The credentials are for another request than this one (RFC 7616 §3.4.6): 400.
        case badRequest
    }

    /// Which pair of headers is used (RFC 3261 §22.2, §22.3).
    package enum Role: UInt8, Hashable, Sendable {
        /// 401, WWW-Authenticate, Authorization: we are the end that is asked for.
        case server
        /// 407, Proxy-Authenticate, Proxy-Authorization: we pass the request on.
        case proxy
    }

    private let realm: ByteString
    private let policy: AuthenticationPolicy
    private let opaque: ByteString
    private let secrets: [ByteString: [[UInt8]]]
    private let nobody: [[UInt8]]
    private var mint: NonceMint
    private var uses: NonceUse
    private var failures: FailureLimiter
    private var observations = OutputQueue<Observation>()

    /// Users prove themselves to `realm`; `identifiers` gives the key that seals nonces.
    package init(
        realm: ByteString,
        users: [SIPUserConfiguration],
        policy: AuthenticationPolicy,
        identifiers: inout IdentifierSource
    ) {
        self.realm = realm
        self.policy = policy
        self.opaque = ByteString(identifiers.octets(8).hexadecimal)
        self.mint = NonceMint(key: identifiers.octets(32), lifetime: policy.nonceLifetime)
        self.uses = NonceUse(capacity: policy.rememberedNonces)
        self.failures = FailureLimiter(
            capacity: policy.watchedSources,
            allowance: policy.failuresPerSource,
            forgiveness: policy.failureForgiveness
        )
        let nobody = policy.algorithms.map { identifiers.octets($0.digestSize).hexadecimal }
        self.nobody = nobody
        var secrets: [ByteString: [[UInt8]]] = [:]
        for user in users {
            secrets[user.name] = zip(policy.algorithms, nobody).map { hash, unknown in
                user.secret.hash(DigestAlgorithm(hash), username: user.name, realm: realm) ?? unknown
            }
        }
        self.secrets = secrets
    }

    /// The oldest observation that was not taken yet.
    package mutating func nextObservation() -> Observation? {
        self.observations.next()
    }

    /// Examines the credentials of a request.
    package mutating func examine(_ request: Request, at now: Instant) -> Verdict {
        guard let credentials = self.credentials(of: request) else {
            return .challenge(isStale: false)
        }
        if let wait = self.failures.wait(of: request.source, at: now) {
            return .limited(retryAfter: wait)
        }
        guard credentials.uri == request.uri || DigestURI.agree(credentials.uri, request.uri) else {
            return .badRequest
        }
        let nonce = self.mint.examine(credentials.computation.nonce, from: request.source, at: now)
        let secret = (self.secrets[credentials.username] ?? self.nobody)[credentials.algorithmIndex]
        let expected = credentials.computation.response(
            secretHash: secret,
            method: request.method,
            uri: credentials.uri,
            body: []
        )
        guard credentials.response.equalsInConstantTime(expected), self.secrets[credentials.username] != nil else {
            self.failures.fail(request.source, at: now)
            self.observations.append(
                .authenticationFailed(user: credentials.username, from: TransportAddress(request.source, 0))
            )
            return .challenge(isStale: false)
        }
        guard case .fresh(let sequence) = nonce,
            self.uses.take(sequence, count: credentials.count, minted: self.mint.nextSequence)
        else {
            return .challenge(isStale: true)
        }
        return .authenticated(user: credentials.username)
    }

    /// The header lines of a challenge, one for each algorithm, the most preferred first (RFC 8760 §2.3).
    ///
    /// Where they take more than `room` octets only the last stands there, the one that most clients know: whoever
    /// sends tiny requests in the name of another address shall not have them multiplied.
    package mutating func challengeLines(
        _ role: Role,
        isStale: Bool,
        source: IPAddress,
        room: Int = .max,
        at now: Instant
    ) -> [UInt8] {
        let nonce = self.mint.mint(for: source, at: now)
        var lines: [UInt8] = []
        var last: [UInt8] = []
        for hash in self.policy.algorithms {
            last = self.challengeLine(role, DigestAlgorithm(hash), isStale: isStale, nonce)
            lines += last
        }
        return lines.count <= room ? lines : last
    }

    private func challengeLine(
        _ role: Role,
        _ algorithm: DigestAlgorithm,
        isStale: Bool,
        _ nonce: ByteString
    ) -> [UInt8] {
        var line: [UInt8] = []
        switch role {
        case .server:
            line.append("WWW-Authenticate: Digest realm=\"")
        case .proxy:
            line.append("Proxy-Authenticate: Digest realm=\"")
        }
        line.append(quotedText: self.realm)
        line.append("\", nonce=\"")
        line += nonce.bytes
        line.append("\", opaque=\"")
        line += self.opaque.bytes
        line.append(isStale ? "\", stale=true, algorithm=" : "\", algorithm=")
        line += algorithm.name.bytes
        line.append(", qop=\"auth\"\r\n")
        return line
    }
}

extension DigestAuthenticator {
    /// Credentials for our realm, in a form that the check needs.
    private struct Credentials {
        let username: ByteString
        let uri: ByteString
        let response: [UInt8]
        let computation: DigestComputation
        let algorithmIndex: Int
        let count: UInt32
    }

    /// At most this many credentials of one request are looked at; a request passes few realms.
    private static let examinedCredentials = 4

    /// The first credentials of the request that are for our realm and complete.
    private func credentials(of request: Request) -> Credentials? {
        for value in request.credentials.prefix(Self.examinedCredentials) {
            if let parameters = AuthenticationParameters(digest: value), parameters["realm"] == self.realm {
                return self.credentials(parameters)
            }
        }
        return nil
    }

    private func credentials(_ parameters: AuthenticationParameters) -> Credentials? {
        guard let username = parameters["username"], let nonce = parameters["nonce"], let uri = parameters["uri"],
            let response = parameters["response"], let algorithm = DigestAlgorithm(parameters["algorithm"]),
            !algorithm.isSession, let index = self.policy.algorithms.firstIndex(of: algorithm.hash)
        else {
            return nil
        }
        var computation = DigestComputation(algorithm: algorithm, nonce: nonce)
        var count: UInt32 = 1
        if let quality = parameters["qop"] {
            guard quality.isEqualIgnoringCase(to: "auth"), let clientNonce = parameters["cnonce"],
                let text = parameters["nc"], text.count == 8, let number = Self.number(ofHexadecimal: text), number > 0
            else {
                return nil
            }
            computation.quality = .auth
            computation.clientNonce = clientNonce
            computation.nonceCount = text
            count = number
        } else if !self.policy.acceptsMissingQuality {
            return nil
        }
        return Credentials(
            username: username,
            uri: uri,
            response: response.lowercased.bytes,
            computation: computation,
            algorithmIndex: index,
            count: count
        )
    }

    private static func number(ofHexadecimal text: ByteString) -> UInt32? {
        var number: UInt32 = 0
        for octet in text.bytes {
            guard let digit = octet.hexDigitValue else {
                return nil
            }
            number = number << 4 | UInt32(digit)
        }
        return number
    }
}

extension [UInt8] {
    /// Appends text for the inside of a quoted string: quotes and backslashes escaped, control characters left out.
    mutating func append(quotedText text: ByteString) {
        for octet in text.bytes where octet >= 0x20 && octet != 0x7F {
            if octet == 0x22 || octet == 0x5C {
                self.append(0x5C)
            }
            self.append(octet)
        }
    }
}
