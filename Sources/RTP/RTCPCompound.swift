/// What the relay reads from one compound RTCP packet (RFC 3550 §6.1, checks of §A.2).
package struct RTCPCompound: Hashable, Sendable {
    /// One report block: what a receiver says about one source (RFC 3550 §6.4.1).
    package struct ReportBlock: Hashable, Sendable {
        /// The source that is reported on.
        package let source: UInt32

        /// The fraction lost since the last report, in 256ths.
        package let fractionLost: UInt8

        /// Packets lost since the beginning; duplicates can make it negative.
        package let cumulativeLost: Int32

        /// The highest sequence number received, extended with the count of cycles.
        package let highestSequence: UInt32

        /// The interarrival jitter in timestamp units.
        package let jitter: UInt32

        @inlinable
        init(_ packet: Span<UInt8>, at offset: Int) {
            let word = packet.uint32(at: offset + 4)
            self.source = packet.uint32(at: offset)
            self.fractionLost = UInt8(truncatingIfNeeded: word >> 24)
            self.cumulativeLost = Int32(bitPattern: word << 8) >> 8
            self.highestSequence = packet.uint32(at: offset + 8)
            self.jitter = packet.uint32(at: offset + 12)
        }

        @usableFromInline static var length: Int { 24 }
    }

    /// The sender's own figures in a sender report (RFC 3550 §6.4.1).
    package struct SenderFigures: Hashable, Sendable {
        /// The RTP timestamp that belongs to the moment of the report.
        package let timestamp: UInt32

        /// Packets sent since the beginning.
        package let packets: UInt32

        /// Payload octets sent since the beginning.
        package let octets: UInt32
    }

    /// Packet types (RFC 3550 §12.1, RFC 4585 §6.1).
    @usableFromInline
    enum Kind {
        @usableFromInline static let senderReport: UInt8 = 200
        @usableFromInline static let receiverReport: UInt8 = 201
        @usableFromInline static let goodbye: UInt8 = 203
        @usableFromInline static let transportFeedback: UInt8 = 205
        @usableFromInline static let payloadFeedback: UInt8 = 206
    }

    /// The source of the first packet.
    package let sender: UInt32

    /// How many packets the compound holds.
    package private(set) var count = 0

    /// The figures of the first sender report, if there is one.
    package private(set) var senderFigures: SenderFigures?

    /// The first report block, if there is one.
    package private(set) var firstBlock: ReportBlock?

    /// Whether a BYE is among the packets (RFC 3550 §6.6).
    package private(set) var saysGoodbye = false

    /// Reads a compound packet, or `nil` when a packet does not fit or the first one may not stand first.
    ///
    /// A feedback packet may stand alone (RFC 5506 §3); everything else begins with a report.
    ///
    /// - Parameters:
    ///   - packet: the whole datagram.
    ///   - isEncrypted: whether it is SRTCP: only the first eight octets can then be read (RFC 3711 §3.4).
    package init?(_ packet: Span<UInt8>, isEncrypted: Bool = false) {
        guard packet.count >= 8, packet[0] >> 6 == 2, Self.mayStandFirst(packet[1]) else {
            return nil
        }
        self.sender = packet.uint32(at: 4)
        guard !isEncrypted else {
            self.count = 1
            return
        }
        var offset = 0
        while offset < packet.count {
            guard let length = Self.packetLength(packet, at: offset) else {
                return nil
            }
            guard self.read(packet.extracting(offset..<offset + length), isLast: offset + length == packet.count) else {
                return nil
            }
            offset += length
        }
    }

    /// Whether a datagram on a shared port is RTCP rather than RTP, by its second octet (RFC 5761 §4).
    @inlinable
    package static func isRTCP(_ packet: Span<UInt8>) -> Bool {
        packet.count >= 2 && packet[1] &- 192 < 32
    }

    private static func mayStandFirst(_ kind: UInt8) -> Bool {
        kind == Kind.senderReport || kind == Kind.receiverReport || kind == Kind.transportFeedback
            || kind == Kind.payloadFeedback
    }

    private static func packetLength(_ packet: Span<UInt8>, at offset: Int) -> Int? {
        guard offset + 4 <= packet.count, packet[offset] >> 6 == 2 else {
            return nil
        }
        let length = (Int(packet.uint16(at: offset + 2)) + 1) * 4
        return offset + length <= packet.count ? length : nil
    }

    /// Takes in one packet of the compound; `false` when its content does not fit its length.
    private mutating func read(_ packet: Span<UInt8>, isLast: Bool) -> Bool {
        var end = packet.count
        if packet[0] & 0x20 != 0 {
            // Only the last packet may be padded (RFC 3550 §6.4.1).
            let padding = Int(packet[end - 1])
            guard isLast, padding > 0, padding % 4 == 0, padding <= end - 4 else {
                return false
            }
            end -= padding
        }
        self.count += 1
        switch packet[1] {
        case Kind.senderReport:
            return self.readReport(packet, headerLength: 28, end: end)
        case Kind.receiverReport:
            return self.readReport(packet, headerLength: 8, end: end)
        case Kind.goodbye:
            self.saysGoodbye = true
            return 4 + Int(packet[0] & 0x1F) * 4 <= end
        default:
            return true
        }
    }

    private mutating func readReport(_ packet: Span<UInt8>, headerLength: Int, end: Int) -> Bool {
        let blocks = Int(packet[0] & 0x1F)
        guard headerLength + blocks * ReportBlock.length <= end else {
            return false
        }
        if headerLength == 28, self.senderFigures == nil {
            self.senderFigures = SenderFigures(
                timestamp: packet.uint32(at: 16),
                packets: packet.uint32(at: 20),
                octets: packet.uint32(at: 24)
            )
        }
        if blocks > 0, self.firstBlock == nil {
            self.firstBlock = ReportBlock(packet, at: headerLength)
        }
        return true
    }
}
