/// The places of those expressions of a set that may match a text, in order; made once and filled by each search.
package struct Candidates: Sendable, Sequence {
    /// One bit for each place; the first is the lowest of the first word.
    private var words: [UInt64] = []

    package init() {}

    /// Takes in all of `places`, which has a bit for each place, and nothing else.
    mutating func begin(with places: [UInt64]) {
        self.words.removeAll(keepingCapacity: true)
        self.words.append(contentsOf: places)
    }

    mutating func insert(_ place: Int32) {
        self.words[Int(place) >> 6] |= 1 << UInt64(place & 63)
    }

    /// Whether the expression at `place` may match.
    package func contains(_ place: Int) -> Bool {
        place >= 0 && place >> 6 < self.words.count && self.words[place >> 6] >> UInt64(place & 63) & 1 == 1
    }

    /// The first place from `place` on whose expression may match.
    package func first(from place: Int) -> Int? {
        let place = Swift.max(place, 0)
        var index = place >> 6
        guard index < self.words.count else {
            return nil
        }
        var rest = self.words[index] & (UInt64.max << UInt64(place & 63))
        while rest == 0 {
            index += 1
            guard index < self.words.count else {
                return nil
            }
            rest = self.words[index]
        }
        return index << 6 + rest.trailingZeroBitCount
    }

    /// How many there are.
    package var count: Int {
        self.words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    package func makeIterator() -> Iterator {
        Iterator(self.words)
    }

    /// Goes through the places from the lowest to the highest.
    package struct Iterator: IteratorProtocol {
        private let words: [UInt64]
        private var index = 0
        private var rest: UInt64

        init(_ words: [UInt64]) {
            self.words = words
            self.rest = words.first ?? 0
        }

        package mutating func next() -> Int? {
            while self.rest == 0 {
                self.index += 1
                guard self.index < self.words.count else {
                    return nil
                }
                self.rest = self.words[self.index]
            }
            let place = self.index << 6 + self.rest.trailingZeroBitCount
            self.rest &= self.rest - 1
            return place
        }
    }
}
