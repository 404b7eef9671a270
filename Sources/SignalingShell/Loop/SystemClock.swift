import CSocket
package import ProtocolKit

/// The two clocks of the system, which only shells may read.
package enum SystemClock {
    /// The monotonic clock, which every deadline is measured against.
    package static var now: Instant {
        Instant(nanoseconds: csocket_monotonic_now())
    }

    /// The wall clock.
    package static var civil: CivilTime {
        CivilTime(nanoseconds: csocket_civil_now())
    }
}
