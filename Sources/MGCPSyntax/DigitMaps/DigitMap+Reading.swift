import ProtocolKit

extension DigitMap {
    /// Reads `string` or `(string|string)`, up to the end or to the parenthesis that closes an embedded request's part.
    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        let start = reader.position
        reader.skipBlanks()
        guard !reader.isAtEnd, reader.peek() != 0x29 else {
            self.init([])
            return
        }
        var alternatives: [Alternative] = []
        let isList = reader.takeSeparator(0x28)
        repeat {
            guard alternatives.count < reader.limits.digitMapOctets else {
                throw reader.error(.tooLarge)
            }
            alternatives.append(try Alternative(from: &reader, since: start))
            if !isList, reader.peek() == 0x7C {
                reader.note(.missingParentheses)
            }
        } while reader.takeMapSeparator(0x7C)
        guard !isList || reader.takeMapSeparator(0x29) else {
            throw reader.malformed
        }
        self.init(alternatives)
    }

    /// Reads the inside of brackets: single symbols, `x` for the digits, and runs as `0-9`.
    static func readSet(
        _ reader: inout MGCPValueReader,
        letterRangesAllowed: Bool = false
    ) throws(MGCPParseError) -> DigitSymbolSet {
        var set = DigitSymbolSet()
        while let octet = reader.peek(), octet != 0x5D {
            if octet.asciiUppercased == 0x58 {
                _ = reader.take()
                set.formUnion(.digits)
            } else if reader.peek(at: 1) == 0x2D {
                set.formUnion(try Self.run(&reader, letterRangesAllowed))
            } else {
                guard let symbol = DigitSymbol(octet) else {
                    throw reader.malformed
                }
                _ = reader.take()
                set.formUnion(DigitSymbolSet(symbol))
            }
        }
        return set
    }

    /// Reads `0-9`, or `A-D` where that is allowed or tolerated.
    private static func run(
        _ reader: inout MGCPValueReader,
        _ letterRangesAllowed: Bool
    ) throws(MGCPParseError) -> DigitSymbolSet {
        guard let first = reader.take().flatMap(DigitSymbol.init), reader.take(0x2D),
            let last = reader.take().flatMap(DigitSymbol.init), first <= last
        else {
            throw reader.malformed
        }
        if last.index > 9 {
            guard (12...15).contains(first.index), last.index <= 15 else {
                throw reader.malformed
            }
            if !letterRangesAllowed {
                reader.note(.letterRange)
            }
        }
        return DigitSymbolSet(DigitSymbol.all.filter { first <= $0 && $0 <= last })
    }
}

extension DigitMap.Alternative {
    fileprivate init(from reader: inout MGCPValueReader, since start: Int) throws(MGCPParseError) {
        var places: [DigitMap.Place] = []
        var yieldsToLonger = false
        while let octet = reader.peekMap(), octet != 0x7C, octet != 0x29 {
            guard reader.position - start < reader.limits.digitMapOctets else {
                throw reader.error(.tooLarge)
            }
            guard !yieldsToLonger else {
                throw reader.error(.unknownDigitMapLetter)
            }
            if octet.asciiUppercased == 0x50 {
                _ = reader.take()
                yieldsToLonger = true
                continue
            }
            places.append(try DigitMap.Place(from: &reader))
        }
        guard !places.isEmpty else {
            throw reader.malformed
        }
        self.init(places, yieldsToLonger: yieldsToLonger)
    }
}

extension DigitMap.Place {
    fileprivate init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        let symbols = try Self.symbols(&reader)
        let isRepeated = reader.peekMap() == 0x2E
        if isRepeated {
            _ = reader.take()
        }
        self.init(symbols, isRepeated: isRepeated)
    }

    private static func symbols(_ reader: inout MGCPValueReader) throws(MGCPParseError) -> DigitSymbolSet {
        guard let octet = reader.take() else {
            throw reader.malformed
        }
        if octet.asciiUppercased == 0x58 {
            return .digits
        }
        if octet == 0x5B {
            let set = try DigitMap.readSet(&reader)
            guard reader.take(0x5D), !set.isEmpty else {
                throw reader.malformed
            }
            return set
        }
        guard let symbol = DigitSymbol(octet) else {
            throw reader.malformed
        }
        return DigitSymbolSet(symbol)
    }
}

extension MGCPValueReader {
    /// The next octet of a digit map; white space before it is noted and skipped.
    fileprivate mutating func peekMap() -> UInt8? {
        if self.peek()?.isBlank == true {
            self.skipBlanks()
            if !self.isAtEnd {
                self.note(.spaceInDigitMap)
            }
        }
        return self.peek()
    }

    fileprivate mutating func takeMapSeparator(_ octet: UInt8) -> Bool {
        guard self.peekMap() == octet else {
            return false
        }
        return self.take(octet)
    }
}
