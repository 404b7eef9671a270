/// How the clocks of a place are moved each year, as the footer of a time zone file says it (RFC 9636 §3.3.1).
struct ZoneRule: Hashable, Sendable {
    /// A day of every year.
    enum Day: Hashable, Sendable {
        /// `Jn`: 1 to 365, and 29 February is not counted.
        case julian(Int)
        /// `n`: 0 to 365, and 29 February is counted.
        case dayOfYear(Int)
        /// `Mm.w.d`: a weekday (0 is Sunday) of a month, the `week`-th of it, or the last when `week` is 5.
        case weekday(month: Int, week: Int, weekday: Int)
    }

    /// When clocks are moved.
    struct Moment: Hashable, Sendable {
        /// The day.
        let day: Day
        /// Seconds after its midnight, up to a week to either side, on the clock as it runs until then.
        let seconds: Int
    }

    /// The other time of the year.
    struct Saving: Hashable, Sendable {
        /// The seconds by which the clocks are ahead of UTC then.
        let offset: Int
        /// When it begins.
        let start: Moment
        /// When it ends.
        let end: Moment
    }

    /// The seconds by which the clocks are ahead of UTC in standard time.
    let offset: Int

    /// The other time of the year, when there is one.
    let saving: Saving?

    /// The periods after `moment`, or of all time, up to the year 2262, in order.
    func periods(after moment: Int?) -> [CalendarZone.Period] {
        let standard = CalendarZone.Period(
            start: moment ?? .min,
            offset: Int32(self.offset),
            isDaylightSaving: false
        )
        guard let saving else {
            return [standard]
        }
        let changes = self.changes(saving)
        // What holds when the rule takes over is what the change before then has begun.
        let before = changes.last { $0.start <= standard.start }
        let first = CalendarZone.Period(
            start: standard.start,
            offset: before?.offset ?? standard.offset,
            isDaylightSaving: before?.isDaylightSaving ?? false
        )
        return [first] + changes.filter { $0.start > standard.start }
    }

    /// Every change of every year, in order; of those at one moment the one that belongs later is kept, so that a
    /// saving time that ends as the next begins lasts all year (RFC 9636 §3.3.1).
    private func changes(_ saving: Saving) -> [CalendarZone.Period] {
        var changes: [(period: CalendarZone.Period, rank: Int)] = []
        for year in 1_676...2_262 {
            let start = self.seconds(of: saving.start, in: year) - self.offset
            let end = self.seconds(of: saving.end, in: year) - saving.offset
            changes.append((.init(start: start, offset: Int32(saving.offset), isDaylightSaving: true), year * 2))
            changes.append((.init(start: end, offset: Int32(self.offset), isDaylightSaving: false), year * 2 + 1))
        }
        changes.sort { ($0.period.start, $0.rank) < ($1.period.start, $1.rank) }
        var periods: [CalendarZone.Period] = []
        for (period, _) in changes {
            if periods.last?.start == period.start {
                periods.removeLast()
            }
            periods.append(period)
        }
        return periods
    }

    /// What the clock shows at `moment`, in its seconds since 1970-01-01.
    private func seconds(of moment: Moment, in year: Int) -> Int {
        self.days(of: moment.day, in: year) * CalendarTime.secondsOfDay + moment.seconds
    }

    private func days(of day: Day, in year: Int) -> Int {
        switch day {
        case .julian(let number):
            let isAfterLeapDay = number >= 60 && CalendarDate.isLeap(year)
            return CalendarDate.daysSinceEpoch(year: year, month: 1, day: number) + (isAfterLeapDay ? 1 : 0)
        case .dayOfYear(let number):
            return CalendarDate.daysSinceEpoch(year: year, month: 1, day: number + 1)
        case .weekday(let month, let week, let weekday):
            let first = CalendarDate.daysSinceEpoch(year: year, month: month, day: 1)
            let skipped = (weekday - (first + 4)).floored(by: 7).remainder
            let day = skipped + (week - 1) * 7
            return first + (day < CalendarDate.days(inMonth: month, of: year) ? day : day - 7)
        }
    }
}
