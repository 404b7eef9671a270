/// A day of the Gregorian calendar, continued before its introduction.
package struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year.
    package let year: Int

    /// The month, 1 to 12.
    package let month: Int

    /// The day of the month, from 1.
    package let day: Int

    /// The day that `year`, `month` and `day` name; `nil` when that month has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that begins `days` days after 1970-01-01; beyond the years that are known it is the last of them.
    package init(daysSinceEpoch days: Int) {
        // The calendar repeats every 400 years of 146,097 days; a year that begins on 1 March has its odd day last.
        let bounded = min(max(days, Self.firstDay), Self.lastDay)
        let (era, dayOfEra) = (bounded + 719_468).floored(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        self.day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        self.month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.year = yearOfEra + era * 400 + (self.month <= 2 ? 1 : 0)
    }

    /// The days from 1970-01-01 to this one, negative before it.
    package var daysSinceEpoch: Int {
        Self.daysSinceEpoch(year: self.year, month: self.month, day: self.day)
    }

    /// The day of the year, 1 to 366.
    package var dayOfYear: Int {
        self.daysSinceEpoch - Self.daysSinceEpoch(year: self.year, month: 1, day: 1) + 1
    }

    /// The day of the week as ISO 8601 counts it, 1 for Monday to 7 for Sunday.
    package var isoWeekday: Int {
        // 1970-01-01 was a Thursday.
        (self.daysSinceEpoch + 3).floored(by: 7).remainder + 1
    }

    /// The day of the week as dialplans count it, 1 for Sunday to 7 for Saturday.
    package var sundayWeekday: Int {
        (self.daysSinceEpoch + 4).floored(by: 7).remainder + 1
    }

    /// The week of ISO 8601, 1 to 53: the one with the year's first Thursday is 1, and each begins on a Monday.
    package var isoWeek: Int {
        (self.thursday.dayOfYear - 1) / 7 + 1
    }

    /// The year that ``isoWeek`` belongs to, which differs from ``year`` near its ends.
    package var isoWeekYear: Int {
        self.thursday.year
    }

    /// How often the day's weekday has come in its month, this day included: 1 to 5.
    package var weekdayOrdinal: Int {
        (self.day - 1) / 7 + 1
    }

    /// Whether no later day of the month is the same day of the week.
    package var isLastOfItsWeekday: Bool {
        self.day + 7 > Self.days(inMonth: self.month, of: self.year)
    }

    /// Easter Sunday of the year, in days since 1970-01-01, by the Gregorian reckoning.
    package var easter: Int {
        // The golden number places the full moon; the correction for the skipped leap days and the moon's own drift,
        // and then the weekday, follow (the reckoning of Oudin).
        let century = self.year.floored(by: 100).quotient
        let golden = self.year.floored(by: 19).remainder
        let drift = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15).floored(by: 30).remainder
        let moon = drift - (drift / 28) * (1 - (drift / 28) * (29 / (drift + 1)) * ((21 - golden) / 11))
        let leapDays = self.year.floored(by: 4).quotient
        let weekday = (self.year + leapDays + moon + 2 - century + century / 4).floored(by: 7).remainder
        return Self.daysSinceEpoch(year: self.year, month: 3, day: 28) + moon - weekday
    }

    /// `2026-12-24`.
    package var description: String {
        [(self.year, 4), (self.month, 2), (self.day, 2)].map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        .joined(separator: "-")
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// The number of days of a month.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2:
            self.isLeap(year) ? 29 : 28
        case 4, 6, 9, 11:
            30
        default:
            31
        }
    }

    /// Whether the year has a 29 February.
    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The days from 1970-01-01 to a day of a year that is known; the day of the month may lie outside the month.
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = marchYear.floored(by: 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The years that are known; ``CivilTime`` holds 1677 to 2262.
    private static var years: ClosedRange<Int> {
        1...9_999
    }

    private static var firstDay: Int {
        -719_162
    }

    private static var lastDay: Int {
        2_932_896
    }

    private var thursday: CalendarDate {
        CalendarDate(daysSinceEpoch: self.daysSinceEpoch + 4 - self.isoWeekday)
    }
}

extension Int {
    /// Quotient and remainder, the remainder never negative.
    func floored(by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = self.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
