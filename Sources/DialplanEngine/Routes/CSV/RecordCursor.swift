import ProtocolKit

/// Reads the records of comma-separated values (RFC 4180 §2), front to back, without copying a field.
///
/// It is more lenient than the RFC: lines end in LF or CRLF, there may be a byte order mark, spaces around a field do
/// not count, and empty lines and lines that begin with `#` are passed over.
struct RecordCursor {
    /// A field, as it stands in the octets.
    struct Field {
        /// What is between the quotes, or between the spaces around it.
        let range: Range<Int>

        /// The octet of the line, from 1.
        let column: Int

        /// Whether there are doubled quotes in it, which stand for one.
        let hasDoubledQuotes: Bool
    }

    /// What was read.
    enum Outcome: Equatable {
        /// A record; its fields are in ``RecordCursor/fields``.
        case record

        /// A record that is passed over, because it cannot be told apart into fields.
        case malformed(String, advice: String, line: Int, column: Int)

        /// Nothing is left.
        case end
    }

    /// The fields of the last record.
    private(set) var fields: [Field] = []

    /// The line where the last record began, from 1.
    private(set) var line = 0

    private var cursor: ByteCursor
    private let mostFields: Int
    private var nextLine = 1
    private var lineStart = 0

    init(_ octets: [UInt8], mostFields: Int) {
        self.cursor = ByteCursor(octets)
        self.mostFields = mostFields
        _ = self.cursor.take("\u{FEFF}")
        self.lineStart = self.cursor.position
    }

    /// The octets of a field; `scratch` holds them when they are not as they stand.
    func text(of field: Field, _ scratch: inout [UInt8]) -> ArraySlice<UInt8> {
        guard field.hasDoubledQuotes else {
            return self.cursor.bytes[field.range]
        }
        scratch.removeAll(keepingCapacity: true)
        var wasQuote = false
        for octet in self.cursor.bytes[field.range] {
            let isQuote = octet == UInt8(ascii: "\"")
            if isQuote, wasQuote {
                wasQuote = false
                continue
            }
            wasQuote = isQuote
            scratch.append(octet)
        }
        return scratch[...]
    }

    /// Reads one record.
    mutating func next() -> Outcome {
        self.passOver()
        guard !self.cursor.isAtEnd else {
            return .end
        }
        self.line = self.nextLine
        self.fields.removeAll(keepingCapacity: true)
        while true {
            if let problem = self.takeField() {
                return problem
            }
            guard self.cursor.take(UInt8(ascii: ",")) else {
                self.endLine()
                return .record
            }
            guard self.fields.count < self.mostFields else {
                return self.malformed("there are more than \(self.mostFields) fields", "remove some")
            }
        }
    }

    // MARK: Lines

    /// Passes over empty lines and comments.
    private mutating func passOver() {
        while let octet = self.cursor.peek() {
            if octet == UInt8(ascii: "#") {
                _ = self.cursor.take { $0 != UInt8(ascii: "\n") }
                self.endLine()
                continue
            }
            let start = self.cursor.position
            self.takeSpaces()
            guard self.cursor.isAtEnd || self.isAtLineEnd else {
                self.cursor.rewind(to: start)
                return
            }
            self.endLine()
        }
    }

    private var isAtLineEnd: Bool {
        switch self.cursor.peek() {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): self.cursor.peek(at: 1) == UInt8(ascii: "\n")
        default: false
        }
    }

    private mutating func endLine() {
        _ = self.cursor.take(UInt8(ascii: "\r"))
        if self.cursor.take(UInt8(ascii: "\n")) {
            self.nextLine += 1
            self.lineStart = self.cursor.position
        }
    }

    private mutating func takeSpaces() {
        _ = self.cursor.take { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// Passes over the rest of the line, so that what follows can be read.
    private mutating func malformed(_ message: String, _ advice: String) -> Outcome {
        let column = self.cursor.position - self.lineStart + 1
        let line = self.nextLine
        _ = self.cursor.take { $0 != UInt8(ascii: "\n") }
        self.endLine()
        return .malformed(message, advice: advice, line: line, column: column)
    }

    // MARK: Fields

    /// Takes one field up to the comma or the end of the line; what is wrong with it, if anything.
    private mutating func takeField() -> Outcome? {
        self.takeSpaces()
        if self.cursor.peek() == UInt8(ascii: "\"") {
            return self.takeQuotedField()
        }
        let column = self.cursor.position - self.lineStart + 1
        let start = self.cursor.position
        var end = start
        while let octet = self.cursor.peek(), octet != UInt8(ascii: ","), octet != UInt8(ascii: "\n") {
            if octet == UInt8(ascii: "\r") {
                guard !self.isAtLineEnd else {
                    break
                }
                return self.malformed("a carriage return stands alone", "end lines with LF or CRLF")
            }
            guard octet != UInt8(ascii: "\"") else {
                return self.malformed(
                    "a quote stands within a field",
                    "put the whole field in quotes and double this one"
                )
            }
            _ = self.cursor.take()
            if octet != UInt8(ascii: " "), octet != UInt8(ascii: "\t") {
                end = self.cursor.position
            }
        }
        self.fields.append(Field(range: start..<end, column: column, hasDoubledQuotes: false))
        return nil
    }

    private mutating func takeQuotedField() -> Outcome? {
        let column = self.cursor.position - self.lineStart + 1
        let line = self.nextLine
        _ = self.cursor.take()
        let start = self.cursor.position
        var hasDoubledQuotes = false
        while let octet = self.cursor.take() {
            if octet == UInt8(ascii: "\n") {
                self.nextLine += 1
                self.lineStart = self.cursor.position
            }
            guard octet == UInt8(ascii: "\"") else {
                continue
            }
            if self.cursor.take(UInt8(ascii: "\"")) {
                hasDoubledQuotes = true
                continue
            }
            let range = start..<self.cursor.position - 1
            self.fields.append(Field(range: range, column: column, hasDoubledQuotes: hasDoubledQuotes))
            self.takeSpaces()
            guard self.cursor.isAtEnd || self.isAtLineEnd || self.cursor.peek() == UInt8(ascii: ",") else {
                return self.malformed("something follows the closing quote", "double quotes that belong to the field")
            }
            return nil
        }
        return .malformed("a quote is never closed", advice: "close it, or double it", line: line, column: column)
    }
}
