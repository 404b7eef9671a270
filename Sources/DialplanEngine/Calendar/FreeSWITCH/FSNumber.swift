import ProtocolKit

/// Numbers as FreeSWITCH reads them: what is no number counts as one.
enum FSNumber {
    /// The number at the front of `text`, which moves behind it: spaces, a sign and digits, or zero, with nothing
    /// taken, when there are no digits.
    ///
    /// What exceeds 64 bits is cut to them, and the low 32 bits are the number (C17 §7.22.1.4, and its conversion to
    /// `int`).
    static func take(_ text: inout ArraySlice<UInt8>) -> Int32 {
        var rest = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let isNegative = rest.first == 0x2D
        if isNegative || rest.first == 0x2B {
            rest.removeFirst()
        }
        guard rest.first?.isASCIIDigit == true else {
            return 0
        }
        var number: Int64 = 0
        while let digit = rest.first, digit.isASCIIDigit {
            let value = Int64(digit &- 0x30)
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(isNegative ? -value : value)
            number = overflow || carried ? (isNegative ? .min : .max) : sum
            rest.removeFirst()
            if overflow || carried {
                rest = rest.drop(while: \.isASCIIDigit)
            }
        }
        text = rest
        return Int32(truncatingIfNeeded: number)
    }

    /// The number at the front of `text`.
    static func leading(_ text: ArraySlice<UInt8>) -> Int32 {
        var rest = text
        return self.take(&rest)
    }

    /// Whether `text` passes for a number: a sign perhaps, and only digits and dots, or nothing at all.
    static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.first == 0x2D || text.first == 0x2B ? text.dropFirst() : text
        return digits.allSatisfy { $0.isASCIIDigit || $0 == 0x2E }
    }

    /// Whether `text` is one of the words, or a number other than zero, that switch something on.
    static func isTrue(_ text: ArraySlice<UInt8>) -> Bool {
        let word = ByteString(text).lowercased
        let words: [ByteString] = ["yes", "on", "true", "t", "enabled", "active", "allow"]
        return words.contains(word) || self.isNumber(text) && self.leading(text) != 0
    }
}
