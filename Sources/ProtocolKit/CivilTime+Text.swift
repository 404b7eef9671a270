extension CivilTime: CustomStringConvertible {
    /// The moment as RFC 3339 writes it, in UTC with microseconds: `2026-11-23T06:14:22.123456Z`.
    public var description: String {
        var text: [UInt8] = []
        text.append(civilTime: self)
        return String(decoding: text, as: UTF8.self)
    }
}

extension [UInt8] {
    /// Appends a moment as RFC 3339 writes it, in UTC with microseconds.
    public mutating func append(civilTime time: CivilTime) {
        let (seconds, nanoseconds) = time.nanoseconds.flooredDivision(by: 1_000_000_000)
        let (days, secondOfDay) = seconds.flooredDivision(by: 86400)
        let date = CivilDate(daysSinceEpoch: days)
        self.append(date)
        self.append(0x54)
        self.appendPadded(secondOfDay / 3600, width: 2)
        self.append(0x3A)
        self.appendPadded(secondOfDay / 60 % 60, width: 2)
        self.append(0x3A)
        self.appendPadded(secondOfDay % 60, width: 2)
        self.append(0x2E)
        self.appendPadded(nanoseconds / 1000, width: 6)
        self.append(0x5A)
    }

    private mutating func append(_ date: CivilDate) {
        self.appendPadded(date.year, width: 4)
        self.append(0x2D)
        self.appendPadded(date.month, width: 2)
        self.append(0x2D)
        self.appendPadded(date.day, width: 2)
    }

    /// Appends a number that is not negative with leading zeros.
    private mutating func appendPadded(_ number: Int64, width: Int) {
        if width > 1 || number > 9 {
            self.appendPadded(number / 10, width: width - 1)
        }
        self.append(0x30 + UInt8(number % 10))
    }
}

/// A day of the Gregorian calendar, continued before its introduction.
private struct CivilDate {
    let year: Int64
    let month: Int64
    let day: Int64

    /// The calendar repeats every 400 years of 146,097 days; a year that begins on 1 March has its odd day last.
    init(daysSinceEpoch days: Int64) {
        let (era, dayOfEra) = (days + 719_468).flooredDivision(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        self.day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        self.month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        self.year = yearOfEra + era * 400 + (self.month <= 2 ? 1 : 0)
    }
}

extension Int64 {
    /// The quotient rounded down and the remainder, which is never negative.
    fileprivate func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = self.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
