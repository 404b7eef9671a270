import DialplanEngine
import ProtocolKit
import Testing

struct RouteTableTests {
    /// Prefixes that share much and little, short and long, with every symbol.
    private func prefixes(_ count: Int, _ draw: inout RouteDraw) -> [[UInt8]] {
        let symbols = Array("0123456789*#".utf8)
        var prefixes: [[UInt8]] = [[]]
        while prefixes.count < count {
            var prefix = draw.next(below: 3) == 0 ? [] : draw.pick(prefixes)
            if prefix.isEmpty, draw.next(below: 4) == 0 {
                prefix = Array("+".utf8)
            }
            for _ in 0...draw.next(below: draw.next(below: 5) == 0 ? 20 : 3) where prefix.count < 32 {
                prefix.append(draw.next(below: 4) == 0 ? draw.pick(symbols) : 0x30 + UInt8(draw.next(below: 3)))
            }
            prefixes.append(prefix)
        }
        return Array(Set(prefixes)).sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func number(near prefixes: [[UInt8]], _ draw: inout RouteDraw) -> [UInt8] {
        var number = draw.pick(prefixes)
        if !number.isEmpty, draw.next(below: 3) == 0 {
            number.removeLast(draw.next(below: number.count))
        }
        for _ in 0...draw.next(below: 6) {
            number.append(0x30 + UInt8(draw.next(below: 4)))
        }
        return number
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `a lookup finds what a walk through a dictionary finds`(seed: UInt64) throws {
        var draw = RouteDraw(state: seed)
        let prefixes = self.prefixes(seed == 4 ? 20_000 : 300, &draw)
        let table = try RouteText.table(
            prefixes.map { RouteRow(prefix: ByteString($0), trunk: ByteString("t\($0.count)")) },
            fallback: .shorterToo
        )
        let known = Set(prefixes)
        var choices = RouteChoices(limit: 40)
        #expect(table.prefixCount == prefixes.count)
        for _ in 0..<25_000 {
            let number = self.number(near: prefixes, &draw)
            let expected = (0...min(number.count, 32)).reversed().filter { known.contains(Array(number.prefix($0))) }
            table.selectRoutes(for: ByteString(number), draw: 0, into: &choices)
            // Each prefix has a trunk of its own, so none of them is left out.
            let isRight =
                choices.count == expected.count
                && expected.indices.allSatisfy { place in
                    choices[place].prefixLength == expected[place]
                        && table.trunks[choices[place].trunk] == ByteString("t\(expected[place])")
                }
            try #require(isRight, "seed \(seed), number \(ByteString(number))")
        }
    }

    /// Rows of everything, some of the same rank.
    private func rows(_ count: Int, _ draw: inout RouteDraw) -> [RouteRow] {
        let prefixes = self.prefixes(count / 3 + 1, &draw).map { ByteString($0) }
        var rows: [String: RouteRow] = [:]
        for _ in 0..<count {
            let row = RouteRow(
                prefix: draw.pick(prefixes),
                trunk: draw.pick(["alpha", "beta", "gamma", "delta"]),
                cost: draw.pick([nil, DecimalCost(millionths: UInt64(draw.next(below: 3)))]),
                weight: draw.next(below: 5) + 1,
                priority: draw.next(below: 2),
                capacity: draw.pick([nil, 5]),
                window: draw.pick([nil, "day", "night"]),
                strip: draw.next(below: 2),
                prepend: draw.pick(["", "0", "+"]),
                timeout: draw.pick([nil, .seconds(9)])
            )
            let window = row.window ?? ""
            rows["\(row.prefix) \(row.trunk) \(window) \(row.strip) \(row.prepend)"] = row
        }
        return rows.sorted { $0.key < $1.key }.map(\.value)
    }

    /// A second implementation of the order and of which prefixes count, without weights.
    private func expected(
        _ number: ByteString,
        _ rows: [RouteRow],
        _ fallback: RouteFallback,
        _ open: Set<ByteString>
    ) -> [[String]] {
        let usable = rows.filter { row in
            number.bytes.starts(with: row.prefix.bytes) && (row.window.map { open.contains($0) } ?? true)
        }
        var asked: [ByteString: Int] = [:]
        for row in usable {
            asked[row.trunk] = max(asked[row.trunk] ?? -1, row.prefix.count)
        }
        var groups: [[String]] = []
        let lengths = Set(rows.filter { number.bytes.starts(with: $0.prefix.bytes) }.map(\.prefix.count)).sorted(by: >)
        let all = lengths.map { length in usable.filter { $0.prefix.count == length && asked[$0.trunk] == length } }
        let parts: [[RouteRow]] =
            switch fallback {
            case .longestOnly: Array(all.prefix(1))
            case .whenNoneUsable: Array(all.drop(while: \.isEmpty).prefix(1))
            case .shorterToo: all
            case .cheapest: [all.flatMap { $0 }]
            }
        for part in parts {
            func rank(_ row: RouteRow) -> [UInt64] {
                [UInt64(row.priority), row.cost?.millionths ?? .max]
            }
            for key in Set(part.map(rank)).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
                groups.append(part.filter { rank($0) == key }.map(\.description).sorted())
            }
        }
        return groups
    }

    @Test(arguments: RouteFallback.allCases, [UInt64(11), 12])
    func `routes come in the order of their rank, from the prefixes that count`(
        fallback: RouteFallback,
        seed: UInt64
    ) throws {
        var draw = RouteDraw(state: seed)
        let rows = self.rows(200, &draw)
        let table = try RouteText.table(rows, fallback: fallback)
        let prefixes = rows.map(\.prefix.bytes)
        var choices = RouteChoices(limit: 1000)
        for _ in 0..<1500 {
            let number = ByteString(self.number(near: prefixes, &draw))
            var open = WindowSet()
            var names: Set<ByteString> = []
            for (index, name) in table.windows.enumerated() where draw.next(below: 2) == 0 {
                open.insert(index)
                names.insert(name)
            }
            table.selectRoutes(for: number, at: open, draw: draw.next(), into: &choices)
            var found = choices.all.map { table.row(of: $0, for: number).description }
            var sorted: [[String]] = []
            let expected = self.expected(number, rows, fallback, names)
            for group in expected {
                sorted.append(found.prefix(group.count).sorted())
                found.removeFirst(min(found.count, group.count))
            }
            try #require(sorted == expected && found.isEmpty, "seed \(seed), number \(number)")
        }
    }

    @Test(arguments: [UInt64(21), 22])
    func `the same rows make the same table in whatever order they come`(seed: UInt64) throws {
        var draw = RouteDraw(state: seed)
        var rows = self.rows(400, &draw)
        let table = try RouteText.table(rows)
        for _ in 0..<5 {
            for place in rows.indices.dropFirst() {
                rows.swapAt(place, draw.next(below: place + 1))
            }
            #expect(try RouteText.table(rows) == table, "seed \(seed)")
        }
        for row in rows {
            #expect(table.rows(of: row.prefix).contains(row))
        }
        #expect(try RouteText.table(Array(rows.dropLast())) != table)
    }

    @Test
    func `an empty table routes nothing`() throws {
        let table = try RouteText.read("prefix,trunk\n")

        #expect(table.routeCount == 0)
        #expect(table.prefixCount == 0)
        #expect(RouteText.route("49", in: table).isEmpty)
        #expect(table.rows(of: "49").isEmpty)
        #expect(table.rows(of: "").isEmpty)
        #expect(table.rows(of: "x").isEmpty)
    }

    @Test
    func `routes of whole numbers take less than 64 octets each`() throws {
        // The worst that E.164 allows: nothing but numbers of 15 digits, each its own prefix.
        var builder = RouteTableBuilder()
        var draw = RouteDraw(state: 5)
        for place in 0..<20_000 {
            let number = "\(100_000_000_000_000 + draw.next() % 900_000_000_000_000)"
            builder.add(RouteRow(prefix: ByteString(number), trunk: "alpha"), at: place)
        }
        let table = try builder.finish()

        #expect(table.storageOctets <= table.routeCount * 64)
        #expect(table.storageOctets >= table.routeCount * 40)
    }
}
