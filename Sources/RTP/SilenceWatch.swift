package import ProtocolKit

/// Notices when a stream that should carry packets carries none.
///
/// It is asked by a coarse tick, so a packet costs one store. A silence that goes on is told again each time the
/// timeout has passed once more, because whoever listens may not have cared the first time.
package struct SilenceWatch: Hashable, Sendable {
    /// When the last packet came, or the watch began.
    @usableFromInline var lastHeard: Int64

    private let timeout: Int64
    private var lastTold = Int64.min

    /// Begins to watch at `now`; without a `timeout` it never tells.
    package init(timeout: Duration?, at now: Instant) {
        self.timeout = timeout.map { max(1, $0.nanoseconds) } ?? .max
        self.lastHeard = now.nanoseconds
    }

    /// A packet came.
    @inlinable
    package mutating func hear(at now: Instant) {
        self.lastHeard = now.nanoseconds
    }

    /// How long it has been silent, when the timeout has passed since the last packet and since it was last told.
    package mutating func check(at now: Instant) -> Duration? {
        let reference = max(self.lastHeard, self.lastTold)
        guard now.nanoseconds &- reference >= self.timeout else {
            return nil
        }
        self.lastTold = now.nanoseconds
        return .nanoseconds(now.nanoseconds &- self.lastHeard)
    }
}
