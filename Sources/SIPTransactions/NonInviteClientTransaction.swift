package import ProtocolKit

/// The non-INVITE client transaction (RFC 3261 Figure 6).
///
/// ```
///  request ▶ trying ─1xx▶ proceeding ─final▶ completed ─timer K▶ terminated
///              │ └────────final─────────────▶┘                     ▲
///              └─ timer F: report ─────────────────────────────────┘
/// ```
package struct NonInviteClientTransaction: Sendable {
    private enum State: Sendable {
        case trying(retransmitAt: Instant?, interval: Duration, giveUpAt: Instant)
        case proceeding(retransmitAt: Instant?, giveUpAt: Instant)
        case completed(until: Instant)
        case terminated
    }

    /// What the owner must do.
    package enum Action: Hashable, Sendable {
        /// Send the request again.
        case repeatRequest
        /// Tell the transaction user that no final response came.
        case reportTimeout
    }

    private var state: State
    private let timers: SIPTimers
    private let isReliable: Bool

    package init(timers: SIPTimers, isReliable: Bool = false, at now: Instant) {
        self.timers = timers
        self.isReliable = isReliable
        self.state = .trying(
            retransmitAt: isReliable ? nil : now.advanced(by: timers.roundTrip),
            interval: timers.roundTrip,
            giveUpAt: now.advanced(by: timers.transactionLifetime)
        )
    }

    /// A response matched this transaction; whether the transaction user gets it.
    package mutating func receiveResponse(status: UInt16, at now: Instant) -> Bool {
        switch self.state {
        case .trying(let retransmitAt, _, let giveUpAt), .proceeding(let retransmitAt, let giveUpAt):
            if status < 200 {
                self.state = .proceeding(retransmitAt: retransmitAt, giveUpAt: giveUpAt)
            } else if self.isReliable {
                self.state = .terminated
            } else {
                self.state = .completed(until: now.advanced(by: self.timers.messageLifetime))
            }
            return true
        case .completed, .terminated:
            return false
        }
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        switch self.state {
        case .trying(let retransmitAt, _, let giveUpAt), .proceeding(let retransmitAt, let giveUpAt):
            min(retransmitAt ?? giveUpAt, giveUpAt)
        case .completed(let until):
            until
        case .terminated:
            nil
        }
    }

    /// Acts on the deadline that has come, if one has.
    package mutating func advance(to now: Instant) -> Action? {
        switch self.state {
        case .trying(_, _, let giveUpAt) where giveUpAt <= now,
            .proceeding(_, let giveUpAt) where giveUpAt <= now:
            self.state = .terminated
            return .reportTimeout
        case .trying(let retransmitAt?, let interval, let giveUpAt) where retransmitAt <= now:
            let next = min(interval * 2, self.timers.longestInterval)
            self.state = .trying(retransmitAt: now.advanced(by: next), interval: next, giveUpAt: giveUpAt)
            return .repeatRequest
        case .proceeding(let retransmitAt?, let giveUpAt) where retransmitAt <= now:
            let next = now.advanced(by: self.timers.longestInterval)
            self.state = .proceeding(retransmitAt: next, giveUpAt: giveUpAt)
            return .repeatRequest
        case .completed(let until):
            if until <= now {
                self.state = .terminated
            }
            return nil
        case .trying, .proceeding, .terminated:
            return nil
        }
    }

    /// The transport failed; whether the transaction user still has to be told (RFC 3261 §17.1.4).
    package mutating func receiveTransportFailure() -> Bool {
        switch self.state {
        case .trying, .proceeding:
            self.state = .terminated
            return true
        case .completed, .terminated:
            return false
        }
    }

    /// Whether no response at all has come.
    package var isTrying: Bool {
        if case .trying = self.state {
            return true
        }
        return false
    }

    /// Whether a final response is still missing.
    package var awaitsFinalResponse: Bool {
        switch self.state {
        case .trying, .proceeding:
            true
        case .completed, .terminated:
            false
        }
    }

    /// Whether nothing more can happen.
    package var isTerminated: Bool {
        if case .terminated = self.state {
            return true
        }
        return false
    }
}
