package import ProtocolKit

/// Tandem's registration with one trunk (RFC 3261 §10.2).
///
/// ```
///            start                 200                 due
///   stopped ──────▶ registering ──────▶ registered ──────────▶ registering
///                       │  ▲  401, 407 (once), 423: again           │
///              failure  ▼  │ due                          stop      ▼
///                     waiting                       registering(0) ──▶ stopped
/// ```
///
/// The agent sends what ``Action/send(_:)`` says and tells the outcome of the transaction.
package struct TrunkRegistration: Sendable {
    /// A REGISTER to send.
    package struct Request: Hashable, Sendable {
        /// The Call-ID, the same for all requests of this registration (RFC 3261 §10.2).
        package let callID: ByteString

        /// The CSeq number, one higher than that of the request before.
        package let cseq: UInt32

        /// The From tag.
        package let fromTag: ByteString

        /// The expiry to ask for in seconds; 0 unregisters.
        package let expires: UInt32

        /// The Authorization and Proxy-Authorization lines.
        package let authorization: [UInt8]
    }

    /// What is known of the final response.
    package struct Response: Sendable {
        /// The status.
        package var status: UInt16

        /// The values of WWW-Authenticate.
        package var challenges: [ByteString] = []

        /// The values of Proxy-Authenticate.
        package var proxyChallenges: [ByteString] = []

        /// The Min-Expires in seconds.
        package var minimumExpires: UInt32?

        /// The Retry-After.
        package var retryAfter: Duration?

        /// The seconds that were granted to our contact: its `expires`, or else the Expires of the response.
        package var grantedExpires: UInt32?

        package init(status: UInt16) {
            self.status = status
        }
    }

    /// What the agent has to do.
    package enum Action: Hashable, Sendable {
        /// Send this REGISTER.
        case send(Request)
        /// Tell that the registration stands.
        case registered(expires: Duration)
        /// Tell that it failed with this status, 0 for no response at all, and when the next attempt comes.
        case failed(status: UInt16, retryIn: Duration)
        /// It is over after ``stop(at:)``.
        case stopped
    }

    private enum State: Sendable {
        case stopped
        case registering(Attempt)
        case registered(refresh: Instant, expiry: Instant)
        case waiting(until: Instant)
        case unregistering(Attempt)
    }

    /// One chain of requests up to success or failure.
    private struct Attempt: Sendable {
        var digest = DigestClient.Attempt()
        var brief = 0
    }

    private let configuration: TrunkRegistrationConfiguration
    private var identifiers: IdentifierSource
    private var digest: DigestClient
    private var state = State.stopped
    private let callID: ByteString
    private let fromTag: ByteString
    private var cseq: UInt32 = 0
    private var expires: UInt32
    private var failures = 0
    private var validUntil: Instant?

    /// How often a longer expiry may be asked of us in one attempt (423).
    private static let maximumBriefAnswers = 2

    /// A registration that has not begun; `identifiers` gives its identity and its key for jitter.
    package init(
        _ configuration: TrunkRegistrationConfiguration,
        credentials: DigestCredentials?,
        identifiers: inout IdentifierSource
    ) {
        self.configuration = configuration
        self.digest = DigestClient(credentials)
        self.callID = identifiers.token(length: 24)
        self.fromTag = identifiers.token()
        self.identifiers = IdentifierSource(shard: identifiers.shard, key: identifiers.octets(32))
        self.expires = Self.seconds(configuration.expires)
    }

    /// Whether the trunk has us registered now.
    package func isRegistered(at now: Instant) -> Bool {
        self.validUntil.map { now < $0 } ?? false
    }

    /// Whether nothing more will happen.
    package var isStopped: Bool {
        if case .stopped = self.state {
            return true
        }
        return false
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        switch self.state {
        case .registered(let refresh, _):
            refresh
        case .waiting(let until):
            until
        case .stopped, .registering, .unregistering:
            nil
        }
    }

    /// Begins to register; the first requests of many trunks are spread over a short time.
    package mutating func start(at now: Instant) {
        guard self.isStopped else {
            return
        }
        self.state = .waiting(until: now.advanced(by: self.identifiers.duration(below: .milliseconds(500))))
    }

    /// Acts when a refresh or another attempt is due.
    package mutating func advance(to now: Instant) -> Action? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        self.state = .registering(Attempt())
        return self.request(expires: self.expires)
    }

    /// Takes the final response to the request that was sent last.
    package mutating func receive(_ response: Response, at now: Instant) -> Action? {
        switch self.state {
        case .registering(let attempt):
            return self.receive(response, attempt, isLeaving: false, at: now)
        case .unregistering(let attempt):
            return self.receive(response, attempt, isLeaving: true, at: now)
        case .stopped, .registered, .waiting:
            // A late response to a request that was given up.
            return nil
        }
    }

    /// Notes that the request that was sent last got no response, or could not be sent.
    package mutating func receiveNoResponse(at now: Instant) -> Action? {
        switch self.state {
        case .registering:
            return self.fail(status: 0, retryAfter: nil, at: now)
        case .unregistering:
            self.state = .stopped
            return .stopped
        case .stopped, .registered, .waiting:
            return nil
        }
    }

    /// Leaves the trunk: unregisters if it has us registered.
    package mutating func stop(at now: Instant) -> Action? {
        switch self.state {
        case .stopped, .unregistering:
            return nil
        case .registering, .registered, .waiting:
            guard self.isRegistered(at: now) else {
                self.state = .stopped
                return .stopped
            }
            self.validUntil = nil
            self.state = .unregistering(Attempt())
            return self.request(expires: 0)
        }
    }
}

extension TrunkRegistration {
    private mutating func receive(
        _ response: Response,
        _ former: Attempt,
        isLeaving: Bool,
        at now: Instant
    ) -> Action? {
        var attempt = former
        switch response.status {
        case 200...299 where isLeaving:
            self.state = .stopped
            return .stopped
        case 200...299:
            return self.succeed(response, at: now)
        case 401, 407:
            let server = self.digest.receive(response.challenges, role: .server, attempt: &attempt.digest)
            let proxy = self.digest.receive(response.proxyChallenges, role: .proxy, attempt: &attempt.digest)
            if server || proxy {
                self.state = isLeaving ? .unregistering(attempt) : .registering(attempt)
                return self.request(expires: isLeaving ? 0 : self.expires)
            }
        case 423 where !isLeaving:
            // RFC 3261 §10.2.8: at least what Min-Expires says.
            if let minimum = response.minimumExpires, minimum > self.expires, attempt.brief < Self.maximumBriefAnswers {
                attempt.brief += 1
                self.expires = minimum
                self.state = .registering(attempt)
                return self.request(expires: minimum)
            }
        default:
            break
        }
        if isLeaving {
            self.state = .stopped
            return .stopped
        }
        return self.fail(status: response.status, retryAfter: response.retryAfter, at: now)
    }

    /// RFC 3261 §10.2.4: refreshed at 80 to 90 % of the granted time, so that many registrations do not stay in step.
    private mutating func succeed(_ response: Response, at now: Instant) -> Action? {
        let granted = response.grantedExpires ?? self.expires
        guard granted > 0 else {
            return self.fail(status: response.status, retryAfter: nil, at: now)
        }
        self.failures = 0
        let lifetime = Duration.seconds(Int64(granted))
        let jitter = self.identifiers.duration(below: lifetime / 10)
        let wait = max(lifetime * 8 / 10 + jitter, .seconds(1))
        let expiry = now.advanced(by: lifetime)
        self.validUntil = expiry
        self.state = .registered(refresh: now.advanced(by: wait), expiry: expiry)
        return .registered(expires: lifetime)
    }

    /// Waits twice as long after each failure, up to the maximum, and a random part of that (RFC 5626 §4.5).
    private mutating func fail(status: UInt16, retryAfter: Duration?, at now: Instant) -> Action {
        let doublings = min(self.failures, 20)
        self.failures += 1
        let ceiling = min(self.configuration.firstRetry * (1 << doublings), self.configuration.maximumRetry)
        var wait = ceiling / 2 + self.identifiers.duration(below: ceiling / 2)
        if let retryAfter {
            wait = max(wait, min(retryAfter, self.configuration.maximumRetry))
        }
        if !self.isRegistered(at: now) {
            self.validUntil = nil
        }
        self.state = .waiting(until: now.advanced(by: wait))
        return .failed(status: status, retryIn: wait)
    }

    private mutating func request(expires: UInt32) -> Action {
        self.cseq += 1
        let authorization = self.digest.headerLines(
            for: DigestClient.Request(method: "REGISTER", uri: self.configuration.registrar),
            identifiers: &self.identifiers
        )
        return .send(
            Request(
                callID: self.callID,
                cseq: self.cseq,
                fromTag: self.fromTag,
                expires: expires,
                authorization: authorization
            )
        )
    }

    private static func seconds(_ duration: Duration) -> UInt32 {
        UInt32(clamping: max(duration.nanoseconds / 1_000_000_000, 1))
    }
}
