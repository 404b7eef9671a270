/// An IPv4 or IPv6 address, 128 bits; IPv4 is held in its IPv4-mapped form (RFC 4291 §2.5.5.2).
public struct IPAddress: Hashable, Sendable {
    /// The first 64 bits in host order.
    public let high: UInt64

    /// The last 64 bits in host order.
    public let low: UInt64

    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// An IPv4 address from its 32 bits in host order.
    @inlinable
    public init(v4 bits: UInt32) {
        self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(bits))
    }

    /// 0.0.0.0, "any" of IPv4.
    public static let anyV4 = IPAddress(v4: 0)

    /// ::, "any" of IPv6.
    public static let anyV6 = IPAddress(high: 0, low: 0)

    /// 127.0.0.1.
    public static let loopbackV4 = IPAddress(v4: 0x7F00_0001)

    /// Whether this is an IPv4 address.
    @inlinable
    public var isV4: Bool {
        self.high == 0 && self.low >> 32 == 0xFFFF
    }

    /// The 32 bits of an IPv4 address in host order, or `nil` for IPv6.
    @inlinable
    public var v4Bits: UInt32? {
        self.isV4 ? UInt32(truncatingIfNeeded: self.low) : nil
    }

    /// Whether this is the "any" address of its family.
    public var isUnspecified: Bool {
        self == .anyV4 || self == .anyV6
    }

    /// Whether this is 127.0.0.0/8 or ::1.
    public var isLoopback: Bool {
        if let bits = self.v4Bits {
            return bits >> 24 == 127
        }
        return self.high == 0 && self.low == 1
    }

    /// Whether this is a multicast address (224.0.0.0/4, ff00::/8) or 255.255.255.255.
    public var isMulticastOrBroadcast: Bool {
        if let bits = self.v4Bits {
            return bits >> 28 == 0xE || bits == .max
        }
        return self.high >> 56 == 0xFF
    }

    /// The 16 octets in network order.
    public var octets: [UInt8] {
        (0..<16).map { index in
            let word = index < 8 ? self.high : self.low
            return UInt8(truncatingIfNeeded: word >> UInt64(56 - index % 8 * 8))
        }
    }
}

/// An IP address and a UDP or TCP port.
public struct TransportAddress: Hashable, Sendable {
    /// The address.
    public let ip: IPAddress

    /// The port in host order.
    public let port: UInt16

    @inlinable
    public init(_ ip: IPAddress, _ port: UInt16) {
        self.ip = ip
        self.port = port
    }
}
