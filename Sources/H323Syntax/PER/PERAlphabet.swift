/// The characters that a string type permits, and how many bits each of them has in aligned PER (X.691 clause 30.5).
struct PERAlphabet: Sendable {
    /// The bits of one character.
    let width: Int

    /// The characters by their code, or none when a character is its own code.
    private let characters: [UInt8]

    /// The codes by character, 0xFF for what is not permitted; empty when a character is its own code.
    private let codes: [UInt8]

    private let last: UInt8

    /// All characters up to `last`, coded as they are.
    private init(upTo last: UInt8) {
        self.width = 8
        self.characters = []
        self.codes = []
        self.last = last
    }

    /// The given ASCII characters, which need not be in order.
    init(_ permitted: StaticString) {
        let sorted = permitted.withUTF8Buffer { unsafe $0.sorted() }
        var width = 1
        while 1 << width < sorted.count {
            width *= 2
        }
        self.width = width
        self.last = sorted.last ?? 0
        self.characters = sorted
        var codes = [UInt8](repeating: 0xFF, count: 256)
        // Characters keep their own codes when those fit (clause 30.5.4).
        let isIndexed = Int(self.last) >= 1 << width
        for (index, character) in sorted.enumerated() {
            codes[Int(character)] = isIndexed ? UInt8(truncatingIfNeeded: index) : character
        }
        self.codes = codes
    }

    /// The character with this code, or `nil` when none has it.
    func character(_ code: UInt8) -> UInt8? {
        if self.codes.isEmpty {
            return code <= self.last ? code : nil
        }
        if self.width == 8 {
            return self.codes[Int(code)] == code ? code : nil
        }
        return Int(code) < self.characters.count ? self.characters[Int(code)] : nil
    }

    /// The code of a character, or `nil` when it is not permitted.
    func code(_ character: UInt8) -> UInt8? {
        if self.codes.isEmpty {
            return character <= self.last ? character : nil
        }
        let code = self.codes[Int(character)]
        return code == 0xFF ? nil : code
    }

    /// Whether the characters start at an octet boundary (clause 30.5.6 and 30.5.7).
    static func isAligned(_ width: Int, _ lower: Int, _ upper: Int) -> Bool {
        lower == upper ? upper * width > 16 : upper * width >= 16
    }

    /// `IA5String`.
    static let ia5 = PERAlphabet(upTo: 0x7F)

    /// `NumericString`: space and digits.
    static let numeric = PERAlphabet(" 0123456789")

    /// `PrintableString`.
    static let printable = PERAlphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?")
}
