/// The one source of everything that must be unpredictable or unique: tags, branches, Call-IDs, transaction numbers.
///
/// A ChaCha20 keystream (RFC 8439 §2.3) over a key that the program takes from the operating system and a test takes
/// from its seed, so the same key always gives the same identifiers (RFC 3261 §19.3 asks for 32 random bits or more).
/// Every token carries the shard number in its first two characters, so that whoever receives a packet can tell which
/// gateway it belongs to without shared memory.
public struct IdentifierSource: Sendable {
    /// The number of the gateway that mints these identifiers, 0 to 1023.
    public let shard: UInt16

    private let key: [UInt32]
    private var counter: UInt64 = 0
    private var block: [UInt8] = []
    private var used = 0

    /// Takes up to 32 octets of key; fewer are padded with zeros, as tests do.
    public init(shard: UInt16 = 0, key: [UInt8]) {
        precondition(shard < 1024, "a shard number has ten bits")
        self.shard = shard
        let padded = key.prefix(32) + Array(repeating: 0, count: max(0, 32 - key.count))
        self.key = stride(from: 0, to: 32, by: 4).map { start in
            padded[start..<start + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
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
            let number = (0..<8).reduce(UInt64(0)) { number, _ in number << 8 | UInt64(self.nextOctet()) }
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

    private mutating func nextOctet() -> UInt8 {
        if self.used == self.block.count {
            self.refill()
        }
        defer { self.used += 1 }
        return self.block[self.used]
    }

    private mutating func refill() {
        let low = UInt32(truncatingIfNeeded: self.counter)
        let high = UInt32(truncatingIfNeeded: self.counter >> 32)
        let constants: [UInt32] = [0x6170_7865, 0x3320_646E, 0x7962_2D32, 0x6B20_6574]
        let initial = constants + self.key + [low, high, UInt32(self.shard), 0]
        var state = initial
        for _ in 0..<10 {
            Self.quarterRound(&state, 0, 4, 8, 12)
            Self.quarterRound(&state, 1, 5, 9, 13)
            Self.quarterRound(&state, 2, 6, 10, 14)
            Self.quarterRound(&state, 3, 7, 11, 15)
            Self.quarterRound(&state, 0, 5, 10, 15)
            Self.quarterRound(&state, 1, 6, 11, 12)
            Self.quarterRound(&state, 2, 7, 8, 13)
            Self.quarterRound(&state, 3, 4, 9, 14)
        }
        self.block.removeAll(keepingCapacity: true)
        for (word, start) in zip(state, initial) {
            let sum = word &+ start
            for shift in [UInt32(0), 8, 16, 24] {
                self.block.append(UInt8(truncatingIfNeeded: sum >> shift))
            }
        }
        self.used = 0
        self.counter &+= 1
    }

    /// RFC 8439 §2.1.
    private static func quarterRound(_ state: inout [UInt32], _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
            word << bits | word >> (32 - bits)
        }
        state[a] &+= state[b]
        state[d] = rotate(state[d] ^ state[a], 16)
        state[c] &+= state[d]
        state[b] = rotate(state[b] ^ state[c], 12)
        state[a] &+= state[b]
        state[d] = rotate(state[d] ^ state[a], 8)
        state[c] &+= state[d]
        state[b] = rotate(state[b] ^ state[c], 7)
    }
}
