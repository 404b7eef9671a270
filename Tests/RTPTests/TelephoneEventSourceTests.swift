import RTP
import Testing

/// Telephone-events as they are sent (RFC 4733 §2.5.1).
struct TelephoneEventSourceTests {
    /// What a packet says.
    private struct Sent: Equatable {
        let isMarked: Bool
        let sequenceNumber: UInt16
        let timestamp: UInt32
        let code: UInt8
        let isEnd: Bool
        let duration: UInt16
    }

    /// What is due in each 20 ms until all are over; `nil` for nothing.
    private static func sent(_ source: TelephoneEventSource?) throws -> [Sent?] {
        var source = try #require(source)
        var sent: [Sent?] = []
        while !source.isOver, sent.count < 10_000 {
            guard let packet = source.packet else {
                sent.append(nil)
                source.advance()
                continue
            }
            let header = try #require(RTPHeader(bytes: packet))
            let read = TelephoneEvent(packet.span, payload: header.payload)
            let event = try #require(read)
            #expect(header.payloadType == 101)
            #expect(header.source == 7)
            #expect(event.volume == 10)
            sent.append(
                Sent(
                    isMarked: header.marker,
                    sequenceNumber: header.sequenceNumber,
                    timestamp: header.timestamp,
                    code: event.event,
                    isEnd: event.isEnd,
                    duration: event.duration
                )
            )
            source.advance()
        }
        return sent
    }

    private static func event(_ code: UInt8, _ milliseconds: Int) -> TelephoneEventSource.Event {
        TelephoneEventSource.Event(code: code, duration: .milliseconds(milliseconds))
    }

    @Test
    func `an event is marked at its beginning, grows, and ends three times`() throws {
        let sent = try Self.sent(
            TelephoneEventSource([Self.event(5, 100)], payloadType: 101, clockRate: 8000, source: 7)
        )
        let packets = sent.compactMap { $0 }
        #expect(packets.map(\.isMarked) == [true, false, false, false, false, false, false])
        #expect(packets.map(\.duration) == [160, 320, 480, 640, 800, 800, 800])
        #expect(packets.map(\.isEnd) == [false, false, false, false, true, true, true])
        #expect(packets.map(\.sequenceNumber) == [0, 1, 2, 3, 4, 5, 6])
        #expect(packets.allSatisfy { $0.timestamp == 0 && $0.code == 5 })
        // 100 ms of the event, 80 ms of silence in which the end is said twice more.
        #expect(sent.count == 9)
        #expect(sent.suffix(2) == [nil, nil])
    }

    @Test
    func `the next event begins when the one before and its silence are over`() throws {
        let sent = try Self.sent(
            TelephoneEventSource(
                [Self.event(1, 40), Self.event(11, 40)],
                payloadType: 101,
                clockRate: 48_000,
                source: 7
            )
        )
        let packets = sent.compactMap { $0 }
        #expect(packets.map(\.code) == [1, 1, 1, 1, 11, 11, 11, 11])
        #expect(packets.map(\.duration) == [960, 1920, 1920, 1920, 960, 1920, 1920, 1920])
        #expect(packets.map(\.timestamp) == [0, 0, 0, 0, 5760, 5760, 5760, 5760])
        #expect(packets.map(\.isMarked) == [true, false, false, false, true, false, false, false])
        #expect(packets.map(\.sequenceNumber) == Array(0..<8))
        #expect(sent.prefix(6).suffix(2) == [nil, nil])
    }

    @Test(
        arguments: [(8000, 30_000, 409, 65_440), (48_000, 30_000, 68, 65_280), (8000, 0, 2, 320)]
            as [(UInt32, Int, Int, UInt16)]
    )
    func `a duration that does not fit is cut, and none is shorter than two packets`(
        clockRate: UInt32,
        milliseconds: Int,
        updates: Int,
        duration: UInt16
    ) throws {
        let sent = try Self.sent(
            TelephoneEventSource(
                [Self.event(0, milliseconds)],
                payloadType: 101,
                clockRate: clockRate,
                source: 7
            )
        )
        #expect(sent.compactMap { $0 }.count == updates + 2)
        #expect(sent.compactMap { $0 }.last?.duration == duration)
    }

    @Test
    func `numbers wrap`() throws {
        let sent = try Self.sent(
            TelephoneEventSource(
                [Self.event(1, 40), Self.event(2, 40)],
                payloadType: 101,
                clockRate: 8000,
                source: 0xFFFF_FFFF_0000_0007
            )
        )
        let packets = sent.compactMap { $0 }
        #expect(packets.map(\.sequenceNumber) == [65535, 0, 1, 2, 3, 4, 5, 6])
        #expect(packets.first?.timestamp == 0xFFFF_FF00)
        #expect(packets.last?.timestamp == 0xFFFF_FF00 &+ 960)
    }

    @Test
    func `a receiver counts each event once`() throws {
        let source = TelephoneEventSource(
            [Self.event(1, 60), Self.event(1, 60), Self.event(2, 60)],
            payloadType: 101,
            clockRate: 8000,
            source: 9
        )
        var events = try #require(source)
        var counter = TelephoneEventCounter()
        while !events.isOver {
            if let packet = events.packet, let header = RTPHeader(bytes: packet) {
                _ = counter.receive(header)
            }
            events.advance()
        }
        #expect(counter.count == 3)
    }

    @Test
    func `nothing to send, no type and no clock are refused`() {
        let event = Self.event(1, 40)
        #expect(TelephoneEventSource([], payloadType: 101, clockRate: 8000, source: 7) == nil)
        #expect(TelephoneEventSource([event], payloadType: 128, clockRate: 8000, source: 7) == nil)
        #expect(TelephoneEventSource([event], payloadType: 101, clockRate: 0, source: 7) == nil)
        #expect(TelephoneEventSource([event], payloadType: 101, clockRate: 200_000, source: 7) == nil)
    }
}
