import DialplanEngine
import Foundation
import ProtocolKit

/// A generator of numbers that are the same for the same seed (SplitMix64).
struct CalendarDraw {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func next(below bound: Int) -> Int {
        Int(self.next() % UInt64(bound))
    }
}

extension CivilTime {
    /// A moment in whole seconds since the epoch.
    init(seconds: Int) {
        self.init(nanoseconds: Int64(seconds) * 1_000_000_000)
    }
}

extension CalendarZone {
    /// A zone of ``ZoneFiles``.
    static func embedded(_ name: String, _ file: String) throws -> CalendarZone {
        let octets = Data(base64Encoded: file, options: .ignoreUnknownCharacters) ?? Data()
        return try CalendarZone(name: name, file: Array(octets))
    }

    static func berlin() throws -> CalendarZone {
        try self.embedded("Europe/Berlin", ZoneFiles.berlin)
    }
}

extension CalendarTime {
    /// What a clock in UTC shows; `text` is `2026-12-24 18:00:00`, the seconds may be missing.
    static func utc(_ text: String) -> CalendarTime {
        CalendarZone.utc.localTime(at: .utc(text))
    }
}

extension CivilTime {
    /// The moment at which a clock in UTC shows `text`.
    static func utc(_ text: String) -> CivilTime {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count >= 5, let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            preconditionFailure("\(text) is no moment")
        }
        let second = numbers[3] * 3_600 + numbers[4] * 60 + (numbers.count > 5 ? numbers[5] : 0)
        return CivilTime(seconds: date.daysSinceEpoch * 86_400 + second)
    }
}
