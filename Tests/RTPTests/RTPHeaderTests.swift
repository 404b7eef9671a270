import RTP
import Testing

/// RFC 3550 §5.1 and §5.3.1.
struct RTPHeaderTests {
    private static let fixed: [UInt8] = [0x80, 0x88, 0x12, 0x34, 0, 0, 0, 160, 0xDE, 0xAD, 0xBE, 0xEF]

    /// The fixed header with another first octet, and what follows it.
    private static func packet(_ first: UInt8, _ rest: [UInt8] = []) -> [UInt8] {
        [first] + self.fixed.dropFirst() + rest
    }

    @Test
    func `the fixed header is read field by field`() throws {
        let packet = Self.fixed + [1, 2, 3]
        let header = try #require(RTPHeader(bytes: packet))

        #expect(header.marker)
        #expect(header.payloadType == 8)
        #expect(header.sequenceNumber == 0x1234)
        #expect(header.timestamp == 160)
        #expect(header.source == 0xDEAD_BEEF)
        #expect(header.payload == 12..<15)
    }

    @Test(arguments: [
        ("contributing sources are not payload", 0x82, Array(repeating: UInt8(0), count: 9), 20..<21),
        ("an extension is not payload", 0x90, [0xBE, 0xDE, 0, 1, 1, 2, 3, 4, 9], 20..<21),
        ("padding is not payload", 0xA0, [7, 7, 0, 0, 3], 12..<14),
        ("all may be padding", 0xA0, [0, 2], 12..<12),
        ("a header alone is an empty packet", 0x80, [], 12..<12),
    ])
    func `what is optional is accounted for`(name: String, first: UInt8, rest: [UInt8], payload: Range<Int>) throws {
        let packet = Self.packet(first, rest)
        let header = try #require(RTPHeader(bytes: packet), Comment(rawValue: name))

        #expect(header.payload == payload)
    }

    @Test(arguments: [
        ("nothing", []),
        ("one octet", [0x80]),
        ("eleven octets", Array(Self.fixed.dropLast())),
        ("version 0", Self.packet(0x00)),
        ("version 1", Self.packet(0x40)),
        ("version 3", Self.packet(0xC0)),
        ("fifteen contributing sources that are not there", Self.packet(0x8F, [0, 0, 0, 0])),
        ("half an extension header", Self.packet(0x90, [0xBE, 0xDE])),
        ("an extension that is too long", Self.packet(0x90, [0xBE, 0xDE, 0xFF, 0xFF, 0, 0, 0, 0])),
        ("padding of zero octets", Self.packet(0xA0, [1, 2, 0])),
        ("more padding than payload", Self.packet(0xA0, [1, 2, 4])),
        ("padding over the whole packet", Self.packet(0xA0, [0, 255])),
    ])
    func `a packet that lies about itself is refused`(name: String, packet: [UInt8]) {
        #expect(RTPHeader(bytes: packet) == nil, Comment(rawValue: name))
    }

    @Test
    func `the padding of an encrypted packet is not looked at`() {
        let packet = Self.packet(0xA0, [1, 2, 255])

        #expect(RTPHeader(bytes: packet, isEncrypted: true)?.payload == 12..<15)
    }
}
