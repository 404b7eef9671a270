package import ProtocolKit

/// The non-INVITE server transaction (RFC 3261 Figure 8).
///
/// ```
///  request ▶ trying ─1xx▶ proceeding ─final▶ completed ─timer J▶ terminated
///              └──────────final─────────────▶┘
/// ```
package struct NonInviteServerTransaction: Sendable {
    private enum State: Sendable {
        case trying
        case proceeding
        case completed(until: Instant)
        case terminated
    }

    private var state = State.trying
    private let timers: SIPTimers
    private let isReliable: Bool

    package init(timers: SIPTimers, isReliable: Bool = false) {
        self.timers = timers
        self.isReliable = isReliable
    }

    /// The transaction user responds; `false` means that this response may not be sent any more.
    package mutating func respond(status: UInt16, at now: Instant) -> Bool {
        switch self.state {
        case .trying, .proceeding:
            if status < 200 {
                self.state = .proceeding
            } else if self.isReliable {
                self.state = .terminated
            } else {
                self.state = .completed(until: now.advanced(by: self.timers.transactionLifetime))
            }
            return true
        case .completed, .terminated:
            // Any other response is discarded (RFC 3261 §17.2.2).
            return false
        }
    }

    /// Whether a retransmission of the request is answered with the last response; a request that has none yet is
    /// only absorbed.
    package var repeatsResponse: Bool {
        switch self.state {
        case .proceeding, .completed:
            true
        case .trying, .terminated:
            false
        }
    }

    /// The next moment ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        if case .completed(let until) = self.state {
            return until
        }
        return nil
    }

    /// Acts on the deadline that has come, if it has.
    package mutating func advance(to now: Instant) {
        if case .completed(let until) = self.state, until <= now {
            self.state = .terminated
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
