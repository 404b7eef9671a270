import ProtocolKit

/// The UDP datagrams and TCP streams of a capture file (libpcap format; Ethernet, raw IP or loopback frames; IPv4).
struct CapturedTraffic {
    /// One direction of a TCP connection.
    struct Flow: Hashable {
        let source: [UInt8]
        let destination: [UInt8]
    }

    struct Malformed: Error {
        let reason: String
    }

    /// A UDP datagram.
    struct Datagram {
        let sourcePort: UInt16
        let destinationPort: UInt16
        let octets: [UInt8]
    }

    private(set) var datagrams: [Datagram] = []
    private var segments: [Flow: [UInt32: [UInt8]]] = [:]
    private var order: [Flow] = []

    init(_ file: [UInt8]) throws {
        var cursor = ByteCursor(file)
        guard let magic = cursor.takeLittleEndian(), magic == 0xA1B2_C3D4 || magic == 0xA1B2_3C4D,
            cursor.take(count: 16) != nil, let linkType = cursor.takeLittleEndian()
        else {
            throw Malformed(reason: "no little-endian capture file")
        }
        let headers: [UInt32: Int] = [0: 4, 1: 14, 101: 0, 113: 16, 228: 0]
        guard let header = headers[linkType] else {
            throw Malformed(reason: "link type \(linkType)")
        }
        while !cursor.isAtEnd {
            guard cursor.take(count: 8) != nil, let length = cursor.takeLittleEndian(), cursor.take(count: 4) != nil,
                let frame = cursor.take(count: Int(length))
            else {
                throw Malformed(reason: "the last frame is cut off")
            }
            self.addFrame(Array(file[frame].dropFirst(header)))
        }
    }

    /// The octets of each direction of each connection, as far as no segment is missing.
    var streams: [[UInt8]] {
        self.order.map { flow in
            let segments = self.segments[flow] ?? [:]
            guard var next = segments.keys.min() else {
                return []
            }
            var stream: [UInt8] = []
            while let segment = segments[next] {
                stream += segment
                next &+= UInt32(segment.count)
            }
            return stream
        }
    }

    private mutating func addFrame(_ frame: [UInt8]) {
        var cursor = ByteCursor(frame)
        guard let version = cursor.peek(), version >> 4 == 4, let transport = cursor.peek(at: 9),
            let high = cursor.peek(at: 2), let low = cursor.peek(at: 3),
            cursor.take(count: Int(version & 0xF) * 4) != nil
        else {
            return
        }
        // What follows the packet pads the frame.
        let end = min(frame.count, Int(high) << 8 | Int(low))
        let addresses = Array(frame[12..<20])
        var rest = ByteCursor(frame, in: cursor.position..<end)
        guard let source = rest.takeUInt16(), let destination = rest.takeUInt16() else {
            return
        }
        if transport == 17, rest.take(count: 4) != nil {
            let octets = Array(frame[rest.takeRest()])
            self.datagrams.append(Datagram(sourcePort: source, destinationPort: destination, octets: octets))
        } else if transport == 6, let sequence = rest.takeUInt32(), rest.take(count: 4) != nil, let size = rest.take(),
            rest.take(count: Int(size >> 4) * 4 - 13) != nil, !rest.isAtEnd
        {
            let flow = Flow(
                source: addresses[..<4] + [UInt8(source >> 8), UInt8(source & 0xFF)],
                destination: addresses[4...] + [UInt8(destination >> 8), UInt8(destination & 0xFF)]
            )
            if self.segments[flow] == nil {
                self.order.append(flow)
            }
            self.segments[flow, default: [:]][sequence] = Array(frame[rest.takeRest()])
        }
    }
}

extension ByteCursor {
    fileprivate mutating func takeLittleEndian() -> UInt32? {
        self.takeUInt32()?.byteSwapped
    }
}
