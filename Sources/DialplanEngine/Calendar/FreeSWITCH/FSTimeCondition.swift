import ProtocolKit

/// The time attributes of a condition as FreeSWITCH tests them, its surprises included.
///
/// - All attributes that are given must hold; one that is given and empty is given.
/// - `wday` 1 is Sunday, `minute-of-day` 1 begins at 00:00, `week` counts sevens of days from 1 January, and `mweek` is
///   the row of the month on a calendar whose rows begin with Sunday: not how often a weekday has come.
/// - A range holds both its ends, also `time-of-day="09:00-17:00"`, which holds at 17:00:00; one that begins with the
///   greater number wraps. `date-time` alone ends before its second moment.
/// - What cannot be read is 0 in a list of numbers, and ends the list; nothing is an error.
/// - `dst` holds only when it is true and the machine's clock is moved: `dst="false"` never holds.
/// - `date-time` and `dst` read the machine's clock, the others that of the call.
package struct FSTimeCondition: Hashable, Sendable {
    /// What came of a test.
    package enum Outcome: Hashable, Sendable {
        /// There was no time attribute to test.
        case absent
        /// Every attribute held.
        case matched
        /// One did not hold.
        case missed
    }

    /// One attribute that was tested, for the proof of a decision.
    package struct Finding: Hashable, Sendable {
        /// The attribute.
        package let attribute: String
        /// Its value.
        package let value: String
        /// What it was compared with.
        package let seen: String
        /// Whether it held.
        package let matched: Bool
    }

    /// FreeSWITCH's attributes, in the order in which it tests them.
    enum Attribute: String, CaseIterable {
        case timeZoneOffset = "tz-offset"
        case daylightSaving = "dst"
        case dateTime = "date-time"
        case year
        case yearDay = "yday"
        case month = "mon"
        case monthDay = "mday"
        case week
        case monthWeek = "mweek"
        case weekday = "wday"
        case hour
        case minute
        case minuteOfDay = "minute-of-day"
        case timeOfDay = "time-of-day"
    }

    /// What an attribute's value was read as.
    enum Rule: Hashable {
        /// Hours; `nil` when the value is no number, which always holds.
        case offset(Int?)
        case daylightSaving(Bool)
        case dateTimes(FSDateTimes)
        case weekdays(FSWeekdays)
        case ranges(FSRanges)
        /// As a strict dialplan reads it.
        case calendar(CalendarCondition)
        /// How often the weekday has come in the month.
        case ordinals(FSRanges)
        /// Whether the clocks are moved, or are not.
        case clocksMoved(Bool)
    }

    /// An attribute that is tested.
    struct Test: Hashable {
        let attribute: Attribute
        let value: String
        let rule: Rule
    }

    /// The attributes that are given, in the order of ``Attribute``.
    let tests: [Test]

    /// Takes the time attributes from all attributes of a condition; of one that is given twice the first counts.
    package init(
        _ attributes: [(name: String, value: String)],
        limits: CalendarLimits = CalendarLimits()
    ) throws(CalendarError) {
        var tests: [Test] = []
        for attribute in Attribute.allCases {
            guard let (name, value) = attributes.first(where: { $0.name == attribute.rawValue }) else {
                continue
            }
            guard value.utf8.count <= limits.valueOctets else {
                throw CalendarError("\(name) has more than \(limits.valueOctets) octets", advice: "split the condition")
            }
            if let rule = Self.rule(attribute, Array(value.utf8)[...]) {
                tests.append(Test(attribute: attribute, value: value, rule: rule))
            }
        }
        self.tests = tests
    }

    init(tests: [Test]) {
        self.tests = tests
    }

    /// The attributes that are about time.
    package static var attributeNames: [String] {
        Attribute.allCases.map(\.rawValue)
    }

    /// Tests the attributes.
    package func outcome(in frame: FSTimeFrame) -> Outcome {
        guard !self.tests.isEmpty else {
            return .absent
        }
        return self.tests.allSatisfy { Self.holds($0, frame) } ? .matched : .missed
    }

    /// Every attribute and what it saw, in the order of the tests; FreeSWITCH ends at the first that does not hold.
    package func findings(in frame: FSTimeFrame) -> [Finding] {
        self.tests.map { test in
            Finding(
                attribute: test.attribute.rawValue,
                value: test.value,
                seen: Self.seen(test.attribute, frame),
                matched: Self.holds(test, frame)
            )
        }
    }

    private static func rule(_ attribute: Attribute, _ value: ArraySlice<UInt8>) -> Rule? {
        switch attribute {
        case .timeZoneOffset:
            .offset(!value.isEmpty && FSNumber.isNumber(value) ? Int(FSNumber.leading(value)) : nil)
        case .daylightSaving:
            value.isEmpty ? nil : .daylightSaving(FSNumber.isTrue(value))
        case .dateTime:
            .dateTimes(FSDateTimes(value))
        case .weekday:
            .weekdays(FSWeekdays(value))
        case .timeOfDay:
            .ranges(FSRanges.timesOfDay(value))
        case .year, .yearDay, .month, .monthDay, .week, .monthWeek, .hour, .minute, .minuteOfDay:
            .ranges(FSRanges.numbers(value))
        }
    }

    private static func holds(_ test: Test, _ frame: FSTimeFrame) -> Bool {
        switch test.rule {
        case .offset(let hours):
            // -1000 stands for "none" there.
            hours.map { $0 == -1_000 || $0 == frame.hours } ?? true
        case .daylightSaving(let wanted):
            wanted && frame.machine.isDaylightSaving
        case .dateTimes(let dateTimes):
            dateTimes.contain(frame)
        case .weekdays(let weekdays):
            weekdays.contains(frame.shown.date.sundayWeekday)
        case .ranges(let ranges):
            ranges.contains(self.number(test.attribute, frame.shown))
        case .calendar(let condition):
            condition.matches(frame.shown)
        case .ordinals(let ranges):
            ranges.contains(frame.shown.date.weekdayOrdinal)
        case .clocksMoved(let wanted):
            frame.machine.isDaylightSaving == wanted
        }
    }

    /// The number that an attribute's list is compared with.
    private static func number(_ attribute: Attribute, _ time: CalendarTime) -> Int {
        switch attribute {
        case .year:
            time.date.year
        case .yearDay:
            time.date.dayOfYear
        case .month:
            time.date.month
        case .monthDay:
            time.date.day
        case .week:
            (time.date.dayOfYear - 1) / 7 + 1
        case .monthWeek:
            self.calendarRow(of: time.date)
        case .weekday:
            time.date.sundayWeekday
        case .hour:
            time.hour
        case .minute:
            time.minute
        case .minuteOfDay:
            time.hour * 60 + time.minute + 1
        case .timeOfDay, .dateTime, .daylightSaving, .timeZoneOffset:
            time.secondOfDay
        }
    }

    /// The row that a day stands in on a leaf of a calendar whose rows begin with Sunday, from 1.
    private static func calendarRow(of date: CalendarDate) -> Int {
        // The days of the first row that belong to the month before.
        let missing = (date.sundayWeekday - date.day).floored(by: 7).remainder
        return (date.day + missing + 6) / 7
    }

    private static func seen(_ attribute: Attribute, _ frame: FSTimeFrame) -> String {
        switch attribute {
        case .timeZoneOffset:
            String(frame.hours)
        case .daylightSaving:
            frame.machine.isDaylightSaving ? "true" : "false"
        case .dateTime:
            frame.machine.description
        case .timeOfDay:
            CalendarTime.clock(frame.shown.secondOfDay)
        case .year, .yearDay, .month, .monthDay, .week, .monthWeek, .weekday, .hour, .minute, .minuteOfDay:
            String(self.number(attribute, frame.shown))
        }
    }
}
