import ProtocolKit
import XMLReading

extension PlanReading {
    /// Reads the tables of a file; all of them are known before any context is read.
    mutating func readTables(of root: XMLElement) {
        for element in root.children where element.name == "table" {
            self.readTable(element)
        }
    }

    private mutating func readTable(_ element: XMLElement) {
        self.check(element, attributes: ["name", "file"], children: ["row"])
        guard let name = self.requiredName(of: element) else {
            return
        }
        guard Self.isName(name), CallField(rawValue: name) == nil else {
            self.add(
                "\"\(name)\" cannot name a table",
                at: element,
                advice: "begin with a letter, use up to 64 letters, digits, -, _ and ., and no name of a fact"
            )
            return
        }
        var rows: [ByteString: ByteString] = [:]
        self.readRows(of: element, into: &rows)
        if let file = element["file"] {
            self.readRows(ofFile: file, at: element, into: &rows)
        }
        let place = DialplanPlace(file: element.location.file, line: element.location.line)
        let table = DialplanTable(name: ByteString(name), rows: rows, place: place)
        if let other = self.define(table, named: name) {
            self.add(
                "table \"\(name)\" is already at \(other.file):\(other.line)",
                at: element,
                advice: "put both into one, or name this one differently"
            )
        }
    }

    private mutating func readRows(of element: XMLElement, into rows: inout [ByteString: ByteString]) {
        for row in element.children where row.name == "row" {
            self.check(row, attributes: ["key", "value"], children: [])
            guard let key = row["key"], let value = row["value"] else {
                self.add("<row> needs a key and a value", at: row, advice: "write <row key=\"…\" value=\"…\"/>")
                continue
            }
            if rows.updateValue(ByteString(value), forKey: ByteString(key)) != nil {
                self.add("key \"\(key)\" stands above already", at: row, advice: "remove one of the rows")
            }
        }
    }

    /// The rows of a file: key and value with a comma between them, one row a line; `#` begins a comment.
    private mutating func readRows(
        ofFile file: String,
        at element: XMLElement,
        into rows: inout [ByteString: ByteString]
    ) {
        guard let octets = self.files(file, element.location.file) else {
            self.add("file \"\(file)\" cannot be read", at: element, advice: "name a file beside the dialplan")
            return
        }
        guard octets.count <= self.limits.fileOctets else {
            self.add("file \"\(file)\" has more than \(self.limits.fileOctets) octets", at: element, advice: "split it")
            return
        }
        var line = 0
        for octets in octets.split(separator: 0x0A, omittingEmptySubsequences: false) {
            line += 1
            let text = String(decoding: octets, as: UTF8.self).trimmingSpaces
            guard !text.isEmpty, !text.hasPrefix("#") else {
                continue
            }
            guard rows.count < self.limits.tableRows else {
                self.add("the table has more than \(self.limits.tableRows) rows", inFile: file, line: line)
                return
            }
            let parts = text.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].trimmingSpaces.isEmpty else {
                self.add("\"\(text)\" is no row", inFile: file, line: line, advice: "write key,value")
                continue
            }
            let key = ByteString(parts[0].trimmingSpaces)
            if rows.updateValue(ByteString(parts[1].trimmingSpaces), forKey: key) != nil {
                self.add("key \"\(key)\" stands above already", inFile: file, line: line, advice: "remove one row")
            }
        }
    }
}
