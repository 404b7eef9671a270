import ProtocolKit

/// Reads the value of one parameter, front to back, and never past its end.
package struct MGCPValueReader {
    private var cursor: ByteCursor
    private let parameter: MGCPParameterName
    private var depth = 0
    let limits: MGCPLimits

    /// What was not quite right so far.
    private(set) var deviations = MGCPDeviations()

    init(_ bytes: [UInt8], _ extent: Extent, _ parameter: MGCPParameterName, _ limits: MGCPLimits) {
        self.cursor = ByteCursor(bytes, in: extent.range)
        self.parameter = parameter
        self.limits = limits
    }

    // MARK: Errors

    /// The value does not follow the grammar.
    var malformed: MGCPParseError {
        MGCPParseError(.malformed, .parameter(self.parameter))
    }

    /// The parameters of an event do not follow the grammar.
    var malformedEventParameter: MGCPParseError {
        MGCPParseError(.malformed, .eventParameter(self.parameter))
    }

    func error(_ reason: MGCPParseError.Reason) -> MGCPParseError {
        MGCPParseError(reason, .parameter(self.parameter))
    }

    mutating func note(_ deviation: MGCPDeviation) {
        self.deviations.insert(deviation)
    }

    // MARK: Octets

    var isAtEnd: Bool {
        self.cursor.isAtEnd
    }

    var position: Int {
        self.cursor.position
    }

    func peek() -> UInt8? {
        self.cursor.peek()
    }

    func peek(at offset: Int) -> UInt8? {
        self.cursor.peek(at: offset)
    }

    mutating func take() -> UInt8? {
        self.cursor.take()
    }

    mutating func take(_ octet: UInt8) -> Bool {
        self.cursor.take(octet)
    }

    mutating func skipBlanks() {
        _ = self.cursor.take(while: \.isBlank)
    }

    /// Takes `octet` with white space on both sides, which §3.2.1 and appendix A ask to tolerate.
    mutating func takeSeparator(_ octet: UInt8) -> Bool {
        let start = self.cursor.position
        self.skipBlanks()
        guard self.cursor.take(octet) else {
            self.cursor.rewind(to: start)
            return false
        }
        self.skipBlanks()
        return true
    }

    /// Takes the octets for which `predicate` holds; may take none.
    mutating func run(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let range = self.cursor.take(while: predicate)
        return self.cursor.bytes[range]
    }

    /// Takes exactly `count` octets for which `predicate` holds; `nil`, with nothing taken, when others stand there.
    mutating func take(count: Int, while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8>? {
        let start = self.cursor.position
        guard let range = self.cursor.take(count: count), self.cursor.bytes[range].allSatisfy(predicate) else {
            self.cursor.rewind(to: start)
            return nil
        }
        return self.cursor.bytes[range]
    }

    /// Takes everything that is left, without the white space at its end.
    mutating func rest() -> ArraySlice<UInt8> {
        let rest = self.cursor.bytes[self.cursor.takeRest()]
        return rest.lastIndex { !$0.isBlank }.map { rest[...$0] } ?? rest.prefix(0)
    }

    /// Reads a value of which nothing may remain.
    mutating func whole<Value: MGCPParameterValue>(_ type: Value.Type) throws(MGCPParseError) -> Value {
        self.skipBlanks()
        let value = try Value(from: &self)
        self.skipBlanks()
        guard self.isAtEnd else {
            throw self.malformed
        }
        return value
    }

    // MARK: Words

    /// Takes letters, digits and hyphens, the last and first no hyphen (appendix A `packageName`, `eventId`).
    mutating func name() throws(MGCPParseError) -> ByteString {
        let name = self.run(while: \.isNameCharacter)
        guard let first = name.first, first != 0x2D, name.last != 0x2D else {
            throw self.malformed
        }
        return ByteString(name)
    }

    /// Takes a name that a package and a slash may stand before, and with `plus` the mark of vendors.
    mutating func qualifiedName(plus: Bool = false) throws(MGCPParseError) -> MGCPName {
        MGCPName(ByteString(try self.qualifiedWord(plus: plus)))
    }

    /// The octets of what ``qualifiedName(plus:)`` takes.
    mutating func qualifiedWord(plus: Bool) throws(MGCPParseError) -> ArraySlice<UInt8> {
        let word = self.run { $0.isNameCharacter || $0 == 0x2F || plus && $0 == 0x2B }
        guard !word.isEmpty else {
            throw self.malformed
        }
        return word
    }

    /// Takes a decimal number; `nil`, with nothing taken, when there is none; the largest when 64 bits do not hold it.
    mutating func decimal() -> UInt64? {
        if let number = self.cursor.takeDecimal() {
            return number
        }
        return self.run(while: \.isASCIIDigit).isEmpty ? nil : .max
    }

    /// Takes a decimal number that must not exceed `limit`.
    mutating func decimal(upTo limit: UInt32) throws(MGCPParseError) -> UInt32 {
        guard let number = self.decimal() else {
            throw self.malformed
        }
        guard number <= limit else {
            throw self.error(.outOfRange)
        }
        return UInt32(truncatingIfNeeded: number)
    }

    /// Takes `1*n(DIGIT) ["-" 1*n(DIGIT)]`.
    mutating func range(upTo limit: UInt32) throws(MGCPParseError) -> ClosedRange<UInt32> {
        let low = try self.decimal(upTo: limit)
        guard self.take(0x2D) else {
            return low...low
        }
        let high = try self.decimal(upTo: limit)
        guard low <= high else {
            throw self.error(.outOfRange)
        }
        return low...high
    }

    /// Takes a quoted string and returns its text; two quotes inside stand for one (appendix A `quotedString`).
    mutating func quotedString() throws(MGCPParseError) -> ByteString {
        guard self.take(0x22) else {
            throw self.malformed
        }
        var text: [UInt8] = []
        while let octet = self.take() {
            if octet == 0x22, !self.take(0x22) {
                return ByteString(text)
            }
            text.append(octet)
        }
        throw self.malformed
    }

    // MARK: Lists

    /// Reads entries between commas; entries that are empty are noted and left out.
    mutating func eachEntry(
        _ read: (inout MGCPValueReader) throws(MGCPParseError) -> Void
    ) throws(MGCPParseError) {
        var count = 0
        self.skipBlanks()
        guard !self.isAtEnd, self.peek() != 0x29 else {
            return
        }
        repeat {
            guard self.peek() != 0x2C, self.peek() != 0x29, !self.isAtEnd else {
                self.note(.emptyListEntry)
                continue
            }
            guard count < self.limits.listEntries else {
                throw self.error(.tooLarge)
            }
            try read(&self)
            count += 1
        } while self.takeSeparator(0x2C)
    }

    /// Reads entries between commas, as ``eachEntry(_:)`` does, and returns them.
    mutating func list<Entry>(
        _ entry: (inout MGCPValueReader) throws(MGCPParseError) -> Entry
    ) throws(MGCPParseError) -> [Entry] {
        var entries: [Entry] = []
        try self.eachEntry { (reader) throws(MGCPParseError) in
            entries.append(try entry(&reader))
        }
        return entries
    }

    /// Reads entries of one kind.
    mutating func list<Entry: MGCPListEntry>(of type: Entry.Type) throws(MGCPParseError) -> [Entry] {
        try self.list { (entry) throws(MGCPParseError) in try Entry(from: &entry) }
    }

    /// Reads what stands inside something else, unless it stands too deep.
    mutating func nested<Inner>(
        _ inner: (inout MGCPValueReader) throws(MGCPParseError) -> Inner
    ) throws(MGCPParseError) -> Inner {
        guard self.depth < self.limits.nesting else {
            throw self.error(.tooLarge)
        }
        self.depth += 1
        let value = try inner(&self)
        self.depth -= 1
        return value
    }
}

/// What stands between the commas of a list.
protocol MGCPListEntry {
    init(from reader: inout MGCPValueReader) throws(MGCPParseError)

    func append(to bytes: inout [UInt8])
}

extension [UInt8] {
    /// Appends entries with a comma and a space between them.
    mutating func append<Entry: MGCPListEntry>(list entries: [Entry]) {
        self.append(list: entries) { $0.append(to: &$1) }
    }

    /// Appends entries with a separator between them.
    mutating func append<Entry>(
        list entries: [Entry],
        separator: StaticString = ", ",
        _ append: (Entry, inout [UInt8]) -> Void
    ) {
        for (index, entry) in entries.enumerated() {
            if index > 0 {
                self.append(separator)
            }
            append(entry, &self)
        }
    }

    /// Appends a quoted string.
    mutating func append(quoted text: ByteString) {
        self.append(0x22)
        for octet in text.bytes {
            if octet == 0x22 {
                self.append(0x22)
            }
            self.append(octet)
        }
        self.append(0x22)
    }
}
