import CRE2

/// Where a match and its groups stand in the text; made once and filled by every match.
package struct Captures: Sendable {
    private var ranges: [cre2_range] = []

    /// How many ranges the last match noted, the whole match included.
    package private(set) var count = 0

    package init() {
        self.ranges.reserveCapacity(RegularExpression.mostGroups + 1)
    }

    /// The range of group `index`, 0 being the whole match; `nil` for a group that does not exist or took no part.
    package subscript(index: Int) -> Range<Int>? {
        guard index >= 0, index < self.count else {
            return nil
        }
        let range = self.ranges[index]
        return range.start >= 0 && range.start <= range.end ? Int(range.start)..<Int(range.end) : nil
    }

    /// Forgets the last match.
    package mutating func clear() {
        self.count = 0
    }

    mutating func fill(count: Int, by match: (UnsafeMutableBufferPointer<cre2_range>?) -> Bool) -> Bool {
        while self.ranges.count < count {
            self.ranges.append(cre2_range(start: -1, end: -1))
        }
        self.count = count
        // The first `count` elements exist, and the buffer does not leave the closure.
        return unsafe self.ranges.withUnsafeMutableBufferPointer { buffer in
            unsafe match(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        }
    }
}
