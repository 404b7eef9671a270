import ProtocolKit

/// Text of which each octet knows whether it may be syntax.
struct MarkedText: Hashable, Sendable {
    /// The octets in order.
    var octets: [MarkedOctet]

    init(_ octets: [MarkedOctet] = []) {
        self.octets = octets
    }

    init(_ octets: ArraySlice<MarkedOctet>) {
        self.octets = Array(octets)
    }

    /// Text that the author of the dialplan wrote.
    init(authored text: ByteString) {
        self.octets = text.bytes.map(MarkedOctet.init(authored:))
    }

    /// Text that the author of the dialplan wrote.
    init(authored text: String) {
        self.octets = text.utf8.map(MarkedOctet.init(authored:))
    }

    /// Text that somebody else supplied.
    init(foreign text: ByteString) {
        self.octets = text.bytes.map(MarkedOctet.init(foreign:))
    }

    /// Whether there is no octet.
    var isEmpty: Bool {
        self.octets.isEmpty
    }

    /// The number of octets.
    var count: Int {
        self.octets.count
    }

    /// The octets, whoever supplied them.
    var bytes: [UInt8] {
        self.octets.map(\.octet)
    }

    /// The text, whoever supplied it.
    var string: ByteString {
        ByteString(self.bytes)
    }

    /// For people, and for matching words of the author.
    var description: String {
        String(decoding: self.bytes, as: UTF8.self)
    }

    /// The key by which variables are looked up: case does not count.
    var key: ByteString {
        ByteString(self.octets.map(\.octet.asciiLowercased))
    }

    /// Appends a text.
    mutating func append(_ other: MarkedText) {
        self.octets.append(contentsOf: other.octets)
    }

    /// What stands before and after the first `octet` that is syntax; `nil` when there is none.
    func split(at octet: MarkedOctet) -> (before: MarkedText, after: MarkedText)? {
        guard let index = self.octets.firstIndex(of: octet) else {
            return nil
        }
        return (MarkedText(self.octets[..<index]), MarkedText(self.octets[index...].dropFirst()))
    }

    /// Whether it begins with words of the author, compared without regard to case.
    func hasPrefix(_ prefix: StaticString) -> Bool {
        let prefix = ByteString(stringLiteral: prefix)
        return self.count >= prefix.count
            && zip(self.octets, prefix.bytes).allSatisfy { own, other in
                own.isAuthored && own.octet.asciiLowercased == other.asciiLowercased
            }
    }

    /// Without the first octets.
    func dropFirst(_ count: Int) -> MarkedText {
        MarkedText(self.octets.dropFirst(count))
    }

    /// Without the spaces at its beginning.
    var droppingSpaces: MarkedText {
        MarkedText(self.octets.drop { $0 == " " })
    }

    /// Whether it is the word, compared without regard to case.
    func isWord(_ word: StaticString) -> Bool {
        self.string.isEqualIgnoringCase(to: word)
    }
}

// MARK: - Values

extension MarkedText {
    /// The number that it begins with, as C's `atoi` reads it; beyond 32 bits the nearest.
    var leadingNumber: Int {
        var rest = self.octets.drop { $0.octet == 0x20 || 9...13 ~= $0.octet }
        var isNegative = false
        if let sign = rest.first?.octet, sign == 0x2D || sign == 0x2B {
            isNegative = sign == 0x2D
            rest = rest.dropFirst()
        }
        var number = 0
        for octet in rest.prefix(while: \.octet.isASCIIDigit) {
            number = min(number * 10 + Int(octet.octet &- 0x30), Int(Int32.max))
        }
        return isNegative ? -number : number
    }

    /// Whether it is a number in FreeSWITCH's eyes: a sign perhaps, digits and points; also nothing at all.
    var isNumber: Bool {
        var digits = self.octets[...]
        if let sign = digits.first?.octet, sign == 0x2D || sign == 0x2B {
            digits = digits.dropFirst()
        }
        return digits.allSatisfy { $0.octet.isASCIIDigit || $0.octet == 0x2E }
    }

    /// Whether it is one of FreeSWITCH's words for true.
    var isTrue: Bool {
        switch String(decoding: self.key.bytes, as: UTF8.self) {
        case "yes", "on", "true", "t", "enabled", "active", "allow":
            true
        default:
            self.isNumber && self.leadingNumber != 0
        }
    }

    /// Whether it is one of FreeSWITCH's words for false.
    var isFalse: Bool {
        switch String(decoding: self.key.bytes, as: UTF8.self) {
        case "no", "off", "false", "f", "disabled", "inactive", "disallow":
            true
        default:
            self.isNumber && self.leadingNumber == 0
        }
    }
}
