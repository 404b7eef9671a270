import ProtocolKit

/// A request of ours from its first datagram to its answer (H.225.0 clause 7.19).
///
/// ```
///  request ▶ waiting ──answer──────────────▶ gone
///              │ ▲ └── time-out: repeat; after the last retry, report silence
///          RIP │ │ its delay is over: repeat, counting anew
///              ▼ │
///            in progress ──answer──────────▶ gone
/// ```
/// A peer may send RIP again and again, so that `longestRequest` ends everything.
struct RASClientTransaction: Sendable {
    private enum State: Sendable {
        case waiting(repeatAt: Instant, retriesLeft: Int)
        case inProgress(until: Instant)
    }

    /// What the owner must do.
    enum Action: Hashable, Sendable {
        /// Send the request once more.
        case repeatRequest
        /// Tell that no answer comes; the transaction is over.
        case reportSilence
    }

    private var state: State
    private let repetition: RASTimers.Repetition
    private let giveUpAt: Instant

    /// A request that goes out now.
    init(_ procedure: RASProcedure, timers: RASTimers, at now: Instant) {
        self.repetition = timers.repetition(of: procedure)
        self.giveUpAt = now.advanced(by: timers.longestRequest)
        self.state = .waiting(
            repeatAt: now.advanced(by: self.repetition.timeout),
            retriesLeft: self.repetition.retries
        )
    }

    /// Acts on the deadline that has come, if one has.
    mutating func advance(to now: Instant) -> Action? {
        guard now < self.giveUpAt else {
            return .reportSilence
        }
        switch self.state {
        case .waiting(let repeatAt, let retriesLeft):
            guard repeatAt <= now else {
                return nil
            }
            return self.repeated(leaving: retriesLeft - 1, at: now)
        case .inProgress(let until):
            guard until <= now else {
                return nil
            }
            return self.repeated(leaving: self.repetition.retries, at: now)
        }
    }

    /// The peer asks for time (RIP).
    mutating func receiveInProgress(for delay: Duration, at now: Instant) {
        self.state = .inProgress(until: now.advanced(by: delay))
    }

    /// The next moment ``advance(to:)`` has something to do.
    var nextDeadline: Instant {
        switch self.state {
        case .waiting(let moment, _), .inProgress(let moment): min(moment, self.giveUpAt)
        }
    }

    private mutating func repeated(leaving retriesLeft: Int, at now: Instant) -> Action {
        guard retriesLeft >= 0 else {
            return .reportSilence
        }
        self.state = .waiting(repeatAt: now.advanced(by: self.repetition.timeout), retriesLeft: retriesLeft)
        return .repeatRequest
    }
}
