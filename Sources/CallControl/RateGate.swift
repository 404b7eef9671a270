import ProtocolKit

/// A rate limit in one deadline: the generic cell rate algorithm (ITU-T I.371 §A.1).
///
/// It holds the moment at which the next call would be due if all came evenly spaced; a call may come earlier than that
/// by as much as the burst allows.
struct RateGate: Hashable, Sendable {
    private var due = Instant(nanoseconds: .min)

    init() {}

    /// Whether one more may pass now.
    func admits(_ rate: CallLimitSettings.Rate, at now: Instant) -> Bool {
        guard rate.perSecond > 0 else {
            return false
        }
        let early = Self.interval(rate) * Int(max(rate.burst, 1) - 1)
        return self.due <= now.advanced(by: early)
    }

    /// Counts one that passes.
    mutating func pass(_ rate: CallLimitSettings.Rate, at now: Instant) {
        self.due = max(self.due, now).advanced(by: Self.interval(rate))
    }

    /// Whether it has forgotten all that passed.
    func isIdle(at now: Instant) -> Bool {
        self.due <= now
    }

    private static func interval(_ rate: CallLimitSettings.Rate) -> Duration {
        .nanoseconds(1_000_000_000 / Int64(max(rate.perSecond, 1)))
    }
}
