import H323Syntax
import Testing

/// The values that Swift has no type for.
struct PERValuesTests {
    @Test(
        arguments: [
            (OID(0, 0, 8, 2250, 0, 7), [0x00, 0x08, 0x91, 0x4A, 0x00, 0x07], "0.0.8.2250.0.7"),
            (
                OID(2, 16, 840, 1, 99_999, 300), [0x60, 0x86, 0x48, 0x01, 0x86, 0x8D, 0x1F, 0x82, 0x2C],
                "2.16.840.1.99999.300"
            ),
            (OID(1, 3), [0x2B], "1.3"),
            (OID(2, 999), [0x88, 0x37], "2.999"),
        ] as [(OID, [UInt8], String)]
    )
    func `an object identifier is its arcs`(_ identifier: OID, _ contents: [UInt8], _ text: String) {
        #expect(identifier.contents == contents)
        #expect(OID(contents: contents) == identifier)
        #expect(identifier.description == text)
    }

    @Test(arguments: [[], [0x80], [0x2B, 0x80, 0x01], [0x2B, 0x81], [UInt8](repeating: 1, count: 129)] as [[UInt8]])
    func `what is no object identifier is none`(_ contents: [UInt8]) {
        #expect(OID(contents: contents) == nil)
    }

    @Test
    func `an arc that is too large reads as the largest`() {
        let contents: [UInt8] = [0x2B] + [UInt8](repeating: 0xFF, count: 12) + [0x7F]
        #expect(OID(contents: contents)?.arcs == [1, 3, UInt64.max])
    }

    @Test
    func `a bit string has as many bits as it says`() {
        let bits = BitString([0xA5, 0xFF], count: 10)

        #expect(bits.octets == [0xA5, 0xC0])
        #expect(bits[0] && !bits[1] && bits[8] && bits[9] && !bits[10] && !bits[-1])
        #expect(BitString([], count: 3) == BitString([0], count: 3))
        #expect(BitString([1], count: -1).octets.isEmpty)
    }

    @Test
    func `values are equal when their octets are, whatever the sender knew`() throws {
        var long = H225.EndpointType(mc: false, undefinedNode: false)
        long.unrecognized.bitmapLength = 9
        let short = H225.EndpointType(mc: false, undefinedNode: false)

        #expect(long == short)
        #expect(long != H225.EndpointType(mc: true, undefinedNode: false))
    }
}
