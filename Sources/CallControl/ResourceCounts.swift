import ProtocolKit

/// How many calls hold each of the resources that dialplans name.
struct ResourceCounts: Sendable {
    /// What became of a wish.
    enum Outcome: UInt8, Sendable {
        /// It is counted until it is released.
        case held
        /// It is granted, though nothing could be counted.
        case exempt
        /// Too many calls hold the resource, or too many resources are held.
        case full
    }

    private let capacity: Int
    private var calls: [ByteString: Int] = [:]

    /// Counts so many resources at the same time; a call that wants one beyond them is refused.
    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Whether nothing is held; for leak checks.
    var isEmpty: Bool {
        self.calls.isEmpty
    }

    /// Counts one more call that holds a resource, unless so many do already; an emergency is never refused.
    mutating func hold(_ resource: ByteString, upTo limit: Int, isEmergency: Bool) -> Outcome {
        let calls = self.calls[resource, default: 0]
        guard calls > 0 || self.calls.count < self.capacity else {
            return isEmergency ? .exempt : .full
        }
        guard calls < limit || isEmergency else {
            return .full
        }
        self.calls[resource] = calls + 1
        return .held
    }

    /// Counts a call that holds the resource no longer.
    mutating func release(_ resource: ByteString) {
        let left = self.calls[resource, default: 1] - 1
        self.calls[resource] = left > 0 ? left : nil
    }
}
