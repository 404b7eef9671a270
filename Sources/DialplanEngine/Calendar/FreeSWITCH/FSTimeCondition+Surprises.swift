import ProtocolKit

/// What an author of time attributes for FreeSWITCH hardly meant.
extension FSTimeCondition {
    /// One entry for each attribute that FreeSWITCH reads otherwise than it looks, with what to write instead.
    package var surprises: [CalendarError.Problem] {
        self.tests.compactMap(Self.surprise)
    }

    private static func surprise(_ test: Test) -> CalendarError.Problem? {
        let written = "\(test.attribute.rawValue)=\"\(test.value)\""
        switch (test.attribute, test.rule) {
        case (.monthWeek, _):
            return CalendarError.Problem(
                "\(written) is a row of the month's calendar, from Sunday to Saturday, and not the n-th weekday",
                advice:
                    "write days of the month instead, such as mday=\"15-21\" for a third weekday, or nth-weekday in a "
                    + "strict dialplan"
            )
        case (_, .daylightSaving(false)):
            return CalendarError.Problem("\(written) never holds", advice: "remove it; only dst=\"true\" ever holds")
        case (_, .offset(nil)):
            return CalendarError.Problem("\(written) always holds", advice: "write whole hours, or remove it")
        case (_, .weekdays(let weekdays)) where !Self.isPlainWeekdays(test.value):
            let days = (1...7).filter(weekdays.contains).map(CalendarField.weekday.word)
            return Self.partlyRead(written, days, "write three letters or a digit for each day, such as mon-fri")
        case (_, .ranges(let ranges)) where test.attribute == .timeOfDay:
            guard !Self.isPlain(test.value, parts: 2...3, separator: ":", between: "-", isRange: true) else {
                return nil
            }
            return Self.partlyRead(
                written,
                (0..<CalendarTime.secondsOfDay).contains(where: ranges.contains) ? nil : [],
                "write ranges such as 09:00-17:00, separated by commas without spaces"
            )
        case (_, .ranges(let ranges)) where !Self.isPlain(test.value, parts: 1...1, separator: "-", between: "-"):
            let field = CalendarField(rawValue: test.attribute.rawValue)
            let numbers = field.map { $0.range.filter(ranges.contains).map(String.init) }
            return Self.partlyRead(
                written,
                numbers,
                "write numbers and ranges such as 1-5, separated by commas without spaces"
            )
        case (_, .dateTimes) where !Self.isPlainDateTimes(test.value):
            return Self.partlyRead(written, nil, "write ranges such as 2026-12-24 18:00:00~2026-12-27 08:00:00")
        case (_, .daylightSaving), (_, .offset), (_, .weekdays), (_, .ranges), (_, .dateTimes), (_, .calendar),
            (_, .ordinals), (_, .clocksMoved):
            return nil
        }
    }

    /// What to say of a value that holds for the numbers `holding` all the same; `nil` when they cannot be listed.
    private static func partlyRead(_ written: String, _ holding: [String]?, _ advice: String) -> CalendarError.Problem {
        let rest =
            switch holding {
            case nil:
                ""
            case .some(let words) where words.isEmpty:
                ", and never holds"
            case .some(let words):
                ", and holds for \(words.prefix(8).joined(separator: ", "))"
                    + (words.count > 8 ? " and \(words.count - 8) more" : "")
            }
        return CalendarError.Problem("\(written) is not read as it is written\(rest)", advice: advice)
    }

    /// Whether every entry is one or two groups of so many numbers of one or more digits.
    private static func isPlain(
        _ value: String,
        parts: ClosedRange<Int>,
        separator: Character,
        between: Character,
        isRange: Bool = false
    ) -> Bool {
        value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { item in
            let ends = item.split(separator: between, omittingEmptySubsequences: false)
            return (isRange ? 2...2 : 1...2).contains(ends.count)
                && ends.allSatisfy { end in
                    let numbers = end.split(separator: separator, omittingEmptySubsequences: false)
                    return parts.contains(numbers.count) && numbers.allSatisfy(Self.isShortNumber)
                }
        }
    }

    private static func isPlainWeekdays(_ value: String) -> Bool {
        value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { item in
            let ends = item.split(separator: "-", omittingEmptySubsequences: false)
            return ends.count <= 2 && ends.allSatisfy { $0.utf8.count <= 3 && CalendarField.weekday.number($0) != nil }
        }
    }

    /// Whether every entry is two moments of a year, a month and a day, and perhaps a space and a time.
    private static func isPlainDateTimes(_ value: String) -> Bool {
        value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { item in
            let ends = item.split(separator: "~", omittingEmptySubsequences: false)
            return ends.count == 2
                && ends.allSatisfy { end in
                    let parts = end.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
                    let date = parts[0].split(separator: "-", omittingEmptySubsequences: false)
                    let time = parts.dropFirst().first?.split(separator: ":", omittingEmptySubsequences: false)
                    let numbers = date.compactMap { Self.isShortNumber($0) ? Int($0) : nil }
                    return numbers.count == 3
                        && CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
                        && (time.map { (2...3).contains($0.count) && $0.allSatisfy(Self.isShortNumber) } ?? true)
                }
        }
    }

    private static func isShortNumber(_ text: Substring) -> Bool {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit)
    }
}
