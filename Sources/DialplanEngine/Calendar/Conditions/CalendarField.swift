import ProtocolKit

/// An attribute of a time condition that takes a list of numbers and ranges of them, and what it takes.
enum CalendarField: String, CaseIterable, Sendable {
    case year
    case yearDay = "yday"
    case month = "mon"
    case monthDay = "mday"
    case week
    case isoWeek = "iso-week"
    case weekday = "wday"
    case hour
    case minute
    case minuteOfDay = "minute-of-day"

    /// The numbers that may be written.
    var range: ClosedRange<Int> {
        switch self {
        case .year:
            1970...2261
        case .yearDay:
            1...366
        case .month:
            1...12
        case .monthDay:
            1...31
        case .week, .isoWeek:
            1...53
        case .weekday:
            1...7
        case .hour:
            0...23
        case .minute:
            0...59
        case .minuteOfDay:
            1...1440
        }
    }

    /// Whether a range may begin with the greater number and go on from the least.
    var wraps: Bool {
        self != .year
    }

    /// The names of the numbers, the first one that of the least; empty when there are none.
    var names: [String] {
        switch self {
        case .month:
            [
                "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december",
            ]
        case .weekday:
            ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
        case .year, .yearDay, .monthDay, .week, .isoWeek, .hour, .minute, .minuteOfDay:
            []
        }
    }

    /// What the attribute is about, for people.
    var noun: String {
        switch self {
        case .year:
            "year"
        case .yearDay:
            "day of the year"
        case .month:
            "month"
        case .monthDay:
            "day of the month"
        case .week:
            "week from 1 January"
        case .isoWeek:
            "ISO week"
        case .weekday:
            "weekday"
        case .hour:
            "hour"
        case .minute:
            "minute"
        case .minuteOfDay:
            "minute of the day"
        }
    }

    /// What an author may write.
    var advice: String {
        let numbers = "numbers from \(self.range.lowerBound) to \(self.range.upperBound)"
        switch self {
        case .month:
            return "write \(numbers) or names such as dec, and ranges such as nov-feb, separated by commas"
        case .weekday:
            return "write names such as mon, or \(numbers) where 1 is Sunday, and ranges such as mon-fri, "
                + "separated by commas"
        case .year, .yearDay, .monthDay, .week, .isoWeek, .hour, .minute, .minuteOfDay:
            let end = self.wraps ? self.range.lowerBound + 3 : self.range.upperBound
            return "write \(numbers), and ranges such as \(self.range.lowerBound)-\(end), separated by commas"
        }
    }

    /// The number that stands for `text`, which has no spaces around it.
    func number(_ text: Substring) -> Int? {
        let isDecimal = !text.isEmpty && text.utf8.count <= 4 && text.utf8.allSatisfy(\.isASCIIDigit)
        if isDecimal, let number = Int(text) {
            return self.range.contains(number) ? number : nil
        }
        let folded = text.lowercased()
        return self.names.firstIndex { $0 == folded || $0.prefix(3) == folded }.map { $0 + self.range.lowerBound }
    }

    /// A number as people read it.
    func word(_ number: Int) -> String {
        let index = number - self.range.lowerBound
        guard self.names.indices.contains(index) else {
            return String(number)
        }
        let name = self.names[index]
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}
