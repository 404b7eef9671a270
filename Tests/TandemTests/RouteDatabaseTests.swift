import DialplanEngine
import Foundation
import GRDB
import ProtocolKit
import Testing
import tandem

struct RouteDatabaseTests {
    private let path = FileManager.default.temporaryDirectory.appending(
        path: "routes-\(UInt32.random(in: 0...UInt32.max)).sqlite"
    ).path

    /// Makes a database with statements, reads it, and removes it.
    private func read(_ statements: String, _ content: RouteRequest.Content = .table("routes")) throws -> RouteTable {
        let database = try DatabaseQueue(path: self.path)
        defer { try? FileManager.default.removeItem(atPath: self.path) }
        try database.write { try $0.execute(sql: statements) }
        try database.close()
        var builder = RouteTableBuilder(names: .init(trunks: ["alpha", "beta"]))
        RouteDatabase(path: self.path, content: content).read(into: &builder)
        return try builder.finish()
    }

    /// What is wrong, with the path of the file left out.
    private func problems(_ statements: String, _ content: RouteRequest.Content = .table("routes")) -> [String] {
        do {
            _ = try self.read(statements, content)
            return []
        } catch let error as DialplanError {
            return error.problems.map { $0.description.replacing(self.path, with: "file") }
        } catch {
            return ["\(error)"]
        }
    }

    private static let table = """
        CREATE TABLE routes (id INTEGER PRIMARY KEY, prefix TEXT, trunk TEXT, cost REAL, weight INTEGER, priority INTEGER,
            capacity INTEGER, "window" TEXT, strip INTEGER, prepend TEXT, timeout TEXT, comment TEXT);

        """

    @Test
    func `rows become routes, whatever SQLite stores their values as`() throws {
        let table = try self.read(
            Self.table + """
                INSERT INTO routes (prefix, trunk, cost, weight, priority, capacity, "window", strip, prepend, timeout)
                    VALUES ('+49', 'alpha', 0.0123, 7, 1, 30, 'day', 1, '00', '25s');
                INSERT INTO routes (prefix, trunk, cost, comment) VALUES ('+49', 'beta', 12, 'costs much');
                INSERT INTO routes (prefix, trunk) VALUES ('default', 'alpha');
                """
        )

        #expect(
            table.rows(of: "+49").map(\.description) == [
                "+49 beta cost=12",
                "+49 alpha cost=0.0123 weight=7 priority=1 capacity=30 window=day strip=1 prepend=00 timeout=25s",
            ]
        )
        #expect(table.rows(of: "").map(\.description) == ["default alpha"])
    }

    @Test
    func `a query gives its columns the names`() throws {
        let table = try self.read(
            """
            CREATE TABLE rates (code INTEGER, carrier TEXT, rate TEXT, "order" REAL);
            INSERT INTO rates VALUES (49, 'alpha', '0.01', 2.0), (4930, 'beta', '0.02', 1.0);
            """,
            .query("SELECT code AS prefix, carrier AS trunk, rate AS cost, \"order\" AS priority FROM rates")
        )

        #expect(table.rows(of: "49").map(\.description) == ["49 alpha cost=0.01 priority=2"])
        #expect(table.rows(of: "4930").map(\.description) == ["4930 beta cost=0.02 priority=1"])
    }

    @Test(arguments: [
        (
            Self.table + "INSERT INTO routes (id, prefix, trunk) VALUES (7, '49', 'alpha'), (9, '5', 'betta');",
            ["file (table routes):9: trunk \"betta\" is not in the configuration; did you mean \"beta\"?"]
        ),
        (
            Self.table
                + "INSERT INTO routes (id, prefix, trunk, cost) VALUES (3, '49', 'alpha', 0.0000001), (4, x'00', 'alpha', -1);",
            [
                "file (table routes):3: cost \"1e-07\" is not a decimal number; "
                    + "write digits with a decimal point, no finer than a millionth, as 0.0125",
                "file (table routes):4: prefix is a blob of 1 octets; store it as text or as a number",
                "file (table routes):4: cost \"-1.0\" is not a decimal number; "
                    + "write digits with a decimal point, no finer than a millionth, as 0.0125",
            ]
        ),
        (
            "CREATE TABLE routes (prefix REAL, trunk TEXT); INSERT INTO routes VALUES (4930, 'alpha'), (NULL, 'beta');",
            [
                "file (table routes):1: prefix 4930.0 is a floating-point number; "
                    + "store it as text, so that it keeps its zeros and every digit",
                "file (table routes):2: the row has no prefix; "
                    + "write the first digits of the numbers, or \"default\" for every number",
            ]
        ),
        (
            "CREATE TABLE routes (prefix TEXT, carrier TEXT)",
            [
                "file (table routes): column \"carrier\" is not known; call it trunk; or select what is known with a query"
            ]
        ),
        (
            "CREATE TABLE routes (prefix TEXT)",
            ["file (table routes): there is no column trunk; every route needs one"]
        ),
        (
            "CREATE TABLE others (prefix TEXT)",
            [
                "file (table routes): cannot be read: no such table: routes; "
                    + "name a table of the file, or a query that only selects"
            ]
        ),
    ])
    func `what is wrong is named with the file, the table and the row`(statements: String, found: [String]) {
        #expect(self.problems(statements) == found)
    }

    @Test
    func `a name of a table stays a name`() {
        let found = self.problems(Self.table, .table("routes\"; DROP TABLE routes; --"))

        #expect(found.count == 1)
        #expect(found.first?.contains("no such table: routes\"; DROP TABLE routes; --") == true)
    }

    @Test(arguments: [
        "DELETE FROM routes", "INSERT INTO routes (prefix, trunk) VALUES ('1', 'alpha') RETURNING prefix, trunk",
    ])
    func `a query that writes is refused, and nothing is written`(statement: String) throws {
        let database = try DatabaseQueue(path: self.path)
        defer { try? FileManager.default.removeItem(atPath: self.path) }
        try database.write {
            try $0.execute(sql: Self.table + "INSERT INTO routes (prefix, trunk) VALUES ('5', 'alpha')")
        }
        var builder = RouteTableBuilder()

        RouteDatabase(path: self.path, content: .query(statement)).read(into: &builder)

        #expect(try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM routes") } == 1)
        #expect(throws: DialplanError.self) { try builder.finish() }
    }

    @Test
    func `a file that is missing, or is none of SQLite, is named`() throws {
        var builder = RouteTableBuilder()
        RouteDatabase(path: self.path, content: .table("routes")).read(into: &builder)
        try Data(repeating: 0x2C, count: 4096).write(to: URL(filePath: self.path))
        defer { try? FileManager.default.removeItem(atPath: self.path) }
        RouteDatabase(path: self.path, content: .table("routes")).read(into: &builder)

        let error = #expect(throws: DialplanError.self) { try builder.finish() }

        #expect(
            error?.problems.map(\.message) == [
                "cannot be read: unable to open database file", "cannot be read: file is not a database",
            ]
        )
        #expect(!FileManager.default.fileExists(atPath: self.path + "-journal"))
    }

    @Test
    func `reading ends with as many problems as the limit allows`() {
        let found = self.problems(
            "CREATE TABLE routes (prefix TEXT, trunk TEXT);"
                + "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 500)"
                + "INSERT INTO routes SELECT 'x', 'alpha' FROM n"
        )

        #expect(found.count == 101)
        #expect(found.last?.contains("reading ended here") == true)
    }
}
