import DialplanEngine
import ProtocolKit
import Testing

/// FreeSWITCH's time attributes, and what its matcher makes of values that nobody should write.
struct FSTimeConditionTests {
    private static func outcome(_ text: String, _ moment: String) throws -> FSTimeCondition.Outcome {
        let frame = FSTimeFrame(at: .utc(moment), machineZone: .utc)
        return try FSTimeCondition(CalendarSample.attributes(text)).outcome(in: frame)
    }

    @Test(arguments: [
        ("year=2026", "2026-06-01 00:00", "2027-06-01 00:00"),
        ("yday=1", "2026-01-01 00:00", "2026-01-02 00:00"),
        ("mon=11-2", "2026-01-15 00:00", "2026-03-01 00:00"),
        ("mday=25-31", "2026-05-25 00:00", "2026-05-24 00:00"),
        ("week=2", "2026-01-08 00:00", "2026-01-07 00:00"),
        ("wday=1", "2026-11-29 00:00", "2026-11-30 00:00"),
        ("wday=2-6", "2026-11-27 00:00", "2026-11-28 00:00"),
        ("wday=6-2", "2026-11-29 00:00", "2026-12-01 00:00"),
        ("wday=Mon,FRI-sun", "2026-11-28 00:00", "2026-11-26 00:00"),
        ("hour=9-18", "2026-11-27 18:59:59", "2026-11-27 19:00:00"),
        ("hour=22-6", "2026-11-27 06:59", "2026-11-27 07:00"),
        ("hour=1,3,5", "2026-11-27 05:00", "2026-11-27 04:00"),
        ("minute=0-29", "2026-11-27 12:29", "2026-11-27 12:30"),
        ("minute-of-day=540-1080", "2026-11-27 08:59", "2026-11-27 18:00"),
        ("time-of-day=09:00-17:00", "2026-11-27 17:00:00", "2026-11-27 17:00:01"),
        ("time-of-day=22:00-06:00", "2026-11-27 06:00:00", "2026-11-27 06:00:01"),
        ("time-of-day=8:00:30-9:5:7,12:00-13:00", "2026-11-27 09:05:07", "2026-11-27 08:00:29"),
        ("date-time=2026-11-27 14:33:22~2026-11-28 17:32:31", "2026-11-27 14:33:22", "2026-11-28 17:32:31"),
        ("date-time=2026-01-01~2026-01-02,2026-11-27 12:00~2026-11-28", "2026-11-27 12:00", "2026-11-27 11:59:59"),
        ("date-time=9:00~17:00", "2026-11-27 16:59:59", "2026-11-27 17:00:00"),
        ("mon=12;mday=25;hour=8-", "2026-12-25 08:00", "2026-12-24 08:00"),
    ])
    func `an attribute holds at one moment and not at another`(text: String, holds: String, holdsNot: String) throws {
        #expect(try Self.outcome(text, holds) == .matched)
        #expect(try Self.outcome(text, holdsNot) == .missed)
    }

    @Test(arguments: ["", "field=destination_number;expression=1", "dst="])
    func `a condition without a time attribute is told from one that does not hold`(text: String) throws {
        #expect(try Self.outcome(text, "2026-11-27 12:00") == .absent)
    }

    /// What its shipped dialplan calls Martin Luther King and Columbus Day are other Mondays than the holidays.
    @Test
    func `mweek is a row of the calendar and not how often a weekday has come`() throws {
        func days(_ text: String) throws -> [String] {
            try (0..<365).map { CalendarDate(daysSinceEpoch: 20_454 + $0) }
                .filter { try Self.outcome(text, "\($0) 12:00") == .matched }
                .map(\.description)
        }

        #expect(try days("wday=2;mon=1;mweek=3") == ["2026-01-12"])
        #expect(try days("wday=2;mon=10;mweek=2") == ["2026-10-05"])
        #expect(try days("mon=8;mweek=6") == ["2026-08-30", "2026-08-31"])
        #expect(try days("mon=11;mweek=1").count == 7)
    }

    /// Each row is a value, and every number from 0 to 60 that it matches.
    @Test(arguments: [
        ("", [0]), ("abc", [0]), ("5x,7", [5]), (" 5", [5]), ("5 ", [5]), ("5 ,7", [5]), ("5, 7", [5, 7]),
        ("5,x,7", [0, 5]), ("5,", [0, 5]), ("+5", [5]), ("-5", []), ("58-", [0, 58, 59]), ("58-x", [0, 58, 59]),
        ("3--5", Array(3...59)), ("3-5-7", [3, 4, 5]), ("x-3", [0]), ("--1", Array(0...59)),
        ("4294967301", [5]), ("99999999999999999999", []), ("3-99999999999999999999", Array(3...59)), ("7-7", [7]),
        ("07", [7]), ("0x7", [0]),
    ])
    func `a list of numbers is read as far as it goes`(value: String, minutes: [Int]) throws {
        let condition = try FSTimeCondition([("minute", value)])
        let matching = (0..<60).filter { minute in
            let moment = CivilTime.utc("2026-11-27 12:\(minute)")
            return condition.outcome(in: FSTimeFrame(at: moment, machineZone: .utc)) == .matched
        }

        #expect(matching == minutes)
    }

    /// Each row is a value, and the days that it matches, 1 for Sunday.
    @Test(arguments: [
        ("", []), ("monday", [2]), ("monday-friday", [2]), ("mon-fri", [2, 3, 4, 5, 6]), ("26", [2, 6]), ("0", []),
        ("8", []), ("2,8,3", [2]), ("2-", [2]), ("-3", [3]), ("2-3-5", [2, 3, 4, 5]), ("2 ,3", [2]), ("2, 3", [2]),
        ("2-,4", [2, 3, 4]), ("2--6", [1, 2, 3, 4, 5, 6]), ("fri-mon", [1, 2, 6, 7]), ("mo", []), ("7-1", [1, 7]),
    ])
    func `days of the week are read as far as they go`(value: String, days: [Int]) throws {
        let condition = try FSTimeCondition([("wday", value)])
        let matching = (1...7).filter { day in
            // 2026-11-01 was a Sunday.
            let moment = CivilTime.utc("2026-11-0\(day) 12:00")
            return condition.outcome(in: FSTimeFrame(at: moment, machineZone: .utc)) == .matched
        }

        #expect(matching == days)
    }

    @Test(arguments: [
        ("time-of-day=09:00", "2026-11-27 09:00", false), ("time-of-day=9-17", "2026-11-27 12:00", false),
        ("time-of-day=9-17:00", "2026-11-27 12:00", false), ("time-of-day=", "2026-11-27 00:00", false),
        ("time-of-day=x:y-z:w", "2026-11-27 00:00", true),
        ("time-of-day=nonsense,12:00-13:00", "2026-11-27 12:00", true),
        ("time-of-day=09:00-24:00", "2026-11-27 23:59:59", true),
        ("time-of-day=09:00 - 17:00", "2026-11-27 12:00", true),
        ("time-of-day=0:600-0:601", "2026-11-27 10:00", true),
        ("date-time=2026-11-27", "2026-11-27 12:00", false), ("date-time=", "2026-11-27 12:00", false),
        // The T ends the reading, so that both are midnights.
        ("date-time=2026-11-27T09:00~2026-11-27T17:00", "2026-11-27 12:00", false),
        ("date-time=2026-11-27T09:00~2026-11-28T01:00", "2026-11-27 00:00", true),
        // Fourteen digits are hours, unless something follows them.
        ("date-time=20261127000000~20261128000000", "2026-11-27 12:00", false),
        ("date-time=20261127000000 ~20261128000000 ", "2026-11-27 12:00", true),
        // What is no moment ends the list.
        ("date-time=x~y,2026-11-27~2026-11-28", "2026-11-27 12:00", false),
        ("date-time=x,2026-11-27~2026-11-28", "2026-11-27 12:00", true),
        ("date-time=1960-01-01~2030-01-01", "2026-11-27 12:00", false),
        ("date-time=2026-13-01~2030-01-01", "2026-11-27 12:00", false),
        ("date-time=2026-11-30~2026-11-31", "2026-11-30 12:00", true),
        ("date-time=~23:00", "2026-11-27 12:00", true),
        ("date-time=2026-11-27 12~2026-11-27 13~x", "2026-11-27 12:30", true),
    ])
    func `times and moments are read as far as they go`(text: String, moment: String, matches: Bool) throws {
        #expect(try Self.outcome(text, moment) == (matches ? .matched : .missed))
    }

    @Test(arguments: ["true", "yes", "ON", "1", "-3", "t", "enabled", "active", "allow"])
    func `dst holds while the machine's clock is moved`(value: String) throws {
        let condition = try FSTimeCondition([("dst", value)])
        let berlin = try CalendarZone.berlin()

        #expect(condition.outcome(in: FSTimeFrame(at: .utc("2026-07-01 12:00"), machineZone: berlin)) == .matched)
        #expect(condition.outcome(in: FSTimeFrame(at: .utc("2026-01-01 12:00"), machineZone: berlin)) == .missed)
        #expect(
            condition.outcome(in: FSTimeFrame(at: .utc("2026-07-01 12:00"), machineZone: .utc, zone: berlin)) == .missed
        )
    }

    @Test(arguments: ["false", "no", "0", "summer"])
    func `dst that is not true never holds`(value: String) throws {
        let condition = try FSTimeCondition([("dst", value)])
        let berlin = try CalendarZone.berlin()

        for month in 1...9 {
            let frame = FSTimeFrame(at: .utc("2026-0\(month)-01 12:00"), machineZone: berlin)
            #expect(condition.outcome(in: frame) == .missed)
        }
    }

    @Test
    func `the call's zone and offset go before the machine's zone, except for date-time`() throws {
        let berlin = try CalendarZone.berlin()
        let moment = CivilTime.utc("2026-07-01 22:30")
        let frames = [
            FSTimeFrame(at: moment, machineZone: .utc),
            FSTimeFrame(at: moment, machineZone: .utc, zone: berlin),
            FSTimeFrame(at: moment, machineZone: .utc, zone: berlin, offset: "-5"),
            FSTimeFrame(at: moment, machineZone: .utc, zone: berlin, offset: "west"),
            FSTimeFrame(at: moment, machineZone: .utc, zone: berlin, offset: ""),
        ]
        func outcomes(_ text: String) throws -> [Bool] {
            let condition = try FSTimeCondition(CalendarSample.attributes(text))
            return frames.map { condition.outcome(in: $0) == .matched }
        }

        #expect(try outcomes("hour=22") == [true, false, false, false, false])
        #expect(try outcomes("hour=0;mday=2") == [false, true, false, true, true])
        #expect(try outcomes("hour=17") == [false, false, true, false, false])
        #expect(try outcomes("tz-offset=2") == [false, true, false, true, true])
        #expect(try outcomes("tz-offset=-5") == [false, false, true, false, false])
        #expect(try outcomes("tz-offset=+2.5") == [false, true, false, true, true])
        #expect(try outcomes("tz-offset=") == [true, true, true, true, true])
        #expect(try outcomes("tz-offset=CET") == [true, true, true, true, true])
        #expect(try outcomes("tz-offset=.") == [true, false, false, false, false])
        #expect(try outcomes("date-time=2026-07-01 22:30~2026-07-01 22:31") == [true, true, true, true, true])
    }

    @Test
    func `an offset that is no whole hour is cut towards zero`() throws {
        let newfoundland = CalendarZone(fixedOffset: -12_600)
        let frame = FSTimeFrame(at: .utc("2026-07-01 22:30"), machineZone: newfoundland)

        #expect(try FSTimeCondition([("tz-offset", "-3")]).outcome(in: frame) == .matched)
    }

    /// 2026-03-29 01:30 is before Berlin's clocks are moved, but at 01:30 UTC they have been.
    @Test
    func `date-time takes the offset of another moment near a change of the clocks`() throws {
        let berlin = try CalendarZone.berlin()
        let condition = try FSTimeCondition([("date-time", "2026-03-29 01:30~2026-03-29 04:00")])
        func outcome(_ moment: String) -> FSTimeCondition.Outcome {
            condition.outcome(in: FSTimeFrame(at: .utc(moment), machineZone: berlin))
        }

        #expect(outcome("2026-03-28 23:30") == .matched)
        #expect(outcome("2026-03-28 23:29:59") == .missed)
        #expect(outcome("2026-03-29 01:59:59") == .matched)
        #expect(outcome("2026-03-29 02:00:00") == .missed)
    }

    @Test
    func `the first of two attributes of one name counts, and a value has a limit`() throws {
        var limits = CalendarLimits()
        limits.valueOctets = 4

        #expect(try Self.outcome("hour=12;hour=13", "2026-11-27 12:00") == .matched)
        #expect(throws: CalendarError.self) { try FSTimeCondition([("hour", "1,2,3")], limits: limits) }
    }

    @Test
    func `findings name every attribute and what it saw`() throws {
        let frame = FSTimeFrame(at: .utc("2026-10-05 17:00:05"), machineZone: .utc)
        let findings = try FSTimeCondition(
            CalendarSample.attributes("mweek=3;wday=2;time-of-day=09:00-17:00;dst=false;tz-offset=0")
        )
        .findings(in: frame)

        #expect(
            findings.map { "\($0.attribute)=\($0.value) saw \($0.seen): \($0.matched)" } == [
                "tz-offset=0 saw 0: true", "dst=false saw false: false", "mweek=3 saw 2: false",
                "wday=2 saw 2: true", "time-of-day=09:00-17:00 saw 17:00:05: false",
            ]
        )
    }
}
