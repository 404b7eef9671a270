import DialplanEngine
import ProtocolKit

/// Tables of routes for tests.
enum RouteText {
    static let names = RouteTableBuilder.Names(trunks: ["alpha", "beta", "gamma"], windows: ["day", "night"])

    /// Reads a whole file.
    static func read(
        _ text: String,
        fallback: RouteFallback = .whenNoneUsable,
        limits: RouteLimits = RouteLimits()
    ) throws -> RouteTable {
        try self.read(Array(text.utf8), fallback: fallback, limits: limits)
    }

    /// Reads a whole file.
    static func read(
        _ octets: [UInt8],
        fallback: RouteFallback = .whenNoneUsable,
        limits: RouteLimits = RouteLimits()
    ) throws -> RouteTable {
        let reader = RouteTableReader(names: self.names, fallback: fallback, limits: limits)
        return try reader.read([DialplanReader.Source(file: "routes.csv", octets: octets)])
    }

    /// What is wrong with a file, with the octet of the line before each message; empty when nothing is.
    static func problems(_ text: String, limits: RouteLimits = RouteLimits()) -> [String] {
        self.problems(Array(text.utf8), limits: limits)
    }

    /// What is wrong with a file, with the octet of the line before each message; empty when nothing is.
    static func problems(_ octets: [UInt8], limits: RouteLimits = RouteLimits()) -> [String] {
        do {
            _ = try self.read(octets, limits: limits)
            return []
        } catch let error as DialplanError {
            return error.problems.map { "\($0.line):\($0.column): \($0.message); \($0.advice)" }
        } catch {
            return ["\(error)"]
        }
    }

    /// A table of rows, from one builder.
    static func table(_ rows: [RouteRow], fallback: RouteFallback = .whenNoneUsable) throws -> RouteTable {
        var builder = RouteTableBuilder(fallback: fallback)
        builder.begin(file: "rows")
        for (place, row) in rows.enumerated() {
            builder.add(row, at: place + 1)
        }
        return try builder.finish()
    }

    /// The trunks that a number is sent to, in order, each with the prefix.
    static func route(
        _ number: ByteString,
        in table: RouteTable,
        at open: WindowSet = .all,
        draw: UInt64 = 0,
        limit: Int = 16,
        where admits: (RouteChoice) -> Bool = { _ in true }
    ) -> [String] {
        var choices = RouteChoices(limit: limit)
        table.selectRoutes(for: number, at: open, draw: draw, into: &choices, where: admits)
        return choices.all.map { "\(table.row(of: $0, for: number).prefix) \(table.trunks[$0.trunk])" }
    }
}

/// A small generator of numbers that are the same for the same seed (SplitMix64).
struct RouteDraw {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func next(below bound: Int) -> Int {
        bound > 0 ? Int(self.next() % UInt64(bound)) : 0
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[self.next(below: elements.count)]
    }
}
