import Digests
import ProtocolKit

/// Mints nonces that need no memory until they are used: a time and a number, sealed for one source address.
///
/// Whoever sends requests without credentials costs nothing but the answer (RFC 7616 §3.3 `nonce`).
struct NonceMint: Sendable {
    /// What became of a nonce that a peer sent back.
    enum Verdict: Hashable, Sendable {
        /// Ours, for this source and young enough.
        case fresh(sequence: UInt64)
        /// Not ours, for another source or too old.
        case unusable
    }

    private let seal: MessageAuthentication
    private let lifetime: Duration

    /// The number that the next nonce gets.
    private(set) var nextSequence: UInt64 = 0

    init(key: [UInt8], lifetime: Duration) {
        self.seal = MessageAuthentication(key: key)
        self.lifetime = lifetime
    }

    /// A new nonce for a source: 32 octets in hexadecimal.
    mutating func mint(for source: IPAddress, at now: Instant) -> ByteString {
        defer { self.nextSequence += 1 }
        let stamp = Self.octets(UInt64(bitPattern: now.nanoseconds)) + Self.octets(self.nextSequence)
        return ByteString((stamp + self.code(stamp, source)).hexadecimal)
    }

    /// Judges a nonce; the work is the same whatever it says.
    func examine(_ nonce: ByteString, from source: IPAddress, at now: Instant) -> Verdict {
        let octets = Self.octets(ofHexadecimal: nonce.bytes)
        let stamp = Array(octets.prefix(16))
        let isSealed = Array(octets.dropFirst(16)).equalsInConstantTime(self.code(stamp, source))
        guard isSealed, stamp.count == 16 else {
            return .unusable
        }
        let time = stamp.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let age = Instant(nanoseconds: Int64(bitPattern: time)).duration(to: now)
        guard age >= .zero, age < self.lifetime else {
            return .unusable
        }
        return .fresh(sequence: stamp.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    /// Half of the code is enough: nobody can try 2^128 of them.
    private func code(_ stamp: [UInt8], _ source: IPAddress) -> [UInt8] {
        Array(self.seal.code(for: stamp + source.octets).prefix(16))
    }

    private static func octets(_ number: UInt64) -> [UInt8] {
        stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// The octets that 64 hexadecimal digits stand for; nothing for any other text.
    private static func octets(ofHexadecimal text: [UInt8]) -> [UInt8] {
        var octets: [UInt8] = []
        guard text.count == 64 else {
            return octets
        }
        var cursor = ByteCursor(text)
        while let high = cursor.take()?.hexDigitValue, let low = cursor.take()?.hexDigitValue {
            octets.append(high << 4 | low)
        }
        return octets.count == 32 ? octets : []
    }
}
