package import ProtocolKit

/// The INVITE server transaction (RFC 3261 Figure 7, as RFC 6026 §8.7 amends it).
///
/// ```
///            │ INVITE
///            ▼
///       ┌──────────┐ 2xx      ┌────────┐ timer L
///       │proceeding├─────────▶│accepted├──────────┐
///       └────┬─────┘          └────────┘          │
///            │ 300–699                            │
///            ▼         timer H: report            ▼
///       ┌─────────┐──────────────────────▶┌──────────┐
///       │completed│ ACK ┌─────────┐timer I│terminated│
///       └─────────┘────▶│confirmed├──────▶└──────────┘
///                       └─────────┘
/// ```
/// It does not send 100 by itself: the layer's user does, at once, for every INVITE.
package struct InviteServerTransaction: Sendable {
    private enum State: Sendable {
        case proceeding
        case completed(retransmitAt: Instant?, interval: Duration, giveUpAt: Instant)
        case confirmed(until: Instant)
        case accepted(until: Instant)
        case terminated
    }

    /// What the owner must do.
    package enum Action: Hashable, Sendable {
        /// Send the last response again.
        case repeatResponse
        /// Tell the transaction user that no ACK came.
        case reportMissingACK
    }

    private var state = State.proceeding
    private let timers: SIPTimers
    private let isReliable: Bool

    package init(timers: SIPTimers, isReliable: Bool = false) {
        self.timers = timers
        self.isReliable = isReliable
    }

    /// The transaction user responds; `false` means that this response may not be sent any more.
    package mutating func respond(status: UInt16, at now: Instant) -> Bool {
        switch self.state {
        case .proceeding where status < 200:
            return true
        case .proceeding where status < 300:
            self.state = .accepted(until: now.advanced(by: self.timers.transactionLifetime))
            return true
        case .proceeding:
            self.state = .completed(
                retransmitAt: self.isReliable ? nil : now.advanced(by: self.timers.roundTrip),
                interval: self.timers.roundTrip,
                giveUpAt: now.advanced(by: self.timers.transactionLifetime)
            )
            return true
        case .accepted:
            // Retransmissions of the 2xx and 2xx of other branches pass (RFC 6026 §7.1).
            return (200..<300).contains(status)
        case .completed, .confirmed, .terminated:
            return false
        }
    }

    /// The same INVITE arrived again.
    package func receiveRetransmission() -> Action? {
        switch self.state {
        case .proceeding, .completed:
            .repeatResponse
        case .accepted, .confirmed, .terminated:
            // Accepted: the transaction user repeats its 2xx on its own schedule (RFC 6026 §7.1).
            nil
        }
    }

    /// An ACK matched this transaction.
    package mutating func receiveACK(at now: Instant) {
        // Accepted ignores it: the ACK to a 2xx is the transaction user's (RFC 6026 §7.1).
        if case .completed = self.state {
            self.state =
                self.isReliable ? .terminated : .confirmed(until: now.advanced(by: self.timers.messageLifetime))
        }
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        switch self.state {
        case .proceeding, .terminated:
            nil
        case .completed(let retransmitAt, _, let giveUpAt):
            min(retransmitAt ?? giveUpAt, giveUpAt)
        case .confirmed(let until), .accepted(let until):
            until
        }
    }

    /// Acts on the deadline that has come, if one has.
    package mutating func advance(to now: Instant) -> Action? {
        switch self.state {
        case .proceeding, .terminated:
            return nil
        case .completed(_, _, let giveUpAt) where giveUpAt <= now:
            self.state = .terminated
            return .reportMissingACK
        case .completed(let retransmitAt?, let interval, let giveUpAt) where retransmitAt <= now:
            let next = min(interval * 2, self.timers.longestInterval)
            self.state = .completed(retransmitAt: now.advanced(by: next), interval: next, giveUpAt: giveUpAt)
            return .repeatResponse
        case .completed:
            return nil
        case .confirmed(let until), .accepted(let until):
            if until <= now {
                self.state = .terminated
            }
            return nil
        }
    }

    /// Whether a provisional response may still be sent.
    package var isProceeding: Bool {
        if case .proceeding = self.state {
            return true
        }
        return false
    }

    /// Whether a 2xx was sent.
    package var isAccepted: Bool {
        if case .accepted = self.state {
            return true
        }
        return false
    }

    /// Whether nothing more can happen.
    package var isTerminated: Bool {
        if case .terminated = self.state {
            return true
        }
        return false
    }
}
