package import ProtocolKit

/// A Date header's value: RFC 1123's form, always in GMT (RFC 3261 §20.17).
package struct SIPDate: Sendable {
    private let time: CivilTime

    package init(_ time: CivilTime) {
        self.time = time
    }

    /// Appends `Sat, 13 Nov 2010 23:29:00 GMT`.
    package func append(to bytes: inout [UInt8]) {
        let seconds = self.time.seconds
        let days = Int64((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - days * 86_400
        let (year, month, day) = Self.date(daysSinceEpoch: days)
        bytes.append(Self.weekdays[Int((days % 7 + 11) % 7)])
        bytes.append(", ")
        Self.append(day, to: &bytes)
        bytes.append(" ")
        bytes.append(Self.months[Int(month) - 1])
        bytes.append(" ")
        bytes.appendDecimal(UInt64(max(year, 0)))
        bytes.append(" ")
        Self.append(rest / 3600, to: &bytes)
        bytes.append(":")
        Self.append(rest / 60 % 60, to: &bytes)
        bytes.append(":")
        Self.append(rest % 60, to: &bytes)
        bytes.append(" GMT")
    }

    private static let weekdays: [StaticString] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months: [StaticString] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        bytes.append(0x30 + UInt8(truncatingIfNeeded: number / 10 % 10))
        bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }

    /// The civil date in the proleptic Gregorian calendar, by eras of 400 years that begin on 1 March.
    private static func date(daysSinceEpoch days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
