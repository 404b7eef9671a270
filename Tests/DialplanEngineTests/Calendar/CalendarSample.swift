/// Attributes of time conditions to test with.
enum CalendarSample {
    typealias Attributes = [(name: String, value: String)]

    /// `name=value` pairs, separated by semicolons.
    static func attributes(_ text: String) -> Attributes {
        text.split(separator: ";").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// Some attributes of any kind; without `seconds`, all of them begin and end with minutes.
    static func attributes(_ draw: inout CalendarDraw, seconds: Bool) -> Attributes {
        var attributes = draw.next(below: 2) == 0 ? self.days(&draw) : []
        for name in ["hour", "minute", "minute-of-day", "time-of-day", "date-time"] where draw.next(below: 3) == 0 {
            attributes.append((name, self.time(name, &draw, seconds: seconds)))
        }
        return attributes
    }

    /// Some attributes about days.
    static func days(_ draw: inout CalendarDraw) -> Attributes {
        var attributes: Attributes = []
        let ranges: [(String, Int, Int)] = [
            ("mon", 1, 12), ("mday", 1, 31), ("yday", 1, 366), ("week", 1, 53), ("iso-week", 1, 53), ("wday", 1, 7),
        ]
        for (name, low, high) in ranges where draw.next(below: 4) == 0 {
            attributes.append((name, self.list(&draw, low, high)))
        }
        if attributes.contains(where: { $0.name == "wday" }), draw.next(below: 2) == 0 {
            attributes.append(("nth-weekday", ["1", "2-3", "last", "1,last", "5"][draw.next(below: 5)]))
        }
        if draw.next(below: 4) == 0 {
            let dates = ["12-24~01-06", "03-29", "10-04,04-05,10-25", "2026-03-28~2026-11-02", "2011-12-30", "02-29"]
            attributes.append(("date", dates[draw.next(below: 6)]))
        }
        if draw.next(below: 8) == 0 {
            attributes.append(("easter", ["0", "-2~1", "39,49~50", "-7~0"][draw.next(below: 4)]))
        }
        if draw.next(below: 8) == 0 {
            attributes.append(("year", ["2026", "2011,2026-2030", "2025-2040"][draw.next(below: 3)]))
        }
        return attributes
    }

    /// A condition that holds often.
    static func busy(_ draw: inout CalendarDraw) -> Attributes {
        var attributes: Attributes = [("time-of-day", self.time("time-of-day", &draw, seconds: false))]
        if draw.next(below: 3) == 0 {
            attributes.append(("wday", self.list(&draw, 1, 7)))
        }
        if draw.next(below: 4) == 0 {
            attributes = [("hour", self.list(&draw, 0, 23))]
        }
        return attributes
    }

    private static func time(_ name: String, _ draw: inout CalendarDraw, seconds: Bool) -> String {
        switch name {
        case "hour":
            return self.list(&draw, 0, 23)
        case "minute":
            return self.list(&draw, 0, 59)
        case "minute-of-day":
            return self.list(&draw, 1, 1440)
        case "time-of-day":
            return (0...draw.next(below: 3)).map { _ in
                let first = self.clock(&draw, seconds: seconds)
                let end = self.clock(&draw, seconds: seconds)
                return first == end ? "00:00-24:00" : "\(first)-\(end)"
            }
            .joined(separator: ",")
        default:
            let second = seconds ? ":1\(draw.next(below: 10))" : ""
            let days = ["2026-03-29", "2026-10-04", "2011-12-29", "2011-12-31", "2026-11-01", "2026-06-01"].sorted()
            let first = draw.next(below: 5)
            return
                "\(days[first]) 0\(draw.next(below: 10)):30\(second)~\(days[first + 1]) 12:00,2030-01-01 00:00~2031-01-01 00:00"
        }
    }

    private static func clock(_ draw: inout CalendarDraw, seconds: Bool) -> String {
        let parts = [draw.next(below: 24), draw.next(below: 60)] + (seconds ? [draw.next(below: 60)] : [])
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static func list(_ draw: inout CalendarDraw, _ low: Int, _ high: Int) -> String {
        (0...draw.next(below: 3)).map { _ in
            let first = low + draw.next(below: high - low + 1)
            return draw.next(below: 2) == 0 ? "\(first)" : "\(first)-\(low + draw.next(below: high - low + 1))"
        }
        .joined(separator: ",")
    }
}
