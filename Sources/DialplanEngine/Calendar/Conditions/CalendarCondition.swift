/// When a condition of a strict dialplan holds: every attribute must allow what the clocks of a place show.
///
/// | attribute | takes | a range |
/// |---|---|---|
/// | `year` | 1970 to 2261 | holds both ends; `2026-2028` |
/// | `mon` | 1 to 12, `jan`, `january` | holds both ends, may wrap: `nov-feb` |
/// | `mday` | 1 to 31 | both ends, may wrap |
/// | `yday` | 1 to 366 | both ends, may wrap |
/// | `week` | 1 to 53, seven days each from 1 January | both ends, may wrap |
/// | `iso-week` | 1 to 53 of ISO 8601 | both ends, may wrap |
/// | `wday` | `mon`, `monday`, 1 to 7 with 1 for Sunday | both ends, may wrap: `fri-mon` |
/// | `nth-weekday` | 1 to 5, `last`; with `wday` | both ends |
/// | `date` | `2026-12-24`, `12-24` of each year | `12-24~01-06`: both ends; that of each year may wrap |
/// | `easter` | days after Easter Sunday, `-2` | `-2~1`: both ends |
/// | `hour` | 0 to 23 | both ends, may wrap |
/// | `minute` | 0 to 59 | both ends, may wrap |
/// | `minute-of-day` | 1 to 1440, 1 begins at 00:00 | both ends, may wrap |
/// | `time-of-day` | only ranges | `09:00-17:00`: **from** 09:00:00 **to before** 17:00:00; may wrap: `22:00-06:00` |
/// | `date-time` | only ranges | `2026-12-24 18:00~2026-12-27 08:00`: from the first to before the second |
///
/// A range of whole units (hours, days) holds both ends; one between two moments holds its first second and not its
/// last, so that `09:00-17:00` and `17:00-09:00` make a whole day without overlap. Each attribute takes a list with
/// commas and looks at the present moment alone: `wday="fri" time-of-day="22:00-06:00"` is the beginning and the end of
/// Friday.
package struct CalendarCondition: Hashable, Sendable, CustomStringConvertible {
    /// The days.
    let days: CalendarDays
    /// The seconds of the day, 0 to 86,399; `nil` when every one is allowed.
    let seconds: CalendarSet?
    /// The local seconds since 1970-01-01 00:00 that `date-time` allows; `nil` when every one is.
    let spans: CalendarSet?
    private let words: [String]

    /// Reads the attributes of one condition; those that are not about time do not belong here.
    package init(
        _ attributes: [(name: String, value: String)],
        limits: CalendarLimits = CalendarLimits()
    ) throws(CalendarError) {
        var reader = CalendarConditionReader(limits: limits)
        for (name, value) in attributes {
            reader.read(name, value)
        }
        self = try reader.condition()
    }

    init(days: CalendarDays, seconds: CalendarSet?, spans: CalendarSet?, words: [String]) {
        self.days = days
        self.seconds = seconds
        self.spans = spans
        self.words = words
    }

    /// The attributes that can be read.
    package static var attributeNames: [String] {
        CalendarField.allCases.map(\.rawValue) + ["nth-weekday", "date", "easter", "time-of-day", "date-time"]
    }

    /// FreeSWITCH's attributes that are refused with advice; hand them in too.
    package static var refusedAttributeNames: [String] {
        ["mweek", "tz-offset", "dst"]
    }

    /// Whether the condition holds when clocks show `time`.
    package func matches(_ time: CalendarTime) -> Bool {
        (self.seconds?.contains(time.secondOfDay) ?? true)
            && self.days.contains(time.date)
            && (self.spans?.contains(time.localSeconds) ?? true)
    }

    /// The condition in words: `weekday Monday to Friday, and from 09:00 to before 17:00`.
    package var description: String {
        self.words.isEmpty ? "at any time" : self.words.joined(separator: ", and ")
    }
}
