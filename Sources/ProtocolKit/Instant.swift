/// A moment on the monotonic clock that every deadline is measured against.
///
/// The unit is the nanosecond; the origin is arbitrary and only differences mean anything.
package struct Instant: Hashable, Comparable, Sendable {
    /// Nanoseconds since the origin.
    package let nanoseconds: Int64

    @inlinable
    package init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The origin, where simulations begin.
    package static let start = Instant(nanoseconds: 0)

    /// The moment `duration` later; it saturates instead of overflowing.
    @inlinable
    package func advanced(by duration: Duration) -> Instant {
        let (sum, overflow) = self.nanoseconds.addingReportingOverflow(duration.nanoseconds)
        return Instant(nanoseconds: overflow ? .max : sum)
    }

    /// The time from this moment to `other`, negative when `other` is earlier.
    @inlinable
    package func duration(to other: Instant) -> Duration {
        .nanoseconds(other.nanoseconds &- self.nanoseconds)
    }

    @inlinable
    package static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

extension Duration {
    /// The whole nanoseconds of this duration, saturated to 64 bits.
    @inlinable
    package var nanoseconds: Int64 {
        let (seconds, attoseconds) = self.components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else {
            return seconds < 0 ? .min : .max
        }
        let (sum, carried) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        return carried ? (seconds < 0 ? .min : .max) : sum
    }
}
