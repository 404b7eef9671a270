import ProtocolKit

extension LocalConnectionOptions.Option: MGCPListEntry {
    /// The options that RFC 3435 defines.
    enum Key {
        case codecs
        case packetization
        case bandwidth
        case echo
        case gain
        case silence
        case service
        case reservation
        case encryption
        case networks
    }

    /// Which of them this is.
    var key: Key? {
        switch self.name {
        case "a": .codecs
        case "p": .packetization
        case "b": .bandwidth
        case "e": .echo
        case "gc": .gain
        case "s": .silence
        case "t": .service
        case "r": .reservation
        case "k": .encryption
        case "nt": .networks
        default: nil
        }
    }

    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        let name = ByteString(reader.run { $0.isVisible && $0 != 0x3A && $0 != 0x2C && $0 != 0x3B && $0 != 0x22 })
        guard (1...64).contains(name.count) else {
            throw reader.malformed
        }
        var values: [Value] = []
        if reader.takeSeparator(0x3A) {
            repeat {
                guard values.count < reader.limits.listEntries else {
                    throw reader.error(.tooLarge)
                }
                values.append(try Value(from: &reader))
            } while reader.takeSeparator(0x3B)
        }
        self.init(MGCPName(name), values)
    }

    func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.name.text.bytes)
        if !self.values.isEmpty {
            bytes.append(0x3A)
            bytes.append(contentsOf: self.joined.bytes)
        }
    }

    // MARK: Values

    /// All values with the semicolons between them.
    var joined: ByteString {
        var bytes: [UInt8] = []
        bytes.append(list: self.values, separator: ";") { $0.append(to: &$1) }
        return ByteString(bytes)
    }

    /// The values as names.
    func names(_ reader: MGCPValueReader) throws(MGCPParseError) -> [MGCPName] {
        guard !self.values.isEmpty else {
            throw reader.malformed
        }
        var names: [MGCPName] = []
        for value in self.values {
            guard case .word(let text) = value, !text.isEmpty else {
                throw reader.malformed
            }
            names.append(MGCPName(text))
        }
        return names
    }

    private func word(_ reader: MGCPValueReader) throws(MGCPParseError) -> ByteString {
        guard self.values.count == 1, case .word(let text) = self.values.first else {
            throw reader.malformed
        }
        return text
    }

    private func number(_ digits: ArraySlice<UInt8>, _ reader: MGCPValueReader) throws(MGCPParseError) -> UInt16 {
        guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else {
            throw reader.malformed
        }
        guard digits.count <= 4 else {
            throw reader.error(.outOfRange)
        }
        return digits.reduce(0) { $0 * 10 + UInt16($1 &- 0x30) }
    }

    /// `1*4(DIGIT) ["-" 1*4(DIGIT)]`.
    func range(_ reader: MGCPValueReader) throws(MGCPParseError) -> ClosedRange<UInt16> {
        let bounds = try self.word(reader).bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard let first = bounds.first, let last = bounds.last, bounds.count <= 2 else {
            throw reader.malformed
        }
        let low = try self.number(first, reader)
        let high = try self.number(last, reader)
        guard low <= high else {
            throw reader.error(.outOfRange)
        }
        return low...high
    }

    /// One of the words that `choices` has.
    func choice<Choice>(_ choices: [MGCPName: Choice], _ reader: MGCPValueReader) throws(MGCPParseError) -> Choice {
        guard let choice = choices[MGCPName(try self.word(reader))] else {
            throw reader.error(.outOfRange)
        }
        return choice
    }

    /// One or two hexadecimal digits.
    func hexadecimal(_ reader: MGCPValueReader) throws(MGCPParseError) -> UInt8 {
        let digits = try self.word(reader).bytes
        guard (1...2).contains(digits.count) else {
            throw reader.malformed
        }
        var number: UInt8 = 0
        for digit in digits {
            guard let value = digit.hexDigitValue else {
                throw reader.malformed
            }
            number = number << 4 | value
        }
        return number
    }

    /// `auto` or decibels with a sign.
    func gain(_ reader: MGCPValueReader) throws(MGCPParseError) -> LocalConnectionOptions.Gain {
        let word = try self.word(reader)
        guard !MGCPName(word).isEqual(to: "auto") else {
            return .automatic
        }
        let isNegative = word.bytes.first == 0x2D
        let number = Int16(try self.number(word.bytes.dropFirst(isNegative ? 1 : 0), reader))
        return .decibels(isNegative ? -number : number)
    }
}

extension LocalConnectionOptions.Option.Value {
    fileprivate init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        if reader.peek() == 0x22 {
            self = .quoted(try reader.quotedString())
            return
        }
        self = .word(ByteString(reader.run { $0.isVisible && $0 != 0x2C && $0 != 0x3B && $0 != 0x22 }))
    }

    fileprivate func append(to bytes: inout [UInt8]) {
        switch self {
        case .word(let text): bytes.append(contentsOf: text.bytes)
        case .quoted(let text): bytes.append(quoted: text)
        }
    }
}
