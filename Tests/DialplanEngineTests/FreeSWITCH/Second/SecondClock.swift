/// Time attributes for the second implementation, for clocks that show UTC.
struct SecondClock {
    let year: Int
    let month: Int
    let day: Int
    let dayOfYear: Int
    /// 1 for Sunday.
    let weekday: Int
    let second: Int

    init(seconds: Int) {
        var days = seconds / 86_400
        self.second = seconds % 86_400
        self.weekday = (days + 4) % 7 + 1
        var year = 1970
        while days >= (Self.isLeap(year) ? 366 : 365) {
            days -= Self.isLeap(year) ? 366 : 365
            year += 1
        }
        self.year = year
        self.dayOfYear = days + 1
        var month = 1
        while month < 12, Self.days(before: month + 1, year) < self.dayOfYear {
            month += 1
        }
        self.month = month
        self.day = self.dayOfYear - Self.days(before: month, year)
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func days(before month: Int, _ year: Int) -> Int {
        [31, self.isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].prefix(month - 1).reduce(0, +)
    }

    /// 1 when all time attributes hold, 0 when one does not, -1 when there is none.
    func check(_ attributes: [String: String]) -> Int {
        var result = -1
        for (name, value) in attributes {
            guard let holds = self.holds(name, value) else {
                continue
            }
            if !holds {
                return 0
            }
            result = 1
        }
        return result
    }

    private func holds(_ name: String, _ value: String) -> Bool? {
        // The days of the month's first row on a calendar that belong to the month before.
        let missing = ((self.weekday - self.day) % 7 + 7) % 7
        switch name {
        case "year": return self.isIn(value, self.year)
        case "yday": return self.isIn(value, self.dayOfYear)
        case "mon": return self.isIn(value, self.month)
        case "mday": return self.isIn(value, self.day)
        case "week": return self.isIn(value, (self.dayOfYear + 6) / 7)
        case "mweek": return self.isIn(value, (self.day - 1 + missing) / 7 + 1)
        case "hour": return self.isIn(value, self.second / 3_600)
        case "minute": return self.isIn(value, self.second / 60 % 60)
        case "minute-of-day": return self.isIn(value, self.second / 60 + 1)
        case "wday":
            let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
            let numbers = names.enumerated().reduce(value) { text, name in
                text.split(separator: name.element, omittingEmptySubsequences: false).joined(
                    separator: String(name.offset + 1)
                )
            }
            return self.isIn(numbers, self.weekday)
        case "time-of-day":
            return value.split(separator: ",").contains { range in
                let ends = range.split(separator: "-").map { end in
                    let parts = end.split(separator: ":").compactMap { Int($0) }
                    return parts[0] * 3_600 + parts[1] * 60 + (parts.count > 2 ? parts[2] : 0)
                }
                return Self.isBetween(self.second, ends[0], ends[1])
            }
        default:
            return nil
        }
    }

    private func isIn(_ list: String, _ number: Int) -> Bool {
        list.split(separator: ",").contains { item in
            let ends = item.split(separator: "-").compactMap { Int($0) }
            return Self.isBetween(number, ends[0], ends[ends.count - 1])
        }
    }

    private static func isBetween(_ number: Int, _ first: Int, _ last: Int) -> Bool {
        first <= last ? number >= first && number <= last : number >= first || number <= last
    }
}
