import CallModel
import ProtocolKit

/// Writes the messages of a trace as a capture file that packet analyzers open: pcap with raw IP packets (link type 101)
/// and times in nanoseconds.
///
/// The IP and transport headers are made from the addresses of the trace. TCP segments are given sequence numbers
/// that run on within one connection, so that a reader can join messages that span segments.
package struct PacketCapture: Sendable {
    private struct Stream: Hashable {
        let source: TransportAddress
        let destination: TransportAddress
    }

    private static let linkTypeRaw: UInt32 = 101
    private static let largestSegment = 65_000

    /// The file so far.
    package private(set) var bytes: [UInt8] = []

    private var nextSequence: [Stream: UInt32] = [:]
    private var nextIdentification: UInt16 = 1

    package init() {
        self.bytes.appendLittle(0xA1B2_3C4D)
        self.bytes += [2, 0, 4, 0]
        self.bytes.appendLittle(0)
        self.bytes.appendLittle(0)
        self.bytes.appendLittle(262_144)
        self.bytes.appendLittle(Self.linkTypeRaw)
    }

    /// The capture of all messages of a trace.
    package init(_ entries: some Sequence<TraceEntry>) {
        self.init()
        for entry in entries {
            self.append(entry)
        }
    }

    /// Adds a step if it is a message.
    package mutating func append(_ entry: TraceEntry) {
        guard case .message(let direction, let transport, let local, let remote, let message) = entry.event else {
            return
        }
        let (source, destination) =
            switch direction {
            case .received: (remote, local)
            case .sent: (local, remote)
            }
        switch transport {
        case .udp:
            for datagram in Self.udp(message, from: source, to: destination) {
                self.append(datagram, protocolNumber: 17, from: source.ip, to: destination.ip, time: entry.time)
            }
        case .tcp:
            self.append(stream: message, from: source, to: destination, time: entry.time)
        }
    }

    private mutating func append(
        stream message: [UInt8],
        from source: TransportAddress,
        to destination: TransportAddress,
        time: CivilTime
    ) {
        var rest = message[...]
        repeat {
            let part = rest.prefix(Self.largestSegment)
            rest = rest.dropFirst(Self.largestSegment)
            let sequence = self.nextSequence[Stream(source: source, destination: destination), default: 1]
            let acknowledged = self.nextSequence[Stream(source: destination, destination: source), default: 1]
            let segment = Self.tcp(part, from: source, to: destination, sequence: sequence, acknowledged: acknowledged)
            self.append(segment, protocolNumber: 6, from: source.ip, to: destination.ip, time: time)
            self.nextSequence[Stream(source: source, destination: destination)] = sequence &+ UInt32(part.count)
        } while !rest.isEmpty
    }

    private mutating func append(
        _ payload: [UInt8],
        protocolNumber: UInt8,
        from source: IPAddress,
        to destination: IPAddress,
        time: CivilTime
    ) {
        let header =
            source.isV4 && destination.isV4
            ? self.ipv4Header(payload.count, protocolNumber, from: source, to: destination)
            : Self.ipv6Header(payload.count, protocolNumber, from: source, to: destination)
        self.bytes.appendLittle(UInt32(truncatingIfNeeded: time.seconds))
        self.bytes.appendLittle(UInt32(truncatingIfNeeded: time.nanoseconds - time.seconds * 1_000_000_000))
        self.bytes.appendLittle(UInt32(header.count + payload.count))
        self.bytes.appendLittle(UInt32(header.count + payload.count))
        self.bytes += header
        self.bytes += payload
    }

    /// RFC 791 §3.1.
    private mutating func ipv4Header(
        _ count: Int,
        _ protocolNumber: UInt8,
        from source: IPAddress,
        to destination: IPAddress
    ) -> [UInt8] {
        var header: [UInt8] = [0x45, 0]
        header.appendBig(UInt16(count + 20))
        header.appendBig(self.nextIdentification)
        header += [0x40, 0, 64, protocolNumber, 0, 0]
        header += source.octets.suffix(4)
        header += destination.octets.suffix(4)
        header.replace(at: 10, with: InternetChecksum(header).value)
        self.nextIdentification &+= 1
        return header
    }

    /// RFC 8200 §3.
    private static func ipv6Header(
        _ count: Int,
        _ protocolNumber: UInt8,
        from source: IPAddress,
        to destination: IPAddress
    ) -> [UInt8] {
        var header: [UInt8] = [0x60, 0, 0, 0]
        header.appendBig(UInt16(count))
        header += [protocolNumber, 64]
        return header + source.octets + destination.octets
    }

    /// RFC 768; what exceeds one datagram, which no traced message does, is cut off.
    private static func udp(
        _ message: [UInt8],
        from source: TransportAddress,
        to destination: TransportAddress
    ) -> [[UInt8]] {
        let payload = message.prefix(65_507)
        var datagram: [UInt8] = []
        datagram.appendBig(source.port)
        datagram.appendBig(destination.port)
        datagram.appendBig(UInt16(payload.count + 8))
        datagram.appendBig(UInt16(0))
        datagram += payload
        let sum = Self.checksum(of: datagram, protocolNumber: 17, from: source.ip, to: destination.ip)
        datagram.replace(at: 6, with: sum == 0 ? 0xFFFF : sum)
        return [datagram]
    }

    /// RFC 9293 §3.1.
    private static func tcp(
        _ payload: ArraySlice<UInt8>,
        from source: TransportAddress,
        to destination: TransportAddress,
        sequence: UInt32,
        acknowledged: UInt32
    ) -> [UInt8] {
        var segment: [UInt8] = []
        segment.appendBig(source.port)
        segment.appendBig(destination.port)
        segment.appendBig(UInt16(truncatingIfNeeded: sequence >> 16))
        segment.appendBig(UInt16(truncatingIfNeeded: sequence))
        segment.appendBig(UInt16(truncatingIfNeeded: acknowledged >> 16))
        segment.appendBig(UInt16(truncatingIfNeeded: acknowledged))
        segment += [0x50, 0x18, 0xFF, 0xFF, 0, 0, 0, 0]
        segment += payload
        let sum = Self.checksum(of: segment, protocolNumber: 6, from: source.ip, to: destination.ip)
        segment.replace(at: 16, with: sum)
        return segment
    }

    /// The checksum over the pseudo header (RFC 768, RFC 8200 §8.1) and the segment.
    private static func checksum(
        of segment: [UInt8],
        protocolNumber: UInt8,
        from source: IPAddress,
        to destination: IPAddress
    ) -> UInt16 {
        let width = source.isV4 && destination.isV4 ? 4 : 16
        var pseudo = Array(source.octets.suffix(width) + destination.octets.suffix(width))
        pseudo += [0, protocolNumber]
        pseudo.appendBig(UInt16(segment.count))
        return InternetChecksum(pseudo + segment).value
    }
}

/// The ones' complement checksum of the Internet protocols (RFC 1071).
private struct InternetChecksum {
    let value: UInt16

    init(_ octets: [UInt8]) {
        var sum: UInt32 = 0
        var high = true
        for octet in octets {
            sum &+= high ? UInt32(octet) << 8 : UInt32(octet)
            sum = sum & 0xFFFF &+ sum >> 16
            high.toggle()
        }
        self.value = ~UInt16(truncatingIfNeeded: sum & 0xFFFF &+ sum >> 16)
    }
}

extension [UInt8] {
    fileprivate mutating func appendLittle(_ number: UInt32) {
        for shift in [UInt32(0), 8, 16, 24] {
            self.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    fileprivate mutating func appendBig(_ number: UInt16) {
        self.append(UInt8(truncatingIfNeeded: number >> 8))
        self.append(UInt8(truncatingIfNeeded: number))
    }

    fileprivate mutating func replace(at index: Int, with number: UInt16) {
        self[index] = UInt8(truncatingIfNeeded: number >> 8)
        self[index + 1] = UInt8(truncatingIfNeeded: number)
    }
}
