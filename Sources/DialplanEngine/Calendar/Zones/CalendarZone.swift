package import ProtocolKit

/// What the clocks of one place show at any moment, from a time zone file (RFC 9636) or a fixed offset.
///
/// A zone is one reference however long its history is, and never changes. What the file says by a rule, for the years
/// after its last entry, is worked out when it is read, to the end of what ``CivilTime`` can hold.
package struct CalendarZone: Hashable, Sendable {
    /// A stretch of time during which the clocks are not moved.
    struct Period: Hashable, Sendable {
        /// When it begins, in seconds since the epoch.
        let start: Int
        /// The seconds by which the clocks are ahead of UTC.
        let offset: Int32
        /// Whether they were moved for the summer.
        let isDaylightSaving: Bool
    }

    /// The name, such as `Europe/Berlin`.
    package let name: String

    /// In order; the first begins at the beginning of time.
    private let periods: [Period]

    /// Reads a time zone file, versions 1 to 4.
    package init(
        name: String,
        file octets: [UInt8],
        limits: CalendarLimits = CalendarLimits()
    ) throws(CalendarError) {
        self.init(name: name, try ZoneFileReader.read(octets, name: name, limits: limits))
    }

    /// Reads a rule as POSIX writes it in `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
    package init(name: String, rule text: String) throws(CalendarError) {
        let rule = try ZoneRuleReader.read(Array(text.utf8), zone: name)
        self.init(name: name, rule.periods(after: nil))
    }

    /// A place whose clocks are always `offset` seconds ahead of UTC; more than a day is cut to it.
    package init(fixedOffset offset: Int) {
        let bounded = min(max(offset, -86_400), 86_400)
        let name = "UTC" + (bounded == 0 ? "" : CalendarTime.written(offset: bounded))
        self.init(name: name, [Period(start: .min, offset: Int32(bounded), isDaylightSaving: false)])
    }

    private init(name: String, _ periods: [Period]) {
        self.name = name
        // A moment at which only the abbreviation changes is none.
        var kept: [Period] = []
        for period in periods {
            if let last = kept.last, last.offset == period.offset, last.isDaylightSaving == period.isDaylightSaving {
                continue
            }
            kept.append(period)
        }
        self.periods = kept
    }

    /// Coordinated universal time.
    package static let utc = CalendarZone(fixedOffset: 0)

    /// Whether `name` is written as the names of zones are, so that it can be looked up as a file below a folder.
    package static func isName(_ name: String) -> Bool {
        let isOpen =
            name.utf8.count <= 64
            && name.utf8.allSatisfy { octet in
                octet.isASCIILetter || octet.isASCIIDigit || "+-_/".utf8.contains(octet)
            }
        return isOpen
            && name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
                part.first?.isLetter == true
            }
    }

    /// What the clocks show at `moment`.
    package func localTime(at moment: CivilTime) -> CalendarTime {
        let period = self.periods[self.index(at: moment.wholeSeconds)]
        return CalendarTime(at: moment, offset: Int(period.offset), isDaylightSaving: period.isDaylightSaving)
    }

    /// The moments at which the clocks show a local date and time: none when they skip it, two when they show it twice.
    package func moments(on date: CalendarDate, secondOfDay: Int) -> [CivilTime] {
        guard (0..<CalendarTime.secondsOfDay).contains(secondOfDay) else {
            return []
        }
        let local = date.daysSinceEpoch * CalendarTime.secondsOfDay + secondOfDay
        // No clock is more than 26 hours from UTC.
        let slack = 26 * 3_600
        var moments: [CivilTime] = []
        for index in self.index(at: local - slack)...self.index(at: local + slack) {
            let seconds = local - Int(self.periods[index].offset)
            if self.index(at: seconds) == index, let moment = CivilTime(wholeSeconds: seconds) {
                moments.append(moment)
            }
        }
        return moments
    }

    /// The stretch around `seconds` during which the clocks are not moved: its offset, and where it ends.
    func stretch(at seconds: Int) -> (offset: Int, end: Int) {
        let index = self.index(at: seconds)
        let next = index + 1
        return (Int(self.periods[index].offset), next < self.periods.count ? self.periods[next].start : .max)
    }

    /// The index of the period that `seconds` lies in.
    private func index(at seconds: Int) -> Int {
        var low = 0
        var high = self.periods.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self.periods[middle].start <= seconds {
                low = middle
            } else {
                high = middle
            }
        }
        return low
    }
}
