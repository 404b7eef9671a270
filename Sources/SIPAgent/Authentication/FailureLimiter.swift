import ProtocolKit

/// Counts the wrong answers of each source address and tells who has to wait.
///
/// A leaky bucket for each address in two generations of a bounded table: what is not seen for two generations is
/// forgotten, and a flood of new addresses costs a bounded amount of memory.
struct FailureLimiter: Sendable {
    private struct Bucket: Sendable {
        var level: Int
        var since: Instant
    }

    private let capacity: Int
    private let allowance: Int
    private let forgiveness: Duration
    private var young: [IPAddress: Bucket] = [:]
    private var old: [IPAddress: Bucket] = [:]

    init(capacity: Int, allowance: Int, forgiveness: Duration) {
        self.capacity = max(capacity / 2, 1)
        self.allowance = max(allowance, 1)
        self.forgiveness = max(forgiveness, .milliseconds(1))
    }

    /// How long the address has to wait, or `nil` when it may try.
    func wait(of source: IPAddress, at now: Instant) -> Duration? {
        guard let bucket = self.young[source] ?? self.old[source] else {
            return nil
        }
        let current = self.leaked(bucket, at: now)
        guard current.level >= self.allowance else {
            return nil
        }
        return now.duration(to: current.since.advanced(by: self.forgiveness))
    }

    /// Notes a wrong answer.
    mutating func fail(_ source: IPAddress, at now: Instant) {
        var bucket = self.old.removeValue(forKey: source) ?? self.young[source] ?? Bucket(level: 0, since: now)
        bucket = self.leaked(bucket, at: now)
        bucket.level = min(bucket.level + 1, self.allowance)
        if self.young.count >= self.capacity, self.young[source] == nil {
            self.old = self.young
            self.young = [:]
        }
        self.young[source] = bucket
    }

    private func leaked(_ bucket: Bucket, at now: Instant) -> Bucket {
        let elapsed = max(bucket.since.duration(to: now).nanoseconds, 0)
        let forgiven = elapsed / self.forgiveness.nanoseconds
        guard forgiven < Int64(bucket.level) else {
            return Bucket(level: 0, since: now)
        }
        let since = bucket.since.advanced(by: .nanoseconds(forgiven * self.forgiveness.nanoseconds))
        return Bucket(level: bucket.level - Int(forgiven), since: since)
    }
}
