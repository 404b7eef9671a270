package import ProtocolKit

/// Notices when a stream that should carry packets carries none.
///
/// It is asked by a coarse tick, so a packet costs one store. One silence is told once; the next packet arms it again.
package struct SilenceWatch: Hashable, Sendable {
    /// When the last packet came, or the watch began.
    package private(set) var lastHeard: Instant

    private let timeout: Int64
    private var hasTold = false

    /// Begins to watch at `now`; without a `timeout` it never tells.
    package init(timeout: Duration?, at now: Instant) {
        self.timeout = timeout.map { max(0, $0.nanoseconds) } ?? .max
        self.lastHeard = now
    }

    /// Whether silence is watched at all.
    package var isActive: Bool {
        self.timeout < .max
    }

    /// A packet came.
    @inlinable
    package mutating func hear(at now: Instant) {
        self.setHeard(now)
    }

    @usableFromInline
    mutating func setHeard(_ now: Instant) {
        self.lastHeard = now
        self.hasTold = false
    }

    /// How long it has been silent, when that is too long and has not been told yet.
    package mutating func check(at now: Instant) -> Duration? {
        guard self.isActive, !self.hasTold else {
            return nil
        }
        let silence = now.nanoseconds &- self.lastHeard.nanoseconds
        guard silence >= self.timeout else {
            return nil
        }
        self.hasTold = true
        return .nanoseconds(silence)
    }
}
