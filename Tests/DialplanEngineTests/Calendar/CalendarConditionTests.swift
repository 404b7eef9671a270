import DialplanEngine
import ProtocolKit
import Testing

/// The attributes of strict time conditions, one table each for what they take and what they refuse.
struct CalendarConditionTests {
    private static func condition(_ text: String) throws -> CalendarCondition {
        try CalendarCondition(CalendarSample.attributes(text))
    }

    @Test(arguments: [
        ("year=2026", "2026-01-01 00:00", "2027-01-01 00:00"),
        ("year=2026-2028,2030", "2028-12-31 23:59:59", "2029-06-01 00:00"),
        ("yday=1", "2026-01-01 23:59:59", "2026-01-02 00:00"),
        ("yday=366", "2028-12-31 12:00", "2026-12-31 12:00"),
        ("yday=360-5", "2026-01-05 00:00", "2026-01-06 00:00"),
        ("mon=12", "2026-12-01 00:00", "2026-11-30 23:59:59"),
        ("mon=nov-feb", "2026-01-31 00:00", "2026-03-01 00:00"),
        ("mon=September, MAY", "2026-05-01 00:00", "2026-06-01 00:00"),
        ("mday=1,31", "2026-01-31 00:00", "2026-01-30 00:00"),
        ("mday=28-3", "2026-02-28 00:00", "2026-02-27 00:00"),
        ("week=1", "2026-01-07 00:00", "2026-01-08 00:00"),
        ("week=53", "2026-12-31 00:00", "2026-12-30 00:00"),
        ("iso-week=53", "2027-01-03 00:00", "2027-01-04 00:00"),
        ("iso-week=1", "2025-12-29 00:00", "2025-12-28 00:00"),
        ("wday=1", "2026-11-29 00:00", "2026-11-30 00:00"),
        ("wday=mon-fri", "2026-11-27 23:59:59", "2026-11-28 00:00"),
        ("wday=fri-mon", "2026-11-29 00:00", "2026-12-01 00:00"),
        ("wday=Saturday,2", "2026-11-30 00:00", "2026-11-29 00:00"),
        ("wday=mon;nth-weekday=3", "2026-01-19 00:00", "2026-01-12 00:00"),
        ("wday=mon;nth-weekday=last", "2026-05-25 00:00", "2026-05-18 00:00"),
        ("wday=thu;nth-weekday=4,last", "2026-10-29 00:00", "2026-10-15 00:00"),
        ("wday=sat;nth-weekday=1-2", "2026-08-08 00:00", "2026-08-15 00:00"),
        ("wday=fri;nth-weekday=5", "2026-10-30 00:00", "2026-11-27 00:00"),
        ("date=2026-12-24", "2026-12-24 23:59:59", "2027-12-24 00:00"),
        ("date=12-24", "2031-12-24 00:00", "2031-12-25 00:00"),
        ("date=02-29", "2028-02-29 00:00", "2027-03-01 00:00"),
        ("date=12-24~01-06", "2027-01-06 23:59:59", "2027-01-07 00:00"),
        ("date=12-24~12-26,05-01", "2026-05-01 00:00", "2026-12-27 00:00"),
        ("date=2026-12-24 ~ 2027-01-06", "2027-01-01 00:00", "2026-01-01 00:00"),
        ("easter=0", "2026-04-05 00:00", "2026-04-06 00:00"),
        ("easter=-2,1", "2027-03-26 00:00", "2027-03-27 00:00"),
        ("easter=39", "2026-05-14 00:00", "2026-05-15 00:00"),
        ("easter=49~50", "2026-05-25 00:00", "2026-05-26 00:00"),
        ("hour=9-17", "2026-11-27 17:59:59", "2026-11-27 18:00:00"),
        ("hour=22-6", "2026-11-27 06:30", "2026-11-27 07:00"),
        ("minute=0,30-40", "2026-11-27 12:40:59", "2026-11-27 12:41:00"),
        ("minute=58-1", "2026-11-27 12:01:59", "2026-11-27 12:02:00"),
        ("minute-of-day=1", "2026-11-27 00:00:59", "2026-11-27 00:01:00"),
        ("minute-of-day=541-1080", "2026-11-27 09:00:00", "2026-11-27 18:00:00"),
        ("minute-of-day=1440-1", "2026-11-27 23:59:00", "2026-11-27 00:01:00"),
        ("time-of-day=09:00-17:00", "2026-11-27 09:00:00", "2026-11-27 17:00:00"),
        ("time-of-day=09:00-17:00", "2026-11-27 16:59:59", "2026-11-27 08:59:59"),
        ("time-of-day=22:00-06:00", "2026-11-27 05:59:59", "2026-11-27 06:00:00"),
        ("time-of-day=22:00-24:00", "2026-11-27 23:59:59", "2026-11-27 00:00:00"),
        ("time-of-day=08:00:30-08:00:31,12:00-13:00", "2026-11-27 08:00:30", "2026-11-27 08:00:31"),
        ("date-time=2026-12-24 18:00~2026-12-27 08:00", "2026-12-27 07:59:59", "2026-12-27 08:00:00"),
        ("date-time=2026-12-24T18:00:01~2026-12-24T24:00", "2026-12-24 18:00:01", "2026-12-24 18:00:00"),
        ("hour=9-17;minute=0-29", "2026-11-27 17:29:59", "2026-11-27 17:30:00"),
        ("mon=dec;wday=thu;time-of-day=09:00-10:00", "2026-12-24 09:30", "2026-12-25 09:30"),
    ])
    func `a condition holds at one moment and not at another`(text: String, holds: String, holdsNot: String) throws {
        let condition = try Self.condition(text)

        #expect(condition.matches(.utc(holds)))
        #expect(!condition.matches(.utc(holdsNot)))
    }

    @Test
    func `a condition without attributes always holds`() throws {
        #expect(try Self.condition("").matches(.utc("2026-11-27 12:00")))
        #expect(try Self.condition("").description == "at any time")
    }

    @Test(arguments: [
        ("wday=monn", "wday=\"monn\" is no weekday", "did you mean \"mon\"?"),
        ("wday=tusday", "wday=\"tusday\" is no weekday", "did you mean \"tuesday\"?"),
        ("wday=0", "wday=\"0\" is no weekday", "1 is Sunday"),
        ("wday=mon-", "wday=\"mon-\" is no weekday", "mon-fri"),
        ("wday=mon-tue-wed", "wday=\"mon-tue-wed\" is no weekday", "mon-fri"),
        ("mon=decembr", "mon=\"decembr\" is no month", "did you mean \"december\"?"),
        ("mon=13", "mon=\"13\" is no month", "numbers from 1 to 12"),
        ("year=26", "year=\"26\" is no year", "numbers from 1970 to 2261"),
        ("year=2028-2026", "year=\"2028-2026\" ends before it begins", "earlier year first"),
        ("hour=24", "hour=\"24\" is no hour", "0 to 23"),
        ("hour=+9", "hour=\"+9\" is no hour", "0 to 23"),
        ("minute=60", "minute=\"60\" is no minute", "0 to 59"),
        ("minute-of-day=0", "minute-of-day=\"0\" is no minute of the day", "1 to 1440"),
        ("mday=", "mday=\"\" is empty", "1 to 31"),
        ("mday=1,,2", "mday=\"1,,2\" has an empty entry", "1 to 31"),
        ("nth-weekday=3", "nth-weekday stands without wday", "wday=\"mon\""),
        ("wday=mon;nth-weekday=6", "nth-weekday=\"6\" is no place in a month", "1 to 5 or last"),
        ("wday=mon;nth-weekday=3-1", "nth-weekday=\"3-1\" is no place in a month", "1 to 5 or last"),
        ("date=2026-02-29", "date=\"2026-02-29\" is no date", "2026-12-24"),
        ("date=24.12.2026", "date=\"24.12.2026\" is no date", "2026-12-24"),
        ("date=02-30", "date=\"02-30\" is no date", "12-24"),
        ("date=2026-12-24~12-26", "date=\"2026-12-24~12-26\" has a year at one end only", "both ends or at none"),
        ("date=2027-01-01~2026-01-01", "date=\"2027-01-01~2026-01-01\" ends before it begins", "earlier date"),
        ("easter=400", "easter=\"400\" is no number of days", "-80 to 250"),
        ("easter=-2-1", "easter=\"-2-1\" is no number of days", "-2~1"),
        ("time-of-day=9:00-17:00", "time-of-day=\"9:00-17:00\" is no range of times", "09:00-17:00"),
        ("time-of-day=09:00", "time-of-day=\"09:00\" is no range of times", "09:00-17:00"),
        ("time-of-day=09:00-24:01", "time-of-day=\"09:00-24:01\" is no range of times", "09:00-17:00"),
        ("time-of-day=24:00-01:00", "time-of-day=\"24:00-01:00\" is no range of times", "09:00-17:00"),
        ("time-of-day=09:00-09:00", "time-of-day=\"09:00-09:00\" ends where it begins", "00:00-24:00"),
        ("date-time=2026-12-24", "date-time=\"2026-12-24\" is no range of moments", "2026-12-24 18:00~"),
        (
            "date-time=2026-12-24 18:00~2026-12-24 18:00",
            "date-time=\"2026-12-24 18:00~2026-12-24 18:00\" ends before it has begun", "earlier moment first"
        ),
        ("mweek=3", "mweek=\"3\" is not for strict dialplans", "nth-weekday=\"3\""),
        ("tz-offset=1", "tz-offset=\"1\" is not for strict dialplans", "zone=\"Europe/Berlin\""),
        ("dst=false", "dst=\"false\" is not for strict dialplans", "zone=\"Europe/Berlin\""),
        ("weekday=mon", "there is no time attribute \"weekday\"", "did you mean \"wday\"?"),
        ("minutes=3", "there is no time attribute \"minutes\"", "did you mean \"minute\"?"),
        ("hour=1;hour=2", "hour is given twice", "one list"),
    ])
    func `what is wrong is said with what to write instead`(text: String, message: String, advice: String) {
        let error = #expect(throws: CalendarError.self) {
            try Self.condition(text)
        }

        #expect(error?.problems.map(\.message) == [message])
        #expect(error?.problems.first?.advice.contains(advice) == true, "\(error?.description ?? "")")
    }

    @Test
    func `every problem of a condition is reported`() {
        let error = #expect(throws: CalendarError.self) {
            try Self.condition("hour=25;wday=x;dst=true")
        }

        #expect(error?.problems.count == 3)
    }

    @Test
    func `a list and a value have limits`() {
        var limits = CalendarLimits()
        limits.items = 3
        limits.valueOctets = 8

        #expect(throws: Never.self) { try CalendarCondition([("mday", "1,2,3")], limits: limits) }
        #expect(throws: CalendarError.self) { try CalendarCondition([("mday", "1,2,3,4")], limits: limits) }
        #expect(throws: CalendarError.self) { try CalendarCondition([("mday", "1,      2")], limits: limits) }
    }

    @Test(arguments: [
        (
            "wday=mon-fri;time-of-day=09:00-17:00",
            "weekday Monday to Friday, and from 09:00:00 to before 17:00:00"
        ),
        (
            "time-of-day=22:00-06:00;mon=dec;wday=mon;nth-weekday=1,last",
            "month December, and weekday Monday, and the 1 or last of its weekday in the month, and from 22:00:00 to "
                + "before 06:00:00"
        ),
        ("date=12-24~12-26,2026-05-01", "date 12-24 to 12-26 or 2026-05-01"),
        ("easter=-2,0~1", "-2 or 0 to 1 days after Easter Sunday"),
    ])
    func `a condition describes itself`(text: String, words: String) throws {
        #expect(try Self.condition(text).description == words)
    }

    @Test
    func `holidays on the n-th weekday are on their days`() throws {
        let king = try Self.condition("mon=jan;wday=mon;nth-weekday=3")
        let columbus = try Self.condition("mon=oct;wday=mon;nth-weekday=2")
        func days(_ condition: CalendarCondition) -> [String] {
            (0..<365).map { CalendarDate(daysSinceEpoch: 20_454 + $0) }
                .filter { condition.matches(.utc("\($0) 12:00")) }
                .map(\.description)
        }

        #expect(days(king) == ["2026-01-19"])
        #expect(days(columbus) == ["2026-10-12"])
    }
}
