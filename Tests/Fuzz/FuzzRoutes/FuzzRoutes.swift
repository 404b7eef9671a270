import DialplanEngine
import FuzzDriver
import ProtocolKit

/// Reads a table of routes, and holds it to what its own rows say.
@main
enum FuzzRoutes: FuzzTarget {
    private static let limits = RouteLimits(
        routes: 2_000,
        routesOfPrefix: 16,
        fieldOctets: 200,
        names: 300,
        problems: 10
    )

    private static let header = Array("prefix,trunk,cost,weight,priority,capacity,window,strip,prepend,timeout\n".utf8)

    static func run(_ octets: [UInt8]) {
        self.read(octets)
        self.read(self.header + octets)
    }

    private static func read(_ octets: [UInt8]) {
        let fallback = RouteFallback.allCases[octets.count % RouteFallback.allCases.count]
        let source = DialplanReader.Source(file: "routes.csv", octets: octets)
        let table: RouteTable
        do {
            table = try RouteTableReader(fallback: fallback, limits: self.limits).read([source])
        } catch {
            precondition(!error.problems.isEmpty && error.problems.count <= 11, "problems are there and bounded")
            let lines = octets.count { $0 == 0x0A } + 1
            for problem in error.problems {
                precondition((1...lines).contains(problem.line), "the line is one of the file")
                precondition((0...octets.count + 1).contains(problem.column), "the column is one of the file")
                precondition(!problem.message.isEmpty && !problem.advice.isEmpty, "each says what to do")
            }
            return
        }
        self.checkDifference(table)
        self.checkRoutes(table, number: octets)
        self.checkRoutes(table, number: Array("+4930123456789#*".utf8))
    }

    /// What an empty table lacks is every row of this one, from which the same table can be made.
    private static func checkDifference(_ table: RouteTable) {
        guard let empty = try? RouteTableBuilder(fallback: table.fallback).finish() else {
            preconditionFailure("an empty table can be made")
        }
        let found = RouteTableDifference(from: empty, to: table, limit: .max)
        precondition(found.added == table.prefixCount && found.removed + found.changed + found.redundant == 0)
        var builder = RouteTableBuilder(fallback: table.fallback, limits: self.limits)
        for row in found.changes.flatMap(\.after) {
            builder.add(row, at: 1)
        }
        guard let again = try? builder.finish() else {
            preconditionFailure("rows of a table can be read again")
        }
        precondition(again == table, "the rows are those of the table")
    }

    /// Each choice has a prefix that the number begins with, once.
    private static func checkRoutes(_ table: RouteTable, number: [UInt8]) {
        let number = ByteString(number)
        var choices = RouteChoices(limit: 8)
        table.selectRoutes(for: number, draw: UInt64(number.count), into: &choices)
        precondition(choices.count <= 8)
        precondition(Set(choices.all.map(\.route)).count == choices.count, "a route is asked once")
        for choice in choices.all {
            let row = table.row(of: choice, for: number)
            precondition(number.bytes.starts(with: row.prefix.bytes), "the prefix is that of the number")
            precondition(table.rows(of: row.prefix).contains(row), "the route is one of its prefix")
            precondition(table.rewrite(number, for: choice).bytes.starts(with: row.prepend.bytes))
        }
    }
}
