import ProtocolKit

/// Spans between two moments as FreeSWITCH reads `date-time`, on the machine's clock whatever the call's zone.
struct FSDateTimes: Hashable, Sendable {
    /// A moment as it is written.
    private enum Moment: Hashable {
        /// A day and a time, in seconds since 1970-01-01 00:00 of the machine's clock; never before it.
        case fixed(Int)
        /// Seconds after the midnight with which the present day began.
        case today(Int)
    }

    private struct Span: Hashable {
        let start: Moment
        let end: Moment
    }

    private var spans: [Span] = []

    /// Reads a list; what has no tilde is passed over, and reading ends at a moment that is none.
    init(_ text: ArraySlice<UInt8>) {
        for item in text.split(separator: 0x2C, omittingEmptySubsequences: false) {
            guard let tilde = item.firstIndex(of: 0x7E) else {
                continue
            }
            guard let start = Self.moment(item[..<tilde]), let end = Self.moment(item[(tilde + 1)...]) else {
                return
            }
            self.spans.append(Span(start: start, end: end))
        }
    }

    /// The days and times at which spans begin and end, in seconds since 1970-01-01 00:00 of the machine's clock.
    var edges: [Int] {
        self.spans.flatMap { [$0.start, $0.end] }.compactMap { moment in
            guard case .fixed(let seconds) = moment else {
                return nil
            }
            return seconds
        }
    }

    /// Whether a span has begun and not ended.
    func contain(_ frame: FSTimeFrame) -> Bool {
        let now = frame.machine.localSeconds - frame.machine.offset
        for span in self.spans {
            guard let start = self.seconds(span.start, frame), let end = self.seconds(span.end, frame) else {
                return false
            }
            if start <= now, now < end {
                return true
            }
        }
        return false
    }

    /// Seconds since the epoch; `nil` for what cannot be told from a moment that is none.
    ///
    /// The offset is the one that the machine's zone has when UTC shows the time, some hours from the moment itself:
    /// near the moment at which clocks are moved it is the wrong one.
    private func seconds(_ moment: Moment, _ frame: FSTimeFrame) -> Int? {
        let local: Int
        switch moment {
        case .fixed(let seconds):
            local = seconds
        case .today(let seconds):
            local = frame.machine.date.daysSinceEpoch * CalendarTime.secondsOfDay + seconds
        }
        guard local >= 0 else {
            return nil
        }
        let seconds = local - frame.machineZone.stretch(at: local).offset
        return seconds == 0 ? nil : seconds
    }

    // MARK: Reading

    /// Three forms: digits with colons, which is a time today even when it was meant as a date; year, month, day and
    /// perhaps a time, after which anything may follow; and fourteen digits that something follows.
    private static func moment(_ text: ArraySlice<UInt8>) -> Moment? {
        self.timeToday(text) ?? self.dateAndTime(text) ?? self.packed(text)
    }

    private static func timeToday(_ text: ArraySlice<UInt8>) -> Moment? {
        var rest = text
        let hour = self.takeDigits(&rest)
        self.takeColon(&rest)
        let minute = self.takeDigits(&rest)
        self.takeColon(&rest)
        let second = self.takeDigits(&rest)
        guard rest.isEmpty || rest.elementsEqual([0x0A]) else {
            return nil
        }
        return .today(self.seconds(hour, minute, second))
    }

    private static func dateAndTime(_ text: ArraySlice<UInt8>) -> Moment? {
        var rest = text
        let year = self.takeDigits(&rest)
        guard !year.isEmpty, rest.first == 0x2D else {
            return nil
        }
        rest.removeFirst()
        let month = self.takeDigits(&rest)
        guard !month.isEmpty, rest.first == 0x2D else {
            return nil
        }
        rest.removeFirst()
        let day = self.takeDigits(&rest)
        guard !day.isEmpty else {
            return nil
        }
        rest = rest.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let hour = self.takeDigits(&rest)
        self.takeColon(&rest)
        let minute = self.takeDigits(&rest)
        self.takeColon(&rest)
        let second = self.takeDigits(&rest)
        return self.fixed(year, month, day, self.seconds(hour, minute, second))
    }

    private static func packed(_ text: ArraySlice<UInt8>) -> Moment? {
        let digits = text.prefix(14)
        guard digits.count == 14, digits.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        func part(_ from: Int, _ count: Int) -> ArraySlice<UInt8> {
            digits.dropFirst(from).prefix(count)
        }
        return self.fixed(part(0, 4), part(4, 2), part(6, 2), self.seconds(part(8, 2), part(10, 2), part(12, 2)))
    }

    /// A month that does not exist makes FreeSWITCH read beyond a table, and here the moment is none; a day that does
    /// not exist is counted on from the first of its month.
    private static func fixed(
        _ year: ArraySlice<UInt8>,
        _ month: ArraySlice<UInt8>,
        _ day: ArraySlice<UInt8>,
        _ seconds: Int
    ) -> Moment? {
        let year = Int(FSNumber.leading(year))
        let month = Int(FSNumber.leading(month))
        guard (1...12).contains(month) else {
            return nil
        }
        let first = CalendarDate.daysSinceEpoch(year: year, month: month, day: 1)
        let local = (first + Int(FSNumber.leading(day)) - 1) * CalendarTime.secondsOfDay + seconds
        return year >= 1_900 && local >= 0 ? .fixed(local) : nil
    }

    private static func seconds(
        _ hour: ArraySlice<UInt8>,
        _ minute: ArraySlice<UInt8>,
        _ second: ArraySlice<UInt8>
    ) -> Int {
        Int(FSNumber.leading(hour)) * 3_600 + Int(FSNumber.leading(minute)) * 60 + Int(FSNumber.leading(second))
    }

    private static func takeDigits(_ text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = text.prefix(while: \.isASCIIDigit)
        text = text.dropFirst(digits.count)
        return digits
    }

    private static func takeColon(_ text: inout ArraySlice<UInt8>) {
        if text.first == 0x3A {
            text.removeFirst()
        }
    }
}
