package import ProtocolKit

/// The repetition of a 2xx response to INVITE until its ACK comes (RFC 3261 §13.3.1.4).
///
/// ```
///        2xx sent            each T1·2ⁿ ≤ T2               64·T1
///  ────▶ waiting ──────▶ .repeatResponse ──▶ waiting ──▶ .giveUp
///            └────────── ACK: the owner drops it
/// ```
/// The transaction below no longer retransmits (RFC 6026 §7.1), on any transport, since a proxy on the way may have
/// changed from TCP to UDP.
package struct AnswerRetransmission: Hashable, Sendable {
    /// What has to be done now.
    package enum Action: Hashable, Sendable {
        /// Send the response once more.
        case repeatResponse
        /// No ACK came: the session is to be ended with a BYE.
        case giveUp
    }

    private var next: Instant
    private var interval: Duration
    private let limit: Duration
    private let end: Instant

    /// The response was sent for the first time at `now`.
    package init(t1: Duration, t2: Duration, at now: Instant) {
        self.interval = t1
        self.limit = t2
        self.next = now.advanced(by: t1)
        self.end = now.advanced(by: t1 * 64)
    }

    /// When ``advance(to:)`` has something to do.
    package var nextDeadline: Instant {
        min(self.next, self.end)
    }

    /// What is due at `now`, if anything is.
    package mutating func advance(to now: Instant) -> Action? {
        if now >= self.end {
            return .giveUp
        }
        guard now >= self.next else {
            return nil
        }
        self.interval = min(self.interval * 2, self.limit)
        self.next = now.advanced(by: self.interval)
        return .repeatResponse
    }
}
