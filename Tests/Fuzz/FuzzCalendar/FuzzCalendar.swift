import DialplanEngine
import FuzzDriver
import ProtocolKit

/// Reads a time zone and the attributes of time conditions, and holds what is found to what is true at single moments.
///
/// An odd first octet: the others change a small time zone file, and go on behind it. An even one: a line that is the rule
/// of a zone, a line with digits that choose a moment, and then attributes, a line each, whose first octet chooses the
/// name. So no seeds are needed.
@main
enum FuzzCalendar: FuzzTarget {
    private static let names = Set(CalendarCondition.attributeNames + FSTimeCondition.attributeNames).sorted()

    /// Berlin in the year 2026, version 2, with an empty first block, and a rule for the years after.
    private static let file: [UInt8] = {
        func header(times: UInt8, types: UInt8, characters: UInt8) -> [UInt8] {
            Array("TZif2".utf8) + Array(repeating: 0, count: 15 + 15) + [times, 0, 0, 0, types, 0, 0, 0, characters]
        }
        let first = header(times: 0, types: 1, characters: 4) + [0, 0, 0, 0, 0, 0] + Array("UTC\0".utf8)
        let times: [UInt8] = [0, 0, 0, 0, 0x69, 0xC8, 0x79, 0x90, 0, 0, 0, 0, 0x6A, 0xDD, 0x54, 0x90]
        let types: [UInt8] = [0, 0, 0x0E, 0x10, 0, 0, 0, 0, 0x1C, 0x20, 1, 4]
        return first + header(times: 2, types: 2, characters: 9) + times + [1, 0] + types
            + Array("CET\0CEST\0\nCET-1CEST,M3.5.0,M10.5.0/3\n".utf8)
    }()

    static func run(_ octets: [UInt8]) {
        guard let first = octets.first else {
            return
        }
        let rest = octets.dropFirst()
        guard first & 1 == 0 else {
            let changed = zip(self.file, rest + Array(repeating: 0, count: self.file.count)).map { $0 ^ $1 }
            let file = changed + rest.dropFirst(self.file.count)
            guard let zone = try? CalendarZone(name: "fuzzed", file: file) else {
                precondition(file != self.file, "a good file is read")
                return
            }
            self.check(zone)
            return
        }
        let lines = rest.split(separator: 0x0A, maxSplits: 40, omittingEmptySubsequences: false).map { line in
            String(decoding: line, as: UTF8.self)
        }
        guard lines.count > 2 else {
            return
        }
        self.checkConditions(rule: lines[0], moment: lines[1], attributes: lines[2...])
    }

    private static func checkConditions(rule: String, moment: String, attributes lines: ArraySlice<String>) {
        let good = "CET-1CEST,M3.5.0,M10.5.0/3"
        guard let zone = (try? CalendarZone(name: "fuzzed", rule: rule)) ?? (try? CalendarZone(name: "", rule: good))
        else {
            preconditionFailure("a good rule is read")
        }
        self.check(zone)
        let start = CivilTime(nanoseconds: (Int64(moment.prefix(10)) ?? 1_774_740_000) % 9_000_000_000 * 1_000_000_000)
        let attributes = lines.map { line in
            let index = Int(line.utf8.first ?? 0) % (self.names.count + 1)
            let name = index < self.names.count ? self.names[index] : String(line.prefix(8))
            return (name: name, value: String(line.dropFirst()))
        }
        self.checkStrict(attributes, zone, start)
        if let condition = try? FSTimeCondition(attributes) {
            let frame = FSTimeFrame(at: start, machineZone: zone, zone: nil, offset: ByteString(moment))
            let findings = condition.findings(in: frame)
            let outcome: FSTimeCondition.Outcome =
                findings.isEmpty ? .absent : findings.allSatisfy(\.matched) ? .matched : .missed
            precondition(condition.outcome(in: frame) == outcome, "what is found decides")
            precondition(condition.surprises.count <= findings.count, "a surprise is about an attribute")
        }
    }

    /// Every moment is one of those at which its local time is shown.
    private static func check(_ zone: CalendarZone) {
        var seconds: Int64 = -9_000_000_000
        while seconds < 9_000_000_000 {
            let time = zone.localTime(at: CivilTime(nanoseconds: seconds * 1_000_000_000))
            let moments = zone.moments(on: time.date, secondOfDay: time.secondOfDay)
            precondition(moments.contains { $0.seconds == seconds }, "a local time leads back")
            seconds += 100_003_001
        }
    }

    private static func checkStrict(
        _ attributes: [(name: String, value: String)],
        _ zone: CalendarZone,
        _ start: CivilTime
    ) {
        let condition: CalendarCondition
        do {
            condition = try CalendarCondition(attributes)
        } catch {
            precondition(error.problems.allSatisfy { !$0.message.isEmpty && !$0.advice.isEmpty }, "a reason is given")
            return
        }
        precondition(!(condition.neverMatches && condition.alwaysMatches), "it cannot be both")
        for wanted in [true, false] {
            let found =
                wanted
                ? condition.nextMatch(from: start, in: zone, within: 5)
                : condition.nextMiss(from: start, in: zone, within: 5)
            let end = found ?? CivilTime(nanoseconds: start.nanoseconds + 5 * 366 * 86_400_000_000_000)
            if let found {
                precondition(condition.matches(zone.localTime(at: found)) == wanted, "what is found is true")
            }
            // Moments before it, the last seconds among them, are not what was looked for.
            let span = (end.nanoseconds - start.nanoseconds) / 1_000_000_000
            let places = (0..<40).map { span * $0 / 40 } + [span - 1, span - 2, span - 60]
            for place in places where place >= 0 && place < span {
                let moment = CivilTime(nanoseconds: start.nanoseconds + place * 1_000_000_000)
                precondition(condition.matches(zone.localTime(at: moment)) != wanted, "nothing is jumped over")
            }
        }
        var limits = CalendarLimits()
        limits.searchSteps = 200
        let search = CalendarSearch(from: start, in: zone, within: 1, limits: limits)
        if case .found(let moment) = search.firstGap(of: [condition]) {
            precondition(!condition.matches(zone.localTime(at: moment)), "a gap is one")
        }
    }
}
