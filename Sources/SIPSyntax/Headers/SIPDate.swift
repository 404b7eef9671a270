package import ProtocolKit

/// When a message was sent, to the second and in GMT (RFC 3261 §20.17).
package struct SIPDate: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.date

    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int64

    package init(_ time: CivilTime) {
        self.seconds = time.seconds
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        guard Self.take(Self.dayNames, &value) != nil, value.take(", "), let day = Self.takeNumber(2, &value),
            value.take(0x20), let month = Self.take(Self.monthNames, &value), value.take(0x20),
            let year = Self.takeNumber(4, &value), value.take(0x20), let hour = Self.takeNumber(2, &value),
            value.take(0x3A), let minute = Self.takeNumber(2, &value), value.take(0x3A),
            let second = Self.takeNumber(2, &value), value.take(" GMT")
        else {
            throw .expected("Date")
        }
        guard (1...31).contains(day), hour < 24, minute < 60, second < 61 else {
            throw .outOfRange("Date")
        }
        let days = Self.days(year: year, month: Int64(month) + 1, day: day)
        self.seconds = days * 86_400 + hour * 3_600 + minute * 60 + second
    }

    package func append(to bytes: inout [UInt8]) {
        let (days, rest) = self.seconds.floored(by: 86_400)
        let (year, month, day) = Self.civil(days: days)
        bytes.append(Self.dayNames[Int((days + 4).floored(by: 7).remainder)])
        bytes.append(", ")
        bytes.appendDigits(day, 2)
        bytes.append(0x20)
        bytes.append(Self.monthNames[Int(month) - 1])
        bytes.append(0x20)
        bytes.appendDigits(year, 4)
        bytes.append(0x20)
        bytes.appendDigits(rest / 3_600, 2)
        bytes.append(0x3A)
        bytes.appendDigits(rest / 60 % 60, 2)
        bytes.append(0x3A)
        bytes.appendDigits(rest % 60, 2)
        bytes.append(" GMT")
    }

    private static var dayNames: [StaticString] {
        ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    }

    private static var monthNames: [StaticString] {
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    }

    private static func take(_ names: [StaticString], _ value: inout ByteCursor) -> Int? {
        names.firstIndex { value.take($0) }
    }

    private static func takeNumber(_ digits: Int, _ value: inout ByteCursor) -> Int64? {
        var number: Int64 = 0
        for _ in 0..<digits {
            guard let digit = value.take(), digit.isASCIIDigit else {
                return nil
            }
            number = number * 10 + Int64(digit &- 0x30)
        }
        return number
    }

    /// Days since the epoch, in years that begin in March so that the leap day comes last.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = year.floored(by: 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func civil(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (days + 719_468).floored(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension Int64 {
    /// Quotient and remainder, the remainder never negative.
    fileprivate func floored(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = self.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension [UInt8] {
    fileprivate mutating func appendDigits(_ number: Int64, _ digits: Int) {
        var divisor: Int64 = 1
        for _ in 1..<digits {
            divisor *= 10
        }
        while divisor > 0 {
            self.append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
