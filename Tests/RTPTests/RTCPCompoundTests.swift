import RTP
import Testing

/// RFC 3550 §6.4 and the checks of §A.2.
struct RTCPCompoundTests {
    private static let receiverReport: [UInt8] = [
        0x81, 201, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2, 0x40, 0xFF, 0xFF, 0xFE, 0, 1, 0, 5, 0, 0, 0, 80, 0, 0, 0, 0, 0, 0, 0,
        0,
    ]
    private static let senderReport: [UInt8] = [
        0x80, 200, 0, 6, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 50, 0, 0, 0x1F, 0x40,
    ]
    private static let description: [UInt8] = [0x81, 202, 0, 2, 0, 0, 0, 1, 1, 1, 0x61, 0]
    private static let goodbye: [UInt8] = [0x81, 203, 0, 1, 0, 0, 0, 1]

    @Test
    func `a receiver report tells loss and jitter`() throws {
        let compound = try #require(RTCPCompound(bytes: Self.receiverReport))
        let block = try #require(compound.firstBlock)

        #expect(compound.sender == 1)
        #expect(block.source == 2)
        #expect(block.fractionLost == 0x40)
        #expect(block.cumulativeLost == -2)
        #expect(block.highestSequence == 0x10005)
        #expect(block.jitter == 80)
    }

    @Test
    func `a sender report tells what was sent`() throws {
        let compound = try #require(RTCPCompound(bytes: Self.senderReport))
        let figures = try #require(compound.senderFigures)

        #expect(figures.timestamp == 0x100)
        #expect(figures.packets == 50)
        #expect(figures.octets == 8000)
        #expect(compound.firstBlock == nil)
    }

    @Test
    func `every packet of a compound is counted`() throws {
        let packet = Self.senderReport + Self.receiverReport + Self.description + Self.goodbye
        let compound = try #require(RTCPCompound(bytes: packet))

        #expect(compound.count == 4)
        #expect(compound.saysGoodbye)
        #expect(compound.firstBlock?.source == 2)
    }

    @Test(arguments: [
        ("an empty receiver report", [0x80, 201, 0, 1, 0, 0, 0, 1]),
        ("feedback alone, RFC 5506 §3", [0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]),
        ("a padded last packet", [0xA0, 201, 0, 2, 0, 0, 0, 1, 0, 0, 0, 4]),
    ])
    func `a well-formed compound is accepted`(name: String, packet: [UInt8]) {
        #expect(RTCPCompound(bytes: packet) != nil, Comment(rawValue: name))
    }

    @Test(arguments: [
        ("nothing", []),
        ("seven octets", [0x80, 201, 0, 1, 0, 0, 0]),
        ("version 1", [0x40, 201, 0, 1, 0, 0, 0, 1]),
        ("APP first", [0x80, 204, 0, 2, 0, 0, 0, 1, 0x61, 0x62, 0x63, 0x64]),
        ("SDES first", Self.description),
        ("a length beyond the end", [0x80, 201, 0, 9, 0, 0, 0, 1]),
        ("a length before the end of nothing", Self.receiverReport + [0x80, 202]),
        ("31 blocks that are not there", [0x9F, 201, 0, 1, 0, 0, 0, 1]),
        ("a sender report without its figures", [0x80, 200, 0, 1, 0, 0, 0, 1]),
        ("padding in the first of two", [0xA0, 201, 0, 2, 0, 0, 0, 1, 0, 0, 0, 4] + Self.goodbye),
        ("padding of zero octets", [0xA0, 201, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0]),
        ("padding over the header", [0xA0, 201, 0, 1, 0, 0, 0, 8]),
        ("a goodbye of sources that are not there", Self.receiverReport + [0x9F, 203, 0, 1, 0, 0, 0, 1]),
    ])
    func `a compound that lies about itself is refused`(name: String, packet: [UInt8]) {
        #expect(RTCPCompound(bytes: packet) == nil, Comment(rawValue: name))
    }

    @Test
    func `only the first header of an encrypted compound is read`() {
        let packet: [UInt8] = [0x81, 200, 0xFF, 0xFF, 0, 0, 0, 7, 0xEE, 0x11]

        #expect(RTCPCompound(bytes: packet, isEncrypted: true)?.sender == 7)
    }

    @Test(arguments: [
        (UInt8(200), true), (201, true), (223, true), (191, false), (224, false), (0, false), (0x88, false),
    ])
    func `a shared port is told apart by the second octet`(octet: UInt8, isRTCP: Bool) {
        let packet: [UInt8] = [0x80, octet]

        #expect(RTCPCompound.isRTCP(packet.span) == isRTCP)
    }
}
