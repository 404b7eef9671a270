import H323Syntax
import Testing

/// RFC 1006 §6: packets in a stream.
struct TPKTFramerTests {
    private var framer = TPKTFramer()

    @Test
    mutating func `two packets in one segment come one after the other`() {
        self.framer.receive([3, 0, 0, 6, 1, 2, 3, 0, 0, 5, 9])

        #expect(self.framer.next() == .packet([1, 2]))
        #expect(self.framer.next() == .packet([9]))
        #expect(self.framer.next() == nil)
        #expect(self.framer.pending == 0)
    }

    @Test
    mutating func `a packet comes out when its last octet is there, however it is cut`() {
        let octets: [UInt8] = [3, 0, 0, 7, 0xA, 0xB, 0xC]
        for octet in octets.dropLast() {
            self.framer.receive([octet])
            #expect(self.framer.next() == nil)
        }
        self.framer.receive([0xC])

        #expect(self.framer.next() == .packet([0xA, 0xB, 0xC]))
    }

    @Test
    mutating func `an empty packet is a keep-alive`() {
        self.framer.receive([3, 0, 0, 4, 3, 0, 0, 5, 1])

        #expect(self.framer.next() == .keepAlive)
        #expect(self.framer.next() == .packet([1]))
    }

    @Test(arguments: [
        ([4, 0, 0, 5, 1], H323SyntaxError.Reason.unsupported),
        ([3, 0, 0, 3], .malformed),
        ([0x47], .unsupported),
        ([3, 0, 1, 1], .tooLarge),
    ])
    func `what is no packet ends the stream`(_ octets: [UInt8], _ reason: H323SyntaxError.Reason) {
        var framer = TPKTFramer(largestPacket: 256)
        framer.receive(octets)

        #expect(framer.next() == .failure(H323SyntaxError(reason, at: 0)))
        framer.receive([3, 0, 0, 5, 1])
        #expect(framer.next() == nil)
        #expect(framer.pending == 0)
    }

    @Test
    mutating func `the largest packet goes through, a larger one is not made`() throws {
        let payload = [UInt8](repeating: 7, count: 65_531)
        self.framer.receive(try TPKTPacket.octets(around: payload))

        #expect(self.framer.next() == .packet(payload))
        #expect(throws: H323SyntaxError(.tooLarge, at: 0)) { try TPKTPacket.octets(around: payload + [0]) }
    }
}
