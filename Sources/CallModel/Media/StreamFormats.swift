/// A set of RTP payload types, 0 to 127.
package struct PayloadTypes: Hashable, Sendable {
    @usableFromInline var low: UInt64
    @usableFromInline var high: UInt64

    /// No payload type.
    package static let none = PayloadTypes(low: 0, high: 0)

    /// Every payload type.
    package static let all = PayloadTypes(low: .max, high: .max)

    /// From bits, the lowest of each word first: types 0 to 63, and 64 to 127.
    package init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// Takes the types of a session description; numbers above 127 are left out.
    package init(_ types: some Sequence<UInt8>) {
        self = .none
        for type in types {
            self.insert(type)
        }
    }

    /// Adds a type; a number above 127 is left out.
    package mutating func insert(_ type: UInt8) {
        if type < 64 {
            self.low |= 1 << UInt64(type)
        } else if type < 128 {
            self.high |= 1 << UInt64(type - 64)
        }
    }

    /// Whether a type is in the set.
    @inlinable
    package func contains(_ type: UInt8) -> Bool {
        (type < 64 ? self.low >> UInt64(type) : type < 128 ? self.high >> UInt64(type - 64) : 0) & 1 != 0
    }
}

/// What the packets of an RTP stream look like, as far as the relay checks and counts them.
package struct StreamFormats: Hashable, Sendable {
    /// The payload types that were negotiated; others are refused.
    package var accepted: PayloadTypes

    /// Those of them that carry telephone-events (RFC 4733).
    package var events: PayloadTypes

    /// Timestamp units per second, by which jitter is measured.
    package var clockRate: UInt32

    /// Whether the packets are SRTP that passes through, so that payload and RTCP cannot be read (RFC 3711).
    package var isEncrypted: Bool

    package init(
        accepted: PayloadTypes = .all,
        events: PayloadTypes = .none,
        clockRate: UInt32 = 8000,
        isEncrypted: Bool = false
    ) {
        self.accepted = accepted
        self.events = events
        self.clockRate = clockRate
        self.isEncrypted = isEncrypted
    }
}
