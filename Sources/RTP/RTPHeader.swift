/// The fixed header of an RTP packet and where its payload stands (RFC 3550 §5.1, §5.3.1).
///
/// Reading checks everything that a forged packet could lie about: version, contributing sources, extension and
/// padding must all fit into the octets that came.
package struct RTPHeader: Hashable, Sendable {
    /// The octets of the fixed header.
    @inlinable package static var fixedLength: Int { 12 }

    /// Whether the marker bit is set.
    package let marker: Bool

    /// The payload type, 0 to 127.
    package let payloadType: UInt8

    /// The sequence number.
    package let sequenceNumber: UInt16

    /// The timestamp, in units of the payload's clock.
    package let timestamp: UInt32

    /// The synchronization source.
    package let source: UInt32

    /// Where the payload stands, without header, extension and padding.
    package let payload: Range<Int>

    /// Reads the header of `packet`, or `nil` when it is not a well-formed RTP packet.
    ///
    /// - Parameters:
    ///   - packet: the whole datagram.
    ///   - isEncrypted: whether the payload is SRTP; its padding count is then unreadable (RFC 3711 §3.1).
    @inlinable
    package init?(_ packet: Span<UInt8>, isEncrypted: Bool = false) {
        guard packet.count >= Self.fixedLength, packet[0] >> 6 == 2 else {
            return nil
        }
        let first = packet[0]
        var start = Self.fixedLength + Int(first & 0x0F) * 4
        if first & 0x10 != 0 {
            guard start + 4 <= packet.count else {
                return nil
            }
            start += 4 + Int(packet.uint16(at: start + 2)) * 4
        }
        var end = packet.count
        if first & 0x20 != 0, !isEncrypted {
            let padding = Int(packet[end - 1])
            guard padding > 0 else {
                return nil
            }
            end -= padding
        }
        guard start <= end else {
            return nil
        }
        self.marker = packet[1] & 0x80 != 0
        self.payloadType = packet[1] & 0x7F
        self.sequenceNumber = packet.uint16(at: 2)
        self.timestamp = packet.uint32(at: 4)
        self.source = packet.uint32(at: 8)
        self.payload = start..<end
    }
}

extension Span<UInt8> {
    /// The 16-bit number in network order that starts at `offset`, which must lie inside with both octets.
    @inlinable
    package func uint16(at offset: Int) -> UInt16 {
        UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
    }

    /// The 32-bit number in network order that starts at `offset`, which must lie inside with all four octets.
    @inlinable
    package func uint32(at offset: Int) -> UInt32 {
        UInt32(self.uint16(at: offset)) << 16 | UInt32(self.uint16(at: offset + 2))
    }
}
