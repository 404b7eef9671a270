/// The address of one element in a ``Slab``: a slot, and which of the slot's successive tenants is meant.
package struct SlabIndex: Hashable, Sendable {
    /// The slot.
    package let slot: UInt32

    /// The tenant; an index of an earlier tenant finds nothing.
    package let generation: UInt32

    @inlinable
    package init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }
}

/// Storage for the leaves of an agent: elements stay where they are, in chunks that are never moved.
///
/// A dictionary of large values stalls for as long as it takes to move them all when it grows. A slab grows by one
/// chunk, and an index of a removed element finds nothing rather than its successor.
package struct Slab<Element> {
    @usableFromInline
    struct Slot {
        @usableFromInline var generation: UInt32
        @usableFromInline var element: Element?

        @usableFromInline
        init(generation: UInt32, element: Element?) {
            self.generation = generation
            self.element = element
        }
    }

    @usableFromInline static var chunkSize: Int { 64 }

    @usableFromInline var chunks: [[Slot]] = []
    @usableFromInline var free: [UInt32] = []

    /// The number of elements.
    package private(set) var count = 0

    package init() {}

    /// Whether there is no element.
    package var isEmpty: Bool {
        self.count == 0
    }

    /// Stores an element and returns where it stands.
    package mutating func insert(_ element: Element) -> SlabIndex {
        self.insert { _ in element }
    }

    /// Stores an element that knows where it stands, and returns where that is.
    package mutating func insert(_ make: (SlabIndex) -> Element) -> SlabIndex {
        if self.free.isEmpty {
            self.grow()
        }
        guard let slot = self.free.popLast() else {
            preconditionFailure("a slab that has grown has a free slot")
        }
        self.count += 1
        let (chunk, place) = Int(slot).quotientAndRemainder(dividingBy: Self.chunkSize)
        let index = SlabIndex(slot: slot, generation: self.chunks[chunk][place].generation)
        self.chunks[chunk][place].element = make(index)
        return index
    }

    /// Takes an element out; `nil` when it is gone already.
    @discardableResult
    package mutating func remove(_ index: SlabIndex) -> Element? {
        guard self.contains(index) else {
            return nil
        }
        let (chunk, place) = Int(index.slot).quotientAndRemainder(dividingBy: Self.chunkSize)
        let element = self.chunks[chunk][place].element.take()
        self.chunks[chunk][place].generation &+= 1
        self.free.append(index.slot)
        self.count -= 1
        return element
    }

    /// Whether the element that `index` was given for is still here.
    @inlinable
    package func contains(_ index: SlabIndex) -> Bool {
        let (chunk, place) = Int(index.slot).quotientAndRemainder(dividingBy: Self.chunkSize)
        guard chunk < self.chunks.count else {
            return false
        }
        return self.chunks[chunk][place].generation == index.generation && self.chunks[chunk][place].element != nil
    }

    /// The element at `index`, changed in place; reads as `nil`, and ignores writes, when it is gone.
    @inlinable
    package subscript(index: SlabIndex) -> Element? {
        _read {
            if self.contains(index) {
                let (chunk, place) = Int(index.slot).quotientAndRemainder(dividingBy: Self.chunkSize)
                yield self.chunks[chunk][place].element
            } else {
                yield nil
            }
        }
        _modify {
            if self.contains(index) {
                let (chunk, place) = Int(index.slot).quotientAndRemainder(dividingBy: Self.chunkSize)
                yield &self.chunks[chunk][place].element
                precondition(self.chunks[chunk][place].element != nil, "elements leave a slab through remove(_:)")
            } else {
                var none: Element?
                yield &none
            }
        }
    }

    /// The indices of all elements, in slot order; for audits and for work drained in portions.
    package var indices: [SlabIndex] {
        var indices: [SlabIndex] = []
        indices.reserveCapacity(self.count)
        for (chunkNumber, chunk) in self.chunks.enumerated() {
            for (place, slot) in chunk.enumerated() where slot.element != nil {
                let number = UInt32(truncatingIfNeeded: chunkNumber * Self.chunkSize + place)
                indices.append(SlabIndex(slot: number, generation: slot.generation))
            }
        }
        return indices
    }

    private mutating func grow() {
        let first = self.chunks.count * Self.chunkSize
        var chunk: [Slot] = []
        chunk.reserveCapacity(Self.chunkSize)
        for _ in 0..<Self.chunkSize {
            chunk.append(Slot(generation: 0, element: nil))
        }
        self.chunks.append(chunk)
        for place in (0..<Self.chunkSize).reversed() {
            self.free.append(UInt32(truncatingIfNeeded: first + place))
        }
    }
}

extension Slab.Slot: Sendable where Element: Sendable {}
extension Slab: Sendable where Element: Sendable {}
