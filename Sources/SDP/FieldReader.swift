import ProtocolKit

/// Reads the space-separated fields of one line's value without copying the text.
struct FieldReader {
    private(set) var position: Int
    private let end: Int

    init(_ range: Range<Int>) {
        self.position = range.lowerBound
        self.end = range.upperBound
    }

    var isAtEnd: Bool {
        self.position >= self.end
    }

    mutating func skipSpaces(in text: [UInt8]) {
        while self.position < self.end, text[self.position] == 0x20 {
            self.position += 1
        }
    }

    /// The next field; runs of spaces count as one, which peers do send.
    mutating func next(in text: [UInt8]) -> Range<Int>? {
        self.skipSpaces(in: text)
        let start = self.position
        while self.position < self.end, text[self.position] != 0x20 {
            self.position += 1
        }
        return self.position > start ? start..<self.position : nil
    }

    /// What is left, without the spaces before it.
    mutating func rest(in text: [UInt8]) -> Range<Int> {
        self.skipSpaces(in: text)
        return self.position..<max(self.position, self.end)
    }

    /// Takes everything before `octet` and the octet itself; `nil`, with nothing taken, when it does not occur.
    mutating func next(upTo octet: UInt8, in text: [UInt8]) -> Range<Int>? {
        guard let found = text[self.position..<max(self.position, self.end)].firstIndex(of: octet) else {
            return nil
        }
        defer { self.position = found + 1 }
        return self.position..<found
    }

    /// Takes `octet` if it comes next.
    mutating func take(_ octet: UInt8, in text: [UInt8]) -> Bool {
        guard self.position < self.end, text[self.position] == octet else {
            return false
        }
        self.position += 1
        return true
    }

    /// Takes decimal digits; `nil` when there is none or 64 bits do not hold the number.
    mutating func decimal(in text: [UInt8]) -> UInt64? {
        var number: UInt64 = 0
        let start = self.position
        while self.position < self.end, text[self.position].isASCIIDigit {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carried) = product.addingReportingOverflow(UInt64(text[self.position] &- 0x30))
            guard !overflow, !carried else {
                return nil
            }
            number = sum
            self.position += 1
        }
        return self.position > start ? number : nil
    }

    /// Takes a field of digits; a number that exceeds 64 bits gives the largest.
    mutating func saturatingDecimalField(in text: [UInt8]) -> UInt64? {
        guard let field = self.next(in: text), text[field].allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        var digits = FieldReader(field)
        return digits.decimal(in: text) ?? .max
    }

    /// Takes the digits a field begins with; a number that exceeds 64 bits gives the largest.
    mutating func saturatingNumber(in text: [UInt8]) -> UInt64? {
        guard let field = self.next(in: text), text[field.lowerBound].isASCIIDigit else {
            return nil
        }
        var digits = FieldReader(field)
        return digits.decimal(in: text) ?? .max
    }
}

/// Reads the address field of `c=`, `o=` and `a=rtcp`.
enum SDPAddressReader {
    /// The address, when it is one, and where it ends: at a slash or at the end of the field.
    static func read(_ text: [UInt8], _ field: Range<Int>) -> (ip: IPAddress?, end: Int) {
        let end = text[field].firstIndex(of: 0x2F) ?? field.upperBound
        let address = field.lowerBound..<max(field.lowerBound, end)
        if let bits = Self.dottedQuad(text, address) {
            return (IPAddress(v4: bits), end)
        }
        return (text[address].contains(0x3A) ? IPAddress(text[address]) : nil, end)
    }

    /// Four decimal numbers without leading zeros; written out because every offer and answer comes here.
    private static func dottedQuad(_ text: [UInt8], _ range: Range<Int>) -> UInt32? {
        guard (7...15).contains(range.count) else {
            return nil
        }
        var bits: UInt32 = 0
        var number: UInt32 = 0
        var digits = 0
        var dots = 0
        for octet in text[range] {
            if octet == 0x2E {
                guard digits > 0, dots < 3 else {
                    return nil
                }
                bits = bits << 8 | number
                number = 0
                digits = 0
                dots += 1
                continue
            }
            guard octet.isASCIIDigit, digits == 0 || number > 0 else {
                return nil
            }
            number = number * 10 + UInt32(octet &- 0x30)
            digits += 1
            guard number <= 255 else {
                return nil
            }
        }
        return dots == 3 && digits > 0 ? bits << 8 | number : nil
    }

    /// The address field of a line whose first two fields are the network and address types.
    static func connection(_ text: [UInt8], _ value: Range<Int>) -> ConnectionAddress? {
        var fields = FieldReader(value)
        guard let network = fields.next(in: text), fields.next(in: text) != nil, let field = fields.next(in: text)
        else {
            return nil
        }
        guard text[network].matches("IN") else {
            return ConnectionAddress(target: .host(ByteString(text[value])))
        }
        let (ip, end) = Self.read(text, field)
        let suffix = end < field.upperBound ? ByteString(text[end + 1..<field.upperBound]) : ByteString()
        let name = ByteString(text[field.lowerBound..<end])
        return ConnectionAddress(target: ip.map { .ip($0) } ?? .host(name), suffix: suffix)
    }
}
