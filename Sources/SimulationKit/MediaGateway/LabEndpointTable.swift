import ProtocolKit

/// The endpoints of a media gateway of the lab, which remembers the ones that were changed.
///
/// With thousands of them nobody wants to look at all for one message: what is wanted, and when the next thing happens,
/// is asked of those that were changed.
package struct LabEndpointTable: RandomAccessCollection, Sendable {
    private var endpoints: [LabEndpoint] = []
    private var changed: Set<Int> = []
    private var deadlines = DeadlineQueue<Int>()

    init() {}

    package var startIndex: Int {
        0
    }

    package var endIndex: Int {
        self.endpoints.count
    }

    package internal(set) subscript(position: Int) -> LabEndpoint {
        get {
            self.endpoints[position]
        }
        _modify {
            self.changed.insert(position)
            yield &self.endpoints[position]
        }
    }

    mutating func append(_ endpoint: LabEndpoint) {
        self.endpoints.append(endpoint)
    }

    /// The next moment something happens at an endpoint by itself; true once ``takeChanged()`` has no more.
    var nextDeadline: Instant? {
        self.deadlines.next
    }

    /// Takes the next endpoint whose deadline is due.
    mutating func popDue(at now: Instant) -> Int? {
        self.deadlines.popDue(at: now)
    }

    /// Takes the endpoints that were changed since the last time, in their order, and registers their deadlines anew.
    mutating func takeChanged() -> [Int] {
        let changed = self.changed.sorted()
        self.changed = []
        for index in changed {
            self.deadlines.set(self.endpoints[index].nextDeadline, for: index)
        }
        return changed
    }
}
