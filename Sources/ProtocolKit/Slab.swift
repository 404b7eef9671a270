/// The address of one element in a ``Slab``: a slot, and which of the slot's successive tenants is meant.
public struct SlabIndex: Hashable, Sendable {
    /// The slot.
    public let slot: UInt32

    /// The tenant; an index of an earlier tenant finds nothing.
    public let generation: UInt32

    @inlinable
    public init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }
}

/// Storage for the leaves of an agent: elements stay where they are, in chunks that are never moved.
///
/// A dictionary of large values stalls for as long as it takes to move them all when it grows. A slab grows by one
/// chunk, and an index of a removed element finds nothing rather than its successor.
public struct Slab<Element> {
    @usableFromInline static var chunkSize: Int { 64 }

    /// Chunk 0 holds the one place where everything that is gone is looked for; the slots start in chunk 1.
    @usableFromInline var chunks: [[Element?]] = [[nil]]

    /// The present tenant of each slot: odd while the slot is taken, so that one comparison tells everything.
    @usableFromInline var generations: [UInt32] = []

    @usableFromInline var free: [UInt32] = []

    /// The number of elements.
    @inlinable
    public var count: Int {
        self.generations.count - self.free.count
    }

    @inlinable
    public init() {}

    /// Whether there is no element.
    @inlinable
    public var isEmpty: Bool {
        self.count == 0
    }

    /// Stores an element and returns where it stands.
    @inlinable
    public mutating func insert(_ element: consuming Element) -> SlabIndex {
        let index = self.claim()
        let (chunk, place) = self.location(of: index)
        self.chunks[chunk][place] = element
        return index
    }

    /// Stores an element that knows where it stands, and returns where that is.
    @inlinable
    public mutating func insert(_ make: (SlabIndex) -> Element) -> SlabIndex {
        let index = self.claim()
        let (chunk, place) = self.location(of: index)
        self.chunks[chunk][place] = make(index)
        return index
    }

    /// Finds a free place for an element.
    @inlinable
    mutating func claim() -> SlabIndex {
        if self.free.isEmpty {
            self.grow()
        }
        guard let slot = self.free.popLast() else {
            preconditionFailure("a slab that has grown has a free slot")
        }
        self.generations[Int(slot)] &+= 1
        return SlabIndex(slot: slot, generation: self.generations[Int(slot)])
    }

    /// Takes an element out; `nil` when it is gone already.
    @inlinable
    @discardableResult
    public mutating func remove(_ index: SlabIndex) -> Element? {
        guard self.contains(index) else {
            return nil
        }
        let (chunk, place) = self.location(of: index)
        self.generations[Int(index.slot)] &+= 1
        self.free.append(index.slot)
        return self.chunks[chunk][place].take()
    }

    /// Whether the element that `index` was given for is still here.
    @inlinable
    public func contains(_ index: SlabIndex) -> Bool {
        let slot = Int(index.slot)
        return slot < self.generations.count && self.generations[slot] == index.generation && index.generation & 1 == 1
    }

    /// The element at `index`, changed in place; reads as `nil`, and passes changes over, when it is gone.
    ///
    /// Elements come through ``insert(_:)`` and leave through ``remove(_:)`` only; assigning here is a mistake of ours.
    /// Where much passes, ``with(_:_:)`` is cheaper: the compiler does not always see that one property is wanted and
    /// copies the element with everything that it holds, and it allocates a frame for each change.
    @inlinable
    public subscript(index: SlabIndex) -> Element? {
        @inline(__always)
        get {
            let (chunk, place) = self.location(of: index)
            return self.chunks[chunk][place]
        }
        @inline(__always)
        _modify {
            let (chunk, place) = self.location(of: index)
            yield &self.chunks[chunk][place]
        }
    }

    /// Lets `body` read and change the element at `index` where it stands; `body` is given `nil` when it is gone.
    @inlinable
    @inline(__always)
    public mutating func with<Result>(_ index: SlabIndex, _ body: (inout Element?) -> Result) -> Result {
        let (chunk, place) = self.location(of: index)
        return body(&self.chunks[chunk][place])
    }

    /// Lets `body` change the element at `index` where it stands, together with something else.
    @inlinable
    @inline(__always)
    public mutating func with<Other, Result>(
        _ index: SlabIndex,
        _ other: inout Other,
        _ body: (inout Element?, inout Other) -> Result
    ) -> Result {
        let (chunk, place) = self.location(of: index)
        return body(&self.chunks[chunk][place], &other)
    }

    /// Where the element of this index stands, or the place of all that is gone.
    ///
    /// The accessors have one way through them because of it: the optimizer fails on an accessor that yields in two.
    @inline(__always)
    @inlinable
    func location(of index: SlabIndex) -> (chunk: Int, place: Int) {
        guard self.contains(index) else {
            return (0, 0)
        }
        let (chunk, place) = Int(index.slot).quotientAndRemainder(dividingBy: Self.chunkSize)
        return (chunk + 1, place)
    }

    /// The indices of all elements, in slot order; for audits and for work drained in portions.
    @inlinable
    public var indices: [SlabIndex] {
        self.generations.enumerated().filter { $0.element & 1 == 1 }.map { slot, generation in
            SlabIndex(slot: UInt32(truncatingIfNeeded: slot), generation: generation)
        }
    }

    @usableFromInline
    mutating func grow() {
        let first = self.generations.count
        self.chunks.append(Array(repeating: nil, count: Self.chunkSize))
        self.generations.append(contentsOf: repeatElement(0, count: Self.chunkSize))
        for place in (0..<Self.chunkSize).reversed() {
            self.free.append(UInt32(truncatingIfNeeded: first + place))
        }
    }
}

extension Slab: Sendable where Element: Sendable {}
