import DialplanEngine
import Testing

struct CalendarDateTests {
    @Test
    func `every day from 1800 to 2200 follows the one before`() throws {
        var date = try #require(CalendarDate(year: 1800, month: 1, day: 1))
        // A Wednesday.
        var weekday = 3
        var wrong: [CalendarDate] = []
        while date.year < 2200 {
            let next = CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 1)
            let sameMonth = CalendarDate(year: date.year, month: date.month, day: date.day + 1)
            let follows = sameMonth.map { $0 == next } ?? (next > date && next.day == 1)
            let isCounted = next.dayOfYear == date.dayOfYear + 1 || next.dayOfYear == 1 && next.month == 1
            let isWeekday = date.isoWeekday == weekday && date.sundayWeekday == weekday % 7 + 1
            if !follows || !isCounted || !isWeekday {
                wrong.append(date)
            }
            weekday = weekday % 7 + 1
            date = next
        }

        #expect(wrong == [])
    }

    /// Dates and ISO weeks that Python's `date.isocalendar` gives.
    @Test(arguments: [
        ((2026, 1, 1), (2026, 1)), ((2025, 12, 29), (2026, 1)), ((2027, 1, 3), (2026, 53)), ((2027, 1, 4), (2027, 1)),
        ((2024, 12, 31), (2025, 1)), ((2020, 12, 31), (2020, 53)), ((2021, 1, 3), (2020, 53)),
        ((2000, 1, 1), (1999, 52)), ((2026, 11, 26), (2026, 48)),
    ])
    func `weeks begin on Mondays and belong to the year of their Thursday`(
        day: (Int, Int, Int),
        week: (year: Int, number: Int)
    ) throws {
        let date = try #require(CalendarDate(year: day.0, month: day.1, day: day.2))

        #expect(date.isoWeekYear == week.year)
        #expect(date.isoWeek == week.number)
    }

    /// Easter Sundays as almanacs list them, the earliest and the latest of the calendar among them.
    @Test(arguments: [
        "1818-03-22", "1943-04-25", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31",
        "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
    ])
    func `Easter is on the Sunday of the almanac`(day: String) throws {
        let numbers = day.split(separator: "-").compactMap { Int($0) }
        let date = try #require(CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]))

        #expect(CalendarDate(daysSinceEpoch: date.easter) == date)
        #expect(date.isoWeekday == 7)
    }

    @Test(arguments: [
        (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (0, 1, 1),
    ])
    func `a day that is in no calendar is none`(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test
    func `days beyond the calendar are its first and its last`() {
        #expect(CalendarDate(daysSinceEpoch: .min).description == "0001-01-01")
        #expect(CalendarDate(daysSinceEpoch: .max).description == "9999-12-31")
        #expect(CalendarDate(daysSinceEpoch: 0).description == "1970-01-01")
    }
}
