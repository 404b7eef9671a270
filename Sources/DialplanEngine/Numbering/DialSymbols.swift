/// Some of the symbols that a dial string consists of: the digits, `*`, `#` and the letters A to D (RFC 3435 §2.1.5).
package struct DialSymbols: Hashable, Sendable {
    /// Bit n stands for the n-th of ``alphabet``.
    let bits: UInt16

    init(bits: UInt16) {
        self.bits = bits
    }

    /// The alphabet in the order in which digit maps list it.
    static let alphabet: [UInt8] = Array("0123456789*#ABCD".utf8)

    /// Every symbol.
    static let all = DialSymbols(bits: .max)

    /// The digits 0 to 9, for which a digit map has the letter `x`.
    static let digits = DialSymbols(bits: 0x3FF)

    /// The symbols as ASCII characters, digits first.
    package var characters: [UInt8] {
        self.indices.map { Self.alphabet[$0] }
    }

    /// The places in ``alphabet`` of the symbols.
    var indices: [Int] {
        (0..<16).filter { self.bits >> $0 & 1 != 0 }
    }

    func isSubset(of other: DialSymbols) -> Bool {
        self.bits & ~other.bits == 0
    }

    func union(_ other: DialSymbols) -> DialSymbols {
        DialSymbols(bits: self.bits | other.bits)
    }
}

extension DialSymbols: CustomStringConvertible {
    /// The symbols as one place of a digit map: `5`, `x`, or a range as `[2-46]` (RFC 3435 §2.1.5).
    package var description: String {
        if self == .digits {
            return "x"
        }
        return self.bits.nonzeroBitCount == 1 ? self.listing : "[\(self.listing)]"
    }

    /// How many characters ``description`` has.
    var characterCount: Int {
        if self == .digits {
            return 1
        }
        let count = self.listing.utf8.count
        return self.bits.nonzeroBitCount == 1 ? count : count + 2
    }

    /// The symbols one after the other, three digits or more in a row as a run.
    private var listing: String {
        var text: [UInt8] = []
        var index = 0
        while index < 16 {
            let end = index < 10 ? (index..<10).first { self.bits >> $0 & 1 == 0 } ?? 10 : index + 1
            if end - index >= 3 {
                text += [Self.alphabet[index], 0x2D, Self.alphabet[end - 1]]
            } else {
                text += (index..<end).filter { self.bits >> $0 & 1 != 0 }.map { Self.alphabet[$0] }
            }
            index = max(end, index + 1)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
