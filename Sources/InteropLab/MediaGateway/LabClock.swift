import CDatagram
import ProtocolKit

/// The monotonic clock.
enum LabClock {
    static var now: Instant {
        Instant(nanoseconds: cdatagram_now())
    }
}
