import ProtocolKit

extension FreeSWITCHChannel {
    /// `[seconds|]format`, on the machine's clock.
    func strftime(_ argument: MarkedText) -> MarkedText {
        var format = argument
        var moment = self.time
        if let (seconds, rest) = argument.split(at: "|") {
            moment = CivilTime(nanoseconds: Int64(seconds.leadingNumber) * 1_000_000_000)
            // One octet more than the delimiter is passed over there.
            format = rest.dropFirst(1)
        }
        let time = self.plan.machineZone.localTime(at: moment)
        return ClockText.write(time, moment, format.isEmpty ? Self.defaultFormat : format)
    }

    /// `zone [seconds|]format`.
    func strftimeZone(_ argument: MarkedText) -> MarkedText {
        let (name, rest) = argument.split(at: " ") ?? (argument, MarkedText())
        guard let zone = self.plan.zone(named: name.string) else {
            return MarkedText(authored: "-ERR Invalid timezone/format\n")
        }
        var format = rest
        var moment = self.time
        if let (seconds, after) = rest.split(at: "|") {
            let given = seconds.leadingNumber
            moment = given == 0 ? self.time : CivilTime(nanoseconds: Int64(given) * 1_000_000_000)
            format = after
        }
        return ClockText.write(zone.localTime(at: moment), moment, format.isEmpty ? Self.defaultFormat : format)
    }

    /// The seconds since 1970 now, or at `YYYY-MM-DD hh:mm:ss` on the machine's clock; 0 for what is no date.
    func epoch(_ argument: MarkedText) -> Int64 {
        guard !argument.isEmpty else {
            return self.time.seconds
        }
        let numbers = argument.bytes.split { !$0.isASCIIDigit }.prefix(6).map { digits in
            MarkedText(foreign: ByteString(digits)).leadingNumber
        }
        guard numbers.count >= 3, let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            return 0
        }
        let clock = numbers.dropFirst(3) + [0, 0, 0].dropFirst(numbers.count - 3)
        let seconds = clock.reduce(0) { $0 * 60 + $1 }
        return self.plan.machineZone.moments(on: date, secondOfDay: seconds).first?.seconds ?? 0
    }

    private static let defaultFormat = MarkedText(authored: "%Y-%m-%d %T")
}

/// Dates and times as C's `strftime` writes them in the locale "C".
private enum ClockText {
    private static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    static func write(_ time: CalendarTime, _ moment: CivilTime, _ format: MarkedText) -> MarkedText {
        var cursor = MarkedCursor(format)
        var text = MarkedText()
        while let octet = cursor.take() {
            if octet.octet == 0x25, let letter = cursor.take() {
                let scalar = Unicode.Scalar(letter.octet)
                text.append(MarkedText(authored: self.field(Character(scalar), time, moment) ?? "%\(scalar)"))
            } else {
                text.octets.append(octet)
            }
        }
        return text
    }

    private static func field(_ letter: Character, _ time: CalendarTime, _ moment: CivilTime) -> String? {
        self.dateField(letter, time.date) ?? self.clockField(letter, time, moment)
            ?? self.combination(letter).map { self.write(time, moment, MarkedText(authored: $0)).description }
    }

    private static func dateField(_ letter: Character, _ date: CalendarDate) -> String? {
        let weekday = date.sundayWeekday - 1
        return switch letter {
        case "Y": String(date.year)
        case "C": self.padded(date.year / 100)
        case "y": self.padded(date.year % 100)
        case "m": self.padded(date.month)
        case "d": self.padded(date.day)
        case "e": self.padded(date.day, with: " ")
        case "j": (date.dayOfYear < 100 ? "0" : "") + self.padded(date.dayOfYear)
        case "u": String(weekday == 0 ? 7 : weekday)
        case "w": String(weekday)
        case "a": String(self.days[weekday].prefix(3))
        case "A": self.days[weekday]
        case "b", "h": String(self.months[date.month - 1].prefix(3))
        case "B": self.months[date.month - 1]
        case "U": self.padded((date.dayOfYear + 6 - weekday) / 7)
        case "W": self.padded((date.dayOfYear + 6 - (weekday + 6) % 7) / 7)
        default: nil
        }
    }

    private static func clockField(_ letter: Character, _ time: CalendarTime, _ moment: CivilTime) -> String? {
        let hour = (time.hour + 11) % 12 + 1
        return switch letter {
        case "H": self.padded(time.hour)
        case "I": self.padded(hour)
        case "k": self.padded(time.hour, with: " ")
        case "l": self.padded(hour, with: " ")
        case "M": self.padded(time.minute)
        case "S": self.padded(time.second)
        case "p": time.hour < 12 ? "AM" : "PM"
        case "P": time.hour < 12 ? "am" : "pm"
        case "s": String(moment.seconds)
        case "z":
            (time.offset < 0 ? "-" : "+") + self.padded(abs(time.offset) / 3600)
                + self.padded(abs(time.offset) / 60 % 60)
        case "Z": time.offset == 0 ? "UTC" : CalendarTime.written(offset: time.offset)
        case "n": "\n"
        case "t": "\t"
        case "%": "%"
        default: nil
        }
    }

    /// Letters that stand for others.
    private static func combination(_ letter: Character) -> String? {
        switch letter {
        case "T", "X": "%H:%M:%S"
        case "R": "%H:%M"
        case "r": "%I:%M:%S %p"
        case "D", "x": "%m/%d/%y"
        case "F": "%Y-%m-%d"
        case "c": "%a %b %e %H:%M:%S %Y"
        default: nil
        }
    }

    private static func padded(_ number: Int, with filler: String = "0") -> String {
        number < 10 ? filler + String(number) : String(number)
    }
}
