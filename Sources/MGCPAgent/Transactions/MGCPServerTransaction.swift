import ProtocolKit

/// A command of a peer from its first datagram until its answer is forgotten (RFC 3435 §3.5.1, §3.5.2, §3.5.6).
///
/// ```
///  command ▶ executing ──answer──────────────────────────▶ answered ──T-HIST──▶ gone
///              │ 200 ms, or a repetition: 100                 ▲
///              ▼                                              │ 000, K:, Max2 or T-MAX
///            delayed ────answer with K:────▶ unconfirmed ─────┘
/// ```
/// An answer that does not come within T-MAX is 406. Unconfirmed repeats the answer with growing waits; that no 000
/// comes means nothing, because RFC 2705 had none.
struct MGCPServerTransaction: Sendable {
    private enum State: Sendable {
        case executing(provisionalAt: Instant)
        case delayed
        case unconfirmed(repeatAt: Instant, delay: Duration, repetitions: Int, answeredAt: Instant)
        case answered(until: Instant)
    }

    /// What the owner must do.
    enum Action: Hashable, Sendable {
        /// Send a 100.
        case sendProvisional
        /// Answer 406.
        case timeOut
        /// Repeat the answer, then call ``MGCPServerTransaction/repeated(at:after:)``.
        case repeatAnswer
        /// Forget the transaction.
        case forget
    }

    /// What a repetition of the command gets.
    enum RepetitionOutcome: Hashable, Sendable {
        /// A 100.
        case provisional
        /// The answer once more.
        case answer
        /// Nothing: the peer has said that it has the answer (§3.5.2).
        case silence
    }

    private var state: State
    private var isConfirmed = false
    private let timers: Shared<MGCPTimers>
    private let receivedAt: Instant

    init(timers: Shared<MGCPTimers>, at now: Instant) {
        self.timers = timers
        self.receivedAt = now
        self.state = .executing(provisionalAt: now.advanced(by: timers.value.provisionalResponse))
    }

    // MARK: Inputs

    /// The command was executed.
    ///
    /// Returns whether the answer asks for a 000 by an empty `K:`; then it is repeated after `wait` unless that comes.
    mutating func answer(delay: Duration, wait: Duration, at now: Instant) -> Bool {
        switch self.state {
        case .executing:
            self.state = .answered(until: now.advanced(by: self.timers.value.history))
            return false
        case .delayed:
            self.state = .unconfirmed(
                repeatAt: now.advanced(by: wait),
                delay: delay,
                repetitions: 0,
                answeredAt: now
            )
            return true
        case .unconfirmed, .answered:
            preconditionFailure("a command is answered once")
        }
    }

    /// The same command came again.
    mutating func receiveRepetition() -> RepetitionOutcome {
        switch self.state {
        case .executing, .delayed:
            self.state = .delayed
            return .provisional
        case .unconfirmed, .answered:
            return self.isConfirmed ? .silence : .answer
        }
    }

    /// The peer has the answer: by a 000, or by `K:` in another message.
    ///
    /// Returns whether the answer itself need not be kept any more; that the command was executed must be (§3.5.2).
    mutating func receiveConfirmation() -> Bool {
        switch self.state {
        case .executing, .delayed:
            return false
        case .unconfirmed(_, _, _, let answeredAt):
            self.state = .answered(until: answeredAt.advanced(by: self.timers.value.history))
        case .answered:
            break
        }
        self.isConfirmed = true
        return true
    }

    /// Acts on the deadline that has come, if one has.
    mutating func advance(to now: Instant) -> Action? {
        switch self.state {
        case .executing(let provisionalAt) where provisionalAt <= now:
            self.state = .delayed
            return .sendProvisional
        case .delayed where self.timeOutAt <= now:
            return .timeOut
        case .unconfirmed(let repeatAt, _, let repetitions, let answeredAt) where repeatAt <= now:
            guard repetitions < self.timers.value.disconnectionRepetitions,
                answeredAt.advanced(by: self.timers.value.longestTransaction) > now
            else {
                self.state = .answered(until: answeredAt.advanced(by: self.timers.value.history))
                return nil
            }
            return .repeatAnswer
        case .answered(let until) where until <= now:
            return .forget
        case .executing, .delayed, .unconfirmed, .answered:
            return nil
        }
    }

    /// The answer was repeated; the next repetition follows after `wait`.
    mutating func repeated(at now: Instant, after wait: Duration) {
        guard case .unconfirmed(_, let delay, let repetitions, let answeredAt) = self.state else {
            return
        }
        self.state = .unconfirmed(
            repeatAt: now.advanced(by: wait),
            delay: min(delay * 2, self.timers.value.longestRetransmission),
            repetitions: repetitions + 1,
            answeredAt: answeredAt
        )
    }

    // MARK: Queries

    /// The delay to assume after the next repetition of the answer: twice that before it (§3.5.3).
    var nextDelay: Duration {
        guard case .unconfirmed(_, let delay, _, _) = self.state else {
            return self.timers.value.initialRetransmission
        }
        return min(delay * 2, self.timers.value.longestRetransmission)
    }

    /// Whether the answer is still missing.
    var isExecuting: Bool {
        switch self.state {
        case .executing, .delayed: true
        case .unconfirmed, .answered: false
        }
    }

    /// Whether a 100 has gone out, so that the answer is repeated until it is confirmed.
    var isDelayed: Bool {
        if case .delayed = self.state {
            return true
        }
        return false
    }

    /// Whether nothing is left to do but to remember.
    var isAnswered: Bool {
        if case .answered = self.state {
            return true
        }
        return false
    }

    /// The next moment ``advance(to:)`` has something to do.
    var nextDeadline: Instant {
        switch self.state {
        case .executing(let provisionalAt): provisionalAt
        case .delayed: self.timeOutAt
        case .unconfirmed(let repeatAt, _, _, _): repeatAt
        case .answered(let until): until
        }
    }

    private var timeOutAt: Instant {
        self.receivedAt.advanced(by: self.timers.value.longestTransaction)
    }
}
