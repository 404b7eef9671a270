import Foundation

/// Columns of text under a heading.
package struct TextTable {
    private let heading: [String]
    private let rows: [[String]]

    package init(_ heading: [String], _ rows: [[String]]) {
        self.heading = heading
        self.rows = rows
    }

    package var text: String {
        guard !self.rows.isEmpty else {
            return "none"
        }
        let lines = [self.heading] + self.rows
        let widths = self.heading.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let padded = zip(line, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return (padded.dropLast() + line.suffix(1)).joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

/// Values as JSON for people and scripts.
enum JSONText {
    /// How the keys are written.
    enum Keys {
        /// Words joined by `_`.
        case snakeCase
        /// As another format has them.
        case asWritten
    }

    static func text(_ value: some Encodable, keys: Keys = .snakeCase) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if case .snakeCase = keys {
            encoder.keyEncodingStrategy = .convertToSnakeCase
        }
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
