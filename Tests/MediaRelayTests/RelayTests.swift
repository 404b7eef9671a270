import CallModel
import MediaRelay
import ProtocolKit
import Testing

/// Two legs with one stream each, over real sockets on loopback.
struct RelayTests {
    private let board: Switchboard
    private let alice = Phone(on: Switchboard.aliceIP)
    private let bob = Phone(on: Switchboard.bobIP)

    init() throws {
        self.board = try Switchboard()
    }

    private func connect(
        _ rule: SourceRule = .strict,
        isShared: Bool = false,
        formats: StreamFormats = StreamFormats()
    ) throws -> (a: Switchboard.Side, b: Switchboard.Side) {
        let a = try self.board.open(1, rule: rule, isShared: isShared, formats: formats)
        let b = try self.board.open(2, rule: rule, isShared: isShared, formats: formats)
        try self.board.perform([.remote(a, self.alice), .remote(b, self.bob), .join(a.anchor, b.anchor)])
        return (a, b)
    }

    @Test
    func `what one sends the other receives from our port, both ways, and it is counted`() throws {
        let (a, b) = try self.connect()

        for word in ["one", "two", "three"] {
            let sent = self.alice.sendRTP(word, to: a.media)
            let received = try #require(self.bob.receive())
            #expect(received.octets == sent)
            #expect(received.source == b.media)
        }
        let sent = self.bob.sendRTP("four", to: b.media)
        let received = try #require(self.alice.receive())
        #expect(received.octets == sent)
        #expect(received.source == a.media)

        let fromAlice = try #require(try self.board.close(a).first)
        #expect(fromAlice.packetsReceived == 3)
        #expect(fromAlice.octetsReceived == 12 * 3 + 11)
        #expect(fromAlice.packetsSent == 1)
        #expect(fromAlice.octetsSent == 16)
        #expect(fromAlice.packetsLost == 0)
        #expect(fromAlice.packetsRefused == 0)
        #expect(fromAlice.lastPacket != nil)
        let fromBob = try #require(try self.board.close(b).first)
        #expect(fromBob.packetsReceived == 1)
        #expect(fromBob.packetsSent == 3)
    }

    @Test
    func `the first packet after signaling is reported with its source`() throws {
        let (a, _) = try self.connect()
        self.alice.sendRTP("x", to: a.media)
        self.alice.sendRTP("y", to: a.media)
        _ = self.bob.receive()
        _ = self.bob.receive()

        let first = MediaReport.firstPacket(a.anchor, stream: 0, from: self.alice.address)
        _ = try self.board.report { $0 == first }
        try self.board.perform([])
        #expect(!self.board.hasReport { $0 == first })

        try self.board.perform([.remote(a, self.alice)])
        self.alice.sendRTP("z", to: a.media)
        _ = try self.board.report { $0 == first }
    }

    @Test
    func `packets of a foreign address are dropped and counted`() throws {
        let (a, b) = try self.connect(.address)
        let mallory = Phone(on: Switchboard.malloryIP)

        for side in [a, b] {
            for _ in 0..<50 {
                mallory.sendRTP("spray", to: side.media)
                mallory.send([0x80, 201, 0, 1, 0, 0, 0, 1], to: side.control)
            }
        }
        // What is queued first is seen first, so an honest packet that arrives proves what became of the others.
        let honest = self.alice.sendRTP("honest", to: a.media)
        #expect(self.bob.receive()?.octets == honest)
        let answer = self.bob.sendRTP("answer", to: b.media)
        #expect(self.alice.receive()?.octets == answer)
        #expect(mallory.receive(within: 0) == nil)

        let counters = try #require(try self.board.close(a).first)
        #expect(counters.packetsReceived == 1)
        #expect(counters.packetsRefused == 100)
    }

    @Test(arguments: [SourceRule.strict, .address])
    func `what comes before its sender is described is dropped and is not called foreign`(rule: SourceRule) throws {
        let a = try self.board.open(1, rule: rule)
        let b = try self.board.open(2, rule: rule)
        try self.board.perform([.remote(a, self.alice), .join(a.anchor, b.anchor)])
        for _ in 0..<10 {
            self.bob.sendRTP("early", to: b.media)
        }
        #expect(self.alice.receive(within: 200) == nil)

        let counters = try #require(try self.board.close(b).first)
        #expect(counters.packetsReceived == 0)
        #expect(counters.packetsRefused == 0)
    }

    @Test(arguments: [(SourceRule.strict, false), (.address, true), (.latch(window: 5, within: nil), true)])
    func `another port of the same phone passes by rule`(rule: SourceRule, passes: Bool) throws {
        let (a, _) = try self.connect(rule)
        let otherPort = Phone(on: Switchboard.aliceIP)
        let sent = otherPort.sendRTP("other", to: a.media)
        let honest = self.alice.sendRTP("honest", to: a.media)

        #expect(self.bob.receive()?.octets == (passes ? sent : honest))
    }

    @Test
    func `a latch follows the first source, then holds, and opens again only with new signaling`() throws {
        let (a, b) = try self.connect(.latch(window: 2, within: nil))
        let moved = Phone(on: Switchboard.aliceIP)
        let mallory = Phone(on: Switchboard.malloryIP)

        // Bob's packets go where Alice really is.
        for word in ["1", "2"] {
            let sent = moved.sendRTP(word, to: a.media)
            #expect(self.bob.receive()?.octets == sent)
        }
        let toMoved = self.bob.sendRTP("to moved", to: b.media)
        #expect(moved.receive()?.octets == toMoved)

        // The window is used up.
        mallory.sendRTP("bleed", to: a.media)
        let third = moved.sendRTP("3", to: a.media)
        #expect(self.bob.receive()?.octets == third)

        // The same description again opens the window and forgets nothing.
        try self.board.perform([.remote(a, self.alice)])
        let held = self.bob.sendRTP("still", to: b.media)
        #expect(moved.receive()?.octets == held)
        let back = self.alice.sendRTP("back", to: a.media)
        #expect(self.bob.receive()?.octets == back)
        let toAlice = self.bob.sendRTP("to alice", to: b.media)
        #expect(self.alice.receive()?.octets == toAlice)
    }

    @Test
    func `a latch bounded to an address never follows another`() throws {
        let (a, _) = try self.connect(.latch(window: 5, within: Switchboard.aliceIP))
        let mallory = Phone(on: Switchboard.malloryIP)
        mallory.sendRTP("bleed", to: a.media)
        let honest = self.alice.sendRTP("honest", to: a.media)

        #expect(self.bob.receive()?.octets == honest)
    }

    @Test
    func `what is no RTP, or was not negotiated, is dropped and counted`() throws {
        let formats = StreamFormats(accepted: PayloadTypes([0, 101]), events: PayloadTypes([101]))
        let (a, _) = try self.connect(formats: formats)
        self.alice.send([], to: a.media)
        self.alice.send([0x80], to: a.media)
        self.alice.send(Array(repeating: 0, count: 172), to: a.media)
        self.alice.sendRTP("G.722", payloadType: 9, to: a.media)
        self.alice.sendRTP("123", payloadType: 101, to: a.media)
        let honest = self.alice.sendRTP("honest", to: a.media)

        #expect(self.bob.receive()?.octets == honest)
        #expect(try self.board.close(a).first?.packetsRefused == 5)
    }

    @Test
    func `telephone-events pass and are counted once each`() throws {
        let formats = StreamFormats(events: PayloadTypes([101]))
        let (a, _) = try self.connect(formats: formats)
        // RFC 4733 §2.5.1.4: the last packet of an event is sent three times.
        for (sequence, timestamp) in [(UInt8(1), UInt8(10)), (2, 10), (3, 10), (4, 50), (5, 50)] {
            let packet: [UInt8] = [0x80, 101, 0, sequence, 0, 0, 0, timestamp, 1, 2, 3, 4, 5, 0x8A, 1, 0x40]
            self.alice.send(packet, to: a.media)
            #expect(self.bob.receive()?.octets == packet)
        }

        #expect(try self.board.close(a).first?.eventsReceived == 2)
    }

    @Test
    func `a gap in the sequence is loss`() throws {
        let (a, _) = try self.connect()
        for sequence in [UInt8(1), 2, 5, 6] {
            self.alice.send([0x80, 0, 0, sequence, 0, 0, 0, sequence, 1, 2, 3, 4, 9], to: a.media)
            _ = self.bob.receive()
        }

        #expect(try self.board.close(a).first?.packetsLost == 2)
    }

    @Test
    func `RTCP passes between the RTCP ports and its report is kept`() throws {
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        let (aliceControl, bobControl) = (Phone(on: Switchboard.aliceIP), Phone(on: Switchboard.bobIP))
        try self.board.perform([
            .remote(a, self.alice, control: aliceControl), .remote(b, self.bob, control: bobControl),
            .join(a.anchor, b.anchor),
        ])
        let report: [UInt8] =
            [0x81, 201, 0, 7, 0, 0, 0, 1, 0, 0, 0, 2, 0x40, 0, 0, 7, 0, 1, 0, 5, 0, 0, 0, 80]
            + Array(repeating: 0, count: 8)
        aliceControl.send(report, to: a.control)
        let received = try #require(bobControl.receive())

        #expect(received.octets == report)
        #expect(received.source == b.control)
        let counters = try #require(try self.board.close(a).first)
        #expect(counters.controlPacketsReceived == 1)
        #expect(counters.packetsReceived == 0)
        #expect(counters.reportedLost == 7)
        #expect(counters.reportedJitter == 80)
    }

    @Test
    func `RTCP crosses from a shared port to a port of its own and back`() throws {
        let a = try self.board.open(1, isShared: true)
        let b = try self.board.open(2)
        let bobControl = Phone(on: Switchboard.bobIP)
        try self.board.perform([
            .remote(a, self.alice), .remote(b, self.bob, control: bobControl), .join(a.anchor, b.anchor),
        ])
        let report: [UInt8] = [0x80, 201, 0, 1, 0, 0, 0, 1]

        self.alice.send(report, to: a.media)
        #expect(bobControl.receive()?.octets == report)
        bobControl.send(report, to: b.control)
        let received = try #require(self.alice.receive())
        #expect(received.octets == report)
        #expect(received.source == a.media)
    }

    @Test
    func `the two sides may be of different families`() throws {
        let phone = Phone(on: IPAddress(high: 0, low: 1))
        let a = try self.board.open(1, on: IPAddress(high: 0, low: 1))
        let b = try self.board.open(2)
        try self.board.perform([.remote(a, phone), .remote(b, self.bob), .join(a.anchor, b.anchor)])

        let sent = phone.sendRTP("six to four", to: a.media)
        #expect(self.bob.receive()?.octets == sent)
        let answer = self.bob.sendRTP("four to six", to: b.media)
        let received = try #require(phone.receive())
        #expect(received.octets == answer)
        #expect(received.source == a.media)
    }

    @Test
    func `UDPTL passes when its lengths fit`() throws {
        let a = try self.board.open(1, kind: .udptl)
        let b = try self.board.open(2, kind: .udptl)
        try self.board.perform([.remote(a, self.alice), .remote(b, self.bob), .join(a.anchor, b.anchor)])
        let datagram: [UInt8] = [0, 1, 1, 6, 0, 0]
        self.alice.send([0, 1, 0x7F], to: a.media)
        self.alice.send(datagram, to: a.media)

        #expect(self.bob.receive()?.octets == datagram)
        #expect(try self.board.close(a).first?.packetsRefused == 1)
    }
}
