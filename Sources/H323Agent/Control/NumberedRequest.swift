import ProtocolKit

/// A request of H.245 that has a number and waits for a time: what capability exchange, mode request and round trip delay
/// have in common (H.245 clauses C.3, C.8 and C.9).
///
/// A request takes the place of one that still waits: the answer to the earlier has another number and says nothing.
struct NumberedRequest: Sendable {
    private enum State {
        case idle
        case awaitingResponse(since: Instant)
    }

    private var state = State.idle
    private let timeout: Duration

    /// The number of the last request.
    private(set) var sequence: UInt8 = 0

    init(timeout: Duration) {
        self.timeout = timeout
    }

    /// Whether an answer is waited for.
    var isWaiting: Bool {
        if case .awaitingResponse = self.state { true } else { false }
    }

    /// Begins a request and returns its number.
    mutating func begin(at now: Instant) -> UInt8 {
        self.sequence &+= 1
        self.state = .awaitingResponse(since: now)
        return self.sequence
    }

    /// Ends the request that waits, if this is its number; returns when it began.
    mutating func end(_ sequence: UInt8) -> Instant? {
        guard case .awaitingResponse(let since) = self.state, sequence == self.sequence else {
            return nil
        }
        self.state = .idle
        return since
    }

    /// When its time is up.
    var nextDeadline: Instant? {
        guard case .awaitingResponse(let since) = self.state else {
            return nil
        }
        return since.advanced(by: self.timeout)
    }

    /// Whether its time is up now; then it waits no more.
    mutating func advance(to now: Instant) -> Bool {
        guard let deadline = self.nextDeadline, deadline <= now else {
            return false
        }
        self.state = .idle
        return true
    }
}
