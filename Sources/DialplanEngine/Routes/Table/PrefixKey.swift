import ProtocolKit

/// The first symbols of a number in 128 bits: four bits each, the first symbol highest, zero after the last one.
///
/// Keys compare as the prefixes do, and a prefix comes before everything that begins with it.
struct PrefixKey: Hashable, Comparable {
    /// The most symbols that a prefix has, and the most that are looked at in a number.
    static let mostSymbols = 32

    /// One more than the highest code of a symbol.
    static let codes = 14

    /// The symbols.
    let bits: UInt128

    init(bits: UInt128) {
        self.bits = bits
    }

    /// The first symbols of `number`; `nil` when something else stands among them.
    init?(startOf number: some RandomAccessCollection<UInt8>) {
        let half = Self.mostSymbols / 2
        guard let high = Self.codes(of: number.prefix(half)),
            let low = Self.codes(of: number.dropFirst(half).prefix(half))
        else {
            return nil
        }
        self.bits = UInt128(high) << 64 | UInt128(low)
    }

    /// The codes of up to 16 symbols, the first one highest: words of the machine are quicker than 128 bits.
    private static func codes(of symbols: some RandomAccessCollection<UInt8>) -> UInt64? {
        var codes: UInt64 = 0
        var shift: UInt64 = 60
        for octet in symbols {
            let code = Self.code(of: octet)
            guard code > 0 else {
                return nil
            }
            codes |= UInt64(code) &<< shift
            shift &-= 4
        }
        return codes
    }

    /// A whole prefix; `nil` when it is too long, or has something else than digits, `*`, `#` and a `+` in front.
    init?(prefix: some RandomAccessCollection<UInt8>) {
        guard prefix.count <= Self.mostSymbols, !prefix.dropFirst().contains(UInt8(ascii: "+")) else {
            return nil
        }
        self.init(startOf: prefix)
    }

    static func < (left: PrefixKey, right: PrefixKey) -> Bool {
        left.bits < right.bits
    }

    /// The number of symbols.
    var count: Int {
        Self.mostSymbols - self.bits.trailingZeroBitCount / 4
    }

    /// The code of the symbol at `place`; zero after the last one.
    func code(at place: Int) -> Int {
        Int(truncatingIfNeeded: self.bits >> UInt128(124 - place * 4)) & 15
    }

    /// This key with one more symbol at `place`.
    func appending(code: Int, at place: Int) -> PrefixKey {
        PrefixKey(bits: self.bits | UInt128(code) << UInt128(124 - place * 4))
    }

    /// The first symbols of this key.
    func start(_ length: Int) -> PrefixKey {
        length < Self.mostSymbols ? PrefixKey(bits: self.bits & ~(UInt128.max >> UInt128(length * 4))) : self
    }

    /// The prefix as it is written.
    var text: ByteString {
        ByteString((0..<self.count).map { Self.octet(of: self.code(at: $0)) })
    }

    /// 1 to 13 in the order of ASCII; zero for what is no symbol.
    private static func code(of octet: UInt8) -> UInt8 {
        switch octet {
        case 0x30...0x39: octet &- 0x2C
        case UInt8(ascii: "#"): 1
        case UInt8(ascii: "*"): 2
        case UInt8(ascii: "+"): 3
        default: 0
        }
    }

    private static func octet(of code: Int) -> UInt8 {
        switch code {
        case 1: UInt8(ascii: "#")
        case 2: UInt8(ascii: "*")
        case 3: UInt8(ascii: "+")
        default: UInt8(truncatingIfNeeded: code) &+ 0x2C
        }
    }
}
