import ProtocolKit

/// Reads a ``RouteTable`` from comma-separated values (RFC 4180).
///
/// The first record names the columns, in any order: ``RouteColumn``. Each further one is a route. Spaces around values
/// do not count. A line that begins with `#` is a comment; a prefix that begins so stands in quotes.
package struct RouteTableReader {
    private let names: RouteTableBuilder.Names
    private let fallback: RouteFallback
    private let limits: RouteLimits

    package init(
        names: RouteTableBuilder.Names = RouteTableBuilder.Names(),
        fallback: RouteFallback = .whenNoneUsable,
        limits: RouteLimits = RouteLimits()
    ) {
        self.names = names
        self.fallback = fallback
        self.limits = limits
    }

    /// Reads all files into one table; each has its own header.
    package func read(_ sources: [DialplanReader.Source]) throws(DialplanError) -> RouteTable {
        var builder = RouteTableBuilder(names: self.names, fallback: self.fallback, limits: self.limits)
        for source in sources {
            Self.read(source, into: &builder)
        }
        return try builder.finish()
    }

    /// Gives the rows of one file to `builder`, which keeps what is wrong with them.
    package static func read(_ source: DialplanReader.Source, into builder: inout RouteTableBuilder) {
        builder.begin(file: source.file)
        builder.beginRow(at: 1)
        guard source.octets.count <= builder.limits.fileOctets else {
            let message = "the file has \(source.octets.count) octets; at most \(builder.limits.fileOctets) are read"
            return builder.refuse(message, "split it, or raise the limit")
        }
        guard !source.octets.starts(with: [0xFF, 0xFE]), !source.octets.starts(with: [0xFE, 0xFF]) else {
            return builder.refuse("the file is UTF-16", "save it as UTF-8")
        }
        var records = RecordCursor(source.octets, mostFields: RouteColumn.allCases.count * 2)
        guard let columns = self.readHeader(&records, &builder) else {
            return
        }
        var scratch: [UInt8] = []
        while !builder.isFull {
            switch records.next() {
            case .end:
                return
            case .malformed(let message, let advice, let line, let column):
                builder.beginRow(at: line)
                builder.refuse(message, advice, at: column)
            case .record:
                self.readRow(records, columns, &scratch, &builder)
            }
        }
    }

    private static func readRow(
        _ records: borrowing RecordCursor,
        _ columns: [RouteColumn],
        _ scratch: inout [UInt8],
        _ builder: inout RouteTableBuilder
    ) {
        builder.beginRow(at: records.line)
        let count = records.fields.count
        guard count == columns.count else {
            let advice = "write one field for each column, empty where there is nothing to say"
            let place = count > columns.count ? records.fields[columns.count].column : 0
            return builder.refuse("the row has \(count) fields, and the header \(columns.count)", advice, at: place)
        }
        for (field, column) in zip(records.fields, columns) {
            builder.take(records.text(of: field, &scratch), for: column, at: field.column)
        }
        builder.endRow()
    }

    // MARK: The header

    /// The columns in their order; `nil` when the rows cannot be read.
    private static func readHeader(
        _ records: inout RecordCursor,
        _ builder: inout RouteTableBuilder
    ) -> [RouteColumn]? {
        switch records.next() {
        case .end:
            builder.refuse("the file has no header", "write the names of the columns first, as prefix,trunk,cost")
            return nil
        case .malformed(let message, let advice, let line, let column):
            builder.beginRow(at: line)
            builder.refuse(message, advice, at: column)
            return nil
        case .record:
            builder.beginRow(at: records.line)
            return self.columns(of: records, &builder)
        }
    }

    private static func columns(
        of records: borrowing RecordCursor,
        _ builder: inout RouteTableBuilder
    ) -> [RouteColumn]? {
        var columns: [RouteColumn] = []
        var scratch: [UInt8] = []
        var isWhole = true
        if let first = records.fields.first {
            let text = records.text(of: first, &scratch)
            if let advice = self.adviceWithoutHeader(text) {
                let shown = RouteTableBuilder.shown(text)
                builder.refuse("column \(shown) is not known", advice, at: first.column)
                return nil
            }
        }
        for field in records.fields {
            let text = records.text(of: field, &scratch)
            let name = String(decoding: text.prefix(builder.limits.fieldOctets), as: UTF8.self)
            let shown = RouteTableBuilder.shown(text)
            if let column = RouteColumn(named: name) {
                if columns.contains(column) {
                    builder.refuse("column \(shown) is there twice", "remove one of both", at: field.column)
                    isWhole = false
                }
                columns.append(column)
            } else {
                builder.refuse("column \(shown) is not known", RouteColumn.advice(for: name), at: field.column)
                isWhole = false
            }
        }
        // What is missing may be there under a name that was not understood.
        if isWhole {
            for column in [RouteColumn.prefix, .trunk] where !columns.contains(column) {
                builder.refuse("there is no column \(column.rawValue)", "every route needs one")
                isWhole = false
            }
        }
        return isWhole ? columns : nil
    }

    /// What to say when the first name cannot be one at all; the others are no better then.
    private static func adviceWithoutHeader(_ name: ArraySlice<UInt8>) -> String? {
        if name.contains(UInt8(ascii: ";")) || name.contains(UInt8(ascii: "\t")) {
            return "separate the columns with commas"
        }
        let isNumber = name.first.map { $0.isASCIIDigit || $0 == UInt8(ascii: "+") } ?? false
        return isNumber ? "the first line names the columns, as prefix,trunk,cost" : nil
    }
}
