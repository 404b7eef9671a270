/// Which counts of which nonces have been used, so that nothing is accepted twice (RFC 7616 §3.4 `nc`).
///
/// Two generations of a table, so that forgetting costs nothing: when the young one is full or old enough, the old one
/// is dropped. A nonce that was minted before the dropped generation was closed and is in no table is refused.
struct NonceUse: Sendable {
    /// The highest count that was used, and which of the 64 below it were.
    private struct Window: Sendable {
        var highest: UInt32
        var seen: UInt64

        /// Takes a count that was not used before.
        mutating func take(_ count: UInt32) -> Bool {
            if count > self.highest {
                let shift = UInt64(count - self.highest)
                self.seen = shift < 64 ? self.seen << shift | 1 : 1
                self.highest = count
                return true
            }
            let distance = UInt64(self.highest - count)
            guard distance < 64, self.seen >> distance & 1 == 0 else {
                return false
            }
            self.seen |= 1 << distance
            return true
        }
    }

    private let capacity: Int
    private var young: [UInt64: Window] = [:]
    private var old: [UInt64: Window] = [:]

    /// Nonces below this number that are in no table may have been used and forgotten.
    private var floor: UInt64 = 0

    /// The number of the first nonce minted after the young generation began.
    private var youngBegan: UInt64 = 0

    init(capacity: Int) {
        self.capacity = max(capacity / 2, 1)
    }

    /// Uses a nonce with this count; `false` when that was done before or can no longer be known.
    ///
    /// `minted` is how many nonces have been minted so far.
    mutating func take(_ sequence: UInt64, count: UInt32, minted: UInt64) -> Bool {
        if self.young[sequence] != nil {
            return self.young[sequence]?.take(count) ?? false
        }
        if var window = self.old.removeValue(forKey: sequence) {
            let isNew = window.take(count)
            self.insert(window, sequence, minted: minted)
            return isNew
        }
        guard sequence >= self.floor, sequence < minted else {
            return false
        }
        self.insert(Window(highest: count, seen: 1), sequence, minted: minted)
        return true
    }

    private mutating func insert(_ window: Window, _ sequence: UInt64, minted: UInt64) {
        if self.young.count >= self.capacity {
            // Everything in the dropped table was minted before the young generation began.
            self.floor = self.youngBegan
            self.old = self.young
            self.young = [:]
            self.youngBegan = minted
        }
        self.young[sequence] = window
    }
}
