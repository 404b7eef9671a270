import ProtocolKit

/// Next hops that are left alone for a while (RFC 3263 §4.3, RFC 3261 §21.5.4), in a bounded table.
struct HopPenalties: Sendable {
    private struct Penalty: Sendable {
        let until: Instant
        let isRequested: Bool
    }

    private let capacity: Int
    private var penalties: [NextHop: Penalty] = [:]

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Notes that a next hop did not answer, or asked to be left alone.
    mutating func add(_ hop: NextHop, until: Instant, isRequested: Bool, at now: Instant) {
        if self.penalties.count >= self.capacity {
            self.penalties = self.penalties.filter { $0.value.until > now }
        }
        // A full table forgets nothing that counts: a hop without a penalty is only tried once more in vain.
        if self.penalties.count < self.capacity || self.penalties[hop] != nil {
            self.penalties[hop] = Penalty(until: until, isRequested: isRequested)
        }
    }

    /// Notes that a next hop answers.
    mutating func lift(_ hop: NextHop) {
        if !self.penalties.isEmpty {
            self.penalties[hop] = nil
        }
    }

    /// The hops to try: unresponsive ones last, those that asked to be left alone not at all.
    func order(_ hops: [NextHop], at now: Instant) -> [NextHop] {
        guard !self.penalties.isEmpty else {
            return hops
        }
        let current = hops.map { hop in (hop, self.penalties[hop].flatMap { $0.until > now ? $0 : nil }) }
        let good = current.filter { $0.1 == nil }.map(\.0)
        let unresponsive = current.filter { $0.1?.isRequested == false }.map(\.0)
        return good + unresponsive
    }

    /// How long to wait for the first of these that asked to be left alone.
    func wait(of hops: [NextHop], at now: Instant) -> Duration? {
        hops.compactMap { self.penalties[$0]?.until }.min().map { now.duration(to: $0) }
    }
}
