/// A moment on the monotonic clock that every deadline is measured against.
///
/// The unit is the nanosecond; the origin is arbitrary and only differences mean anything.
public struct Instant: Hashable, Comparable, Sendable {
    /// Nanoseconds since the origin.
    public let nanoseconds: Int64

    @inlinable
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The origin, where simulations begin.
    public static let start = Instant(nanoseconds: 0)

    /// The moment `duration` later; it saturates instead of overflowing.
    @inlinable
    public func advanced(by duration: Duration) -> Instant {
        let (sum, overflow) = self.nanoseconds.addingReportingOverflow(duration.nanoseconds)
        return Instant(nanoseconds: overflow ? .max : sum)
    }

    /// The time from this moment to `other`, negative when `other` is earlier.
    @inlinable
    public func duration(to other: Instant) -> Duration {
        .nanoseconds(other.nanoseconds &- self.nanoseconds)
    }

    /// The earlier of two moments of which either may be missing.
    @inlinable
    public static func earlier(_ first: Instant?, _ second: Instant?) -> Instant? {
        guard let first, let second else {
            return first ?? second
        }
        return min(first, second)
    }

    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

extension Duration {
    /// The whole nanoseconds of this duration, saturated to 64 bits.
    @inlinable
    public var nanoseconds: Int64 {
        Int64(clamping: self.attoseconds / 1_000_000_000)
    }
}
