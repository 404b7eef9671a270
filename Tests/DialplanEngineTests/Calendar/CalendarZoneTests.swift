import DialplanEngine
import Foundation
import ProtocolKit
import Testing

/// Time zone files against what Python's `zoneinfo` and the C library make of the same files.
struct CalendarZoneTests {
    private static let berlin: [(Int, String, Bool)] = [
        (-9_000_000_000, "1684-10-19 08:53:28 +00:53:28", false),
        (-2_422_054_409, "1893-03-31 23:59:59 +00:53:28", false),
        (-2_422_054_408, "1893-04-01 00:06:32 +01:00", false),
        (-1_693_706_401, "1916-04-30 22:59:59 +01:00", false),
        (-1_693_706_400, "1916-05-01 00:00:00 +02:00", true),
        (-776_563_201, "1945-05-24 01:59:59 +02:00", true),
        (-776_563_200, "1945-05-24 03:00:00 +03:00", true),
        (-765_936_000, "1945-09-24 02:00:00 +02:00", true),
        (0, "1970-01-01 01:00:00 +01:00", false),
        (1_774_745_999, "2026-03-29 01:59:59 +01:00", false),
        (1_774_746_000, "2026-03-29 03:00:00 +02:00", true),
        (1_792_889_999, "2026-10-25 02:59:59 +02:00", true),
        (1_792_890_000, "2026-10-25 02:00:00 +01:00", false),
        (1_798_106_400, "2026-12-24 11:00:00 +01:00", false),
        (4_000_000_000, "2096-10-02 09:06:40 +02:00", true),
        (4_109_999_999, "2100-03-29 12:39:59 +02:00", true),
        (8_999_999_999, "2255-03-14 16:59:59 +01:00", false),
    ]

    private static let newYork: [(Int, String, Bool)] = [
        (-2_717_650_801, "1883-11-18 12:03:57 -04:56:02", false),
        (-2_717_650_800, "1883-11-18 12:00:00 -05:00", false),
        (-880_218_000, "1942-02-09 03:00:00 -04:00", true),
        (-765_396_000, "1945-09-30 01:00:00 -05:00", false),
        (126_687_600, "1974-01-06 03:00:00 -04:00", true),
        (1_173_596_399, "2007-03-11 01:59:59 -05:00", false),
        (1_173_596_400, "2007-03-11 03:00:00 -04:00", true),
        (1_772_953_199, "2026-03-08 01:59:59 -05:00", false),
        (1_772_953_200, "2026-03-08 03:00:00 -04:00", true),
        (1_793_512_799, "2026-11-01 01:59:59 -04:00", true),
        (1_793_512_800, "2026-11-01 01:00:00 -05:00", false),
        (2_200_000_000, "2039-09-18 19:06:40 -04:00", true),
        (9_000_000_000, "2255-03-14 12:00:00 -04:00", true),
    ]

    private static let kathmandu: [(Int, String, Bool)] = [
        (-1_577_943_677, "1919-12-31 23:59:59 +05:41:16", false),
        (-1_577_943_676, "1919-12-31 23:48:44 +05:30", false),
        (504_901_799, "1985-12-31 23:59:59 +05:30", false),
        (504_901_800, "1986-01-01 00:15:00 +05:45", false),
        (1_790_000_000, "2026-09-21 19:58:20 +05:45", false),
    ]

    private static let lordHowe: [(Int, String, Bool)] = [
        (352_216_799, "1981-02-28 23:59:59 +10:00", false),
        (352_216_800, "1981-03-01 00:30:00 +10:30", false),
        (1_775_314_799, "2026-04-05 01:59:59 +11:00", true),
        (1_775_314_800, "2026-04-05 01:30:00 +10:30", false),
        (1_791_041_399, "2026-10-04 01:59:59 +10:30", false),
        (1_791_041_400, "2026-10-04 02:30:00 +11:00", true),
        (3_000_000_000, "2065-01-24 16:20:00 +11:00", true),
        (7_000_000_000, "2191-10-27 23:26:40 +11:00", true),
    ]

    private static let apia: [(Int, String, Bool)] = [
        (-2_445_424_384, "1892-07-04 00:00:00 -11:26:56", false),
        (-631_110_600, "1950-01-01 00:30:00 -11:00", false),
        (1_301_752_799, "2011-04-02 03:59:59 -10:00", true),
        (1_301_752_800, "2011-04-02 03:00:00 -11:00", false),
        (1_325_239_199, "2011-12-29 23:59:59 -10:00", true),
        (1_325_239_200, "2011-12-31 00:00:00 +14:00", true),
        (1_617_458_399, "2021-04-04 03:59:59 +14:00", true),
        (1_617_458_400, "2021-04-04 03:00:00 +13:00", false),
        (1_790_000_000, "2026-09-22 03:13:20 +13:00", false),
    ]

    @Test(arguments: [
        ("Europe/Berlin", ZoneFiles.berlin, Self.berlin), ("America/New_York", ZoneFiles.newYork, Self.newYork),
        ("Asia/Kathmandu", ZoneFiles.kathmandu, Self.kathmandu),
        ("Australia/Lord_Howe", ZoneFiles.lordHowe, Self.lordHowe), ("Pacific/Apia", ZoneFiles.apia, Self.apia),
    ])
    func `clocks show what they do, before and after they are moved`(
        name: String,
        file: String,
        rows: [(seconds: Int, text: String, isDaylightSaving: Bool)]
    ) throws {
        let zone = try CalendarZone.embedded(name, file)

        for row in rows {
            let time = zone.localTime(at: CivilTime(seconds: row.seconds))
            #expect(time.description == row.text)
            #expect(time.isDaylightSaving == row.isDaylightSaving, "\(row.text)")
        }
    }

    /// The checksums are of the texts that Python makes for the same moments.
    @Test(arguments: [
        ("Europe/Berlin", ZoneFiles.berlin, 0xF68A_C93F_734A_43C2 as UInt64),
        ("America/New_York", ZoneFiles.newYork, 0x5108_238D_A431_D640),
        ("Asia/Kathmandu", ZoneFiles.kathmandu, 0xFFBE_6F8F_2382_73BE),
        ("Australia/Lord_Howe", ZoneFiles.lordHowe, 0xEFFE_79B2_2EA2_9780),
        ("Pacific/Apia", ZoneFiles.apia, 0xC2B5_F188_7F84_8F8F),
    ])
    func `clocks agree with another implementation at 10,000 moments from 1680 to 2259`(
        name: String,
        file: String,
        expected: UInt64
    ) throws {
        #expect(Self.checksum(try CalendarZone.embedded(name, file), moments: 10_000) == expected)
    }

    /// Python counts the days of the form `n` from 1 instead of 0 (POSIX.1-2017 §8.3), so it was given the day after.
    @Test(arguments: [
        ("CET-1CEST,M3.5.0,M10.5.0/3", 0xE635_A8FF_6585_1F86 as UInt64),
        ("EST5EDT,M3.2.0,M11.1.0", 0x085E_48FB_5E0E_A59D),
        ("<+0330>-3:30<+0430>,J79/24,J263/24", 0xAF66_0FE3_EF97_8CCA),
        ("IST-2IDT,M3.4.4/26,M10.5.0", 0xB879_D1B3_0088_A5F8),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 0xC72D_3615_4231_7C0F),
        ("AAA-10BBB-11:30,59/1:30:15,300/0", 0xC124_5902_F335_2C6D),
        ("NZST-12NZDT,M9.5.0,M4.1.0/3", 0xBF92_FDDC_E73B_0D43),
        ("XXX3", 0xF445_B952_2EDA_C26D),
        ("WGT3WGST,M3.5.0/-2,M10.5.0/-1", 0x3567_5FCD_103A_997C),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 0xF07F_6B27_8828_A99B),
        ("AAA5BBB,J60,J365", 0x1C37_94F3_6ABA_0E2C),
        ("AAA5BBB,M2.5.3/-167,M12.1.6/167", 0x6456_3723_4AC6_9082),
        ("AAA12:30:15BBB-1,0,100", 0xF345_CC51_7BC8_DFEB),
    ])
    func `rules of every form agree with another implementation`(rule: String, expected: UInt64) throws {
        #expect(Self.checksum(try CalendarZone(name: "rule", rule: rule), moments: 2_000) == expected)
    }

    private static func checksum(_ zone: CalendarZone, moments: Int) -> UInt64 {
        var draw = CalendarDraw(state: 7)
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for _ in 0..<moments {
            let seconds = -9_151_488_000 + draw.next(below: 18_302_975_999)
            for octet in zone.localTime(at: CivilTime(seconds: seconds)).description.utf8 {
                sum = (sum ^ UInt64(octet)) &* 0x100_0000_01B3
            }
        }
        return sum
    }

    @Test(arguments: ["EST5EDT,0/0,J365/25", "XXX3EDT4,0/0,J365/23"])
    func `saving time that ends as the next begins lasts all year`(rule: String) throws {
        let zone = try CalendarZone(name: "rule", rule: rule)

        for hour in 0..<24 {
            let time = zone.localTime(at: .utc("2025-12-31 12:00:00").advanced(hours: hour))
            #expect(time.isDaylightSaving, "\(time)")
            #expect(time.offset == -4 * 3_600)
        }
    }

    @Test
    func `a fixed offset and UTC need no file`() {
        let time = CalendarZone(fixedOffset: -12_600).localTime(at: .utc("2026-01-01 02:00:00"))

        #expect(time.description == "2025-12-31 22:30:00 -03:30")
        #expect(CalendarZone(fixedOffset: -12_600).name == "UTC-03:30")
        #expect(CalendarZone.utc.name == "UTC")
        #expect(CalendarTime.utc("2026-12-24 18:00:59").description == "2026-12-24 18:00:59 +00:00")
    }

    @Test
    func `a part of a second belongs to the second that has begun, also before 1970`() {
        #expect(
            CalendarZone.utc.localTime(at: CivilTime(nanoseconds: -1)).description == "1969-12-31 23:59:59 +00:00"
        )
        #expect(CalendarZone.utc.localTime(at: CivilTime(nanoseconds: .min)).date.year == 1677)
        #expect(CalendarZone.utc.localTime(at: CivilTime(nanoseconds: .max)).date.year == 2262)
    }

    @Test
    func `a local time is shown never, once or twice`() throws {
        let berlin = try CalendarZone.berlin()
        let apia = try CalendarZone.embedded("Pacific/Apia", ZoneFiles.apia)
        let lordHowe = try CalendarZone.embedded("Australia/Lord_Howe", ZoneFiles.lordHowe)
        func seconds(_ zone: CalendarZone, _ year: Int, _ month: Int, _ day: Int, _ second: Int) throws -> [Int64] {
            zone.moments(on: try #require(CalendarDate(year: year, month: month, day: day)), secondOfDay: second)
                .map(\.seconds)
        }

        #expect(try seconds(berlin, 2026, 3, 29, 7_199) == [1_774_745_999])
        #expect(try seconds(berlin, 2026, 3, 29, 7_200) == [])
        #expect(try seconds(berlin, 2026, 3, 29, 10_799) == [])
        #expect(try seconds(berlin, 2026, 3, 29, 10_800) == [1_774_746_000])
        #expect(try seconds(berlin, 2026, 10, 25, 7_200) == [1_792_886_400, 1_792_890_000])
        #expect(try seconds(berlin, 2026, 10, 25, 10_800) == [1_792_893_600])
        #expect(try seconds(apia, 2011, 12, 30, 43_200) == [])
        #expect(try seconds(lordHowe, 2026, 10, 4, 7_200) == [])
        #expect(try seconds(lordHowe, 2026, 4, 5, 5_400).count == 2)
        #expect(try seconds(berlin, 2026, 1, 1, 86_400) == [])
    }

    @Test(arguments: ["Europe/Berlin", "Etc/GMT+1", "America/Port-au-Prince", "UTC", "America/Argentina/Ushuaia"])
    func `names of zones can be looked up below a folder`(name: String) {
        #expect(CalendarZone.isName(name))
    }

    @Test(arguments: [
        "", "/etc/passwd", "../../etc/passwd", "Europe//Berlin", "Europe/", "Europe/../x", "a b", "é", "a.b",
    ])
    func `what is no name of a zone is never looked up`(name: String) {
        #expect(!CalendarZone.isName(name))
        #expect(!CalendarZone.isName(String(repeating: "a", count: 65)))
    }
}

extension CivilTime {
    fileprivate func advanced(hours: Int) -> CivilTime {
        CivilTime(nanoseconds: self.nanoseconds + Int64(hours) * 3_600_000_000_000)
    }
}
