/// Octets that a protocol treats as text: a name, a number, a URI.
///
/// It compares, hashes and prints by its octets, without Unicode rules and without validation, so that what a peer
/// sent can be kept and passed on as it came.
public struct ByteString: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The octets.
    public var bytes: [UInt8]

    @inlinable
    public init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    @inlinable
    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// Copies a part of a message; concrete, because a generic initializer is not specialized in another module.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = Array(bytes)
    }

    @inlinable
    public init(_ text: String) {
        self.bytes = Array(text.utf8)
    }

    @inlinable
    public init(stringLiteral value: StaticString) {
        self.bytes = value.withUTF8Buffer { unsafe Array($0) }
    }

    /// Whether there is no octet.
    @inlinable
    public var isEmpty: Bool {
        self.bytes.isEmpty
    }

    /// The number of octets.
    @inlinable
    public var count: Int {
        self.bytes.count
    }

    /// The text, with invalid UTF-8 repaired; for people, never for the wire.
    public var description: String {
        String(decoding: self.bytes, as: UTF8.self)
    }

    /// Whether both are the same when ASCII letters are compared without their case.
    @inlinable
    public func equalsIgnoringCase(_ other: ByteString) -> Bool {
        self.bytes.count == other.bytes.count
            && zip(self.bytes, other.bytes).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }

    /// Whether this is `literal` when ASCII letters are compared without their case; makes no copy of it.
    public func isEqualIgnoringCase(to literal: StaticString) -> Bool {
        guard literal.utf8CodeUnitCount == self.bytes.count else {
            return false
        }
        // Both have the same number of octets.
        return literal.withUTF8Buffer { octets in
            for index in self.bytes.indices
            where self.bytes[index].asciiLowercased != (unsafe octets[index]).asciiLowercased {
                return false
            }
            return true
        }
    }

    /// The same octets with ASCII letters in lower case.
    public var lowercased: ByteString {
        ByteString(self.bytes.map(\.asciiLowercased))
    }
}

extension ByteString: Comparable {
    public static func < (left: ByteString, right: ByteString) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension UInt8 {
    /// This octet, with an ASCII capital letter turned into the small one.
    @inlinable
    public var asciiLowercased: UInt8 {
        self &- 0x41 < 26 ? self | 0x20 : self
    }

    /// Whether this is `0` to `9`.
    @inlinable
    public var isASCIIDigit: Bool {
        self &- 0x30 < 10
    }

    /// Whether this is an ASCII letter.
    @inlinable
    public var isASCIILetter: Bool {
        (self | 0x20) &- 0x61 < 26
    }

    /// The value of a hexadecimal digit of either case, or `nil`.
    @inlinable
    public var hexDigitValue: UInt8? {
        if self.isASCIIDigit {
            return self &- 0x30
        }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter &+ 10 : nil
    }
}

extension [UInt8] {
    /// Appends a decimal number of 64 bits at most, without leading zeros.
    @inlinable
    public mutating func appendDecimal(_ number: some UnsignedInteger & FixedWidthInteger) {
        // 20 digits are the most that 64 bits make; they come from the last one on.
        var digits = InlineArray<20, UInt8>(repeating: 0x30)
        var first = digits.count
        var rest = UInt64(truncatingIfNeeded: number)
        repeat {
            first -= 1
            let quotient = rest / 10
            digits[first] = 0x30 &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
            rest = quotient
        } while rest > 0
        for place in first..<digits.count {
            self.append(digits[place])
        }
    }

    /// Appends the octets of a literal.
    @inlinable
    public mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe self.append(contentsOf: $0) }
    }
}
