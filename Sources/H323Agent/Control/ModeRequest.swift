package import ProtocolKit

/// Asking the peer to send something else, as fax instead of speech (H.245 clause C.9.2).
package struct ModeRequest: Sendable {
    /// What came of it.
    package enum Outcome: Hashable, Sendable {
        /// The peer changes what it sends.
        case granted
        case denied
        case timedOut
    }

    private enum State {
        case idle
        case awaitingResponse(until: Instant)
    }

    private var state = State.idle
    private var sequence: UInt8 = 0
    private let timeout: Duration

    package init(timeout: Duration) {
        self.timeout = timeout
    }

    /// Asks and returns the number to ask with; it takes the place of an earlier request.
    package mutating func ask(at now: Instant) -> UInt8 {
        self.sequence &+= 1
        self.state = .awaitingResponse(until: now.advanced(by: self.timeout))
        return self.sequence
    }

    /// The peer answers.
    package mutating func receiveResponse(_ sequence: UInt8, isGranted: Bool) -> Outcome? {
        guard case .awaitingResponse = self.state, sequence == self.sequence else {
            return nil
        }
        self.state = .idle
        return isGranted ? .granted : .denied
    }

    /// When T109 runs out.
    package var nextDeadline: Instant? {
        guard case .awaitingResponse(let until) = self.state else {
            return nil
        }
        return until
    }

    /// Acts on T109.
    package mutating func advance(to now: Instant) -> Outcome? {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return nil
        }
        self.state = .idle
        return .timedOut
    }
}
