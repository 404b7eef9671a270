package import ProtocolKit

/// Whether the peer is still there, and how far away (H.245 clause C.8).
package struct RoundTripDelay: Sendable {
    /// What came of a probe.
    package enum Outcome: Hashable, Sendable {
        case answered(after: Duration)
        case timedOut
    }

    private enum State {
        case idle
        case awaitingResponse(since: Instant)
    }

    private var state = State.idle
    private var sequence: UInt8 = 0
    private let timeout: Duration

    package init(timeout: Duration) {
        self.timeout = timeout
    }

    /// Asks once more and returns the number to ask with; an earlier question is given up.
    package mutating func ask(at now: Instant) -> UInt8 {
        self.sequence &+= 1
        self.state = .awaitingResponse(since: now)
        return self.sequence
    }

    /// The peer answers.
    package mutating func receiveResponse(_ sequence: UInt8, at now: Instant) -> Outcome? {
        guard case .awaitingResponse(let since) = self.state, sequence == self.sequence else {
            return nil
        }
        self.state = .idle
        return .answered(after: since.duration(to: now))
    }

    /// When T105 runs out.
    package var nextDeadline: Instant? {
        guard case .awaitingResponse(let since) = self.state else {
            return nil
        }
        return since.advanced(by: self.timeout)
    }

    /// Acts on T105.
    package mutating func advance(to now: Instant) -> Outcome? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        self.state = .idle
        return .timedOut
    }
}
