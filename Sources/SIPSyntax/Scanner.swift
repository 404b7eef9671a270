import ProtocolKit

/// Walks octets that a peer sent; every read is checked against the end and the octets themselves are never copied.
///
/// A folded line has been replaced by spaces before anything is scanned, so linear white space is SP and HTAB.
struct Scanner {
    private(set) var position: Int
    let end: Int

    @inline(__always)
    init(_ extent: Extent) {
        self.position = Int(extent.start)
        self.end = Int(extent.end)
    }

    @inline(__always)
    init(_ range: Range<Int>) {
        self.position = range.lowerBound
        self.end = range.upperBound
    }

    @inline(__always)
    var isAtEnd: Bool {
        self.position >= self.end
    }

    /// Everything from `start` to here.
    @inline(__always)
    func extent(from start: Int) -> Extent {
        Extent(start, self.position)
    }

    @inline(__always)
    func next(is octet: UInt8, _ octets: Span<UInt8>) -> Bool {
        self.position < self.end && octets[self.position] == octet
    }

    @inline(__always)
    mutating func take(_ octet: UInt8, _ octets: Span<UInt8>) -> Bool {
        guard self.next(is: octet, octets) else {
            return false
        }
        self.position += 1
        return true
    }

    @inline(__always)
    mutating func skipLWS(_ octets: Span<UInt8>) {
        while self.position < self.end, octets[self.position] == 0x20 || octets[self.position] == 0x09 {
            self.position += 1
        }
    }

    /// Takes `octet` with linear white space on both sides (RFC 3261 §25.1 `SEMI`, `COMMA`, `SLASH`, `EQUAL`).
    @inline(__always)
    mutating func takeSeparator(_ octet: UInt8, _ octets: Span<UInt8>) -> Bool {
        let start = self.position
        self.skipLWS(octets)
        guard self.take(octet, octets) else {
            self.position = start
            return false
        }
        self.skipLWS(octets)
        return true
    }

    /// Takes the octets of `set`; may take none.
    @inline(__always)
    mutating func run(_ set: OctetSet, _ octets: Span<UInt8>) -> Extent {
        let start = self.position
        while self.position < self.end, set.contains(octets[self.position]) {
            self.position += 1
        }
        return self.extent(from: start)
    }

    /// Takes a token, at least one octet.
    @inline(__always)
    mutating func token(_ octets: Span<UInt8>, _ element: StaticString) throws(SIPParseError) -> Extent {
        let extent = self.run(.token, octets)
        guard !extent.isEmpty else {
            throw .expected(element)
        }
        return extent
    }

    /// Takes the octets of `set` and escapes of two hexadecimal digits; may take none.
    @inline(__always)
    mutating func escapedRun(_ set: OctetSet, _ octets: Span<UInt8>) throws(SIPParseError) -> Extent {
        let start = self.position
        while self.position < self.end {
            if set.contains(octets[self.position]) {
                self.position += 1
            } else if octets[self.position] == 0x25 {
                try self.takeEscape(octets)
            } else {
                break
            }
        }
        return self.extent(from: start)
    }

    private mutating func takeEscape(_ octets: Span<UInt8>) throws(SIPParseError) {
        guard self.end - self.position >= 3, octets[self.position + 1].hexDigitValue != nil,
            octets[self.position + 2].hexDigitValue != nil
        else {
            throw .expected("escape")
        }
        self.position += 3
    }

    /// Takes a quoted string with its quotes (RFC 3261 §25.1 `quoted-string`).
    mutating func quotedString(_ octets: Span<UInt8>) throws(SIPParseError) -> Extent {
        let start = self.position
        self.position += 1
        while self.position < self.end {
            switch octets[self.position] {
            case 0x22:
                self.position += 1
                return self.extent(from: start)
            case 0x5C:
                self.position += 2
            default:
                self.position += 1
            }
        }
        self.position = self.end
        throw .expected("quoted string")
    }

    /// Takes decimal digits; `nil`, with nothing taken, when there is none or the number exceeds 64 bits.
    mutating func decimal(_ octets: Span<UInt8>) -> UInt64? {
        let start = self.position
        var number: UInt64 = 0
        while self.position < self.end, octets[self.position].isASCIIDigit {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(UInt64(octets[self.position] &- 0x30))
            guard !overflow, !carried else {
                self.position = start
                return nil
            }
            number = sum
            self.position += 1
        }
        return self.position > start ? number : nil
    }

    /// Takes decimal digits that must not exceed `limit`.
    mutating func decimal(
        upTo limit: UInt64,
        _ octets: Span<UInt8>,
        _ element: StaticString
    ) throws(SIPParseError) -> UInt64 {
        guard self.position < self.end, octets[self.position].isASCIIDigit else {
            throw .expected(element)
        }
        guard let number = self.decimal(octets), number <= limit else {
            throw .outOfRange(element)
        }
        return number
    }

    /// Goes on at `position`, which is clamped to what may be read.
    @inline(__always)
    mutating func move(to position: Int) {
        self.position = min(position, self.end)
    }
}

extension SIPParseError {
    static func expected(_ element: StaticString) -> SIPParseError {
        SIPParseError(.expected(ByteString(stringLiteral: element)))
    }

    static func outOfRange(_ element: StaticString) -> SIPParseError {
        SIPParseError(.outOfRange(ByteString(stringLiteral: element)))
    }

    static func missing(_ element: StaticString) -> SIPParseError {
        SIPParseError(.missing(ByteString(stringLiteral: element)))
    }

    static func duplicate(_ element: StaticString) -> SIPParseError {
        SIPParseError(.duplicate(ByteString(stringLiteral: element)))
    }

    static func mismatch(_ element: StaticString) -> SIPParseError {
        SIPParseError(.mismatch(ByteString(stringLiteral: element)))
    }

    static func tooLarge(_ element: StaticString) -> SIPParseError {
        SIPParseError(.tooLarge(ByteString(stringLiteral: element)))
    }
}
