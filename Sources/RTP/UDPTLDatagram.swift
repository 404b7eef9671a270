/// The outline of one UDPTL datagram, which carries T.38 fax (ITU-T T.38 §9.1, Annex A).
///
/// The relay passes fax through; it reads only as far as a datagram could overrun a fax terminal behind it.
package struct UDPTLDatagram: Hashable, Sendable {
    /// The sequence number.
    package let sequenceNumber: UInt16

    /// Where the primary IFP packet stands.
    package let primary: Range<Int>

    /// Redundant packets that follow (T.38 §9.1.4.1); 0 with parity error correction.
    package let redundantPackets: Int

    /// Reads a datagram, or `nil` when a length in it does not fit into the octets that came.
    package init?(_ packet: Span<UInt8>) {
        guard packet.count >= 4 else {
            return nil
        }
        self.sequenceNumber = packet.uint16(at: 0)
        guard let primary = Self.openType(packet, at: 2), primary.upperBound < packet.count else {
            return nil
        }
        self.primary = primary
        // The choice of error recovery is the first bit of the octet that follows (X.691 aligned).
        let usesParity = packet[primary.upperBound] & 0x80 != 0
        guard usesParity else {
            guard let count = Self.redundancy(packet, at: primary.upperBound + 1) else {
                return nil
            }
            self.redundantPackets = count
            return
        }
        guard Self.parityFits(packet, at: primary.upperBound + 1) else {
            return nil
        }
        self.redundantPackets = 0
    }

    /// The octets of an open type, after a length of one or two octets (X.691 §11.9; no fragments).
    private static func openType(_ packet: Span<UInt8>, at offset: Int) -> Range<Int>? {
        guard let (length, start) = Self.length(packet, at: offset), start + length <= packet.count else {
            return nil
        }
        return start..<start + length
    }

    private static func length(_ packet: Span<UInt8>, at offset: Int) -> (length: Int, end: Int)? {
        guard offset < packet.count else {
            return nil
        }
        let first = packet[offset]
        if first & 0x80 == 0 {
            return (Int(first), offset + 1)
        }
        guard first & 0x40 == 0, offset + 2 <= packet.count else {
            return nil
        }
        return (Int(packet.uint16(at: offset) & 0x3FFF), offset + 2)
    }

    /// A list of open types.
    private static func redundancy(_ packet: Span<UInt8>, at offset: Int) -> Int? {
        Self.list(packet, at: offset)
    }

    /// The span of the parity, a one-octet integer with its length, then a list of parity packets.
    private static func parityFits(_ packet: Span<UInt8>, at offset: Int) -> Bool {
        guard let span = Self.openType(packet, at: offset), span.count == 1 else {
            return false
        }
        return Self.list(packet, at: span.upperBound) != nil
    }

    private static func list(_ packet: Span<UInt8>, at offset: Int) -> Int? {
        guard let (count, start) = Self.length(packet, at: offset) else {
            return nil
        }
        var end = start
        for _ in 0..<count {
            guard let element = Self.openType(packet, at: end) else {
                return nil
            }
            end = element.upperBound
        }
        return count
    }
}
