/// The deadlines of many leaves, the earliest first, at most one for each key.
///
/// A heap that knows where each key stands, so that a deadline can move or vanish at once. Without that, every
/// retransmission timer that an answer cancels would still wake the process when its time comes.
public struct DeadlineQueue<Key: Hashable & Sendable>: Sendable {
    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline var deadline: Instant
        @usableFromInline let key: Key

        @usableFromInline
        init(deadline: Instant, key: Key) {
            self.deadline = deadline
            self.key = key
        }
    }

    @usableFromInline var heap: [Entry] = []
    @usableFromInline var places: [Key: Int] = [:]

    @inlinable
    public init() {}

    /// The earliest deadline.
    @inlinable
    public var next: Instant? {
        self.heap.first?.deadline
    }

    /// The number of keys that have a deadline.
    @inlinable
    public var count: Int {
        self.heap.count
    }

    /// Gives `key` this deadline in place of any earlier one; `nil` takes the key out.
    @inlinable
    public mutating func set(_ deadline: Instant?, for key: Key) {
        switch (deadline, self.places[key]) {
        case (nil, nil):
            return
        case (nil, let place?):
            self.remove(at: place)
        case (let deadline?, nil):
            self.heap.append(Entry(deadline: deadline, key: key))
            self.places[key] = self.heap.count - 1
            self.siftUp(from: self.heap.count - 1)
        case (let deadline?, let place?):
            let former = self.heap[place].deadline
            guard former != deadline else {
                return
            }
            self.heap[place].deadline = deadline
            if deadline < former {
                self.siftUp(from: place)
            } else {
                self.siftDown(from: place)
            }
        }
    }

    /// Takes out the key with the earliest deadline, if that deadline is not after `now`.
    @inlinable
    public mutating func popDue(at now: Instant) -> Key? {
        guard let first = self.heap.first, first.deadline <= now else {
            return nil
        }
        self.remove(at: 0)
        return first.key
    }

    @inlinable
    mutating func remove(at place: Int) {
        let key = self.heap[place].key
        let last = self.heap.count - 1
        if place != last {
            self.swap(place, last)
        }
        self.heap.removeLast()
        self.places[key] = nil
        if place < self.heap.count {
            self.siftUp(from: place)
            self.siftDown(from: place)
        }
    }

    @inlinable
    mutating func siftUp(from start: Int) {
        var place = start
        while place > 0 {
            let parent = (place - 1) / 4
            guard self.heap[place].deadline < self.heap[parent].deadline else {
                return
            }
            self.swap(place, parent)
            place = parent
        }
    }

    @inlinable
    mutating func siftDown(from start: Int) {
        var place = start
        while true {
            let children = place * 4 + 1..<min(place * 4 + 5, max(self.heap.count, place * 4 + 1))
            guard let least = children.min(by: { self.heap[$0].deadline < self.heap[$1].deadline }),
                self.heap[least].deadline < self.heap[place].deadline
            else {
                return
            }
            self.swap(place, least)
            place = least
        }
    }

    @inlinable
    mutating func swap(_ first: Int, _ second: Int) {
        self.heap.swapAt(first, second)
        self.places[self.heap[first].key] = first
        self.places[self.heap[second].key] = second
    }
}
