import DialplanEngine
import ProtocolKit
import Testing

/// Searches that jump, beside walks that do not.
struct CalendarSearchTests {
    private static func zone(_ index: Int) throws -> CalendarZone {
        switch index % 4 {
        case 0:
            try CalendarZone.berlin()
        case 1:
            try CalendarZone.embedded("Australia/Lord_Howe", ZoneFiles.lordHowe)
        case 2:
            try CalendarZone.embedded("Pacific/Apia", ZoneFiles.apia)
        default:
            try CalendarZone.embedded("America/New_York", ZoneFiles.newYork)
        }
    }

    /// Moments shortly before clocks are moved, one for each zone.
    private static let changes = [1_774_746_000, 1_791_041_400, 1_325_239_200, 1_793_512_800]

    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `the next match and miss are those of a walk by minutes`(seed: UInt64) throws {
        var draw = CalendarDraw(state: seed)
        let attributes = CalendarSample.attributes(&draw, seconds: false)
        let condition = try CalendarCondition(attributes)
        let zone = try Self.zone(Int(seed))
        let minutes = 4_000
        let near = Self.changes[Int(seed) % 4] / 60 - draw.next(below: minutes)
        let start = seed % 2 == 0 ? near : 25_000_000 + draw.next(below: 10_000_000)
        var match: Int?
        var miss: Int?
        for minute in start..<start + minutes {
            if condition.matches(zone.localTime(at: CivilTime(seconds: minute * 60))) {
                match = match ?? minute
            } else {
                miss = miss ?? minute
            }
        }
        let from = CivilTime(seconds: start * 60)

        func found(_ moment: CivilTime?) -> Int? {
            moment.map { Int($0.seconds) / 60 }.flatMap { $0 < start + minutes ? $0 : nil }
        }
        #expect(found(condition.nextMatch(from: from, in: zone, within: 1)) == match, "\(seed): \(attributes)")
        #expect(found(condition.nextMiss(from: from, in: zone, within: 1)) == miss, "\(seed): \(attributes)")
    }

    @Test(arguments: 100...130 as ClosedRange<UInt64>)
    func `the next match and miss are those of a walk by seconds`(seed: UInt64) throws {
        var draw = CalendarDraw(state: seed)
        let attributes = CalendarSample.attributes(&draw, seconds: true)
        let condition = try CalendarCondition(attributes)
        let zone = try Self.zone(Int(seed))
        let count = 8_000
        let start = Self.changes[Int(seed) % 4] - draw.next(below: count)
        let moments = (start..<start + count).map { CivilTime(seconds: $0) }
        let from = moments[0]
        func found(_ moment: CivilTime?) -> CivilTime? {
            moment.flatMap { $0.seconds < start + count ? $0 : nil }
        }

        #expect(
            found(condition.nextMatch(from: from, in: zone, within: 1))
                == moments.first { condition.matches(zone.localTime(at: $0)) },
            "\(seed): \(attributes)"
        )
        #expect(
            found(condition.nextMiss(from: from, in: zone, within: 1))
                == moments.first { !condition.matches(zone.localTime(at: $0)) },
            "\(seed): \(attributes)"
        )
    }

    @Test(arguments: 200...240 as ClosedRange<UInt64>)
    func `the next day that matches is that of a walk by days through thirty years`(seed: UInt64) throws {
        var draw = CalendarDraw(state: seed)
        let attributes = CalendarSample.days(&draw)
        let condition = try CalendarCondition(attributes)
        let start = 20_000 + draw.next(below: 4_000)
        let from = CivilTime(seconds: start * 86_400)
        let days = (start..<start + 30 * 366).map { CivilTime(seconds: $0 * 86_400) }

        #expect(
            condition.nextMatch(from: from, in: .utc, within: 30)
                == days.first { condition.matches(CalendarZone.utc.localTime(at: $0)) },
            "\(seed): \(attributes)"
        )
        #expect(
            condition.nextMiss(from: from, in: .utc, within: 30)
                == days.first { !condition.matches(CalendarZone.utc.localTime(at: $0)) },
            "\(seed): \(attributes)"
        )
    }

    @Test(arguments: 300...340 as ClosedRange<UInt64>)
    func `the first gap and overlap are those of a walk by minutes`(seed: UInt64) throws {
        var draw = CalendarDraw(state: seed)
        let lists = (0..<2 + draw.next(below: 3)).map { _ in CalendarSample.busy(&draw) }
        let conditions = try lists.map { try CalendarCondition($0) }
        let zone = try Self.zone(Int(seed))
        let minutes = 3_000
        let start = Self.changes[Int(seed) % 4] / 60 - draw.next(below: minutes)
        var gap: CivilTime?
        var overlap: CivilTime?
        for minute in start..<start + minutes where gap == nil || overlap == nil {
            let moment = CivilTime(seconds: minute * 60)
            let time = zone.localTime(at: moment)
            let count = conditions.count { $0.matches(time) }
            gap = count == 0 ? gap ?? moment : gap
            overlap = count > 1 ? overlap ?? moment : overlap
        }
        let search = CalendarSearch(from: CivilTime(seconds: start * 60), in: zone, within: 1)
        let last = CivilTime(seconds: (start + minutes) * 60)

        var foundGap: CivilTime?
        if case .found(let moment) = search.firstGap(of: conditions), moment < last {
            foundGap = moment
        }
        #expect(foundGap == gap, "\(seed): \(lists)")
        var foundOverlap: CivilTime?
        if case .found(let found) = search.firstOverlap(of: conditions), found.moment < last {
            foundOverlap = found.moment
            let time = zone.localTime(at: found.moment)
            #expect(found.first < found.second)
            #expect(conditions[found.first].matches(time) && conditions[found.second].matches(time))
        }
        #expect(foundOverlap == overlap, "\(seed): \(lists)")
    }

    @Test
    func `a fraction of a second is kept when the condition holds already`() throws {
        let condition = try CalendarCondition([("hour", "12")])
        let moment = CivilTime(nanoseconds: CivilTime.utc("2026-11-27 12:00:00").nanoseconds + 5)

        #expect(condition.nextMatch(from: moment, in: .utc, within: 1) == moment)
        #expect(condition.nextMiss(from: moment, in: .utc, within: 1) == .utc("2026-11-27 13:00"))
        #expect(condition.nextMiss(from: moment, in: .utc, within: 0) == nil)
    }

    @Test
    func `what the clocks skip is not found on that day, and what they show twice is found once more`() throws {
        let berlin = try CalendarZone.berlin()
        let skipped = try CalendarCondition([("date", "2026-03-29"), ("time-of-day", "02:15-02:45")])
        let daily = try CalendarCondition([("time-of-day", "02:15-02:45")])

        #expect(skipped.nextMatch(from: .utc("2026-01-01 00:00"), in: berlin, within: 20) == nil)
        #expect(!skipped.neverMatches)
        #expect(
            daily.nextMatch(from: .utc("2026-03-28 02:00"), in: berlin, within: 1) == .utc("2026-03-30 00:15")
        )
        #expect(
            daily.nextMatch(from: .utc("2026-10-25 00:45"), in: berlin, within: 1) == .utc("2026-10-25 01:15")
        )
    }

    @Test(arguments: [
        "mon=2;mday=30", "hour=9;minute-of-day=1", "year=2026;date=2027-01-01", "easter=0;mon=1", "iso-week=53;mon=6",
        "date=2026-12-24;wday=mon", "date-time=2026-12-24 18:00~2026-12-24 19:00;hour=12",
        "nth-weekday=5;wday=mon;mday=1-28",
        "date=02-29;year=2100",
    ])
    func `a condition that can never hold is known`(text: String) throws {
        let condition = try CalendarCondition(CalendarSample.attributes(text))

        #expect(condition.neverMatches)
        #expect(!condition.alwaysMatches)
        #expect(condition.nextMatch(from: .epoch, in: .utc, within: 300) == nil)
    }

    @Test(arguments: [
        "", "hour=0-23", "wday=mon-sun", "mon=1-12;mday=1-31", "time-of-day=00:00-12:00,12:00-24:00", "year=1970-2261",
        "minute=0-59;hour=12-11", "wday=mon-sun;nth-weekday=1-5", "date=01-01~12-31", "iso-week=1-53",
    ])
    func `a condition that always holds is known`(text: String) throws {
        let condition = try CalendarCondition(CalendarSample.attributes(text))

        #expect(condition.alwaysMatches)
        #expect(!condition.neverMatches)
    }

    @Test(arguments: [
        "mday=29", "date=02-29", "easter=250", "year=2261", "date-time=2100-01-01 00:00~2100-01-01 00:01",
    ])
    func `a condition that holds sometimes is neither`(text: String) throws {
        let condition = try CalendarCondition(CalendarSample.attributes(text))

        #expect(!condition.alwaysMatches)
        #expect(!condition.neverMatches)
    }

    @Test
    func `office hours leave the gap that an author forgot`() throws {
        let berlin = try CalendarZone.berlin()
        let search = CalendarSearch(from: .utc("2026-11-23 00:00"), in: berlin, within: 2)
        let office = try CalendarCondition([("wday", "mon-fri"), ("time-of-day", "09:00-17:00")])
        let nights = try CalendarCondition([("time-of-day", "17:00-09:00")])
        let weekend = try CalendarCondition([("wday", "sat"), ("time-of-day", "09:00-17:00")])
        let sunday = try CalendarCondition([("wday", "sun")])

        // Sunday at 09:00 in Berlin.
        #expect(search.firstGap(of: [office, nights, weekend]) == .found(.utc("2026-11-29 08:00")))
        #expect(search.firstGap(of: [office, nights, weekend, sunday]) == .none)
        #expect(search.firstOverlap(of: [office, nights, weekend]) == .none)
        #expect(
            search.firstOverlap(of: [office, nights, sunday])
                == .found(.init(moment: .utc("2026-11-28 23:00"), first: 1, second: 2))
        )
        #expect(search.firstGap(of: []) == .found(.utc("2026-11-23 00:00")))
        #expect(search.firstOverlap(of: [office]) == .none)
    }

    @Test
    func `a search ends at its limit and says from where it knows nothing`() throws {
        var limits = CalendarLimits()
        limits.searchSteps = 10
        let even = try CalendarCondition([("minute", (0..<30).map { String($0 * 2) }.joined(separator: ","))])
        let odd = try CalendarCondition([("minute", (0..<30).map { String($0 * 2 + 1) }.joined(separator: ","))])
        let search = CalendarSearch(from: .epoch, in: .utc, within: 1, limits: limits)

        #expect(search.firstGap(of: [even, odd]) == .undecided(from: CivilTime(seconds: 600)))
        #expect(search.firstOverlap(of: [even, odd]) == .undecided(from: CivilTime(seconds: 660)))
    }
}
