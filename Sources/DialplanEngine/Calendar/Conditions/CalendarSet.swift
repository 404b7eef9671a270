/// A set of numbers, such as seconds of a day or months, kept as ranges that neither touch nor overlap, in order.
struct CalendarSet: Hashable, Sendable {
    /// The ranges.
    let ranges: [Range<Int>]

    /// The numbers that are in any of `ranges`; an empty one adds none.
    init(_ ranges: [Range<Int>]) {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        self.ranges = joined
    }

    /// The numbers that are in both sets.
    func intersection(_ other: CalendarSet) -> CalendarSet {
        var common: [Range<Int>] = []
        var mine = self.ranges[...]
        var theirs = other.ranges[...]
        while let left = mine.first, let right = theirs.first {
            common.append(left.clamped(to: right))
            if left.upperBound < right.upperBound {
                mine.removeFirst()
            } else {
                theirs.removeFirst()
            }
        }
        return CalendarSet(common)
    }

    /// Whether `number` is in the set.
    func contains(_ number: Int) -> Bool {
        let index = self.index(endingAfter: number)
        return index < self.ranges.count && self.ranges[index].lowerBound <= number
    }

    /// The range that holds `number`, or else the next one.
    func range(atOrAfter number: Int) -> Range<Int>? {
        let index = self.index(endingAfter: number)
        return index < self.ranges.count ? self.ranges[index] : nil
    }

    /// The index of the first range that ends after `number`.
    private func index(endingAfter number: Int) -> Int {
        var low = 0
        var high = self.ranges.count
        while low < high {
            let middle = (low + high) / 2
            if self.ranges[middle].upperBound <= number {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
