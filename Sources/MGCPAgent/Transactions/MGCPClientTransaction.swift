import ProtocolKit

/// A command of ours from its first datagram to its final response (RFC 3435 §3.5.3, §3.5.6, §4.3).
///
/// ```
///  command ▶ trying ──1xx──▶ proceeding ──final──▶ gone
///              │ └───────────────final──────────────▲
///              └─ Max2 or T-MAX: report silence ────┘   (T-MAX from proceeding, too)
/// ```
/// Trying repeats with growing waits, proceeding every LONGTRAN-TIMER. The final response needs no state: a repetition
/// of it is known by its unknown transaction.
struct MGCPClientTransaction: Sendable {
    private enum State: Sendable {
        case trying(repeatAt: Instant, delay: Duration)
        case proceeding(repeatAt: Instant)
    }

    /// What the owner must do.
    enum Action: Hashable, Sendable {
        /// Repeat the command, then call ``MGCPClientTransaction/repeated(at:after:)``.
        case repeatCommand
        /// The same, and tell that another address should be tried.
        case suspectAndRepeat
        /// Tell that no answer comes; the transaction is over.
        case reportSilence
    }

    private var state: State
    private let timers: Shared<MGCPTimers>
    private let sentAt: Instant

    /// Repetitions to the present address, and ICMP errors from there.
    private var failures = 0
    private var isSuspected = false
    private var isRefused = false
    private var isRepeated = false

    /// A command that goes out now, assumes an answer after `delay` and waits for it for `wait`.
    init(timers: Shared<MGCPTimers>, delay: Duration, wait: Duration, at now: Instant) {
        self.timers = timers
        self.sentAt = now
        self.state = .trying(repeatAt: now.advanced(by: wait), delay: delay)
    }

    // MARK: Inputs

    /// Acts on the deadline that has come, if one has.
    mutating func advance(to now: Instant) -> Action? {
        if self.giveUpAt <= now {
            return .reportSilence
        }
        switch self.state {
        case .proceeding(let repeatAt):
            return repeatAt <= now ? .repeatCommand : nil
        case .trying(let repeatAt, _):
            guard repeatAt <= now else {
                return nil
            }
            if self.failures >= self.timers.value.disconnectionRepetitions {
                return .reportSilence
            }
            guard self.failures >= self.timers.value.suspicionRepetitions, !self.isSuspected else {
                return .repeatCommand
            }
            self.isSuspected = true
            return .suspectAndRepeat
        }
    }

    /// The delay to assume after the next repetition: twice that before it (§3.5.3).
    var nextDelay: Duration {
        switch self.state {
        case .trying(_, let delay): min(delay + delay, self.timers.value.longestRetransmission)
        case .proceeding: self.timers.value.longTransaction
        }
    }

    /// The command was repeated; the next repetition follows after `wait`, or LONGTRAN-TIMER once it is being executed.
    mutating func repeated(at now: Instant, after wait: Duration) {
        self.isRepeated = true
        self.isRefused = false
        switch self.state {
        case .trying:
            self.failures += 1
            self.state = .trying(repeatAt: now.advanced(by: wait), delay: self.nextDelay)
        case .proceeding:
            self.state = .proceeding(repeatAt: now.advanced(by: self.timers.value.longTransaction))
        }
    }

    /// A provisional response came: the peer lives and works on it (§3.5.6).
    mutating func receiveProvisional(at now: Instant) {
        self.failures = 0
        self.state = .proceeding(repeatAt: now.advanced(by: self.timers.value.longTransaction))
    }

    /// An ICMP error came from the peer: it counts as one more repetition, once for each datagram, because anybody can
    /// make one up.
    mutating func receiveRefusal() {
        guard !self.isRefused else {
            return
        }
        self.isRefused = true
        self.failures += 1
    }

    /// The command goes on at another address, where nothing has failed yet; T-MAX still counts from its first datagram.
    mutating func moved(at now: Instant, delay: Duration, wait: Duration) {
        self.failures = 0
        self.isSuspected = false
        self.isRefused = false
        self.isRepeated = true
        self.state = .trying(repeatAt: now.advanced(by: wait), delay: delay)
    }

    // MARK: Queries

    /// The next moment ``advance(to:)`` has something to do.
    var nextDeadline: Instant {
        switch self.state {
        case .trying(let repeatAt, _), .proceeding(let repeatAt): min(repeatAt, self.giveUpAt)
        }
    }

    /// Whether no response at all has come.
    var isTrying: Bool {
        if case .trying = self.state {
            return true
        }
        return false
    }

    /// How long the peer took to answer, when this response is the first and cannot belong to a repetition (§3.5.3).
    func measurement(at now: Instant) -> Duration? {
        self.isTrying && !self.isRepeated ? self.sentAt.duration(to: now) : nil
    }

    private var giveUpAt: Instant {
        self.sentAt.advanced(by: self.timers.value.longestTransaction)
    }
}
