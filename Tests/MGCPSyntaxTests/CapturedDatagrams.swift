import ProtocolKit

/// The UDP datagrams of a capture file (libpcap format; Ethernet, raw IP, loopback or Linux cooked frames; IPv4).
enum CapturedDatagrams {
    struct Datagram {
        let sourcePort: UInt16
        let destinationPort: UInt16
        let octets: [UInt8]
    }

    struct Malformed: Error {
        let reason: String
    }

    static func read(_ file: [UInt8]) throws -> [Datagram] {
        var cursor = ByteCursor(file)
        guard let magic = cursor.takeLittleEndian(), magic == 0xA1B2_C3D4 || magic == 0xA1B2_3C4D,
            cursor.take(count: 16) != nil, let linkType = cursor.takeLittleEndian()
        else {
            throw Malformed(reason: "no little-endian capture file")
        }
        var datagrams: [Datagram] = []
        while !cursor.isAtEnd {
            guard cursor.take(count: 8) != nil, let length = cursor.takeLittleEndian(), cursor.take(count: 4) != nil,
                let frame = cursor.take(count: Int(length))
            else {
                throw Malformed(reason: "the last frame is cut off")
            }
            if let datagram = try self.datagram(Array(file[frame]), linkType) {
                datagrams.append(datagram)
            }
        }
        return datagrams
    }

    private static func datagram(_ frame: [UInt8], _ linkType: UInt32) throws -> Datagram? {
        var cursor = ByteCursor(frame)
        let headers: [UInt32: Int] = [0: 4, 1: 14, 101: 0, 113: 16, 228: 0, 276: 20]
        guard let header = headers[linkType] else {
            throw Malformed(reason: "link type \(linkType)")
        }
        guard cursor.take(count: header) != nil, let version = cursor.peek(), version >> 4 == 4,
            cursor.peek(at: 9) == 17, cursor.take(count: Int(version & 0xF) * 4) != nil,
            let source = cursor.takeUInt16(), let destination = cursor.takeUInt16(), let length = cursor.takeUInt16(),
            cursor.takeUInt16() != nil, let payload = cursor.take(count: Int(length) - 8)
        else {
            return nil
        }
        return Datagram(sourcePort: source, destinationPort: destination, octets: Array(frame[payload]))
    }
}

extension ByteCursor {
    fileprivate mutating func takeLittleEndian() -> UInt32? {
        self.takeUInt32()?.byteSwapped
    }
}
