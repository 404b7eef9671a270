import ProtocolKit

/// Reads the value of one parameter, front to back, and never past its end.
package struct MGCPValueReader {
    private let bytes: [UInt8]
    private(set) var position: Int
    private let end: Int
    private let parameter: MGCPParameterName
    private var depth = 0
    let limits: MGCPLimits

    /// What was not quite right so far.
    private(set) var deviations = MGCPDeviations()

    init(_ bytes: [UInt8], _ extent: Extent, _ parameter: MGCPParameterName, _ limits: MGCPLimits) {
        let range = extent.range.clamped(to: 0..<bytes.count)
        self.bytes = bytes
        self.position = range.lowerBound
        self.end = range.upperBound
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
        self.position >= self.end
    }

    func peek() -> UInt8? {
        self.position < self.end ? self.bytes[self.position] : nil
    }

    func peek(at offset: Int) -> UInt8? {
        self.position + offset < self.end ? self.bytes[self.position + offset] : nil
    }

    mutating func take() -> UInt8? {
        guard self.position < self.end else {
            return nil
        }
        defer { self.position += 1 }
        return self.bytes[self.position]
    }

    mutating func take(_ octet: UInt8) -> Bool {
        guard self.peek() == octet else {
            return false
        }
        self.position += 1
        return true
    }

    mutating func skipBlanks() {
        while self.position < self.end, self.bytes[self.position].isBlank {
            self.position += 1
        }
    }

    /// Takes `octet` with white space on both sides, which §3.2.1 and appendix A ask to tolerate.
    mutating func takeSeparator(_ octet: UInt8) -> Bool {
        let start = self.position
        self.skipBlanks()
        guard self.take(octet) else {
            self.position = start
            return false
        }
        self.skipBlanks()
        return true
    }

    /// Takes the octets for which `predicate` holds; may take none.
    mutating func run(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = self.position
        while self.position < self.end, predicate(self.bytes[self.position]) {
            self.position += 1
        }
        return self.bytes[start..<self.position]
    }

    /// Takes exactly `count` octets for which `predicate` holds; `nil`, with nothing taken, when others stand there.
    mutating func take(count: Int, while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8>? {
        guard self.end - self.position >= count else {
            return nil
        }
        let octets = self.bytes[self.position..<self.position + count]
        guard octets.allSatisfy(predicate) else {
            return nil
        }
        self.position += count
        return octets
    }

    /// Takes everything that is left, without the white space at its end.
    mutating func rest() -> ArraySlice<UInt8> {
        defer { self.position = self.end }
        var last = self.end
        while last > self.position, self.bytes[last - 1].isBlank {
            last -= 1
        }
        return self.bytes[self.position..<last]
    }

    /// Goes back to where this reader has been.
    mutating func rewind(to position: Int) {
        self.position = min(position, self.position)
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

    /// Takes `keyword`, in any case, when the whole word is it.
    mutating func takeKeyword(_ keyword: StaticString) -> Bool {
        let start = self.position
        let word = self.run(while: { $0.isNameCharacter })
        let matches =
            word.count == keyword.utf8CodeUnitCount
            && keyword.withUTF8Buffer { octets in
                // Both have the same number of octets.
                unsafe zip(word, octets).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
            }
        if !matches {
            self.position = start
        }
        return matches
    }

    /// Takes a decimal number; `nil`, with nothing taken, when there is none; the largest when 64 bits do not hold it.
    mutating func decimal() -> UInt64? {
        let digits = self.run(while: \.isASCIIDigit)
        guard !digits.isEmpty else {
            return nil
        }
        var number: UInt64 = 0
        for digit in digits {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(UInt64(digit &- 0x30))
            guard !overflow, !carried else {
                return .max
            }
            number = sum
        }
        return number
    }

    /// Takes a decimal number that must not exceed `limit`.
    mutating func decimal(upTo limit: UInt64) throws(MGCPParseError) -> UInt64 {
        guard let number = self.decimal() else {
            throw self.malformed
        }
        guard number <= limit else {
            throw self.error(.outOfRange)
        }
        return number
    }

    /// Takes `1*n(DIGIT) ["-" 1*n(DIGIT)]`.
    mutating func range(upTo limit: UInt64) throws(MGCPParseError) -> ClosedRange<UInt64> {
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
    mutating func list<Entry>(
        _ entry: (inout MGCPValueReader) throws(MGCPParseError) -> Entry
    ) throws(MGCPParseError) -> [Entry] {
        var entries: [Entry] = []
        self.skipBlanks()
        guard !self.isAtEnd, self.peek() != 0x29 else {
            return entries
        }
        repeat {
            guard self.peek() != 0x2C, self.peek() != 0x29, !self.isAtEnd else {
                self.note(.emptyListEntry)
                continue
            }
            guard entries.count < self.limits.listEntries else {
                throw self.error(.tooLarge)
            }
            entries.append(try entry(&self))
        } while self.takeSeparator(0x2C)
        return entries
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

extension [UInt8] {
    /// Appends entries with a comma and a space between them.
    mutating func append<Entry>(list entries: [Entry], _ append: (Entry, inout [UInt8]) -> Void) {
        for (index, entry) in entries.enumerated() {
            if index > 0 {
                self.append(", ")
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
