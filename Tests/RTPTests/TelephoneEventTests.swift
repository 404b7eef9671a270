import RTP
import Testing

/// RFC 4733 §2.3 and §2.5.
struct TelephoneEventTests {
    @Test
    func `an event is read field by field`() throws {
        let payload: [UInt8] = [11, 0x8A, 0x03, 0x20]
        let event = try #require(TelephoneEvent(bytes: payload, payload: 0..<4))

        #expect(event.event == 11)
        #expect(event.isEnd)
        #expect(event.volume == 10)
        #expect(event.duration == 800)
    }

    @Test(arguments: [[], [5], [5, 10, 0]])
    func `a payload that is too short is refused`(payload: [UInt8]) {
        #expect(TelephoneEvent(bytes: payload, payload: 0..<payload.count) == nil)
    }

    @Test
    func `the many packets of one event count once`() throws {
        var counter = TelephoneEventCounter()
        for timestamp in [UInt8(1), 1, 1, 1, 9, 9, 1, 9, 20] {
            let packet: [UInt8] = [0x80, 101, 0, 0, 0, 0, 0, timestamp, 0, 0, 0, 1]
            _ = counter.receive(try #require(RTPHeader(bytes: packet)))
        }

        #expect(counter.count == 3)
    }
}
