import FuzzDriver
import ProtocolKit
import RTP

@main
enum FuzzRTP: FuzzTarget {
    /// Reads the octets as one packet, and as a stream of packets of twenty octets, whose figures must stay possible.
    static func run(_ octets: [UInt8]) {
        for isEncrypted in [false, true] {
            guard let header = RTPHeader(octets.span, isEncrypted: isEncrypted) else {
                continue
            }
            precondition(header.payload.lowerBound >= RTPHeader.fixedLength)
            precondition(header.payload.upperBound <= octets.count)
            precondition(header.payloadType < 128)
            if let event = TelephoneEvent(octets.span, payload: header.payload) {
                precondition(event.volume < 64)
            }
        }
        if let datagram = UDPTLDatagram(octets.span) {
            precondition(datagram.primary.lowerBound >= 3 && datagram.primary.upperBound < octets.count)
            precondition(datagram.redundantPackets < octets.count)
        }
        var statistics = ReceptionStatistics()
        var events = TelephoneEventCounter()
        var count: UInt64 = 0
        for start in stride(from: 0, to: octets.count - 20, by: 20) {
            guard let header = RTPHeader(Array(octets[start..<start + 20]).span) else {
                continue
            }
            count += 1
            let now = Instant(nanoseconds: Int64(start) &* 1_000_003)
            statistics.receive(header, at: now, clockRate: header.timestamp, isTimed: !header.marker)
            _ = events.receive(header)
            _ = statistics.jitterMicroseconds(clockRate: header.timestamp)
        }
        precondition(statistics.received == count && events.count <= count)
        precondition(statistics.lost <= count * 0x1_0000)
    }
}
