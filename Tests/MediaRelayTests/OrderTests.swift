import CallModel
import MediaRelay
import ProtocolKit
import Testing

/// What orders change while an anchor is open.
struct OrderTests {
    private let board: Switchboard
    private let alice = Phone(on: Switchboard.aliceIP)
    private let bob = Phone(on: Switchboard.bobIP)

    init() throws {
        self.board = try Switchboard(MediaRelayConfiguration(tick: .milliseconds(20)))
    }

    @Test
    func `a leg on hold receives nothing and may be heard`() throws {
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        try self.board.perform([
            .remote(a, self.alice), .remote(b, self.bob, receives: false), .join(a.anchor, b.anchor),
        ])

        self.alice.sendRTP("unheard", to: a.media)
        let heard = self.bob.sendRTP("heard", to: b.media)
        #expect(self.alice.receive()?.octets == heard)
        try self.board.perform([.remote(b, self.bob)])
        let resumed = self.alice.sendRTP("resumed", to: a.media)
        #expect(self.bob.receive()?.octets == resumed)
    }

    @Test
    func `a packet finds done what was ordered before it`() throws {
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        try self.board.perform([.remote(a, self.alice), .remote(b, self.bob)])

        // None of these wakes the thread; the packet does.
        for round in 0..<100 {
            self.board.relay.submit([.join(a.anchor, b.anchor)])
            let sent = self.alice.sendRTP("together \(round)", to: a.media)
            try #require(self.bob.receive()?.octets == sent)
            self.board.relay.submit([.part(a.anchor)])
            self.alice.sendRTP("alone", to: a.media)
            try self.board.settle(1)
        }
        #expect(try self.board.close(a).first?.packetsReceived == 200)
        #expect(self.bob.receive(within: 0) == nil)
    }

    @Test
    func `the port of an ended call carries the next one from its first packet`() throws {
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        try self.board.perform([.remote(b, self.bob)])
        _ = try self.board.close(a)
        self.alice.sendRTP("between two calls", to: a.media)
        try self.board.settle(1)

        let next = Switchboard.Side(anchor: MediaAnchor(number: 3, thread: 0), media: a.media, control: a.control)
        let plan = StreamPlan(
            index: 0,
            kind: .rtp,
            local: a.media,
            localRTCP: a.control,
            dscp: 46,
            sourceRule: .strict,
            silenceTimeout: nil
        )
        self.board.relay.submit([
            .open(next.anchor, streams: [plan]), .remote(next, self.alice), .join(next.anchor, b.anchor),
        ])
        let sent = self.alice.sendRTP("first", to: next.media)
        #expect(self.bob.receive()?.octets == sent)
        #expect(try self.board.close(b).first?.packetsSent == 1)
    }

    @Test
    func `a parted leg hears nothing`() throws {
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        let c = try self.board.open(3)
        let carol = Phone(on: Switchboard.bobIP)
        try self.board.perform([
            .remote(a, self.alice), .remote(b, self.bob), .remote(c, carol), .join(a.anchor, b.anchor),
            .join(a.anchor, c.anchor),
        ])

        let sent = self.alice.sendRTP("to carol", to: a.media)
        #expect(carol.receive()?.octets == sent)
        self.bob.sendRTP("from nobody", to: b.media)
        let answer = carol.sendRTP("from carol", to: c.media)
        #expect(self.alice.receive()?.octets == answer)
        #expect(self.bob.receive(within: 0) == nil)

        try self.board.perform([.part(a.anchor)])
        self.alice.sendRTP("alone", to: a.media)
        #expect(try self.board.close(a).first?.packetsReceived == 2)
        #expect(carol.receive(within: 0) == nil)
    }

    @Test
    func `of several early answerers the selected one is heard and fed`() throws {
        let carol = Phone(on: Switchboard.bobIP)
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        let answerers = [
            AnswererStreams(answerer: AnswererID(1), streams: [.of(self.bob)]),
            AnswererStreams(answerer: AnswererID(2), streams: [.of(carol)]),
        ]
        try self.board.perform([.remote(a, self.alice), .setRemotes(b.anchor, answerers), .join(a.anchor, b.anchor)])

        // The first counts while none is selected.
        carol.sendRTP("early carol", to: b.media)
        let early = self.bob.sendRTP("early bob", to: b.media)
        #expect(self.alice.receive()?.octets == early)

        try self.board.perform([.select(b.anchor, AnswererID(2))])
        self.bob.sendRTP("late bob", to: b.media)
        let chosen = carol.sendRTP("carol", to: b.media)
        #expect(self.alice.receive()?.octets == chosen)
        let fed = self.alice.sendRTP("to carol", to: a.media)
        #expect(carol.receive()?.octets == fed)
        #expect(self.bob.receive(within: 0) == nil)
    }

    @Test
    func `echo gives a leg its own packets`() throws {
        let a = try self.board.open(1)
        try self.board.perform([.remote(a, self.alice), .play(a.anchor, .echo)])
        let sent = self.alice.sendRTP("echo", to: a.media)
        let received = try #require(self.alice.receive())
        #expect(received.octets == sent)
        #expect(received.source == a.media)

        try self.board.perform([.play(a.anchor, .silence)])
        self.alice.sendRTP("silence", to: a.media)
        let counters = try #require(try self.board.close(a).first)
        #expect(counters.packetsReceived == 2)
        #expect(counters.packetsSent == 1)
    }

    @Test
    func `a tone comes every 20 ms, as long as was asked for, in place of the other leg`() throws {
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        try self.board.perform([
            .remote(a, self.alice), .remote(b, self.bob), .join(a.anchor, b.anchor),
            .play(a.anchor, .tone(hertz: 1000, payloadType: 8, duration: .milliseconds(100))),
        ])
        self.bob.sendRTP("unheard", to: b.media)

        var packets: [[UInt8]] = []
        for _ in 0..<5 {
            packets.append(try #require(self.alice.receive()).octets)
        }
        #expect(packets.allSatisfy { $0.count == 172 && $0[1] & 0x7F == 8 })
        #expect(packets.first?[1] == 0x88)
        // 1000 Hz repeats every 8 samples.
        #expect(packets.allSatisfy { packet in (12..<164).allSatisfy { packet[$0] == packet[$0 + 8] } })
        #expect(Set(packets.map { $0[8..<12] }).count == 1)

        // After the tone the other leg is heard again.
        #expect(self.alice.receive(within: 60) == nil)
        let heard = self.bob.sendRTP("heard", to: b.media)
        #expect(self.alice.receive()?.octets == heard)
    }

    @Test
    func `digits are sent as events in place of what the other leg says, which is heard again afterwards`() throws {
        let (a, b) = (try self.board.open(1), try self.board.open(2))
        try self.board.perform([.remote(a, self.alice), .remote(b, self.bob), .join(a.anchor, b.anchor)])
        let digits = [
            Digit(symbol: 0x31, duration: .milliseconds(40)), Digit(symbol: 0x23, duration: .milliseconds(40)),
        ]
        try self.board.perform([.play(a.anchor, .digits(digits, payloadType: 101, clockRate: 8000))])
        var packets: [[UInt8]] = []
        while packets.count < 8 {
            packets.append(try #require(self.alice.receive()).octets)
            self.bob.sendRTP("muted", to: b.media)
        }
        #expect(packets.allSatisfy { $0.count == 16 && $0[1] & 0x7F == 101 })
        #expect(packets.map { $0[1] & 0x80 != 0 } == [true, false, false, false, true, false, false, false])
        #expect(packets.map { $0[12] } == [1, 1, 1, 1, 11, 11, 11, 11])
        #expect(packets.map { $0[13] & 0x80 != 0 } == [false, true, true, true, false, true, true, true])
        #expect(Set(packets.map { $0[4..<8] }).count == 2)
        while self.alice.receive(within: 100) != nil {}
        let heard = self.bob.sendRTP("heard", to: b.media)
        #expect(self.alice.receive()?.octets == heard)
    }

    @Test
    func `a ringing tone comes and goes until something else is played`() throws {
        let a = try self.board.open(1)
        try self.board.perform([.remote(a, self.alice)])
        let tone = CadencedTone(hertz: 1000, sound: .milliseconds(40), pause: .milliseconds(40))
        try self.board.perform([.play(a.anchor, .cadence(tone, payloadType: 0))])
        var isSilent: [Bool] = []
        for _ in 0..<8 {
            let packet = try #require(self.alice.receive()).octets
            isSilent.append(packet.dropFirst(12).allSatisfy { $0 == 0xFF })
        }
        #expect(isSilent == [false, false, true, true, false, false, true, true])
        try self.board.perform([.play(a.anchor, .silence)])
        while self.alice.receive(within: 60) != nil {}
        #expect(self.alice.receive(within: 60) == nil)
    }

    @Test
    func `the next packet is reported again when it is listened for`() throws {
        let a = try self.board.open(1)
        let isFirst = { (report: MediaReport) in
            if case .firstPacket(a.anchor, stream: 0, _) = report { true } else { false }
        }
        try self.board.perform([.remote(a, self.alice)])
        self.alice.sendRTP("one", to: a.media)
        _ = try self.board.report(isFirst)
        self.alice.sendRTP("two", to: a.media)
        try self.board.perform([])
        #expect(!self.board.hasReport(isFirst))
        try self.board.perform([.listen(a.anchor)])
        self.alice.sendRTP("three", to: a.media)
        _ = try self.board.report(isFirst)
    }

    @Test
    func `silence is reported while the far end may send, and ends with a packet`() throws {
        let a = try self.board.open(1, silenceTimeout: .milliseconds(60))
        let isSilent = { (report: MediaReport) in
            if case .silent(a.anchor, stream: 0, _) = report { true } else { false }
        }
        try self.board.perform([.remote(a, self.alice, sends: false)])
        try self.board.perform([.remote(a, self.alice)])

        let report = try self.board.report(isSilent)
        guard case .silent(_, _, let duration) = report else {
            return
        }
        #expect(duration >= .milliseconds(60))
        #expect(duration < .seconds(9))
    }

    @Test
    func `silence is not watched while the far end may not send`() throws {
        let a = try self.board.open(1, silenceTimeout: .milliseconds(30))
        let b = try self.board.open(2, silenceTimeout: .milliseconds(30))
        try self.board.perform([.remote(a, self.alice, sends: false), .remote(b, self.bob)])

        // When the one that may send has been told of twice, the other has been silent for as long.
        for _ in 0..<2 {
            _ = try self.board.report { if case .silent(b.anchor, _, _) = $0 { true } else { false } }
        }
        #expect(!self.board.hasReport { if case .silent(a.anchor, _, _) = $0 { true } else { false } })
    }

    @Test
    func `a port that is taken fails the anchor and lends nothing`() throws {
        let taken = Phone(on: Switchboard.relayIP)
        let (free, _) = Phone.freePair(on: Switchboard.relayIP)
        let anchor = MediaAnchor(number: 9, thread: 0)
        let plans = [free, taken.address].enumerated().map { index, local in
            StreamPlan(
                index: index,
                kind: .rtp,
                local: local,
                localRTCP: nil,
                dscp: 0,
                sourceRule: .strict,
                silenceTimeout: nil
            )
        }
        self.board.relay.submit([.open(anchor, streams: plans)])

        _ = try self.board.report { $0 == .failed(anchor, .portUnavailable) }
        self.board.relay.submit([.close(anchor)])
        _ = try self.board.report { $0 == .counters(anchor, []) }
    }

    @Test
    func `ports can be lent again, and nothing of the last call is left`() throws {
        let a = try self.board.open(1)
        try self.board.perform([.remote(a, self.alice), .play(a.anchor, .echo)])
        _ = try self.board.close(a)
        // Ports rest between two calls, so the thread has seen what comes late.
        self.alice.sendRTP("late", to: a.media)
        try self.board.settle(1)

        let plan = StreamPlan(
            index: 0,
            kind: .rtp,
            local: a.media,
            localRTCP: nil,
            dscp: 0,
            sourceRule: .strict,
            silenceTimeout: nil
        )
        let again = Switchboard.Side(anchor: MediaAnchor(number: 2, thread: 0), media: a.media, control: a.control)
        try self.board.perform([.open(again.anchor, streams: [plan]), .remote(again, self.alice)])
        #expect(self.alice.receive(within: 0) == nil)
        self.alice.sendRTP("new", to: a.media)

        #expect(try self.board.close(again).first?.packetsReceived == 1)
    }

    @Test
    func `a stream may change its kind on the same port`() throws {
        let a = try self.board.open(1)
        let b = try self.board.open(2)
        try self.board.perform([.remote(a, self.alice), .remote(b, self.bob), .join(a.anchor, b.anchor)])
        self.alice.sendRTP("audio", to: a.media)
        _ = self.bob.receive()

        let replan = { (side: Switchboard.Side) in
            MediaOrder.replan(
                side.anchor,
                streams: [
                    StreamPlan(
                        index: 0,
                        kind: .udptl,
                        local: side.media,
                        localRTCP: nil,
                        dscp: 0,
                        sourceRule: .strict,
                        silenceTimeout: nil
                    )
                ]
            )
        }
        try self.board.perform([replan(a), replan(b), .remote(a, self.alice), .remote(b, self.bob)])
        let fax: [UInt8] = [0, 1, 1, 6, 0, 0]
        self.alice.send(fax, to: a.media)

        #expect(self.bob.receive()?.octets == fax)
        #expect(try self.board.close(a).first?.packetsReceived == 2)
    }

    @Test
    func `each thread carries the calls that are its own`() throws {
        let board = try Switchboard(MediaRelayConfiguration(threads: 2))
        let (local, _) = Phone.freePair(on: Switchboard.relayIP)
        let anchor = MediaAnchor(number: 5, thread: 1)
        let plan = StreamPlan(
            index: 0,
            kind: .rtp,
            local: local,
            localRTCP: nil,
            dscp: 0,
            sourceRule: .strict,
            silenceTimeout: nil
        )
        let side = Switchboard.Side(anchor: anchor, media: local, control: local)
        let fence = MediaAnchor(number: 6, thread: 1)
        board.relay.submit([
            .open(anchor, streams: [plan]), .remote(side, self.alice), .play(anchor, .echo), .close(fence),
        ])
        _ = try board.report { $0 == .counters(fence, []) }

        let sent = self.alice.sendRTP("echo", to: local)
        #expect(self.alice.receive()?.octets == sent)
        #expect(try board.close(side).first?.packetsSent == 1)
    }

    @Test
    func `limits refuse new anchors and harm no other`() throws {
        let board = try Switchboard(MediaRelayConfiguration(anchorsPerThread: 2, socketsPerThread: 4))
        let a = try board.open(1)
        let b = try board.open(2)
        let c = try board.open(3)
        _ = try board.report { $0 == .failed(c.anchor, .tableFull) }

        try board.perform([.remote(a, self.alice), .remote(b, self.bob), .join(a.anchor, b.anchor)])
        let sent = self.alice.sendRTP("still here", to: a.media)
        #expect(self.bob.receive()?.octets == sent)

        // A closed anchor makes room: its kept sockets give way to the new ones.
        _ = try board.close(b)
        let d = try board.open(4)
        try board.perform([.remote(d, self.bob), .join(a.anchor, d.anchor)])
        let again = self.alice.sendRTP("again", to: a.media)
        #expect(self.bob.receive()?.octets == again)
    }
}
