import ProtocolKit

/// The end of service: new calls are refused, running ones may end by themselves until a moment, then they are released
/// a portion at a time.
struct GracefulStop: Sendable {
    /// When running calls are released.
    let limit: Instant

    /// The calls that are still to be released, once the limit has passed.
    var remaining: [SlabIndex]?

    /// The next moment something must be done.
    var nextDeadline: Instant? {
        guard let remaining else {
            return self.limit
        }
        return remaining.isEmpty ? nil : self.limit
    }
}
