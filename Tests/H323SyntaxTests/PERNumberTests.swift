import H323Syntax
import ProtocolKit
import Testing

/// The numbers, lengths and strings of X.691 by types of the schemas that have them, octets worked out by hand.
struct PERNumberTests {
    /// Whether the octets give the value, and the value the octets.
    private static func agree<Value: PERValue>(_ value: Value, _ octets: [UInt8]) throws -> Bool {
        let encoded = try value.encoded()
        return try encoded == octets && Value(decoding: octets).encoded() == octets
    }

    @Test
    func `a number of up to 255 values is a field of bits`() throws {
        // The extension bit and the index 1 in four bits; the number 1..256 follows on a boundary.
        #expect(try Self.agree(H245.AudioCapability.g711Alaw64k(20), [0x08, 0x13]))
        #expect(try Self.agree(H245.AudioCapability.g711Alaw64k(256), [0x08, 0xFF]))
    }

    @Test
    func `a number of more than 65,536 values has its own length`() throws {
        // Two bits of length, then as many octets as it takes (clause 11.5.7.4).
        let flow = { (rate: UInt32) in
            H245.MultimediaSystemControlMessage.command(
                .flowControlCommand(
                    H245.FlowControlCommand(scope: .wholeMultiplex, restriction: .maximumBitRate(rate))
                )
            )
        }
        for rate: UInt32 in [0, 255, 256, 65_535, 65_536, 16_777_215] {
            let octets = try flow(rate).encoded()
            #expect(try H245.MultimediaSystemControlMessage(decoding: octets) == flow(rate))
            let significant = max(1, (39 - rate.leadingZeroBitCount) / 8)
            let expected = (0..<significant).reversed().map { UInt8(truncatingIfNeeded: rate >> UInt32($0 * 8)) }
            #expect(octets.suffix(significant) == expected[...])
        }
    }

    @Test
    func `master and slave determination is the seven octets that every endpoint sends`() throws {
        let request = H245.MultimediaSystemControlMessage.request(
            .masterSlaveDetermination(
                H245.MasterSlaveDetermination(terminalType: 50, statusDeterminationNumber: 0x01_0203)
            )
        )
        #expect(try Self.agree(request, [0x01, 0x00, 0x32, 0x80, 0x01, 0x02, 0x03]))
    }

    @Test
    func `a number beyond its bounds is neither read nor written`() throws {
        // A request number is 1..65535.
        let request = H225.RasMessage.gatekeeperReject(
            H225.GatekeeperReject(
                requestSeqNum: 0,
                protocolIdentifier: OID(0, 0, 8, 2250, 0, 7),
                rejectReason: .terminalExcluded
            )
        )
        #expect(throws: H323SyntaxError.self) { try request.encoded() }
        // 0..2 takes two bits, of which one value is left over.
        typealias Layer = H245.H223LogicalChannelParameters.AdaptationLayerType.Al3
        #expect(throws: Never.self) { try Layer(decoding: [0x80, 0x00]) }
        #expect(throws: H323SyntaxError(.outOfRange, at: 0)) { try Layer(decoding: [0xC0, 0x00]) }
    }

    @Test
    func `a string limited to digits has four bits for each`() throws {
        // # * , 0 … 9 in this order: 1 is the fourth after the comma, index 4 (clause 30.5.4).
        #expect(try Self.agree(H225.AliasAddress.dialledDigits("12"), [0x00, 0x80, 0x45]))
        #expect(throws: H323SyntaxError.self) { try H225.AliasAddress.dialledDigits("12a").encoded() }
        #expect(throws: H323SyntaxError.self) { try H225.AliasAddress.dialledDigits("").encoded() }
        #expect(throws: H323SyntaxError.self) { try H225.AliasAddress(decoding: [0x00, 0x80, 0xFF]) }
    }

    @Test
    func `a BMP string keeps units that are no text`() throws {
        let odd = BMPString(units: [0xD800, 0x41])
        #expect(try Self.agree(H225.AliasAddress.h323ID(odd), [0x40, 0x01, 0xD8, 0x00, 0x00, 0x41]))
        #expect(try Self.agree(H225.AliasAddress.h323ID("é"), [0x40, 0x00, 0x00, 0xE9]))
    }

    @Test(arguments: [0, 127, 128, 16_383, 16_384, 16_385, 40_000, 65_536, 70_000, 131_072])
    func `octets of any number are written with their length, in fragments when they are many`(_ count: Int) throws {
        var limits = PERLimits()
        limits.storedOctets = 1 << 22
        let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let identifier = H225.NonStandardIdentifier.object(OID(1, 3, 6, 1))
        let value = H225.NonStandardParameter(nonStandardIdentifier: identifier, data: data)
        let octets = try value.encoded()

        let copy = try H225.NonStandardParameter(decoding: octets, limits: limits)
        #expect(copy.data == data)
        let lengths = count < 128 ? 1 : count < 16_384 ? 2 : 1 + (count >> 16) + (count & 0xFFFF < 16_384 ? 0 : 1)
        #expect(octets.count >= count + lengths)
    }

    @Test
    func `a message in fragments is read through its open types`() throws {
        // The capability set is an addition of its own, whose open type has more than 16 Ki octets.
        let long = [UInt8](repeating: 0xAB, count: 20_000)
        var unit = H225.H323UUPDU(h323MessageBody: .empty)
        unit.h245Control = [long, [1, 2]]
        unit.h245Tunnelling = true
        let octets = try H225.H323UserInformation(h323UuPdu: unit).encoded()
        let copy = try H225.H323UserInformation(decoding: octets)

        #expect(copy.h323UuPdu.h245Control == [long, [1, 2]])
        #expect(copy.h323UuPdu.h245Tunnelling == true)
        #expect(try copy.encoded() == octets)
    }
}
