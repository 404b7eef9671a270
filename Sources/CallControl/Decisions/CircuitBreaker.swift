package import ProtocolKit

/// Leaves a server alone that fails, so that nobody waits for it in vain, and finds out when it is well again.
///
/// ```
///            failures in a row            the rest is over
///   closed ────────────────────> open ──────────────────────> trying
///     ^                           ^                            │  │
///     │                           └────────── failure ─────────┘  │
///     └─────────────────────────────── success ───────────────────┘
/// ```
/// While one attempt is the trial nobody else may ask, and what came of attempts from before does not count. A trial
/// that is withdrawn says nothing: the next attempt is one.
package struct CircuitBreaker: Hashable, Sendable {
    /// What an attempt is to the breaker.
    package enum Attempt: Hashable, Sendable {
        case ordinary
        case trial
    }

    /// What has changed for everybody.
    package enum Change: Hashable, Sendable {
        case opened
        case closed
    }

    private enum State: Hashable, Sendable {
        case closed(failures: Int)
        case open(until: Instant)
        case trying
    }

    private let settings: BreakerSettings
    private var state = State.closed(failures: 0)

    package init(_ settings: BreakerSettings) {
        self.settings = settings
    }

    /// Begins an attempt; `nil` when the server is left alone.
    package mutating func begin(at now: Instant) -> Attempt? {
        switch self.state {
        case .closed:
            return .ordinary
        case .open(let end) where end <= now:
            self.state = .trying
            return .trial
        case .open, .trying:
            return nil
        }
    }

    /// An attempt was answered.
    package mutating func succeed(_ attempt: Attempt) -> Change? {
        switch (self.state, attempt) {
        case (.closed, _):
            self.state = .closed(failures: 0)
            return nil
        case (.trying, .trial):
            self.state = .closed(failures: 0)
            return .closed
        case (.open, _), (.trying, .ordinary):
            return nil
        }
    }

    /// An attempt had no answer that is one.
    package mutating func fail(_ attempt: Attempt, at now: Instant) -> Change? {
        switch (self.state, attempt) {
        case (.closed(let failures), _):
            guard failures + 1 >= self.settings.failures else {
                self.state = .closed(failures: failures + 1)
                return nil
            }
            self.state = .open(until: now.advanced(by: self.settings.rest))
            return .opened
        case (.trying, .trial):
            self.state = .open(until: now.advanced(by: self.settings.rest))
            return nil
        case (.open, _), (.trying, .ordinary):
            return nil
        }
    }

    /// Nobody waits for what comes of an attempt any more.
    package mutating func withdraw(_ attempt: Attempt, at now: Instant) {
        if case (.trying, .trial) = (self.state, attempt) {
            self.state = .open(until: now)
        }
    }
}
