package import ProtocolKit

/// The INVITE client transaction (RFC 3261 Figure 5, as RFC 6026 §8.4 amends it).
///
/// ```
///  INVITE ▶ calling ─1xx▶ proceeding ─2xx▶ accepted ─timer M▶ terminated
///              │   └──2xx──────────────────▶┘                    ▲
///              │ timer B: report      300–699: ACK               │
///              ▼                  └▶ completed ─timer D──────────┘
///          terminated
/// ```
/// Nothing bounds proceeding until the transaction user cancels; from then on it lasts 64·T1 (RFC 3261 §9.1).
package struct InviteClientTransaction: Sendable {
    private enum State: Sendable {
        case calling(retransmitAt: Instant?, interval: Duration, giveUpAt: Instant)
        case proceeding(giveUpAt: Instant?)
        case completed(until: Instant)
        case accepted(until: Instant)
        case terminated
    }

    /// What the owner must do with a response, or because time has passed.
    package enum Action: Hashable, Sendable {
        /// Send the request again.
        case repeatRequest
        /// Give the response to the transaction user.
        case passResponse
        /// Give the response to the transaction user and acknowledge it.
        case passResponseAndAcknowledge
        /// Acknowledge a response that the transaction user has seen already.
        case acknowledge
        /// Tell the transaction user that no response came.
        case reportTimeout
    }

    private var state: State
    private let timers: SIPTimers
    private let isReliable: Bool

    package init(timers: SIPTimers, isReliable: Bool = false, at now: Instant) {
        self.timers = timers
        self.isReliable = isReliable
        self.state = .calling(
            retransmitAt: isReliable ? nil : now.advanced(by: timers.roundTrip),
            interval: timers.roundTrip,
            giveUpAt: now.advanced(by: timers.transactionLifetime)
        )
    }

    /// A response matched this transaction.
    package mutating func receiveResponse(status: UInt16, at now: Instant) -> Action? {
        switch self.state {
        case .calling, .proceeding:
            return self.receiveFirstResponse(status: status, at: now)
        case .completed:
            // A retransmitted final response is acknowledged again and not passed up (RFC 3261 §17.1.1.2).
            return status >= 300 ? .acknowledge : nil
        case .accepted:
            return (200..<300).contains(status) ? .passResponse : nil
        case .terminated:
            return nil
        }
    }

    private mutating func receiveFirstResponse(status: UInt16, at now: Instant) -> Action {
        if status < 200 {
            if case .calling = self.state {
                self.state = .proceeding(giveUpAt: nil)
            }
            return .passResponse
        }
        if status < 300 {
            self.state = .accepted(until: now.advanced(by: self.timers.transactionLifetime))
            return .passResponse
        }
        self.state =
            self.isReliable ? .terminated : .completed(until: now.advanced(by: self.timers.finalResponseLinger))
        return .passResponseAndAcknowledge
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        switch self.state {
        case .calling(let retransmitAt, _, let giveUpAt):
            min(retransmitAt ?? giveUpAt, giveUpAt)
        case .proceeding(let giveUpAt):
            giveUpAt
        case .terminated:
            nil
        case .completed(let until), .accepted(let until):
            until
        }
    }

    /// A CANCEL was sent: whoever ignores it does not keep the transaction for ever (RFC 3261 §9.1).
    package mutating func sendCancel(at now: Instant) {
        if case .proceeding(nil) = self.state {
            self.state = .proceeding(giveUpAt: now.advanced(by: self.timers.transactionLifetime))
        }
    }

    /// The transaction user goes on without an answer: the request is not repeated any more.
    package mutating func stopRepeating() {
        if case .calling(_, let interval, let giveUpAt) = self.state {
            self.state = .calling(retransmitAt: nil, interval: interval, giveUpAt: giveUpAt)
        }
    }

    /// Acts on the deadline that has come, if one has.
    package mutating func advance(to now: Instant) -> Action? {
        switch self.state {
        case .calling(_, _, let giveUpAt) where giveUpAt <= now:
            self.state = .terminated
            return .reportTimeout
        case .calling(let retransmitAt?, let interval, let giveUpAt) where retransmitAt <= now:
            let next = interval * 2
            self.state = .calling(retransmitAt: now.advanced(by: next), interval: next, giveUpAt: giveUpAt)
            return .repeatRequest
        case .proceeding(let giveUpAt?) where giveUpAt <= now:
            self.state = .terminated
            return .reportTimeout
        case .completed(let until), .accepted(let until):
            if until <= now {
                self.state = .terminated
            }
            return nil
        case .calling, .proceeding, .terminated:
            return nil
        }
    }

    /// The transport failed; whether the transaction user still has to be told (RFC 3261 §17.1.4).
    package mutating func receiveTransportFailure() -> Bool {
        switch self.state {
        case .calling, .proceeding:
            self.state = .terminated
            return true
        case .completed, .accepted, .terminated:
            return false
        }
    }

    /// Whether no response has come yet; a CANCEL has to wait (RFC 3261 §9.1).
    package var isCalling: Bool {
        if case .calling = self.state {
            return true
        }
        return false
    }

    /// Whether a final response is still missing.
    package var awaitsFinalResponse: Bool {
        switch self.state {
        case .calling, .proceeding:
            true
        case .completed, .accepted, .terminated:
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
