/// The days that a time condition allows: those that every attribute about days allows.
struct CalendarDays: Hashable, Sendable {
    /// The years.
    var years: CalendarSet?
    /// The months, from 1.
    var months: CalendarSet?
    /// The days of the month, from 1.
    var monthDays: CalendarSet?
    /// The days of the year, from 1.
    var yearDays: CalendarSet?
    /// The weeks of seven days that begin on 1 January, from 1.
    var weeks: CalendarSet?
    /// The weeks of ISO 8601.
    var isoWeeks: CalendarSet?
    /// The days of the week, 1 for Sunday.
    var weekdays: CalendarSet?
    /// How often the weekday has come in the month, from 1, or ``lastOrdinal``.
    var ordinals: CalendarSet?
    /// The days after Easter Sunday of the same year.
    var easterDays: CalendarSet?
    /// Days since 1970-01-01, and those of every year; a day may be in either.
    var dates: Dates?

    /// Days that are written as dates.
    struct Dates: Hashable, Sendable {
        /// Days since 1970-01-01.
        var once: CalendarSet
        /// ``CalendarDays/annualNumber(month:day:)`` of days of every year.
        var annual: CalendarSet
    }

    /// The number that stands for the last of a weekday in a month.
    static var lastOrdinal: Int {
        6
    }

    /// A number for a day of every year that orders them.
    static func annualNumber(month: Int, day: Int) -> Int {
        month * 32 + day
    }

    /// Whether no day is excluded by any attribute.
    var isUnrestricted: Bool {
        self == CalendarDays()
    }

    /// Whether `date` is one of the days.
    func contains(_ date: CalendarDate) -> Bool {
        self.allowsMonth(of: date)
            && (self.monthDays?.contains(date.day) ?? true)
            && (self.weekdays?.contains(date.sundayWeekday) ?? true)
            && (self.ordinals.map { self.allows(date, ordinals: $0) } ?? true)
            && (self.dates.map { self.allows(date, dates: $0) } ?? true)
            && (self.yearDays?.contains(date.dayOfYear) ?? true)
            && (self.weeks?.contains((date.dayOfYear - 1) / 7 + 1) ?? true)
            && (self.isoWeeks?.contains(date.isoWeek) ?? true)
            && (self.easterDays?.contains(date.daysSinceEpoch - date.easter) ?? true)
    }

    /// The first day from `date` on, and before `end` in days since 1970-01-01, that is one of the days or is none of
    /// them.
    func first(from date: CalendarDate, before end: Int, isOne wanted: Bool) -> CalendarDate? {
        if !wanted, self.isUnrestricted {
            return nil
        }
        var date = date
        var day = date.daysSinceEpoch
        while day < end {
            if self.contains(date) == wanted {
                return date
            }
            day = wanted && !self.allowsMonth(of: date) ? self.nextMonth(after: date) : day + 1
            date = CalendarDate(daysSinceEpoch: day)
        }
        return nil
    }

    private func allowsMonth(of date: CalendarDate) -> Bool {
        (self.years?.contains(date.year) ?? true) && (self.months?.contains(date.month) ?? true)
    }

    /// The first day of the next month, or of the next year when this one is excluded as a whole.
    private func nextMonth(after date: CalendarDate) -> Int {
        let skipsYear = !(self.years?.contains(date.year) ?? true)
        return skipsYear || date.month == 12
            ? CalendarDate.daysSinceEpoch(year: date.year + 1, month: 1, day: 1)
            : CalendarDate.daysSinceEpoch(year: date.year, month: date.month + 1, day: 1)
    }

    private func allows(_ date: CalendarDate, ordinals: CalendarSet) -> Bool {
        ordinals.contains(date.weekdayOrdinal) || date.isLastOfItsWeekday && ordinals.contains(Self.lastOrdinal)
    }

    private func allows(_ date: CalendarDate, dates: Dates) -> Bool {
        dates.annual.contains(Self.annualNumber(month: date.month, day: date.day))
            || dates.once.contains(date.daysSinceEpoch)
    }
}
