/// The deadlines of many leaves that are known by name, the earliest first, at most one for each.
public typealias DeadlineQueue<Key: Hashable & Sendable> = DeadlineHeap<KeyTable<Key>>

/// The deadlines of the elements of a ``Slab``, the earliest first, at most one for each slot, whoever its tenant is.
public typealias SlabDeadlineQueue = DeadlineHeap<SlotTable>

/// Remembers where each key stands in a ``DeadlineHeap``.
public protocol DeadlineTable: Sendable {
    /// Whose deadline it is.
    associatedtype Key: Hashable & Sendable

    init()

    /// Where the key stands; `nil` when it has no deadline.
    subscript(key: Key) -> Int? { get set }
}

/// Where keys of any kind stand.
public struct KeyTable<Key: Hashable & Sendable>: DeadlineTable {
    @usableFromInline var places: [Key: Int] = [:]

    @inlinable
    public init() {}

    @inlinable
    public subscript(key: Key) -> Int? {
        get { self.places[key] }
        set { self.places[key] = newValue }
    }
}

/// Where the slots of a ``Slab`` stand: a look-up costs one access to memory and hashes nothing.
public struct SlotTable: DeadlineTable {
    /// The place of each slot plus one; zero for none.
    @usableFromInline var places: [UInt32] = []

    @inlinable
    public init() {}

    @inlinable
    public subscript(key: SlabIndex) -> Int? {
        get {
            let slot = Int(key.slot)
            guard slot < self.places.count, self.places[slot] > 0 else {
                return nil
            }
            return Int(self.places[slot]) - 1
        }
        set {
            let slot = Int(key.slot)
            if slot >= self.places.count {
                self.places.append(contentsOf: repeatElement(0, count: slot + 1 - self.places.count))
            }
            self.places[slot] = newValue.map { UInt32(truncatingIfNeeded: $0 + 1) } ?? 0
        }
    }
}

/// Deadlines, the earliest first, at most one for each key.
///
/// A heap that knows where each key stands, so that a deadline can move or vanish at once. Without that, every
/// retransmission timer that an answer cancels would still wake the process when its time comes.
public struct DeadlineHeap<Table: DeadlineTable>: Sendable {
    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline var deadline: Instant
        @usableFromInline var key: Table.Key

        @usableFromInline
        init(deadline: Instant, key: Table.Key) {
            self.deadline = deadline
            self.key = key
        }
    }

    /// Each entry has up to four children, which stand side by side.
    @usableFromInline var heap: [Entry] = []
    @usableFromInline var places = Table()

    @inlinable
    public init() {}

    /// The earliest deadline.
    @inlinable
    public var next: Instant? {
        self.heap.isEmpty ? nil : self.heap[0].deadline
    }

    /// The number of keys that have a deadline.
    @inlinable
    public var count: Int {
        self.heap.count
    }

    /// Gives `key` this deadline in place of any earlier one; `nil` takes the key out.
    @inlinable
    public mutating func set(_ deadline: Instant?, for key: Table.Key) {
        switch (deadline, self.places[key]) {
        case (nil, nil):
            return
        case (nil, let place?):
            self.remove(at: place)
        case (let deadline?, nil):
            self.heap.append(Entry(deadline: deadline, key: key))
            self.siftUp(from: self.heap.count - 1)
        case (let deadline?, let place?):
            let former = self.heap[place].deadline
            self.heap[place] = Entry(deadline: deadline, key: key)
            if deadline < former {
                self.siftUp(from: place)
            } else if deadline > former {
                self.siftDown(from: place)
            }
        }
    }

    /// Takes out the key with the earliest deadline, if that deadline is not after `now`.
    @inlinable
    public mutating func popDue(at now: Instant) -> Table.Key? {
        guard !self.heap.isEmpty, self.heap[0].deadline <= now else {
            return nil
        }
        let key = self.heap[0].key
        self.remove(at: 0)
        return key
    }

    @inlinable
    mutating func remove(at place: Int) {
        self.places[self.heap[place].key] = nil
        let last = self.heap.removeLast()
        guard place < self.heap.count else {
            return
        }
        let former = self.heap[place].deadline
        self.heap[place] = last
        if last.deadline < former {
            self.siftUp(from: place)
        } else {
            self.siftDown(from: place)
        }
    }

    /// Moves an entry up to where it belongs, and notes where it and those it passes stand.
    @inlinable
    mutating func siftUp(from start: Int) {
        let entry = self.heap[start]
        var place = start
        while place > 0 {
            let parent = (place - 1) / 4
            guard entry.deadline < self.heap[parent].deadline else {
                break
            }
            self.put(self.heap[parent], at: place)
            place = parent
        }
        self.put(entry, at: place)
    }

    /// Moves an entry down to where it belongs, and notes where it and those it passes stand.
    @inlinable
    mutating func siftDown(from start: Int) {
        let entry = self.heap[start]
        var place = start
        while place * 4 + 1 < self.heap.count {
            var least = place * 4 + 1
            for child in least..<Swift.min(least + 4, self.heap.count)
            where self.heap[child].deadline < self.heap[least].deadline {
                least = child
            }
            guard self.heap[least].deadline < entry.deadline else {
                break
            }
            self.put(self.heap[least], at: place)
            place = least
        }
        self.put(entry, at: place)
    }

    @inlinable
    mutating func put(_ entry: Entry, at place: Int) {
        self.heap[place] = entry
        self.places[entry.key] = place
    }
}
