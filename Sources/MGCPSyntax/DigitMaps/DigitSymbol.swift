/// One token of a dial string: a digit, `*`, `#`, a letter, or the expiry of the timer `T` (RFC 3435 §2.1.5).
package struct DigitSymbol: Hashable, Comparable, Sendable {
    /// 0 to 9 are the digits, then `*`, `#` and the letters A to Z.
    let index: UInt8

    private init(index: UInt8) {
        self.index = index
    }

    /// The symbol that an ASCII character of either case stands for.
    ///
    /// `nil` for `X`, which stands for ten, for `P`, which says something of an alternative (RFC 3660 §2.7), and others.
    package init?(_ character: UInt8) {
        switch character.asciiUppercased {
        case 0x30...0x39: self.index = character &- 0x30
        case 0x2A: self.index = 10
        case 0x23: self.index = 11
        case 0x50, 0x58: return nil
        case 0x41...0x5A: self.index = character.asciiUppercased &- 0x41 &+ 12
        default: return nil
        }
    }

    /// The expiry of the interdigit timer.
    package static let timer = DigitSymbol(index: 0x54 - 0x41 + 12)

    /// Every symbol.
    package static var all: some Sequence<DigitSymbol> {
        (0..<UInt8(38)).lazy.map(DigitSymbol.init(index:)).filter { DigitSymbol($0.character) != nil }
    }

    /// The character that stands for it, letters as capitals.
    package var character: UInt8 {
        switch self.index {
        case 0...9: 0x30 &+ self.index
        case 10: 0x2A
        case 11: 0x23
        default: 0x41 &+ self.index &- 12
        }
    }

    package static func < (left: DigitSymbol, right: DigitSymbol) -> Bool {
        left.index < right.index
    }
}

extension DigitSymbol: CustomStringConvertible {
    package var description: String {
        String(UnicodeScalar(self.character))
    }
}

/// Which symbols a place of a digit map, or a range of events, stands for.
package struct DigitSymbolSet: Hashable, Sendable {
    private(set) var bits: UInt64

    init(bits: UInt64) {
        self.bits = bits
    }

    package init() {
        self.bits = 0
    }

    package init(_ symbol: DigitSymbol) {
        self.bits = 1 << UInt64(symbol.index)
    }

    package init(_ symbols: some Sequence<DigitSymbol>) {
        self.bits = symbols.reduce(0) { $0 | 1 << UInt64($1.index) }
    }

    /// The digits 0 to 9, which `X` stands for.
    package static let digits = DigitSymbolSet(bits: 0x3FF)

    package var isEmpty: Bool {
        self.bits == 0
    }

    /// How many symbols there are.
    package var count: Int {
        self.bits.nonzeroBitCount
    }

    package func contains(_ symbol: DigitSymbol) -> Bool {
        self.bits >> UInt64(symbol.index) & 1 != 0
    }

    package mutating func formUnion(_ other: DigitSymbolSet) {
        self.bits |= other.bits
    }

    /// The symbols, digits first.
    package var symbols: [DigitSymbol] {
        DigitSymbol.all.filter(self.contains)
    }

    /// Appends the inside of a range: three or more digits that follow each other as `0-9`, the rest one by one.
    func appendContent(to bytes: inout [UInt8]) {
        var digit: UInt8 = 0
        while digit < 10 {
            var end = digit
            while end < 10, self.bits >> UInt64(end) & 1 != 0 {
                end += 1
            }
            if end - digit >= 3 {
                bytes.append(0x30 &+ digit)
                bytes.append(0x2D)
                bytes.append(0x30 &+ end &- 1)
            } else {
                bytes.append(contentsOf: (digit..<end).map { 0x30 &+ $0 })
            }
            digit = end + 1
        }
        for symbol in self.symbols where symbol.index >= 10 {
            bytes.append(symbol.character)
        }
    }
}
