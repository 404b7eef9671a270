import ProtocolKit

/// Ranges of numbers as FreeSWITCH compares them: both ends belong, and one that begins with the greater wraps.
struct FSRanges: Hashable, Sendable {
    private struct Bounds: Hashable {
        let first: Int32
        let last: Int32
    }

    private var bounds: [Bounds] = []

    /// Whether `number` is in any range.
    func contains(_ number: Int) -> Bool {
        let number = Int32(truncatingIfNeeded: number)
        return self.bounds.contains { bounds in
            let isAfter = number >= bounds.first
            let isBefore = number <= bounds.last
            return bounds.first <= bounds.last ? isAfter && isBefore : isAfter || isBefore
        }
    }

    /// The first and the last number of each range, and the one behind it.
    var edges: [Int] {
        self.bounds.flatMap { [Int($0.first), Int($0.last), Int($0.last) + 1] }
    }

    /// A list of numbers and ranges; reading ends, without complaint, at what is neither.
    ///
    /// A missing number is 0, so that `hour=""` is midnight's hour.
    static func numbers(_ text: ArraySlice<UInt8>) -> FSRanges {
        var ranges = FSRanges()
        var rest = text
        while true {
            let first = FSNumber.take(&rest)
            if rest.first == 0x2D {
                rest.removeFirst()
                ranges.bounds.append(Bounds(first: first, last: FSNumber.take(&rest)))
            } else {
                ranges.bounds.append(Bounds(first: first, last: first))
            }
            guard rest.first == 0x2C else {
                return ranges
            }
            rest.removeFirst()
        }
    }

    /// A list of times of day in seconds; what has not the colons and the hyphen of a range is passed over.
    static func timesOfDay(_ text: ArraySlice<UInt8>) -> FSRanges {
        var ranges = FSRanges()
        for item in text.split(separator: 0x2C, omittingEmptySubsequences: false) {
            guard let colon = item.firstIndex(of: 0x3A), let hyphen = item[colon...].firstIndex(of: 0x2D),
                let second = item[hyphen...].firstIndex(of: 0x3A)
            else {
                continue
            }
            ranges.bounds.append(
                Bounds(
                    first: self.seconds(hours: item[..<colon], rest: item[(colon + 1)..<hyphen]),
                    last: self.seconds(hours: item[(hyphen + 1)..<second], rest: item[(second + 1)...])
                )
            )
        }
        return ranges
    }

    /// Seconds of the day from an hour and `minutes[:seconds]`.
    private static func seconds(hours: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) -> Int32 {
        let parts = rest.split(separator: 0x3A, maxSplits: 1, omittingEmptySubsequences: false)
        let minutes = parts.first.map(FSNumber.leading) ?? 0
        let seconds = parts.count > 1 ? FSNumber.leading(parts[1]) : 0
        return FSNumber.leading(hours) &* 3_600 &+ minutes &* 60 &+ seconds
    }
}
