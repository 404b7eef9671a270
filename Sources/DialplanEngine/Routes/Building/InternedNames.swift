import ProtocolKit

/// Numbers names as they come, without a copy of one that is known.
struct InternedNames {
    /// The names by their numbers.
    private(set) var names: [ByteString] = []

    /// Open addressing: one more than the number of a name, or 0; at most half of them are taken.
    private var slots = [UInt32](repeating: 0, count: 64)

    /// The number of a name, and whether it came for the first time.
    mutating func number(of name: ArraySlice<UInt8>) -> (number: Int, isNew: Bool) {
        var slot = self.slot(of: name)
        if self.slots[slot] > 0 {
            return (Int(self.slots[slot]) - 1, false)
        }
        if (self.names.count + 1) * 2 > self.slots.count {
            self.grow()
            slot = self.slot(of: name)
        }
        self.names.append(ByteString(name))
        self.slots[slot] = UInt32(truncatingIfNeeded: self.names.count)
        return (self.names.count - 1, true)
    }

    /// The slot that has the name, or the empty one where it belongs.
    private func slot(of name: ArraySlice<UInt8>) -> Int {
        let mask = self.slots.count - 1
        // FNV-1a; the names are those of a configuration, so nobody chooses them to collide.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for octet in name {
            hash = (hash ^ UInt64(octet)) &* 0x0000_0100_0000_01B3
        }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while self.slots[slot] > 0, self.names[Int(self.slots[slot]) - 1].bytes[...] != name {
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        self.slots = [UInt32](repeating: 0, count: self.slots.count * 2)
        for (number, name) in self.names.enumerated() {
            self.slots[self.slot(of: name.bytes[...])] = UInt32(truncatingIfNeeded: number + 1)
        }
    }

    /// The names in order, and what each number becomes in that order.
    func sorted() -> (names: [ByteString], places: [Int]) {
        let order = self.names.indices.sorted { self.names[$0] < self.names[$1] }
        var places = [Int](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() {
            places[number] = place
        }
        return (order.map { self.names[$0] }, places)
    }
}
