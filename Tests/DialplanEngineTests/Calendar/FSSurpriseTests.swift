import DialplanEngine
import Testing

struct FSSurpriseTests {
    @Test(arguments: [
        ("mweek=3", "mweek=\"3\" is a row of the month's calendar", "nth-weekday"),
        ("dst=false", "dst=\"false\" never holds", "dst=\"true\""),
        ("tz-offset=CET", "tz-offset=\"CET\" always holds", "whole hours"),
        ("wday=monday-friday", "wday=\"monday-friday\" is not read as it is written, and holds for Monday", "mon-fri"),
        ("wday=8", "wday=\"8\" is not read as it is written, and never holds", "mon-fri"),
        ("wday=mon, tue", "wday=\"mon, tue\" is not read as it is written, and holds for Monday", "mon-fri"),
        ("hour=", "hour=\"\" is not read as it is written, and holds for 0", "1-5"),
        ("mon=dec", "mon=\"dec\" is not read as it is written, and never holds", "1-5"),
        ("minute=5-", "holds for 0, 5, 6, 7, 8, 9, 10, 11 and 48 more", "1-5"),
        ("time-of-day=09:00", "time-of-day=\"09:00\" is not read as it is written, and never holds", "09:00-17:00"),
        ("time-of-day=9-17,10:00-11:00", "is not read as it is written", "09:00-17:00"),
        ("date-time=2026-11-27T09:00~2026-11-27T17:00", "is not read as it is written", "2026-12-24 18:00:00~"),
        ("date-time=2026-13-01~2026-14-01", "is not read as it is written", "2026-12-24 18:00:00~"),
    ])
    func `what is read otherwise than it looks is told`(text: String, message: String, advice: String) throws {
        let surprises = try FSTimeCondition(CalendarSample.attributes(text)).surprises

        #expect(surprises.count == 1)
        #expect(surprises.first?.message.contains(message) == true, "\(surprises)")
        #expect(surprises.first?.advice.contains(advice) == true, "\(surprises)")
    }

    @Test(arguments: [
        "year=2026-2028;yday=1,2;mon=11-2;mday=25;week=1-3;hour=22-6;minute=0;minute-of-day=540-1080", "wday=2-6,sun",
        "wday=fri-MON", "time-of-day=9:00-17:00:30,22:00-06:00",
        "date-time=2026-12-24 18:00:00~2026-12-27 08:00,2027-01-01~2027-01-02",
        "dst=true;tz-offset=-5", "field=destination_number",
    ])
    func `what is read as it looks is no surprise`(text: String) throws {
        #expect(try FSTimeCondition(CalendarSample.attributes(text)).surprises == [])
    }
}
