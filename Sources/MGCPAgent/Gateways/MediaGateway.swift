package import ProtocolKit

/// Where a media gateway is spoken to, and whether it answers (RFC 3435 §4.3, §4.4.7, §4.4.8).
///
/// ```
///  untested ──heard──▶ reachable ──silence──▶ disconnected ──silence──▶ lost
///      │                   ▲                      ▲  │                    │
///      └──silence──────────┼──────────────────────┘  │                    │
///                          └──────── heard ──────────┴────────────────────┘
/// ```
/// Silence is a command or probe that got no answer within Max2 or T-MAX while nothing else was heard either. One
/// address that is silent is left for the next one first. A disconnected gateway is probed with waits that double; it
/// is lost with the second silence, so that a short interruption of the network ends no call.
///
/// A gateway that has answered commands but never a probe may know no audits: its silence to probes means nothing, and
/// they stop. It is then tried with real commands when the wait is over.
package struct MediaGateway: Sendable {
    /// Whether it answers.
    package enum Reachability: Hashable, Sendable {
        /// Nothing is known yet; commands are sent as if it answered.
        case untested
        case reachable
        /// It was silent once: no new calls, those that stand are kept.
        case disconnected
        /// It was silent again: its calls have been given up.
        case lost
    }

    /// What the agent must do.
    package enum Action: Hashable, Sendable {
        /// Audit one of its endpoints at this address for ``EndpointAuditScope/existence``; ``answered(_:from:at:)`` or
        /// ``probeUnanswered(at:)`` follows.
        case probe(TransportAddress)
        /// Let pending commands go on elsewhere: ``MGCPTransactionLayer/move(from:to:at:)``.
        case move(from: TransportAddress, to: TransportAddress)
        /// Tell that it has stopped answering; take no new calls to it.
        case disconnect
        /// Release its calls: it has been silent for long.
        case giveUpCalls
        /// Tell that it answers, and audit its endpoints: they may have lost notifications and connections.
        case resume
    }

    /// What was answered.
    package enum AnswerKind: Hashable, Sendable {
        /// A probe or another audit: the gateway knows audits.
        case audit
        /// Any other command.
        case command
    }

    /// What is configured.
    package let settings: Shared<MediaGatewaySettings>

    /// Whether it answers.
    package private(set) var reachability = Reachability.untested

    private let timers: Shared<MGCPTimers>
    private var place = 0
    /// The addresses that have failed since something was heard.
    private var failed: Set<Int> = []
    private var heardAt: Instant?
    /// When the present address gave its latest response.
    private var answeredAt: Instant?
    private var probeAt: Instant?
    private var isProbing = false
    private var answersProbes = false
    private var ignoresProbes = false
    /// The wait between attempts on a disconnected gateway, and when the present one ends.
    private var attemptWait: Duration
    private var attemptAt: Instant?
    private var backOff: BackOff?

    private struct BackOff: Sendable {
        let length: Duration
        let until: Instant
    }

    /// A gateway that is probed at once; `nil` when it has no address.
    package init?(_ settings: Shared<MediaGatewaySettings>, timers: Shared<MGCPTimers>, at now: Instant) {
        guard !settings.value.addresses.isEmpty else {
            return nil
        }
        self.settings = settings
        self.timers = timers
        self.attemptWait = timers.value.firstProbe
        self.probeAt = settings.value.probeInterval == nil ? nil : now
    }

    // MARK: What it does

    /// A datagram came from one of its addresses.
    package mutating func heard(at now: Instant) -> Action? {
        self.heardAt = now
        self.failed.removeAll()
        self.attemptAt = nil
        self.attemptWait = self.timers.value.firstProbe
        guard self.reachability != .reachable else {
            self.scheduleProbe(after: self.settings.value.probeInterval, at: now)
            return nil
        }
        // While it is known to live, a probe tells whether it answers any.
        self.scheduleProbe(after: self.answersProbes ? self.settings.value.probeInterval : .zero, at: now)
        self.reachability = .reachable
        return .resume
    }

    /// A response came; commands go to the address that it came from, from now on.
    package mutating func answered(_ kind: AnswerKind, from source: TransportAddress, at now: Instant) -> Action? {
        if kind == .audit {
            self.isProbing = false
            self.answersProbes = true
            self.ignoresProbes = false
        }
        if source.ip != self.address.ip,
            let other = self.settings.value.addresses.firstIndex(where: { $0.ip == source.ip })
        {
            self.place = other
        }
        self.answeredAt = now
        return self.heard(at: now)
    }

    /// It refused a command for overload (403, 409): new calls wait, longer when that comes again soon (§4.4.8).
    package mutating func overloaded(at now: Instant) {
        guard let former = self.backOff else {
            self.backOff = self.backOff(self.timers.value.firstBackOff, at: now)
            return
        }
        guard former.until <= now else {
            return
        }
        let isSoon = now < former.until.advanced(by: former.length)
        let length = isSoon ? min(former.length * 2, self.timers.value.longestBackOff) : self.timers.value.firstBackOff
        self.backOff = self.backOff(length, at: now)
    }

    private func backOff(_ length: Duration, at now: Instant) -> BackOff {
        BackOff(length: length, until: now.advanced(by: length))
    }

    // MARK: What it does not do

    /// A command was repeated Max1 times at this address: the next one is tried (§4.3).
    ///
    /// Where another command was answered from there just now, only this one is ignored.
    package mutating func suspected(_ address: TransportAddress, at now: Instant) -> Action? {
        let patience = self.timers.value.longestRetransmission
        let isAnswering = self.answeredAt.map { $0.advanced(by: patience) > now } ?? false
        return isAnswering ? nil : self.leave(address)
    }

    /// An ICMP error came from this address: the next one is tried.
    package mutating func unreachable(_ address: TransportAddress) -> Action? {
        self.leave(address)
    }

    private mutating func leave(_ address: TransportAddress) -> Action? {
        guard address == self.address else {
            return nil
        }
        self.failed.insert(self.place)
        guard let next = self.nextPlace else {
            return nil
        }
        self.place = next
        self.answeredAt = nil
        return .move(from: address, to: self.address)
    }

    /// A command other than a probe got no answer within Max2 or T-MAX.
    ///
    /// Where something else was heard in that time, the gateway lives and only this command was ignored.
    package mutating func unanswered(at now: Instant) -> Action? {
        guard !self.wasHeard(lately: now) else {
            return nil
        }
        switch self.reachability {
        case .untested, .reachable:
            return self.disconnect(at: now)
        case .disconnected, .lost:
            // A command of the time before the disconnection is no new attempt.
            guard !self.mayProbe, let attemptAt, attemptAt <= now else {
                return nil
            }
            return self.attemptFailed(at: now)
        }
    }

    /// A probe got no answer.
    package mutating func probeUnanswered(at now: Instant) -> Action? {
        self.isProbing = false
        if self.heardAt != nil, !self.answersProbes {
            self.ignoresProbes = true
            return nil
        }
        if self.wasHeard(lately: now) {
            self.scheduleProbe(after: self.settings.value.probeInterval, at: now)
            return nil
        }
        switch self.reachability {
        case .untested, .reachable: return self.disconnect(at: now)
        case .disconnected, .lost: return self.attemptFailed(at: now)
        }
    }

    private mutating func disconnect(at now: Instant) -> Action {
        self.reachability = .disconnected
        self.attemptWait = self.timers.value.firstProbe
        self.scheduleAttempt(at: now)
        return .disconnect
    }

    private mutating func attemptFailed(at now: Instant) -> Action? {
        self.attemptWait = min(self.attemptWait * 2, self.timers.value.longestProbe)
        self.scheduleAttempt(at: now)
        guard self.reachability != .lost else {
            return nil
        }
        self.reachability = .lost
        return .giveUpCalls
    }

    /// Attempts go round all addresses.
    private mutating func scheduleAttempt(at now: Instant) {
        self.place = (self.place + 1) % self.settings.value.addresses.count
        self.attemptAt = now.advanced(by: self.attemptWait)
        self.scheduleProbe(after: self.attemptWait, at: now)
    }

    private mutating func scheduleProbe(after wait: Duration?, at now: Instant) {
        guard !self.isProbing else {
            return
        }
        self.probeAt = self.mayProbe ? wait.map(now.advanced) : nil
    }

    private var mayProbe: Bool {
        self.settings.value.probeInterval != nil && !self.ignoresProbes
    }

    private func wasHeard(lately now: Instant) -> Bool {
        self.heardAt.map { $0.advanced(by: self.timers.value.longestTransaction) > now } ?? false
    }

    /// The next address that has not failed.
    private var nextPlace: Int? {
        let count = self.settings.value.addresses.count
        return (1..<max(count, 1)).map { (self.place + $0) % count }.first { !self.failed.contains($0) }
    }

    // MARK: Time

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        self.probeAt
    }

    /// Acts on the deadline that has come, if one has.
    package mutating func advance(to now: Instant) -> Action? {
        guard let probeAt, probeAt <= now else {
            return nil
        }
        self.probeAt = nil
        self.isProbing = true
        return .probe(self.address)
    }

    // MARK: Queries

    /// Where commands go.
    package var address: TransportAddress {
        self.settings.value.addresses[self.place]
    }

    /// Whether a new call may be tried on it.
    package func admitsCalls(at now: Instant) -> Bool {
        switch self.reachability {
        case .untested, .reachable:
            self.backOff.map { $0.until <= now } ?? true
        case .disconnected, .lost:
            !self.mayProbe && (self.attemptAt.map { $0 <= now } ?? true)
        }
    }
}
