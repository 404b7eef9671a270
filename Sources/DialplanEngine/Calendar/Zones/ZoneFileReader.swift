import ProtocolKit

/// Reads a time zone file, "TZif" versions 1 to 4 (RFC 9636 §3), and trusts nothing in it.
struct ZoneFileReader {
    /// The counts of a header (§3.1).
    private struct Header {
        let version: UInt8
        let utcIndicators: Int
        let standardIndicators: Int
        let leapSeconds: Int
        let transitions: Int
        let types: Int
        let characters: Int

        /// The octets of the block that follows it (§3.2).
        func blockOctets(timeOctets: Int) -> Int {
            self.transitions * (timeOctets + 1) + self.types * 6 + self.characters
                + self.leapSeconds * (timeOctets + 4) + self.standardIndicators + self.utcIndicators
        }
    }

    /// A way to set the clocks.
    private struct LocalType {
        let offset: Int
        let isDaylightSaving: Bool
    }

    private var octets: ByteCursor
    private let name: String
    private let limits: CalendarLimits

    /// The periods that a file describes.
    static func read(
        _ octets: [UInt8],
        name: String,
        limits: CalendarLimits
    ) throws(CalendarError) -> [CalendarZone.Period] {
        var reader = ZoneFileReader(octets: ByteCursor(octets), name: name, limits: limits)
        guard octets.count <= limits.zoneOctets else {
            throw reader.error("it has more than \(limits.zoneOctets) octets")
        }
        return try reader.file()
    }

    private mutating func file() throws(CalendarError) -> [CalendarZone.Period] {
        let first = try self.header()
        guard first.version > 1 else {
            let periods = try self.block(first, timeOctets: 4)
            guard self.octets.isAtEnd else {
                throw self.error("something follows its end")
            }
            return periods
        }
        // The first block is for readers that know no other; the second says the same, and more, in 64 bits.
        guard self.octets.take(count: first.blockOctets(timeOctets: 4)) != nil else {
            throw self.truncation
        }
        let second = try self.header()
        guard second.version == first.version else {
            throw self.error("its two headers differ in their version")
        }
        let periods = try self.block(second, timeOctets: 8)
        return try self.periods(periods, continuedBy: self.footer())
    }

    private mutating func header() throws(CalendarError) -> Header {
        guard self.octets.take("TZif") else {
            throw self.error("it is not a time zone file, which begins with TZif")
        }
        guard let mark = self.octets.take(), self.octets.take(count: 15) != nil,
            let utcIndicators = self.octets.takeUInt32(), let standardIndicators = self.octets.takeUInt32(),
            let leapSeconds = self.octets.takeUInt32(), let transitions = self.octets.takeUInt32(),
            let types = self.octets.takeUInt32(), let characters = self.octets.takeUInt32()
        else {
            throw self.truncation
        }
        guard mark == 0 || (0x32...0x34).contains(mark) else {
            throw self.error("its version is none of 1 to 4")
        }
        guard (1...256).contains(types), (1...2_048).contains(characters),
            transitions <= UInt32(clamping: self.limits.transitions),
            leapSeconds <= 1_024, [0, types].contains(utcIndicators), [0, types].contains(standardIndicators)
        else {
            throw self.error("one of its counts is not possible")
        }
        return Header(
            version: mark == 0 ? 1 : mark &- 0x30,
            utcIndicators: Int(utcIndicators),
            standardIndicators: Int(standardIndicators),
            leapSeconds: Int(leapSeconds),
            transitions: Int(transitions),
            types: Int(types),
            characters: Int(characters)
        )
    }
}

// MARK: - The block

extension ZoneFileReader {
    private mutating func block(_ header: Header, timeOctets: Int) throws(CalendarError) -> [CalendarZone.Period] {
        guard self.octets.remaining >= header.blockOctets(timeOctets: timeOctets) else {
            throw self.truncation
        }
        guard header.leapSeconds == 0 else {
            throw self.error("it counts leap seconds, which the system's clock does not")
        }
        let times = try self.transitionTimes(header.transitions, octets: timeOctets)
        let indices = try self.octetRun(header.transitions) { $0 < header.types }
        let types = try self.types(header)
        let abbreviations = try self.octetRun(header.characters) { _ in true }
        guard abbreviations.last == 0 else {
            throw self.error("its last abbreviation does not end")
        }
        let isStandard = try self.octetRun(header.standardIndicators) { $0 <= 1 }
        let isUTC = try self.octetRun(header.utcIndicators) { $0 <= 1 }
        let isSound = isUTC.enumerated().allSatisfy { index, mark in
            mark == 0 || index < isStandard.count && isStandard[index] == 1
        }
        guard isSound else {
            throw self.error("a UTC indicator stands without its standard indicator")
        }
        // Before the first transition the first type holds (§3.2).
        return zip([.min] + times, [0] + indices).map { start, index in
            CalendarZone.Period(
                start: start,
                offset: Int32(types[index].offset),
                isDaylightSaving: types[index].isDaylightSaving
            )
        }
    }

    private mutating func transitionTimes(_ count: Int, octets: Int) throws(CalendarError) -> [Int] {
        var times: [Int] = []
        times.reserveCapacity(count)
        for _ in 0..<count {
            guard let high = self.octets.takeUInt32() else {
                throw self.truncation
            }
            var time = Int(Int32(bitPattern: high))
            if octets == 8 {
                guard let low = self.octets.takeUInt32() else {
                    throw self.truncation
                }
                time = time << 32 | Int(low)
            }
            guard time >= -(1 << 59), time <= 1 << 59, times.last.map({ $0 < time }) ?? true else {
                throw self.error("its transition times do not ascend, or lie before the big bang")
            }
            times.append(time)
        }
        return times
    }

    private mutating func types(_ header: Header) throws(CalendarError) -> [LocalType] {
        var types: [LocalType] = []
        types.reserveCapacity(header.types)
        for _ in 0..<header.types {
            guard let offset = self.octets.takeUInt32(), let mark = self.octets.take(),
                let abbreviation = self.octets.take()
            else {
                throw self.truncation
            }
            let seconds = Int(Int32(bitPattern: offset))
            // §3.2: a whole file may have no offset beyond these.
            guard (-89_999...93_599).contains(seconds), mark <= 1, Int(abbreviation) < header.characters else {
                throw self.error("one of its local time types is not possible")
            }
            types.append(LocalType(offset: seconds, isDaylightSaving: mark == 1))
        }
        return types
    }

    private mutating func octetRun(_ count: Int, where isValid: (Int) -> Bool) throws(CalendarError) -> [Int] {
        guard let range = self.octets.take(count: count) else {
            throw self.truncation
        }
        let numbers = self.octets.bytes[range].map(Int.init)
        guard numbers.allSatisfy(isValid) else {
            throw self.error("an index or a mark in it is not possible")
        }
        return numbers
    }
}

// MARK: - The footer

extension ZoneFileReader {
    /// The rule for the time after the last transition (§3.3); `nil` when the file gives none.
    private mutating func footer() throws(CalendarError) -> ZoneRule? {
        guard self.octets.take(0x0A), let range = self.octets.take(upTo: 0x0A), self.octets.take(0x0A) else {
            throw self.error("its footer is not a line of its own")
        }
        guard self.octets.isAtEnd else {
            throw self.error("something follows its end")
        }
        guard !range.isEmpty else {
            return nil
        }
        return try ZoneRuleReader.read(Array(self.octets.bytes[range]), zone: self.name)
    }

    private func periods(
        _ periods: [CalendarZone.Period],
        continuedBy rule: ZoneRule?
    ) throws(CalendarError) -> [CalendarZone.Period] {
        guard let rule, let last = periods.last else {
            return periods
        }
        guard periods.count > 1 else {
            return rule.periods(after: nil)
        }
        let continuation = rule.periods(after: last.start)
        // The two must agree about the time between them (§3.3).
        guard let first = continuation.first, first.offset == last.offset,
            first.isDaylightSaving == last.isDaylightSaving
        else {
            throw self.error("its rule contradicts its last transition")
        }
        return periods.dropLast() + continuation
    }

    private var truncation: CalendarError {
        self.error("it ends too early")
    }

    private func error(_ reason: String) -> CalendarError {
        CalendarError(
            "time zone \"\(self.name)\" cannot be used: \(reason)",
            advice: "take the file of the system's time zone database"
        )
    }
}
