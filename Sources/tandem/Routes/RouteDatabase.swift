package import DialplanEngine
import GRDB

/// A table of routes in an SQLite file, which is opened for reading only.
///
/// Its columns are those of a file with comma-separated values; ``RouteColumn`` has them. One called `id` or `rowid` is
/// the number of the row in messages; without it, rows are counted from 1.
package struct RouteDatabase: Hashable, Sendable {
    /// The file, as the program finds it.
    package let path: String

    /// What of it is read.
    package let content: RouteRequest.Content

    package init(path: String, content: RouteRequest.Content) {
        self.path = path
        self.content = content
    }

    /// Gives the rows to `builder`, which keeps what is wrong with them; the number of a row is its line.
    package func read(into builder: inout RouteTableBuilder) {
        builder.begin(file: "\(self.path) (\(self.content.name))")
        builder.beginRow(at: 0)
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let database = try DatabaseQueue(path: self.path, configuration: configuration)
            try database.read { try self.read($0, into: &builder) }
        } catch let error as DatabaseError {
            let reason = error.message ?? error.resultCode.description
            builder.refuse("cannot be read: \(reason)", Self.advice(error))
        } catch {
            builder.refuse("cannot be read: \(error)", "")
        }
    }

    private func read(_ database: Database, into builder: inout RouteTableBuilder) throws {
        let statement = try database.makeStatement(sql: self.content.statement)
        guard let columns = self.columns(named: statement.columnNames, &builder) else {
            return
        }
        let rows = try Row.fetchCursor(statement)
        var count = 0
        while !builder.isFull, let row = try rows.next() {
            count += 1
            let number: Int? = columns.number.flatMap { row[$0] }
            builder.beginRow(at: number ?? count)
            for (place, column) in columns.fields {
                let value: DatabaseValue = row[place]
                builder.take(value, for: column)
            }
            builder.endRow()
        }
    }

    /// Where the columns are, and the one with the number of the row.
    private typealias Columns = (fields: [(place: Int, column: RouteColumn)], number: Int?)

    private func columns(named names: [String], _ builder: inout RouteTableBuilder) -> Columns? {
        var columns: Columns = ([], nil)
        var isWhole = true
        for (place, name) in names.enumerated() {
            if let column = RouteColumn(named: name) {
                if columns.fields.contains(where: { $0.column == column }) {
                    builder.refuse("column \"\(name)\" is there twice", "remove one of both")
                    isWhole = false
                }
                columns.fields.append((place, column))
            } else if ["id", "rowid"].contains(name.lowercased()) {
                columns.number = place
            } else {
                let advice = RouteColumn.advice(for: name) + "; or select what is known with a query"
                builder.refuse("column \"\(name)\" is not known", advice)
                isWhole = false
            }
        }
        for column in [RouteColumn.prefix, .trunk]
        where isWhole && !columns.fields.contains(where: { $0.column == column }) {
            builder.refuse("there is no column \(column.rawValue)", "every route needs one")
            isWhole = false
        }
        return isWhole ? columns : nil
    }

    private static func advice(_ error: DatabaseError) -> String {
        switch error.resultCode.primaryResultCode {
        case .SQLITE_CANTOPEN: "name a file that exists and that the program may read"
        case .SQLITE_NOTADB: "name an SQLite 3 file"
        case .SQLITE_READONLY: "write a query that only selects"
        case .SQLITE_ERROR: "name a table of the file, or a query that only selects"
        default: "try the statement with sqlite3 -readonly"
        }
    }
}

extension RouteRequest.Content {
    /// The statement that reads it.
    fileprivate var statement: String {
        switch self {
        case .table(let name): "SELECT * FROM \"\(name.replacing("\"", with: "\"\""))\""
        case .query(let text): text
        }
    }

    /// What messages call it.
    fileprivate var name: String {
        switch self {
        case .table(let name): "table \(name)"
        case .query: "query"
        }
    }
}
