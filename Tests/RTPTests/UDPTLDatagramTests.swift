import RTP
import Testing

/// ITU-T T.38 §9.1.
struct UDPTLDatagramTests {
    @Test(arguments: [
        ("a primary packet, no redundancy", [0, 1, 1, 6, 0, 0], 0),
        ("an empty primary packet", [0, 1, 0, 0, 0], 0),
        ("two redundant packets", [0, 3, 1, 6, 0, 2, 1, 4, 2, 2, 2], 2),
        ("parity of span 3 and one packet", [0, 3, 1, 6, 0x80, 1, 3, 1, 2, 7, 7], 0),
        ("a length of two octets", [0, 1, 0x80, 2, 6, 6, 0, 0], 0),
    ])
    func `a datagram whose lengths fit is accepted`(name: String, packet: [UInt8], redundant: Int) throws {
        let datagram = try #require(UDPTLDatagram(bytes: packet), Comment(rawValue: name))

        #expect(datagram.redundantPackets == redundant)
    }

    @Test(arguments: [
        ("nothing", []),
        ("three octets", [0, 1, 0x7F]),
        ("a primary packet beyond the end", [0, 1, 9, 6, 0, 0]),
        ("no error recovery", [0, 1, 1, 6]),
        ("a fragmented length", [0, 1, 0xC1, 6, 0, 0]),
        ("redundancy without a count", [0, 1, 1, 6, 0]),
        ("more redundant packets than octets", [0, 1, 1, 6, 0, 9, 1, 4]),
        ("a parity span of two octets", [0, 1, 1, 6, 0x80, 2, 0, 3, 1, 1, 7]),
        ("a parity count that explodes", [0, 1, 1, 0, 0x80, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]),
    ])
    func `a datagram that lies about itself is refused`(name: String, packet: [UInt8]) {
        #expect(UDPTLDatagram(bytes: packet) == nil, Comment(rawValue: name))
    }
}
