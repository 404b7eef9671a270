package import ProtocolKit

/// The keep-alive of one session (RFC 4028 §10).
///
/// ```
///           negotiated(refresher: us)                    half the interval
///  off ───────────────────────────────▶ refreshing ─────────────────────▶ .refresh
///   │                                       └── the interval, no refresh succeeded: .expire
///   │       negotiated(refresher: peer)
///   └─────────────────────────────────▶ expecting ── interval − min(32 s, interval/3): .expire
/// ```
package struct SessionTimer: Hashable, Sendable {
    /// Who sends the refreshes.
    package enum Refresher: UInt8, Hashable, Sendable {
        case us
        case peer
    }

    /// What has to be done now.
    package enum Action: Hashable, Sendable {
        /// Send a refresh.
        case refresh
        /// The session has expired: end it.
        case expire
    }

    private enum State: Hashable, Sendable {
        case off
        case refreshing(at: Instant?, expires: Instant)
        case expecting(expires: Instant)
    }

    private var state = State.off

    /// The interval that was agreed in seconds; 0 when there is no timer.
    package private(set) var interval: UInt32 = 0

    package init() {}

    /// Who refreshes, or `nil` when there is no timer.
    package var refresher: Refresher? {
        switch self.state {
        case .off:
            nil
        case .refreshing:
            .us
        case .expecting:
            .peer
        }
    }

    /// A 2xx response that agrees on an interval was sent or received at `now`.
    package mutating func agree(interval: UInt32, refresher: Refresher, at now: Instant) {
        self.interval = interval
        let full = Duration.seconds(Int64(interval))
        switch refresher {
        case .us:
            self.state = .refreshing(at: now.advanced(by: full / 2), expires: now.advanced(by: full))
        case .peer:
            self.state = .expecting(expires: now.advanced(by: full - min(.seconds(32), full / 3)))
        }
    }

    /// A 2xx response without Session-Expires: from now on there is no timer (§7.2).
    package mutating func turnOff() {
        self.state = .off
        self.interval = 0
    }

    /// When ``advance(to:)`` has something to do.
    package var nextDeadline: Instant? {
        switch self.state {
        case .off:
            nil
        case .refreshing(let refresh, let expires):
            refresh ?? expires
        case .expecting(let expires):
            expires
        }
    }

    /// What is due at `now`, if anything is.
    package mutating func advance(to now: Instant) -> Action? {
        switch self.state {
        case .off:
            return nil
        case .refreshing(let refresh?, let expires):
            guard now >= refresh else {
                return nil
            }
            self.state = .refreshing(at: nil, expires: expires)
            return .refresh
        case .refreshing(nil, let expires), .expecting(let expires):
            guard now >= expires else {
                return nil
            }
            self.turnOff()
            return .expire
        }
    }

    /// The refresh could not be made now and is tried again after `delay`.
    package mutating func postpone(by delay: Duration, at now: Instant) {
        if case .refreshing(nil, let expires) = self.state {
            self.state = .refreshing(at: min(now.advanced(by: delay), expires), expires: expires)
        }
    }
}
