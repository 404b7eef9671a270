package import ProtocolKit

/// Looks for moments at which none of several conditions holds, or two of them do.
package struct CalendarSearch: Sendable {
    /// What a search came to.
    package enum Result<Found: Hashable & Sendable>: Hashable, Sendable {
        /// The earliest.
        case found(Found)
        /// There is none in the time that was searched.
        case none
        /// There is none before this moment, at which ``CalendarLimits/searchSteps`` ended the search.
        case undecided(from: CivilTime)
    }

    /// Two conditions that hold at once.
    package struct Overlap: Hashable, Sendable {
        /// When they first do.
        package let moment: CivilTime
        /// The place in the list of the one.
        package let first: Int
        /// The place in the list of the other, which is greater.
        package let second: Int

        package init(moment: CivilTime, first: Int, second: Int) {
            self.moment = moment
            self.first = first
            self.second = second
        }
    }

    private let start: CivilTime
    private let end: Int
    private let zone: CalendarZone
    private let limits: CalendarLimits

    /// Searches so many years of 366 days from `start` on, in `zone`.
    package init(
        from start: CivilTime,
        in zone: CalendarZone,
        within years: Int,
        limits: CalendarLimits = CalendarLimits()
    ) {
        self.start = start
        self.end = CivilTime.wholeSeconds(years: years, after: start)
        self.zone = zone
        self.limits = limits
    }

    /// The first moment at which none of the conditions holds.
    package func firstGap(of conditions: [CalendarCondition]) -> Result<CivilTime> {
        var seconds = self.start.wholeSeconds
        var steps = 0
        while seconds < self.end, let moment = self.moment(seconds) {
            let time = self.zone.localTime(at: moment)
            guard let holding = conditions.first(where: { $0.matches(time) }) else {
                return .found(moment)
            }
            steps += 1
            guard steps <= self.limits.searchSteps else {
                return .undecided(from: moment)
            }
            let miss = holding.next(from: seconds, before: self.end, in: self.zone, holds: false)
            seconds = miss ?? self.end
        }
        return .none
    }

    /// The first moment at which two of the conditions hold.
    package func firstOverlap(of conditions: [CalendarCondition]) -> Result<Overlap> {
        var runs = conditions.map { self.run(of: $0, from: self.start.wholeSeconds) }
        var steps = 0
        while let first = self.earliest(runs, except: nil), let second = self.earliest(runs, except: first) {
            let begin = runs[second].lowerBound
            guard let moment = self.moment(begin) else {
                return .none
            }
            guard begin >= runs[first].upperBound else {
                return .found(Overlap(moment: moment, first: min(first, second), second: max(first, second)))
            }
            steps += 1
            guard steps <= self.limits.searchSteps else {
                return .undecided(from: moment)
            }
            // Before `begin` only the first one can hold.
            runs[first] = self.run(of: conditions[first], from: begin)
        }
        return .none
    }

    /// The next stretch during which a condition holds; empty when there is none.
    private func run(of condition: CalendarCondition, from seconds: Int) -> Range<Int> {
        guard let first = condition.next(from: seconds, before: self.end, in: self.zone, holds: true) else {
            return self.end..<self.end
        }
        let last = condition.next(from: first, before: self.end, in: self.zone, holds: false)
        return first..<(last ?? self.end)
    }

    /// The index of the stretch that begins first.
    private func earliest(_ runs: [Range<Int>], except excluded: Int?) -> Int? {
        var earliest: Int?
        for index in runs.indices where index != excluded && !runs[index].isEmpty {
            if let found = earliest, runs[found].lowerBound <= runs[index].lowerBound {
                continue
            }
            earliest = index
        }
        return earliest
    }

    private func moment(_ seconds: Int) -> CivilTime? {
        seconds == self.start.wholeSeconds ? self.start : CivilTime(wholeSeconds: seconds)
    }
}
