/// Reads octets that a peer sent, front to back, and can never run past their end.
///
/// Every read returns `nil` (or `false`) at the end instead of trapping, so parsers need no index arithmetic.
public struct ByteCursor: Sendable {
    /// The octets that are read from.
    public let bytes: [UInt8]

    /// The index of the next octet to read.
    public internal(set) var position: Int

    /// One past the last octet that may be read.
    public let end: Int

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        self.position = 0
        self.end = bytes.count
    }

    /// Reads only `range`, which is clamped to the octets there are.
    public init(_ bytes: [UInt8], in range: Range<Int>) {
        let clamped = range.clamped(to: 0..<bytes.count)
        self.bytes = bytes
        self.position = clamped.lowerBound
        self.end = clamped.upperBound
    }

    /// Whether nothing is left.
    public var isAtEnd: Bool {
        self.position >= self.end
    }

    /// How many octets are left.
    public var remaining: Int {
        self.end - self.position
    }

    /// The range of the octets that are left.
    public var remainingRange: Range<Int> {
        self.position..<self.end
    }

    /// The next octet, which stays.
    public func peek() -> UInt8? {
        self.position < self.end ? self.bytes[self.position] : nil
    }

    /// The octet `offset` places after the next one, which stays.
    public func peek(at offset: Int) -> UInt8? {
        guard offset >= 0, offset < self.remaining else {
            return nil
        }
        return self.bytes[self.position + offset]
    }

    /// Takes the next octet.
    public mutating func take() -> UInt8? {
        guard self.position < self.end else {
            return nil
        }
        defer { self.position += 1 }
        return self.bytes[self.position]
    }

    /// Takes the next octet if it is `octet`.
    public mutating func take(_ octet: UInt8) -> Bool {
        guard self.peek() == octet else {
            return false
        }
        self.position += 1
        return true
    }

    /// Takes `literal` if the next octets are exactly it.
    public mutating func take(_ literal: StaticString) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard count <= self.remaining else {
            return false
        }
        let matches = literal.withUTF8Buffer { buffer in
            unsafe buffer.elementsEqual(self.bytes[self.position..<self.position + count])
        }
        if matches {
            self.position += count
        }
        return matches
    }

    /// Takes exactly `count` octets and returns where they stand, or `nil` when fewer are left.
    public mutating func take(count: Int) -> Range<Int>? {
        guard count >= 0, count <= self.remaining else {
            return nil
        }
        defer { self.position += count }
        return self.position..<self.position + count
    }

    /// Takes the octets for which `predicate` holds and returns where they stand; the range may be empty.
    public mutating func take(while predicate: (UInt8) -> Bool) -> Range<Int> {
        let start = self.position
        while self.position < self.end, predicate(self.bytes[self.position]) {
            self.position += 1
        }
        return start..<self.position
    }

    /// Takes everything before the first `octet`, which stays; `nil`, with nothing taken, when it does not occur.
    public mutating func take(upTo octet: UInt8) -> Range<Int>? {
        let start = self.position
        let found = self.take(while: { $0 != octet })
        guard !self.isAtEnd else {
            self.position = start
            return nil
        }
        return found
    }

    /// Takes everything that is left.
    public mutating func takeRest() -> Range<Int> {
        defer { self.position = self.end }
        return self.position..<self.end
    }

    /// Takes decimal digits; `nil`, with nothing taken, when there is none or the number exceeds 64 bits.
    public mutating func takeDecimal() -> UInt64? {
        let start = self.position
        var number: UInt64 = 0
        while let digit = self.peek(), digit.isASCIIDigit {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(UInt64(digit &- 0x30))
            guard !overflow, !carried else {
                self.position = start
                return nil
            }
            number = sum
            self.position += 1
        }
        return self.position > start ? number : nil
    }

    /// Takes a 16-bit number in network byte order.
    public mutating func takeUInt16() -> UInt16? {
        guard let range = self.take(count: 2) else {
            return nil
        }
        return self.bytes[range].reduce(0) { $0 << 8 | UInt16($1) }
    }

    /// Takes a 32-bit number in network byte order.
    public mutating func takeUInt32() -> UInt32? {
        guard let range = self.take(count: 4) else {
            return nil
        }
        return self.bytes[range].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Goes back to a position that this cursor has had.
    public mutating func rewind(to position: Int) {
        precondition(position <= self.position && position >= 0, "a cursor rewinds only to where it has been")
        self.position = position
    }
}
