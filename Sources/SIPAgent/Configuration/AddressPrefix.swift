package import ProtocolKit

/// A block of addresses, as `192.0.2.0/24` (RFC 4632 §3.1, RFC 4291 §2.3).
package struct AddressPrefix: Hashable, Sendable {
    /// The first address of the block.
    package let address: IPAddress

    /// How many leading bits of the 128 are fixed; an IPv4 block counts its 96 bits of mapping too.
    private let fixedBits: UInt8

    /// A block of which `length` leading bits are fixed; `nil` when the family has fewer bits.
    package init?(_ address: IPAddress, length: UInt8) {
        guard length <= (address.isV4 ? 32 : 128) else {
            return nil
        }
        self.address = address
        self.fixedBits = address.isV4 ? length + 96 : length
    }

    /// A single address.
    package init(_ address: IPAddress) {
        self.address = address
        self.fixedBits = 128
    }

    /// Reads `192.0.2.0/24`, `2001:db8::/32` or a single address.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else {
            return nil
        }
        guard parts.count == 2 else {
            self.init(address)
            return
        }
        guard let length = parts.last.flatMap({ UInt8($0) }) else {
            return nil
        }
        self.init(address, length: length)
    }

    /// Whether `other` is in the block.
    package func contains(_ other: IPAddress) -> Bool {
        let bits = Int(self.fixedBits)
        let highMask: UInt64 = bits >= 64 ? .max : ~(UInt64.max >> UInt64(bits))
        let lowMask: UInt64 = bits >= 128 ? .max : bits <= 64 ? 0 : ~(UInt64.max >> UInt64(bits - 64))
        return (self.address.high ^ other.high) & highMask == 0 && (self.address.low ^ other.low) & lowMask == 0
    }
}
