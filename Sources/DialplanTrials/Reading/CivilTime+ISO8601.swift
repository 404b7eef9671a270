import DialplanEngine
package import ProtocolKit

extension CivilTime {
    /// Reads `2026-12-24T18:00:00+01:00`, with `Z` for UTC; seconds may be left out (ISO 8601, RFC 3339 §5.6).
    package init?(iso8601 text: String) {
        var cursor = ByteCursor(Array(text.utf8))
        guard let year = cursor.takeNumber(digits: 4), cursor.take(0x2D), let month = cursor.takeNumber(digits: 2),
            cursor.take(0x2D), let day = cursor.takeNumber(digits: 2), cursor.take(0x54) || cursor.take(0x74),
            let hour = cursor.takeNumber(digits: 2), cursor.take(0x3A), let minute = cursor.takeNumber(digits: 2)
        else {
            return nil
        }
        var second: Int64 = 0
        if cursor.take(0x3A) {
            guard let number = cursor.takeNumber(digits: 2) else {
                return nil
            }
            second = number
        }
        guard let offset = cursor.takeZone(), cursor.isAtEnd, (1970...2200).contains(year),
            let date = CalendarDate(year: Int(year), month: Int(month), day: Int(day)),
            hour < 24, minute < 60, second < 60
        else {
            return nil
        }
        let seconds = Int64(date.daysSinceEpoch) * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(nanoseconds: seconds * 1_000_000_000)
    }
}

extension ByteCursor {
    /// A number of exactly so many digits.
    fileprivate mutating func takeNumber(digits count: Int) -> Int64? {
        var number: Int64 = 0
        for _ in 0..<count {
            guard let octet = self.peek(), octet.isASCIIDigit else {
                return nil
            }
            _ = self.take()
            number = number * 10 + Int64(octet - 0x30)
        }
        return number
    }

    /// `Z`, or hours and minutes east or west, in seconds.
    fileprivate mutating func takeZone() -> Int64? {
        if self.take(0x5A) || self.take(0x7A) {
            return 0
        }
        let isWest = self.take(0x2D)
        guard isWest || self.take(0x2B), let hours = self.takeNumber(digits: 2), self.take(0x3A),
            let minutes = self.takeNumber(digits: 2), hours < 24, minutes < 60
        else {
            return nil
        }
        return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
    }
}
