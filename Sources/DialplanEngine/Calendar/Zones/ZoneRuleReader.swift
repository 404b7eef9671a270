import ProtocolKit

/// Reads the rule of a zone as POSIX writes it in `TZ`, with the hours of RFC 9636 §3.3.1.
struct ZoneRuleReader {
    private var text: ByteCursor
    private let zone: String

    /// Reads a whole rule.
    static func read(_ octets: [UInt8], zone: String) throws(CalendarError) -> ZoneRule {
        var reader = ZoneRuleReader(text: ByteCursor(octets), zone: zone)
        let rule = try reader.rule()
        guard reader.text.isAtEnd else {
            throw reader.error("something follows it")
        }
        return rule
    }

    private mutating func rule() throws(CalendarError) -> ZoneRule {
        try self.skipName()
        // POSIX counts westward.
        let offset = -(try self.time(hours: 24))
        guard !self.text.isAtEnd else {
            return ZoneRule(offset: offset, saving: nil)
        }
        try self.skipName()
        let hasOffset = !self.text.isAtEnd && self.text.peek() != 0x2C
        let savingOffset = hasOffset ? -(try self.time(hours: 24)) : offset + 3_600
        guard self.text.take(0x2C) else {
            throw self.error("it does not say when daylight saving time begins")
        }
        let start = try self.moment()
        guard self.text.take(0x2C) else {
            throw self.error("it does not say when daylight saving time ends")
        }
        let end = try self.moment()
        return ZoneRule(offset: offset, saving: ZoneRule.Saving(offset: savingOffset, start: start, end: end))
    }

    /// An abbreviation: three letters or more, or anything alphanumeric with signs between angle brackets.
    private mutating func skipName() throws(CalendarError) {
        let isQuoted = self.text.take(0x3C)
        let name = self.text.take { octet in
            octet.isASCIILetter || isQuoted && (octet.isASCIIDigit || octet == 0x2B || octet == 0x2D)
        }
        guard name.count >= 3, !isQuoted || self.text.take(0x3E) else {
            throw self.error("an abbreviation of three letters or more is missing")
        }
    }

    /// `[+-]hh[:mm[:ss]]`, in seconds.
    private mutating func time(hours: Int) throws(CalendarError) -> Int {
        let isNegative = self.text.take(0x2D)
        if !isNegative {
            _ = self.text.take(0x2B)
        }
        var seconds = try self.number(0...hours, "an hour") * 3_600
        if self.text.take(0x3A) {
            seconds += try self.number(0...59, "a minute") * 60
            if self.text.take(0x3A) {
                seconds += try self.number(0...59, "a second")
            }
        }
        guard seconds <= hours * 3_600 else {
            throw self.error("a time is above \(hours) hours")
        }
        return isNegative ? -seconds : seconds
    }

    private mutating func moment() throws(CalendarError) -> ZoneRule.Moment {
        let day = try self.day()
        return ZoneRule.Moment(day: day, seconds: self.text.take(0x2F) ? try self.time(hours: 167) : 7_200)
    }

    private mutating func day() throws(CalendarError) -> ZoneRule.Day {
        if self.text.take(0x4A) {
            return .julian(try self.number(1...365, "a day of the year"))
        }
        guard self.text.take(0x4D) else {
            return .dayOfYear(try self.number(0...365, "a day of the year"))
        }
        let month = try self.number(1...12, "a month")
        try self.takeDot()
        let week = try self.number(1...5, "a week of the month")
        try self.takeDot()
        return .weekday(month: month, week: week, weekday: try self.number(0...6, "a day of the week"))
    }

    private mutating func takeDot() throws(CalendarError) {
        guard self.text.take(0x2E) else {
            throw self.error("a day Mm.w.d lacks one of its three numbers")
        }
    }

    private mutating func number(_ range: ClosedRange<Int>, _ what: String) throws(CalendarError) -> Int {
        guard let number = self.text.takeDecimal().flatMap(Int.init(exactly:)), range.contains(number) else {
            throw self.error("\(what) from \(range.lowerBound) to \(range.upperBound) is missing")
        }
        return number
    }

    private func error(_ reason: String) -> CalendarError {
        CalendarError(
            "time zone \"\(self.zone)\" has the rule \"\(ByteString(self.text.bytes.prefix(100)).description)\", "
                + "which cannot be used: \(reason) at octet \(self.text.position + 1)",
            advice: "take the file of the system's time zone database, or write for example "
                + "CET-1CEST,M3.5.0,M10.5.0/3"
        )
    }
}
