/// A moment on the wall clock: nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted (POSIX time).
public struct CivilTime: Hashable, Comparable, Sendable {
    /// Nanoseconds since the epoch.
    public let nanoseconds: Int64

    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The epoch itself.
    public static let epoch = CivilTime(nanoseconds: 0)

    /// Whole seconds since the epoch.
    public var seconds: Int64 {
        self.nanoseconds / 1_000_000_000
    }

    public static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

/// The relation between the monotonic clock and the wall clock, handed in by whoever owns the clocks.
///
/// Pure code never reads a clock. A jump of the wall clock changes this value and no deadline.
public struct WallClock: Hashable, Sendable {
    private let offset: Int64

    /// States that it is `civil` on the wall at `instant`.
    public init(_ civil: CivilTime = .epoch, at instant: Instant = .start) {
        self.offset = civil.nanoseconds &- instant.nanoseconds
    }

    /// The wall time at `instant`.
    public func time(at instant: Instant) -> CivilTime {
        CivilTime(nanoseconds: instant.nanoseconds &+ self.offset)
    }
}
