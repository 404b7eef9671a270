import CallModel
import ProtocolKit

/// Targets that asked to be left alone for a time (Retry-After with 503, RFC 3261 §21.5.4).
struct TargetRests: Sendable {
    private let capacity: Int
    private var ends: [Target: Instant] = [:]

    /// Remembers so many targets; those beyond them are tried every time.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// How long the target wants to be left alone still; `nil` when it may be tried.
    func remaining(for target: Target, at now: Instant) -> Duration? {
        guard !self.ends.isEmpty, let key = Self.key(of: target), let end = self.ends[key], end > now else {
            return nil
        }
        return now.duration(to: end)
    }

    /// Remembers the wish of a target.
    mutating func rest(_ target: Target, until end: Instant, at now: Instant) {
        guard let key = Self.key(of: target) else {
            return
        }
        if self.ends.count >= self.capacity, self.ends[key] == nil {
            self.ends = self.ends.filter { $0.value > now }
            guard self.ends.count < self.capacity else {
                return
            }
        }
        self.ends[key] = end
    }

    /// Trunks rest as a whole, URIs one by one; a user's phone is asked every time.
    private static func key(of target: Target) -> Target? {
        switch target {
        case .trunk(let name, _): .trunk(name, number: ByteString())
        case .circuits(let name, _): .circuits(name, number: ByteString())
        case .uri: target
        case .user, .dialed, .contact, .line: nil
        }
    }
}
