package import ProtocolKit

/// What the dialplan remembers from one call to another.
///
/// It belongs to call control, which hands it to each decision; the oldest key goes when it is full.
package struct DialplanMemory: Sendable {
    private struct Key: Hashable, Sendable {
        let realm: ByteString
        let key: ByteString
    }

    private struct Entry: Sendable {
        let value: ByteString
        let turn: UInt64
    }

    private var entries: [Key: Entry] = [:]
    /// The keys in the order in which they were set; an entry of another turn is a former one's.
    private var order: [(key: Key, turn: UInt64)] = []
    private var firstInOrder = 0
    private var turns: UInt64 = 0
    private let limit: Int

    /// Remembers up to `limit` keys.
    package init(limit: Int = 100_000) {
        self.limit = max(limit, 1)
    }

    /// How many keys are known.
    package var count: Int {
        self.entries.count
    }

    /// The value of a key; `nil` when it was never set or is forgotten.
    package func value(of key: ByteString, in realm: ByteString) -> ByteString? {
        self.entries[Key(realm: realm, key: key)]?.value
    }

    /// Remembers or forgets.
    package mutating func perform(_ action: MemoryAction) {
        let key = Key(realm: action.realm, key: action.key)
        guard let value = action.value else {
            self.entries[key] = nil
            return
        }
        self.turns += 1
        self.entries[key] = Entry(value: value, turn: self.turns)
        self.order.append((key, self.turns))
        self.forgetOldest()
        self.compact()
    }

    private mutating func forgetOldest() {
        while self.entries.count > self.limit, self.firstInOrder < self.order.count {
            let oldest = self.order[self.firstInOrder]
            self.firstInOrder += 1
            if self.entries[oldest.key]?.turn == oldest.turn {
                self.entries[oldest.key] = nil
            }
        }
    }

    /// Drops what is only left in the order, once that is more than what is known.
    private mutating func compact() {
        guard self.order.count > 2 * self.limit + 16 else {
            return
        }
        let entries = self.entries
        self.order = self.order[self.firstInOrder...].filter { entries[$0.key]?.turn == $0.turn }
        self.firstInOrder = 0
    }
}
