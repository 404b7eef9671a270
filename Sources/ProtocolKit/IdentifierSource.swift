/// The one source of everything that must be unpredictable or unique: tags, branches, Call-IDs, transaction numbers.
///
/// A ChaCha20 keystream (RFC 8439 §2.3) over a key that the program takes from the operating system and a test takes
/// from its seed, so the same key always gives the same identifiers (RFC 3261 §19.3 asks for 32 random bits or more).
/// Every token carries the shard number in its first two characters, so that whoever receives a packet can tell which
/// gateway it belongs to without shared memory.
public struct IdentifierSource: Sendable {
    /// The number of the gateway that mints these identifiers, 0 to 1023.
    public let shard: UInt16

    private let key: (SIMD4<UInt32>, SIMD4<UInt32>)
    private var counter: UInt64 = 0
    private var block: [UInt8] = []
    private var used = 0

    /// Takes up to 32 octets of key; fewer are padded with zeros, as tests do.
    public init(shard: UInt16 = 0, key: [UInt8]) {
        precondition(shard < 1024, "a shard number has ten bits")
        self.shard = shard
        let padded = Array(key.prefix(32)) + Array(repeating: 0, count: max(0, 32 - key.count))
        let words = stride(from: 0, to: 32, by: 4).map { start in
            padded[start..<start + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        self.key = (SIMD4(words[0..<4]), SIMD4(words[4..<8]))
    }

    /// A source for tests and simulations.
    public init(shard: UInt16 = 0, seed: UInt64) {
        self.init(shard: shard, key: (0..<8).map { UInt8(truncatingIfNeeded: seed >> ($0 * 8)) })
    }

    /// The shard that minted `token`, or `nil` when it is not one of ours.
    public static func shard(of token: some Collection<UInt8>) -> UInt16? {
        TokenAlphabet.number(in: Array(token.prefix(2)), at: 0..<2).map { UInt16(truncatingIfNeeded: $0) }
    }

    /// Appends a token: two characters of shard, then `length` random characters of five bits each.
    public mutating func appendToken(length: Int = 16, to bytes: inout [UInt8]) {
        TokenAlphabet.append(UInt64(self.shard), characters: 2, to: &bytes)
        for _ in 0..<length {
            bytes.append(TokenAlphabet.character(self.nextOctet()))
        }
    }

    /// A token of two characters of shard and `length` random characters of five bits each.
    public mutating func token(length: Int = 16) -> ByteString {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length + 2)
        self.appendToken(length: length, to: &bytes)
        return ByteString(bytes)
    }

    /// A uniformly random number below `bound`, which must not be zero.
    public mutating func number(below bound: UInt64) -> UInt64 {
        precondition(bound > 0, "no number is below zero")
        let limit = UInt64.max - UInt64.max % bound
        while true {
            var number: UInt64 = 0
            for _ in 0..<8 {
                number = number << 8 | UInt64(self.nextOctet())
            }
            if number < limit {
                return number % bound
            }
        }
    }

    /// A uniformly random duration below `bound`, for back-off and jitter.
    public mutating func duration(below bound: Duration) -> Duration {
        .nanoseconds(Int64(self.number(below: UInt64(max(bound.nanoseconds, 1)))))
    }

    /// `count` random octets.
    public mutating func octets(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in self.nextOctet() }
    }

    /// Appends the shard in three hexadecimal digits, then those of `count` random octets.
    public mutating func appendHexadecimal(octets count: Int, to bytes: inout [UInt8]) {
        bytes.append(Self.hexDigit(UInt8(truncatingIfNeeded: self.shard >> 8)))
        bytes.append(Self.hexDigit(UInt8(truncatingIfNeeded: self.shard >> 4)))
        bytes.append(Self.hexDigit(UInt8(truncatingIfNeeded: self.shard)))
        for _ in 0..<count {
            let octet = self.nextOctet()
            bytes.append(Self.hexDigit(octet >> 4))
            bytes.append(Self.hexDigit(octet))
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        let digit = value & 0xF
        return digit < 10 ? 0x30 &+ digit : 0x37 &+ digit
    }

    private mutating func nextOctet() -> UInt8 {
        if self.used == self.block.count {
            self.refill()
        }
        defer { self.used += 1 }
        return self.block[self.used]
    }

    /// RFC 8439 §2.3: the sixteen words are four rows, and a round works on all four columns, then on all diagonals.
    private mutating func refill() {
        let (low, high) = (UInt32(truncatingIfNeeded: self.counter), UInt32(truncatingIfNeeded: self.counter >> 32))
        let constants = SIMD4<UInt32>(0x6170_7865, 0x3320_646E, 0x7962_2D32, 0x6B20_6574)
        let position = SIMD4(low, high, UInt32(self.shard), 0)
        var (a, b, c, d) = (constants, self.key.0, self.key.1, position)
        for _ in 0..<10 {
            Self.quarterRounds(&a, &b, &c, &d)
            (b, c, d) = (Self.turn(b, by: 1), Self.turn(c, by: 2), Self.turn(d, by: 3))
            Self.quarterRounds(&a, &b, &c, &d)
            (b, c, d) = (Self.turn(b, by: 3), Self.turn(c, by: 2), Self.turn(d, by: 1))
        }
        self.block.removeAll(keepingCapacity: true)
        for row in [a &+ constants, b &+ self.key.0, c &+ self.key.1, d &+ position] {
            for lane in 0..<4 {
                for shift in [UInt32(0), 8, 16, 24] {
                    self.block.append(UInt8(truncatingIfNeeded: row[lane] >> shift))
                }
            }
        }
        self.used = 0
        self.counter &+= 1
    }

    /// RFC 8439 §2.1, four times side by side.
    private static func quarterRounds(
        _ a: inout SIMD4<UInt32>,
        _ b: inout SIMD4<UInt32>,
        _ c: inout SIMD4<UInt32>,
        _ d: inout SIMD4<UInt32>
    ) {
        a &+= b
        d = Self.rotate(d ^ a, 16)
        c &+= d
        b = Self.rotate(b ^ c, 12)
        a &+= b
        d = Self.rotate(d ^ a, 8)
        c &+= d
        b = Self.rotate(b ^ c, 7)
    }

    private static func rotate(_ words: SIMD4<UInt32>, _ bits: UInt32) -> SIMD4<UInt32> {
        words &<< SIMD4(repeating: bits) | words &>> SIMD4(repeating: 32 - bits)
    }

    /// The row with its words moved to the left, those that leave it coming back on the right.
    private static func turn(_ row: SIMD4<UInt32>, by places: Int) -> SIMD4<UInt32> {
        switch places {
        case 1: SIMD4(row[1], row[2], row[3], row[0])
        case 2: SIMD4(row[2], row[3], row[0], row[1])
        default: SIMD4(row[3], row[0], row[1], row[2])
        }
    }
}
