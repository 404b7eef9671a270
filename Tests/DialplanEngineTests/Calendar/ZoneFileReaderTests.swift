import DialplanEngine
import Foundation
import ProtocolKit
import Testing

/// Time zone files that are broken, or were made to harm.
struct ZoneFileReaderTests {
    /// A time zone file as it is put together, part by part.
    private struct File {
        var magic = "TZif"
        var version: UInt8 = 0x32
        var secondVersion: UInt8 = 0x32
        /// Numbers in place of the true counts: isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt.
        var counts: [Int: UInt32] = [:]
        var times: [Int64] = [0, 1_000_000]
        var indices: [UInt8] = [1, 0]
        var types: [(offset: Int32, mark: UInt8, abbreviation: UInt8)] = [(3_600, 0, 0), (7_200, 1, 4)]
        var abbreviations = Array("CET\0CEST\0".utf8)
        var standardIndicators: [UInt8] = []
        var utcIndicators: [UInt8] = []
        var footer = "\nCET-1\n"

        private func header(_ version: UInt8) -> [UInt8] {
            let real = [
                self.utcIndicators.count, self.standardIndicators.count, 0, self.times.count, self.types.count,
                self.abbreviations.count,
            ]
            let counts = real.enumerated().map { self.counts[$0.offset] ?? UInt32($0.element) }
            return Array(self.magic.utf8) + [version] + Array(repeating: 0, count: 15) + counts.flatMap(self.octets)
        }

        private func octets(_ number: some FixedWidthInteger) -> [UInt8] {
            (0..<number.bitWidth / 8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }

        private func block(_ wide: Bool) -> [UInt8] {
            let times = self.times.flatMap { wide ? self.octets($0) : self.octets(Int32(truncatingIfNeeded: $0)) }
            let types = self.types.flatMap { self.octets($0.offset) + [$0.mark, $0.abbreviation] }
            return times + self.indices + types + self.abbreviations + self.standardIndicators + self.utcIndicators
        }

        var octets: [UInt8] {
            self.version == 0
                ? self.header(0) + self.block(false)
                : self.header(self.version) + self.block(false) + self.header(self.secondVersion) + self.block(true)
                    + Array(self.footer.utf8)
        }
    }

    private static func zone(_ file: File) throws -> CalendarZone {
        try CalendarZone(name: "Test/Zone", file: file.octets)
    }

    @Test(arguments: [0x00, 0x32, 0x33, 0x34] as [UInt8])
    func `every version is read`(version: UInt8) throws {
        let zone = try Self.zone(File(version: version, secondVersion: version))

        #expect(zone.localTime(at: CivilTime(seconds: -1)).offset == 3_600)
        #expect(zone.localTime(at: CivilTime(seconds: 0)).offset == 7_200)
        #expect(zone.localTime(at: CivilTime(seconds: 999_999)).isDaylightSaving)
        #expect(!zone.localTime(at: CivilTime(seconds: 1_000_000)).isDaylightSaving)
        #expect(zone.name == "Test/Zone")
    }

    @Test
    func `what the footer does not say goes on as it was`() throws {
        let zone = try Self.zone(File(indices: [0, 1], footer: "\n\n"))

        #expect(zone.localTime(at: .utc("2200-01-01 00:00")).offset == 7_200)
    }

    private static let broken: [(File, String)] = [
        (File(magic: "TZiF"), "begins with TZif"),
        (File(version: 0x31, secondVersion: 0x31), "version is none of 1 to 4"),
        (File(version: 0x35, secondVersion: 0x35), "version is none of 1 to 4"),
        (File(version: 0x33), "two headers differ"),
        (File(counts: [0: 1]), "counts is not possible"),
        (File(counts: [1: 3]), "counts is not possible"),
        (File(counts: [2: .max]), "counts is not possible"),
        (File(counts: [2: 1]), "begins with TZif"),
        (File(counts: [3: .max]), "counts is not possible"),
        (File(counts: [3: 2_048]), "ends too early"),
        (File(counts: [4: 0]), "counts is not possible"),
        (File(counts: [4: 257]), "counts is not possible"),
        (File(counts: [5: 0]), "counts is not possible"),
        (File(times: [0, 0]), "do not ascend"),
        (File(times: [1, 0]), "do not ascend"),
        (File(times: [.min, 0]), "do not ascend"),
        (File(indices: [1, 2]), "an index or a mark"),
        (File(types: [(3_600, 0, 0), (93_600, 1, 4)]), "local time types"),
        (File(types: [(3_600, 0, 0), (.min, 1, 4)]), "local time types"),
        (File(types: [(3_600, 0, 0), (7_200, 2, 4)]), "local time types"),
        (File(types: [(3_600, 0, 0), (7_200, 1, 9)]), "local time types"),
        (File(abbreviations: Array("CET\0CEST".utf8)), "last abbreviation does not end"),
        (File(standardIndicators: [0, 2]), "an index or a mark"),
        (File(standardIndicators: [1, 0], utcIndicators: [1, 1]), "without its standard indicator"),
        (File(footer: ""), "footer is not a line"),
        (File(footer: "\nCET-1"), "footer is not a line"),
        (File(footer: "\nCET-1\n\n"), "something follows its end"),
        (File(footer: "\nCET-2\n"), "contradicts its last transition"),
        (File(footer: "\nCE-1\n"), "abbreviation of three letters"),
        (File(version: 0, abbreviations: Array("CET".utf8) + [0, 0x54]), "last abbreviation does not end"),
    ]

    @Test(arguments: Self.broken.indices)
    func `a broken file is refused with a reason`(index: Int) {
        let (file, reason) = Self.broken[index]
        let error = #expect(throws: CalendarError.self) {
            try Self.zone(file)
        }

        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
        #expect(error?.description.hasPrefix("time zone \"Test/Zone\"") == true)
    }

    @Test
    func `a file that counts leap seconds is refused`() {
        var octets = File(version: 0).octets
        octets[31] = 1
        octets += Array(repeating: 0, count: 8)

        let error = #expect(throws: CalendarError.self) {
            try CalendarZone(name: "right/UTC", file: octets)
        }
        #expect(error?.description.contains("leap seconds") == true)
    }

    @Test(arguments: [
        ("", "abbreviation"), ("CET", "an hour"), ("CET-25", "an hour"), ("CET-24:30", "above 24 hours"),
        ("CET-1:60", "a minute"), ("CET-1:00:60", "a second"), ("<+1", "abbreviation"), ("CET-1 ", "abbreviation"),
        ("CET-1CEST", "does not say when daylight saving time begins"),
        ("CET-1CEST,M3.5.0", "does not say when daylight saving time ends"),
        ("CET-1CEST,M13.5.0,M10.5.0", "a month"), ("CET-1CEST,M3.6.0,M10.5.0", "a week of the month"),
        ("CET-1CEST,M3.0.0,M10.5.0", "a week of the month"), ("CET-1CEST,M3.5.7,M10.5.0", "a day of the week"),
        ("CET-1CEST,M3.5,M10.5.0", "Mm.w.d"), ("CET-1CEST,J0,J100", "a day of the year"),
        ("CET-1CEST,J366,J100", "a day of the year"), ("CET-1CEST,366,100", "a day of the year"),
        ("CET-1CEST,M3.5.0/168,M10.5.0", "an hour"), ("CET-1CEST,M3.5.0/167:00:01,M10.5.0", "above 167 hours"),
        ("CET-1CEST,M3.5.0/-168,M10.5.0", "an hour"), ("CET-1CEST,M3.5.0,M10.5.0,", "something follows"),
        ("CET-99999999999999999999", "an hour"),
    ])
    func `a broken rule is refused with a reason and a place`(rule: String, reason: String) {
        let error = #expect(throws: CalendarError.self) {
            try CalendarZone(name: "rule", rule: rule)
        }

        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("at octet") == true)
    }

    @Test
    func `a file has a limit of octets and of transitions`() {
        var limits = CalendarLimits()
        limits.transitions = 1
        #expect(throws: CalendarError.self) { try CalendarZone(name: "x", file: File().octets, limits: limits) }
        limits.transitions = 2
        #expect(throws: Never.self) { try CalendarZone(name: "x", file: File().octets, limits: limits) }
        limits.zoneOctets = 100
        #expect(throws: CalendarError.self) { try CalendarZone(name: "x", file: File().octets, limits: limits) }
    }

    @Test(arguments: [ZoneFiles.apia, ZoneFiles.kathmandu])
    func `a file cut at any place is refused`(file: String) {
        let octets = Array(Data(base64Encoded: file, options: .ignoreUnknownCharacters) ?? Data())

        #expect(octets.count > 100)
        for count in octets.indices {
            #expect(throws: CalendarError.self) {
                try CalendarZone(name: "cut", file: Array(octets.prefix(count)))
            }
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `a file with any octet changed is refused or shows some time`(seed: UInt64) {
        let octets = Array(Data(base64Encoded: ZoneFiles.apia, options: .ignoreUnknownCharacters) ?? Data())
        var draw = CalendarDraw(state: seed)
        var read = 0
        for index in octets.indices {
            var changed = octets
            changed[index] = UInt8(truncatingIfNeeded: draw.next())
            guard let zone = try? CalendarZone(name: "changed", file: changed) else {
                continue
            }
            read += 1
            for _ in 0..<20 {
                let moment = CivilTime(nanoseconds: Int64(bitPattern: draw.next()))
                let time = zone.localTime(at: moment)
                let back = zone.moments(on: time.date, secondOfDay: time.secondOfDay).map(\.nanoseconds)
                let floor = moment.nanoseconds - (moment.nanoseconds % 1_000_000_000 + 1_000_000_000) % 1_000_000_000
                #expect(back.contains(floor), "seed \(seed), octet \(index), \(time)")
            }
        }

        #expect(read > 0)
    }
}
