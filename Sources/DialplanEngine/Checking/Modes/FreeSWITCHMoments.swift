import ProtocolKit

/// For some time conditions in FreeSWITCH's language, moments at each of which other ones hold, there or in the strict
/// reading of the same attributes.
struct FreeSWITCHMoments {
    /// The moments, the earliest of each kind; never empty.
    private(set) var moments: [CivilTime] = []

    /// The conditions that did not come up in either reading.
    private(set) var missing: [DialplanPlace] = []

    /// Whether there may be more kinds of moments.
    private(set) var isComplete = true

    private let times: [(time: FSTimeCondition, strict: FSTimeCondition, place: DialplanPlace)]
    private let zone: CalendarZone
    private let start: CivilTime
    private let limits: CheckLimits
    private var kinds: Set<[Bool]> = []

    /// How far days are looked at: each feast of a year comes up.
    private static let days = 400
    /// How far years are looked at that a condition names.
    private static let years = 30
    /// The most times of a day at which conditions change.
    private static let mostSeconds = 120

    init(
        _ times: [(time: FSTimeCondition, place: DialplanPlace)],
        in zone: CalendarZone,
        from start: CivilTime,
        limits: CheckLimits
    ) {
        self.times = times.map { ($0.time, $0.time.strict, $0.place) }
        self.zone = zone
        self.start = start
        self.limits = limits
        self.note(start)
        guard !times.isEmpty else {
            return
        }
        var seconds = Set(times.flatMap { $0.time.changes }.filter((0..<CalendarTime.secondsOfDay).contains)).sorted()
        if seconds.count > Self.mostSeconds {
            self.isComplete = false
            seconds = Array(seconds.prefix(Self.mostSeconds))
        }
        let first = zone.localTime(at: start).date
        self.sweep(first.daysSinceEpoch..<first.daysSinceEpoch + Self.days, seconds)
        self.findTheRare(first.year, seconds)
        self.missing = self.unmet.map { self.times[$0].place }
    }

    private mutating func sweep(_ days: Range<Int>, _ seconds: [Int]) {
        for day in days {
            let date = CalendarDate(daysSinceEpoch: day)
            for second in seconds {
                for moment in self.zone.moments(on: date, secondOfDay: second) where moment >= self.start {
                    self.note(moment)
                }
            }
        }
    }

    /// Conditions for certain years, and spans between two moments.
    private mutating func findTheRare(_ year: Int, _ seconds: [Int]) {
        for index in self.unmet {
            let time = self.times[index].time
            for edge in time.dateEdges {
                let (day, second) = edge.floored(by: CalendarTime.secondsOfDay)
                self.sweep(day..<day + 1, [second])
            }
            if let named = time.years, let next = (year...year + Self.years).first(where: named.contains) {
                let first = CalendarDate.daysSinceEpoch(year: next, month: 1, day: 1)
                self.sweep(first..<first + 366, seconds)
            }
        }
    }

    /// The conditions that have not come up yet.
    private var unmet: [Int] {
        self.times.indices.filter { index in
            !self.kinds.contains { $0[2 * index] || $0[2 * index + 1] }
        }
    }

    private mutating func note(_ moment: CivilTime) {
        let frame = FSTimeFrame(at: moment, machineZone: self.zone)
        let kind = self.times.flatMap { entry in
            [entry.time.outcome(in: frame) == .matched, entry.strict.outcome(in: frame) == .matched]
        }
        guard !self.kinds.contains(kind) else {
            return
        }
        guard self.moments.count < self.limits.moments else {
            self.isComplete = false
            return
        }
        self.kinds.insert(kind)
        self.moments.append(moment)
    }
}

extension FSTimeCondition {
    /// The seconds of the day at which it can begin or end to hold.
    fileprivate var changes: [Int] {
        var hours = [0]
        var others: [Int] = []
        for test in self.tests {
            guard case .ranges(let ranges) = test.rule else {
                continue
            }
            switch test.attribute {
            case .hour: hours += ranges.edges.map { $0 * 3_600 }
            case .minuteOfDay: others += ranges.edges.map { ($0 - 1) * 60 }
            case .timeOfDay: others += ranges.edges
            case .timeZoneOffset, .daylightSaving, .dateTime, .year, .yearDay, .month, .monthDay, .week, .monthWeek,
                .weekday, .minute:
                break
            }
        }
        for case .ranges(let minutes) in self.tests.filter({ $0.attribute == .minute }).map(\.rule) {
            others += minutes.edges.flatMap { minute in hours.map { $0 + minute * 60 } }
        }
        return hours + others
    }

    /// The years that it names.
    fileprivate var years: FSRanges? {
        guard case .ranges(let years) = self.tests.first(where: { $0.attribute == .year })?.rule else {
            return nil
        }
        return years
    }

    /// The days and times at which its spans begin and end, in seconds since 1970-01-01 00:00 of the machine's clock.
    fileprivate var dateEdges: [Int] {
        self.tests.flatMap { test -> [Int] in
            guard case .dateTimes(let spans) = test.rule else {
                return []
            }
            return spans.edges
        }
    }
}
