import ProtocolKit

/// Reads the attributes of a time condition and notes everything that is wrong with them.
struct CalendarConditionReader {
    /// Attributes that are not read, and what to write instead.
    private static let refused = [
        (
            name: "mweek",
            advice: "it is a row of the month's calendar and not the n-th weekday; write nth-weekday=\"3\" with wday"
        ),
        (name: "tz-offset", advice: "name the zone in which the condition is read, such as zone=\"Europe/Berlin\""),
        (
            name: "dst",
            advice: "a zone such as zone=\"Europe/Berlin\" knows when its clocks are moved; name it and remove dst"
        ),
    ]

    /// Words that authors write for attributes.
    private static let synonyms = [
        "weekday": "wday", "day-of-week": "wday", "month": "mon", "day": "mday", "day-of-month": "mday",
        "day-of-year": "yday", "time": "time-of-day", "tod": "time-of-day", "datetime": "date-time",
        "nth-wday": "nth-weekday", "holiday": "date",
    ]

    private(set) var problems: [CalendarError.Problem] = []
    let limits: CalendarLimits
    var days = CalendarDays()
    var spans: CalendarSet?
    var words: [(place: Int, text: String)] = []
    private var seconds: CalendarSet?
    private var read: Set<String> = []

    init(limits: CalendarLimits) {
        self.limits = limits
    }

    /// Reads one attribute.
    mutating func read(_ name: String, _ value: String) {
        guard self.read.insert(name).inserted else {
            self.add("\(name) is given twice", advice: "put both values into one list with a comma")
            return
        }
        guard value.utf8.count <= self.limits.valueOctets else {
            self.add("\(name) has more than \(self.limits.valueOctets) octets", advice: "split the condition")
            return
        }
        if let field = CalendarField(rawValue: name) {
            self.read(field, value)
            return
        }
        switch name {
        case "nth-weekday":
            self.readOrdinals(value)
        case "date":
            self.readDates(value)
        case "easter":
            self.readEaster(value)
        case "time-of-day":
            self.readTimesOfDay(value)
        case "date-time":
            self.readDateTimes(value)
        default:
            self.refuse(name, value)
        }
    }

    /// The condition, when nothing is wrong.
    mutating func condition() throws(CalendarError) -> CalendarCondition {
        if self.days.ordinals != nil, self.days.weekdays == nil, !self.read.contains("wday") {
            self.add("nth-weekday stands without wday", advice: "say of which weekday, such as wday=\"mon\"")
        }
        guard self.problems.isEmpty else {
            throw CalendarError(self.problems)
        }
        return CalendarCondition(
            days: self.days,
            seconds: self.seconds,
            spans: self.spans,
            words: self.words.sorted { $0.place < $1.place }.map(\.text)
        )
    }

    /// Notes what is wrong.
    mutating func add(_ message: String, advice: String) {
        self.problems.append(CalendarError.Problem(message, advice: advice))
    }

    /// Leaves only the seconds of the day that are in `ranges` too.
    mutating func restrictSeconds(to ranges: [Range<Int>]) {
        let set = CalendarSet(ranges)
        self.seconds = self.seconds.map { $0.intersection(set) } ?? set
    }

    /// The parts of a list, without the spaces around them; `nil`, with the problem noted, when one is empty.
    mutating func items(_ name: String, _ value: String, advice: String) -> [Substring]? {
        let items = value.split(separator: ",", omittingEmptySubsequences: false).map(\.withoutOuterBlanks)
        guard items.count <= self.limits.items else {
            self.add("\(name) has more than \(self.limits.items) entries", advice: "split the condition")
            return nil
        }
        guard items.allSatisfy({ !$0.isEmpty }) else {
            let what = items.count == 1 ? "is empty" : "has an empty entry"
            self.add("\(name)=\"\(value)\" \(what)", advice: advice)
            return nil
        }
        return items
    }

    private mutating func refuse(_ name: String, _ value: String) {
        if let refused = Self.refused.first(where: { $0.name == name }) {
            self.add("\(name)=\"\(value)\" is not for strict dialplans", advice: refused.advice)
        } else {
            let advice = NearestName.advice(for: name, among: CalendarCondition.attributeNames)
            self.add(
                "there is no time attribute \"\(name)\"",
                advice: Self.synonyms[name].map { "did you mean \"\($0)\"?" } ?? advice
            )
        }
    }
}

// MARK: - Numbers

extension CalendarConditionReader {
    private mutating func read(_ field: CalendarField, _ value: String) {
        guard let items = self.items(field.rawValue, value, advice: field.advice) else {
            return
        }
        var ranges: [Range<Int>] = []
        var words: [String] = []
        for item in items {
            guard let (first, last) = self.bounds(field, item) else {
                return
            }
            if first <= last {
                ranges.append(first..<last + 1)
            } else {
                ranges.append(first..<field.range.upperBound + 1)
                ranges.append(field.range.lowerBound..<last + 1)
            }
            words.append(field.word(first) + (first == last ? "" : " to \(field.word(last))"))
        }
        self.words.append((1, "\(field.noun) \(words.joined(separator: " or "))"))
        self.restrict(field, to: ranges)
    }

    /// The first and the last number of an entry.
    private mutating func bounds(_ field: CalendarField, _ item: Substring) -> (Int, Int)? {
        let ends = item.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(\.withoutOuterBlanks)
        var numbers: [Int] = []
        for end in ends {
            guard let number = field.number(end) else {
                let isName = end.first?.isLetter ?? false
                let known = field.names.map { String($0.prefix(3)) } + field.names
                let nearest = isName ? NearestName.nearest(to: String(end), among: known) : nil
                self.add(
                    "\(field.rawValue)=\"\(item)\" is no \(field.noun)",
                    advice: nearest.map { "did you mean \"\($0)\"?" } ?? field.advice
                )
                return nil
            }
            numbers.append(number)
        }
        guard let first = numbers.first, let last = numbers.last else {
            return nil
        }
        guard first <= last || field.wraps else {
            self.add(
                "\(field.rawValue)=\"\(item)\" ends before it begins",
                advice: "write the earlier \(field.noun) first"
            )
            return nil
        }
        return (first, last)
    }

    private mutating func restrict(_ field: CalendarField, to ranges: [Range<Int>]) {
        let set = CalendarSet(ranges)
        switch field {
        case .year:
            self.days.years = set
        case .yearDay:
            self.days.yearDays = set
        case .month:
            self.days.months = set
        case .monthDay:
            self.days.monthDays = set
        case .week:
            self.days.weeks = set
        case .isoWeek:
            self.days.isoWeeks = set
        case .weekday:
            self.days.weekdays = set
        case .hour:
            self.restrictSeconds(to: ranges.map { $0.lowerBound * 3_600..<$0.upperBound * 3_600 })
        case .minute:
            self.restrictSeconds(
                to: (0..<24).flatMap { hour in
                    ranges.map { (hour * 60 + $0.lowerBound) * 60..<(hour * 60 + $0.upperBound) * 60 }
                }
            )
        case .minuteOfDay:
            self.restrictSeconds(to: ranges.map { ($0.lowerBound - 1) * 60..<($0.upperBound - 1) * 60 })
        }
    }
}

// MARK: - Days

extension CalendarConditionReader {
    private mutating func readOrdinals(_ value: String) {
        let advice = "write 1 to 5 or last, and ranges such as 1-2, separated by commas"
        guard let items = self.items("nth-weekday", value, advice: advice) else {
            return
        }
        var ranges: [Range<Int>] = []
        for item in items {
            let ends = item.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(
                \.withoutOuterBlanks
            )
            if item.lowercased() == "last" {
                ranges.append(CalendarDays.lastOrdinal..<CalendarDays.lastOrdinal + 1)
            } else if let first = ends.first.flatMap(Self.ordinal), let last = ends.last.flatMap(Self.ordinal),
                first <= last
            {
                ranges.append(first..<last + 1)
            } else {
                self.add("nth-weekday=\"\(item)\" is no place in a month", advice: advice)
                return
            }
        }
        self.days.ordinals = CalendarSet(ranges)
        self.words.append((2, "the \(items.joined(separator: " or ")) of its weekday in the month"))
    }

    private static func ordinal(_ text: Substring) -> Int? {
        text.utf8.count == 1 ? Int(text).flatMap { (1...5).contains($0) ? $0 : nil } : nil
    }

    private mutating func readEaster(_ value: String) {
        // With these bounds the day lies in the year of its Easter, whose dates are 22 March to 25 April.
        let bounds = -80...250
        let advice =
            "write days after Easter Sunday from \(bounds.lowerBound) to \(bounds.upperBound) such as -2 for "
            + "Good Friday, and ranges such as -2~1, separated by commas"
        guard let items = self.items("easter", value, advice: advice) else {
            return
        }
        var ranges: [Range<Int>] = []
        for item in items {
            let ends = item.split(separator: "~", maxSplits: 1, omittingEmptySubsequences: false).map(
                \.withoutOuterBlanks
            )
            let numbers = ends.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
            guard numbers.count == ends.count, let first = numbers.first, let last = numbers.last,
                bounds.contains(first), bounds.contains(last), first <= last
            else {
                self.add("easter=\"\(item)\" is no number of days", advice: advice)
                return
            }
            ranges.append(first..<last + 1)
        }
        self.days.easterDays = CalendarSet(ranges)
        let words = items.map { $0.split(separator: "~").map(\.withoutOuterBlanks).joined(separator: " to ") }
        self.words.append((2, "\(words.joined(separator: " or ")) days after Easter Sunday"))
    }
}

extension Substring {
    /// Without the spaces at both ends.
    var withoutOuterBlanks: Substring {
        let start = self.drop { $0 == " " || $0 == "\t" }
        return start.lastIndex { $0 != " " && $0 != "\t" }.map { start[...$0] } ?? start.prefix(0)
    }
}
