import ProtocolKit

/// Dates, times of day and moments, which are written with more than one number.
extension CalendarConditionReader {
    /// A day as it is written.
    private enum Day {
        /// Of one year.
        case once(CalendarDate)
        /// Of every year.
        case annual(month: Int, day: Int)
    }

    mutating func readDates(_ value: String) {
        let advice =
            "write dates such as 2026-12-24, or 12-24 for each year, and ranges such as 12-24~01-06, "
            + "separated by commas"
        guard let items = self.items("date", value, advice: advice) else {
            return
        }
        var once: [Range<Int>] = []
        var annual: [Range<Int>] = []
        for item in items {
            let ends = item.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).map(
                \.withoutOuterBlanks
            )
            switch (ends.first.flatMap(Self.day), ends.last.flatMap(Self.day)) {
            case (.once(let first), .once(let last)) where first <= last:
                once.append(first.daysSinceEpoch..<last.daysSinceEpoch + 1)
            case (.once, .once):
                self.add("date=\"\(item)\" ends before it begins", advice: "write the earlier date first")
                return
            case (.annual(let firstMonth, let firstDay), .annual(let lastMonth, let lastDay)):
                let first = CalendarDays.annualNumber(month: firstMonth, day: firstDay)
                let last = CalendarDays.annualNumber(month: lastMonth, day: lastDay)
                annual += first <= last ? [first..<last + 1] : [first..<Int(Int16.max), 0..<last + 1]
            case (.once, .annual), (.annual, .once):
                self.add(
                    "date=\"\(item)\" has a year at one end only",
                    advice: "write the year at both ends or at none"
                )
                return
            case (nil, _), (_, nil):
                self.add("date=\"\(item)\" is no date", advice: advice)
                return
            }
        }
        self.days.dates = CalendarDays.Dates(once: CalendarSet(once), annual: CalendarSet(annual))
        self.words.append((0, "date " + items.map(Self.span).joined(separator: " or ")))
    }

    mutating func readTimesOfDay(_ value: String) {
        let advice = "write ranges such as 09:00-17:00, which end before 17:00:00, separated by commas"
        guard let items = self.items("time-of-day", value, advice: advice) else {
            return
        }
        let midnight = CalendarTime.secondsOfDay
        var ranges: [Range<Int>] = []
        var words: [String] = []
        for item in items {
            let ends = item.split(separator: "-", omittingEmptySubsequences: false).map(\.withoutOuterBlanks)
            guard ends.count == 2, let first = Self.clock(ends[0]), let end = Self.clock(ends[1]), first < midnight
            else {
                self.add("time-of-day=\"\(item)\" is no range of times", advice: advice)
                return
            }
            guard first != end else {
                self.add(
                    "time-of-day=\"\(item)\" ends where it begins",
                    advice: "write 00:00-24:00 for a whole day, or the time at which it ends"
                )
                return
            }
            ranges += first < end ? [first..<end] : [first..<midnight, 0..<end]
            words.append("from \(CalendarTime.clock(first)) to before \(CalendarTime.clock(end))")
        }
        self.restrictSeconds(to: ranges)
        self.words.append((3, words.joined(separator: " or ")))
    }

    mutating func readDateTimes(_ value: String) {
        let advice =
            "write ranges such as 2026-12-24 18:00~2026-12-27 08:00, which end before the second moment, "
            + "separated by commas"
        guard let items = self.items("date-time", value, advice: advice) else {
            return
        }
        var ranges: [Range<Int>] = []
        for item in items {
            let ends = item.split(separator: "~", omittingEmptySubsequences: false).map(\.withoutOuterBlanks)
            guard ends.count == 2, let first = Self.moment(ends[0]), let end = Self.moment(ends[1]) else {
                self.add("date-time=\"\(item)\" is no range of moments", advice: advice)
                return
            }
            guard first < end else {
                self.add("date-time=\"\(item)\" ends before it has begun", advice: "write the earlier moment first")
                return
            }
            ranges.append(first..<end)
        }
        self.spans = CalendarSet(ranges)
        let words = items.map { item in
            "from " + item.split(separator: "~").map(\.withoutOuterBlanks).joined(separator: " to before ")
        }
        self.words.append((3, words.joined(separator: " or ")))
    }

    private static func span(_ item: Substring) -> String {
        item.split(separator: "~").map(\.withoutOuterBlanks).joined(separator: " to ")
    }

    /// `yyyy-mm-dd` or `mm-dd`.
    private static func day(_ text: Substring) -> Day? {
        var cursor = ByteCursor(Array(text.utf8))
        if text.utf8.count == 10 {
            return self.takeDate(&cursor).map(Day.once)
        }
        guard let month = self.take(2, &cursor), cursor.take(0x2D), let day = self.take(2, &cursor), cursor.isAtEnd,
            // 2000 has a 29 February, so an author may mean it.
            CalendarDate(year: 2000, month: month, day: day) != nil
        else {
            return nil
        }
        return .annual(month: month, day: day)
    }

    /// `hh:mm` or `hh:mm:ss`, up to 24:00, in seconds.
    private static func clock(_ text: Substring) -> Int? {
        var cursor = ByteCursor(Array(text.utf8))
        return self.takeClock(&cursor).flatMap { cursor.isAtEnd ? $0 : nil }
    }

    /// A date, a space or a `T`, and a time; in local seconds since 1970-01-01 00:00.
    private static func moment(_ text: Substring) -> Int? {
        var cursor = ByteCursor(Array(text.utf8))
        guard let date = self.takeDate(&cursor), cursor.take(0x20) || cursor.take(0x54),
            let second = self.takeClock(&cursor), cursor.isAtEnd
        else {
            return nil
        }
        return date.daysSinceEpoch * CalendarTime.secondsOfDay + second
    }

    private static func takeDate(_ cursor: inout ByteCursor) -> CalendarDate? {
        guard let year = self.take(4, &cursor), CalendarField.year.range.contains(year), cursor.take(0x2D),
            let month = self.take(2, &cursor), cursor.take(0x2D), let day = self.take(2, &cursor)
        else {
            return nil
        }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func takeClock(_ cursor: inout ByteCursor) -> Int? {
        guard let hour = self.take(2, &cursor), cursor.take(0x3A), let minute = self.take(2, &cursor), minute < 60
        else {
            return nil
        }
        var second = 0
        if cursor.take(0x3A) {
            guard let number = self.take(2, &cursor), number < 60 else {
                return nil
            }
            second = number
        }
        let all = hour * 3_600 + minute * 60 + second
        return all <= CalendarTime.secondsOfDay ? all : nil
    }

    /// A number of exactly `digits` digits.
    private static func take(_ digits: Int, _ cursor: inout ByteCursor) -> Int? {
        var number = 0
        for _ in 0..<digits {
            guard let digit = cursor.take(), digit.isASCIIDigit else {
                return nil
            }
            number = number * 10 + Int(digit &- 0x30)
        }
        return number
    }
}
