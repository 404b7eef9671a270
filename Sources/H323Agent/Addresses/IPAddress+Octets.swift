import ProtocolKit

extension IPAddress {
    /// The IPv4 address of four octets.
    init?(v4Octets octets: [UInt8]) {
        guard octets.count == 4 else {
            return nil
        }
        self.init(v4: octets.reduce(0) { $0 << 8 | UInt32($1) })
    }

    /// The IPv6 address of sixteen octets.
    init?(v6Octets octets: [UInt8]) {
        guard octets.count == 16 else {
            return nil
        }
        let word = { (part: ArraySlice<UInt8>) in part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        self.init(high: word(octets.prefix(8)), low: word(octets.suffix(8)))
    }
}
