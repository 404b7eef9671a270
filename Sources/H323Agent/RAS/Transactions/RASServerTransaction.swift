import ProtocolKit

/// A request of a peer from its first datagram until its answer is forgotten.
///
/// ```
///  request ▶ executing ──answer──▶ answered ──history──▶ gone
///              │ ▲ after 1.5 s, and before each delay is over: RIP (H.225.0 clause 7.17)
///              └─┘
/// ```
/// A repetition gets the answer once more, or a RIP while there is none. What is not answered within `longestRequest`
/// is forgotten: its peer has given up.
struct RASServerTransaction: Sendable {
    private enum State: Sendable {
        case executing(inProgressAt: Instant, giveUpAt: Instant)
        case answered([UInt8], until: Instant)
    }

    /// What the owner must do.
    enum Action: Hashable, Sendable {
        /// Tell the peer that its request takes time.
        case sendInProgress
        /// Forget the transaction.
        case forget
    }

    private var state: State
    private let timers: Shared<RASTimers>

    init(timers: Shared<RASTimers>, at now: Instant) {
        self.timers = timers
        self.state = .executing(
            inProgressAt: now.advanced(by: timers.value.inProgress),
            giveUpAt: now.advanced(by: timers.value.longestRequest)
        )
    }

    /// Acts on the deadline that has come, if one has.
    mutating func advance(to now: Instant) -> Action? {
        switch self.state {
        case .executing(let inProgressAt, let giveUpAt):
            if giveUpAt <= now {
                return .forget
            }
            guard inProgressAt <= now else {
                return nil
            }
            self.toldInProgress(at: now)
            return .sendInProgress
        case .answered(_, let until):
            return until <= now ? .forget : nil
        }
    }

    /// The peer has been told that its request takes time.
    mutating func toldInProgress(at now: Instant) {
        guard case .executing(_, let giveUpAt) = self.state else {
            return
        }
        // The next one goes out before the time that this one asks for is over.
        let next = now.advanced(by: self.timers.value.inProgressDelay * 3 / 4)
        self.state = .executing(inProgressAt: next, giveUpAt: giveUpAt)
    }

    /// The answer went out.
    mutating func answered(_ octets: [UInt8], at now: Instant) {
        self.state = .answered(octets, until: now.advanced(by: self.timers.value.history))
    }

    /// The answer, if it has gone out.
    var answer: [UInt8]? {
        switch self.state {
        case .executing: nil
        case .answered(let octets, _): octets
        }
    }

    /// The next moment ``advance(to:)`` has something to do.
    var nextDeadline: Instant {
        switch self.state {
        case .executing(let inProgressAt, let giveUpAt): min(inProgressAt, giveUpAt)
        case .answered(_, let until): until
        }
    }
}
