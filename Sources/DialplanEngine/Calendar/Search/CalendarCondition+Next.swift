package import ProtocolKit

/// When a condition holds next, found without looking at every minute between.
extension CalendarCondition {
    /// The first moment from `moment` on, and within so many years of 366 days, at which the condition holds in `zone`.
    ///
    /// What clocks skip when they are moved is not found, and what they show twice is found at its first time. The
    /// result is `moment` itself or the beginning of a second.
    package func nextMatch(from moment: CivilTime, in zone: CalendarZone, within years: Int) -> CivilTime? {
        self.next(from: moment, in: zone, within: years, holds: true)
    }

    /// The first moment from `moment` on, and within so many years of 366 days, at which the condition does not hold.
    package func nextMiss(from moment: CivilTime, in zone: CalendarZone, within years: Int) -> CivilTime? {
        self.next(from: moment, in: zone, within: years, holds: false)
    }

    /// Whether there is no date and time from 1970 to 2261 at which the condition holds, such as for 30 February.
    ///
    /// One that allows only what the clocks of a zone skip is not told; ``nextMatch(from:in:within:)`` finds nothing
    /// then.
    package var neverMatches: Bool {
        self.first(from: 0, before: self.yearsEnd, holds: true) == nil
    }

    /// Whether the condition holds at every date and time from 1970 to 2261.
    package var alwaysMatches: Bool {
        self.first(from: 0, before: self.yearsEnd, holds: false) == nil
    }

    private func next(
        from moment: CivilTime,
        in zone: CalendarZone,
        within years: Int,
        holds wanted: Bool
    ) -> CivilTime? {
        let start = moment.wholeSeconds
        let end = CivilTime.wholeSeconds(years: years, after: moment)
        let found = self.next(from: start, before: end, in: zone, holds: wanted)
        return found.flatMap { $0 == start ? moment : CivilTime(wholeSeconds: $0) }
    }

    /// The first second from `start` on, and before `end`, at which the condition holds or does not; since the epoch.
    func next(from start: Int, before end: Int, in zone: CalendarZone, holds wanted: Bool) -> Int? {
        // While clocks are not moved, local time runs as the moments do.
        var seconds = start
        while seconds < end {
            let stretch = zone.stretch(at: seconds)
            let stop = min(stretch.end, end)
            let local = self.first(
                from: seconds + stretch.offset,
                before: stop + stretch.offset,
                holds: wanted
            )
            if let local {
                return local - stretch.offset
            }
            seconds = stop
        }
        return nil
    }

    /// The end, in local seconds since 1970-01-01 00:00, of the years that tell about all of them.
    private var yearsEnd: Int {
        // Years differ in their first weekday, their length and that of the year before. Each kind comes within 28
        // years; only Easter, and what is said of certain years, needs the others too.
        let isRepeating =
            self.spans == nil && self.days.years == nil && self.days.easterDays == nil
            && self.days.dates?.once.ranges.isEmpty ?? true
        let year = isRepeating ? 1970 + 28 : CalendarField.year.range.upperBound + 1
        return CalendarDate.daysSinceEpoch(year: year, month: 1, day: 1) * CalendarTime.secondsOfDay
    }
}

// MARK: - On a clock that is never moved

extension CalendarCondition {
    /// The first local second from `start` on, and before `end`, at which the condition holds or does not.
    private func first(from start: Int, before end: Int, holds wanted: Bool) -> Int? {
        guard let spans = self.spans else {
            return wanted
                ? self.firstAllowed(from: start, before: end) : self.firstExcluded(from: start, before: end)
        }
        var local = start
        while local < end {
            let span = spans.range(atOrAfter: local)
            if !wanted, local < span?.lowerBound ?? .max {
                return local
            }
            guard let span else {
                return nil
            }
            let stop = min(span.upperBound, end)
            let found =
                wanted
                ? self.firstAllowed(from: max(local, span.lowerBound), before: stop)
                : self.firstExcluded(from: local, before: stop)
            if let found {
                return found
            }
            local = stop
        }
        return nil
    }

    /// The first local second that the days and the times of day allow.
    private func firstAllowed(from start: Int, before end: Int) -> Int? {
        guard self.seconds?.ranges.isEmpty != true else {
            return nil
        }
        var local = start
        while local < end {
            let today = CalendarTime(localSeconds: local).date
            guard let date = self.days.first(from: today, before: Self.dayAfter(end), isOne: true) else {
                return nil
            }
            let midnight = date.daysSinceEpoch * CalendarTime.secondsOfDay
            local = max(local, midnight)
            guard let seconds = self.seconds else {
                return local < end ? local : nil
            }
            if let range = seconds.range(atOrAfter: local - midnight) {
                local = max(local, midnight + range.lowerBound)
                return local < end ? local : nil
            }
            local = midnight + CalendarTime.secondsOfDay
        }
        return nil
    }

    /// The first local second that the days or the times of day exclude.
    private func firstExcluded(from start: Int, before end: Int) -> Int? {
        var local = start
        while local < end {
            let time = CalendarTime(localSeconds: local)
            let midnight = local - time.secondOfDay
            guard self.days.contains(time.date) else {
                return local
            }
            if let seconds = self.seconds {
                guard let range = seconds.range(atOrAfter: time.secondOfDay), range.contains(time.secondOfDay) else {
                    return local
                }
                local = midnight + range.upperBound
                if range.upperBound < CalendarTime.secondsOfDay {
                    return local < end ? local : nil
                }
            } else {
                let excluded = self.days.first(from: time.date, before: Self.dayAfter(end), isOne: false)
                local = excluded.map { $0.daysSinceEpoch * CalendarTime.secondsOfDay } ?? end
            }
        }
        return nil
    }

    /// The first day, since 1970-01-01, that begins at `local` or later.
    private static func dayAfter(_ local: Int) -> Int {
        (local + CalendarTime.secondsOfDay - 1).floored(by: CalendarTime.secondsOfDay).quotient
    }
}

extension CivilTime {
    /// Seconds since the epoch, so many years of 366 days after `moment` and not beyond what nanoseconds can count.
    static func wholeSeconds(years: Int, after moment: CivilTime) -> Int {
        let last = Int(Int64.max / 1_000_000_000)
        return min(moment.wholeSeconds + min(max(years, 0), 600) * 366 * CalendarTime.secondsOfDay, last)
    }
}
