package import ProtocolKit

/// Whether a trunk answers OPTIONS requests (RFC 3261 §11).
///
/// Any response counts as an answer: a peer that refuses OPTIONS with 403 or 405 is alive. 503 does not: the peer says
/// that it cannot serve.
package struct TrunkProbe: Sendable {
    /// What the agent has to do.
    package enum Action: Hashable, Sendable {
        /// Send an OPTIONS request.
        case send
        /// Tell that the trunk answers again, or no longer.
        case changed(isReachable: Bool)
    }

    private enum State: Sendable {
        case stopped
        case waiting(until: Instant)
        case asking
    }

    private let configuration: TrunkProbeConfiguration
    private var identifiers: IdentifierSource
    private var state = State.stopped
    private var failures = 0
    private var answers = 0

    /// Whether calls should be sent to the trunk; true until it is known to be unreachable.
    package private(set) var isReachable = true

    /// A probe that has not begun; `identifiers` gives its key for jitter.
    package init(_ configuration: TrunkProbeConfiguration, identifiers: inout IdentifierSource) {
        self.configuration = configuration
        self.identifiers = IdentifierSource(shard: identifiers.shard, key: identifiers.octets(32))
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        if case .waiting(let until) = self.state {
            return until
        }
        return nil
    }

    /// Begins to probe; the first requests to many trunks are spread over a short time.
    package mutating func start(at now: Instant) {
        if case .stopped = self.state {
            self.state = .waiting(until: now.advanced(by: self.identifiers.duration(below: .seconds(1))))
        }
    }

    /// Ends the probing.
    package mutating func stop() {
        self.state = .stopped
    }

    /// Acts when a request is due.
    package mutating func advance(to now: Instant) -> Action? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        self.state = .asking
        return .send
    }

    /// Takes the status of the final response.
    package mutating func receive(status: UInt16, at now: Instant) -> Action? {
        self.note(isAnswer: status != 503 && status != 408, at: now)
    }

    /// Notes that no response came, or that the request could not be sent.
    package mutating func receiveNoResponse(at now: Instant) -> Action? {
        self.note(isAnswer: false, at: now)
    }

    private mutating func note(isAnswer: Bool, at now: Instant) -> Action? {
        guard case .asking = self.state else {
            return nil
        }
        self.failures = isAnswer ? 0 : self.failures + 1
        self.answers = isAnswer ? self.answers + 1 : 0
        let was = self.isReachable
        if was, self.failures >= self.configuration.failuresUntilDown {
            self.isReachable = false
        } else if !was, self.answers >= self.configuration.answersUntilUp {
            self.isReachable = true
        }
        let interval = self.isReachable && isAnswer ? self.configuration.interval : self.configuration.intervalWhileDown
        let jitter = self.identifiers.duration(below: interval / 10)
        self.state = .waiting(until: now.advanced(by: interval + jitter))
        return was == self.isReachable ? nil : .changed(isReachable: self.isReachable)
    }
}
