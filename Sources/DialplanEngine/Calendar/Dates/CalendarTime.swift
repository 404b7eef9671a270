package import ProtocolKit

/// A moment as clocks and calendars of one place show it, to the second.
package struct CalendarTime: Hashable, Sendable, CustomStringConvertible {
    /// The day.
    package let date: CalendarDate

    /// The seconds that the clock shows since midnight, 0 to 86,399.
    package let secondOfDay: Int

    /// The seconds by which the clock is ahead of UTC.
    package let offset: Int

    /// Whether the clock was moved for the summer (or, in a few places, for the winter).
    package let isDaylightSaving: Bool

    /// What a clock that is `offset` seconds ahead of UTC shows at `moment`.
    package init(at moment: CivilTime, offset: Int, isDaylightSaving: Bool = false) {
        self.init(
            localSeconds: moment.wholeSeconds + offset,
            offset: offset,
            isDaylightSaving: isDaylightSaving
        )
    }

    /// What a clock shows that was `localSeconds` seconds past its own 1970-01-01 00:00.
    init(localSeconds: Int, offset: Int = 0, isDaylightSaving: Bool = false) {
        let (days, second) = localSeconds.floored(by: Self.secondsOfDay)
        self.date = CalendarDate(daysSinceEpoch: days)
        self.secondOfDay = second
        self.offset = offset
        self.isDaylightSaving = isDaylightSaving
    }

    /// The hour, 0 to 23.
    package var hour: Int {
        self.secondOfDay / 3_600
    }

    /// The minute, 0 to 59.
    package var minute: Int {
        self.secondOfDay / 60 % 60
    }

    /// The second, 0 to 59.
    package var second: Int {
        self.secondOfDay % 60
    }

    /// `2026-12-24 18:00:00 +01:00`.
    package var description: String {
        "\(self.date) \(Self.clock(self.secondOfDay)) \(Self.written(offset: self.offset))"
    }

    /// The seconds that have passed on this clock since its own 1970-01-01 00:00, as if it had never been moved.
    package var localSeconds: Int {
        self.date.daysSinceEpoch * Self.secondsOfDay + self.secondOfDay
    }

    /// `18:00:00`; 86,400 is written `24:00:00`.
    static func clock(_ secondOfDay: Int) -> String {
        [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60].map(self.padded).joined(separator: ":")
    }

    /// `+01:00`, with seconds where there are any.
    static func written(offset: Int) -> String {
        let ahead = abs(offset)
        let parts = [ahead / 3_600, ahead / 60 % 60] + (ahead % 60 == 0 ? [] : [ahead % 60])
        return (offset < 0 ? "-" : "+") + parts.map(self.padded).joined(separator: ":")
    }

    /// The seconds of a day on which no clock is moved.
    static var secondsOfDay: Int {
        86_400
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}

extension CivilTime {
    /// Whole seconds since the epoch, rounded down also before it.
    var wholeSeconds: Int {
        Int(self.nanoseconds).floored(by: 1_000_000_000).quotient
    }

    /// The moment `seconds` after the epoch; `nil` when it is too far away to be written in nanoseconds.
    init?(wholeSeconds seconds: Int) {
        let (nanoseconds, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else {
            return nil
        }
        self.init(nanoseconds: nanoseconds)
    }
}
