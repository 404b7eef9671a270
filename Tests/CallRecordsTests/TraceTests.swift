import CallModel
import CallRecords
import Foundation
import ProtocolKit
import Testing

private let alice = LegID(.sip, .incoming, number: 1)
private let bob = LegID(.sip, .outgoing, number: 2)
private let call = CallID(shard: 0, sequence: 77)
private let gateway = TransportAddress(.loopbackV4, 5060)
private let phone = TransportAddress(IPAddress(v4: 0x7F00_0102), 5070)
private let other = TransportAddress(IPAddress(v4: 0x7F00_0103), 5080)

private func message(
    _ text: String,
    _ direction: TracedMessage.Direction,
    leg: LegID?,
    transport: TransportProtocol = .udp
) -> TracedMessage {
    TracedMessage(
        leg: leg,
        direction: direction,
        transport: transport,
        local: gateway,
        remote: leg == bob ? other : phone,
        bytes: Array(text.utf8)
    )
}

private func cause(_ input: UInt64, _ kind: TraceCause.Kind = .message) -> TraceCause {
    TraceCause(input: input, kind: kind)
}

private func milliseconds(_ count: Int64) -> Instant {
    Instant(nanoseconds: count * 1_000_000)
}

/// A call that is placed and whose far side repeats nothing.
private func sampleStore(capacity: Int = 1 << 20) -> TraceStore {
    var store = TraceStore(capacity: capacity)
    let invite = "INVITE sip:bob@127.0.0.1 SIP/2.0\r\nCall-ID: 1\r\n\r\nv=0\r\n"
    store.add(message(invite, .received, leg: nil), cause: cause(1), at: milliseconds(0))
    store.add(message("SIP/2.0 100 Trying\r\n\r\n", .sent, leg: alice), cause: cause(1), at: milliseconds(0))
    store.add(note: Array("call from alice to bob".utf8), call: call, leg: alice, cause: cause(1), at: milliseconds(0))
    store.add(note: Array("leg placed to user bob".utf8), call: call, leg: bob, cause: cause(1), at: milliseconds(0))
    store.add(message(invite, .sent, leg: bob), cause: cause(1), at: milliseconds(1))
    store.add(message(invite, .sent, leg: bob), cause: cause(2, .timer), at: milliseconds(501))
    store.add(message("SIP/2.0 486 Busy Here\r\n\r\n", .received, leg: bob), cause: cause(3), at: milliseconds(620))
    store.add(message("SIP/2.0 486 Busy Here\r\n\r\n", .sent, leg: alice), cause: cause(3), at: milliseconds(620))
    return store
}

struct TraceStoreTests {
    @Test
    func `a call's steps are found by its legs, messages from before the call had a number included`() {
        let entries = sampleStore().entries(of: call, clock: WallClock())
        #expect(entries.count == 8)
        #expect(entries.first?.leg == alice)
    }

    @Test
    func `an INVITE that was challenged stands before the one that brought the call`() {
        var store = TraceStore(capacity: 1 << 20)
        let first = "INVITE sip:bob@127.0.0.1 SIP/2.0\r\nCall-ID: a@b\r\nCSeq: 1 INVITE\r\n\r\n"
        let challenge = "SIP/2.0 401 Unauthorized\r\nCall-ID: a@b\r\n\r\n"
        let strange = "INVITE sip:bob@127.0.0.1 SIP/2.0\r\nCall-ID: a@c\r\n\r\ni: a@b\r\n"
        store.add(message(first, .received, leg: nil), cause: cause(1), at: milliseconds(0))
        store.add(message(challenge, .sent, leg: nil), cause: cause(1), at: milliseconds(0))
        store.add(message(strange, .received, leg: nil), cause: cause(2), at: milliseconds(1))
        let acknowledgement = "ACK sip:bob@127.0.0.1 SIP/2.0\r\ni : a@b\r\n\r\n"
        store.add(message(acknowledgement, .received, leg: nil), cause: cause(3), at: milliseconds(2))
        store.add(message(first, .received, leg: nil), cause: cause(4), at: milliseconds(3))
        store.add(note: Array("call".utf8), call: call, leg: alice, cause: cause(4), at: milliseconds(3))
        let entries = store.entries(of: call, clock: WallClock())
        #expect(entries.map(\.cause.input) == [1, 1, 3, 4, 4])
        #expect(entries.allSatisfy { $0.leg == alice })
    }

    @Test
    func `the steps of other calls are left out`() {
        var store = sampleStore()
        let stranger = LegID(.sip, .incoming, number: 9)
        store.add(
            note: Array("another call".utf8),
            call: CallID(shard: 0, sequence: 78),
            leg: stranger,
            cause: cause(9),
            at: .start
        )
        store.add(message("OPTIONS sip:x SIP/2.0\r\n\r\n", .received, leg: stranger), cause: cause(9), at: .start)
        #expect(store.entries(of: call, clock: WallClock()).count == 8)
        #expect(store.latestCall == CallID(shard: 0, sequence: 78))
    }

    @Test
    func `a full ring forgets the oldest steps and keeps the octets of the others`() {
        var store = TraceStore(capacity: 1 << 16)
        for number in 0..<1000 {
            let text = "INVITE sip:\(number)@x SIP/2.0\r\n" + String(repeating: "x", count: number % 700)
            store.add(message(text, .received, leg: alice), cause: cause(UInt64(number)), at: .start)
        }
        store.add(note: Array("call".utf8), call: call, leg: alice, cause: cause(1000), at: .start)
        let entries = store.entries(of: call, clock: WallClock())
        #expect(entries.count > 50 && entries.count < 250)
        for entry in entries.dropLast() {
            guard case .message(_, _, _, _, let bytes) = entry.event else {
                Issue.record("expected a message")
                return
            }
            #expect(bytes.starts(with: Array("INVITE sip:\(entry.cause.input)@x".utf8)))
        }
    }

    @Test
    func `a store of no size keeps nothing`() {
        let store = sampleStore(capacity: 0)
        #expect(!store.isKeeping)
        #expect(store.entries(of: call, clock: WallClock()).isEmpty)
    }
}

struct LadderDiagramTests {
    @Test
    func `both legs are lanes and each step says what caused it`() {
        let entries = sampleStore().entries(of: call, clock: WallClock())
        let expected = """
            call 25, 1970-01-01T00:00:00.000000Z

                             127.0.1.2:5070                tandem                        127.0.1.3:5080
            #1    +0.000     │─ INVITE sip:bob@1… (SDP) ──▶│                             │
            #2    +0.000     │◀─────────────── 100 Trying ─│                             │ because of #1
            #3    +0.000     │                             │                             │ call from alice to bob
            #4    +0.000     │                             │                             │ leg placed to user bob
            #5    +0.001     │                             │─ INVITE sip:bob@1… (SDP) ──▶│ because of #1
            #6    +0.501     │                             │─ INVITE sip:bob@1… (SDP) ──▶│ timer
            #7    +0.620     │                             │◀──────────── 486 Busy Here ─│
            #8    +0.620     │◀──────────── 486 Busy Here ─│                             │ because of #7

            """
        #expect(LadderDiagram(call: call, entries: entries, isColored: false).text == expected)
    }

    @Test
    func `colors are for terminals and control characters of a peer never reach one`() {
        var store = TraceStore(capacity: 1 << 20)
        store.add(note: Array("call".utf8), call: call, leg: alice, cause: cause(1), at: .start)
        store.add(message("INVITE \u{1B}[2Jsip:x SIP/2.0", .received, leg: alice), cause: cause(1), at: .start)
        let entries = store.entries(of: call, clock: WallClock())
        let colored = LadderDiagram(call: call, entries: entries, isColored: true).text
        #expect(colored.contains("\u{1B}[36m─ INVITE ?[2Jsip:x"))
        #expect(!LadderDiagram(call: call, entries: entries, isColored: false).text.contains("\u{1B}"))
    }
}

/// A line at a media gateway calls Bob.
private struct LineCall {
    static let leg = LegID(.mgcp, .incoming, number: 4)
    static let endpoint = TransportAddress(IPAddress(v4: 0x7F00_0104), 2427)

    private(set) var store = TraceStore(capacity: 1 << 20)
    private var input: UInt64 = 0

    init() {
        self.add("RSIP 12 *@house MGCP 1.0\r\nRM: restart\r\n", .received, leg: nil)
        self.add("200 12 OK\r\n", .sent, leg: nil, answers: true)
        self.add("RQNT 9 aaln/2@house MGCP 1.0\nX: 1\nR: L/hd\n", .sent, leg: nil)
        self.add("NTFY 13 aaln/1@house MGCP 1.0\r\nX: 1\r\nO: D/5,D/0\r\n", .received, leg: nil)
        let placed = "CRCX 1201 aaln/1@house MGCP 1.0\r\nC: A1\r\nM: recvonly\r\nR:\r\n"
        self.add("200 13 OK\r\n.\r\n" + placed, .sent, leg: Self.leg, answers: true)
        self.add("200 1201 OK\nI: 8F\n\nv=0\no=- 1 1 IN IP4 127.0.1.4\n", .received, leg: Self.leg)
        self.store.add(note: Array("call".utf8), call: call, leg: Self.leg, cause: cause(self.input), at: .start)
        self.add("INVITE sip:bob@127.0.1.3 SIP/2.0\r\n\r\nv=0\r\n", .sent, leg: bob, answers: true)
        self.add("250 1202 Connection deleted\r\n", .received, leg: Self.leg)
        self.add("510 1203\r\n", .received, leg: Self.leg)
    }

    private mutating func add(
        _ text: String,
        _ direction: TracedMessage.Direction,
        leg: LegID?,
        answers: Bool = false
    ) {
        self.input += answers ? 0 : 1
        let message = TracedMessage(
            leg: leg,
            direction: direction,
            transport: .udp,
            local: gateway,
            remote: leg == bob ? other : Self.endpoint,
            bytes: Array(text.utf8)
        )
        if leg == bob {
            self.store.add(note: Array("placed".utf8), call: call, leg: bob, cause: cause(self.input), at: .start)
        }
        self.store.add(message, cause: cause(self.input), at: .start)
    }
}

struct MGCPTraceTests {
    @Test
    func `a leg of MGCP is a lane called by its endpoint, and arrows say what matters of commands`() {
        let entries = LineCall().store.entries(of: call, clock: WallClock())
        let expected = """
            call 25, 1970-01-01T00:00:00.000000Z

                             aaln/1@house                              tandem                                    127.0.1.3:5080
            #1    +0.000     │─ NTFY aaln/1 O:D/5,D/0 ────────────────▶│                                         │
            #2    +0.000     │◀───────── 200 + CRCX aaln/1 M:recvonly ─│                                         │ because of #1
            #3    +0.000     │─ 200 OK 1201 (SDP) ────────────────────▶│                                         │
            #4    +0.000     │                                         │                                         │ call
            #5    +0.000     │                                         │                                         │ placed
            #6    +0.000     │                                         │─ INVITE sip:bob@127.0.1.3 (SDP) ───────▶│ because of #3
            #7    +0.000     │─ 250 Connection deleted 1202 ──────────▶│                                         │
            #8    +0.000     │─ 510 1203 ─────────────────────────────▶│                                         │

            """
        #expect(LadderDiagram(call: call, entries: entries, isColored: false).text == expected)
    }

    @Test
    func `an endpoint's messages are found whether a call has them or not`() {
        let entries = LineCall().store.entries(ofEndpoint: "AALN/1@house", clock: WallClock())
        let texts = entries.compactMap { entry -> String? in
            guard case .message(_, _, _, _, let bytes) = entry.event else {
                return nil
            }
            return String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
        }
        #expect(texts == ["RSIP", "200", "NTFY", "200", "200"])
        #expect(entries.allSatisfy { $0.leg == nil })
    }

    @Test(arguments: ["mgcp-i4", "sip-o1a"])
    func `what records call a leg is read back`(text: String) {
        #expect(LegID(text: text)?.text == text)
    }

    @Test(arguments: ["", "sip", "sip-", "sip-x1", "h323-i1", "sip-i!"])
    func `what calls no leg is not read`(text: String) {
        #expect(LegID(text: text) == nil)
    }
}

struct PacketCaptureTests {
    /// RFC 1071: the sum over a packet that carries its checksum is all ones.
    private func sums(_ octets: some Collection<UInt8>) -> UInt32 {
        var sum: UInt32 = 0
        var high = true
        for octet in octets {
            sum += high ? UInt32(octet) << 8 : UInt32(octet)
            high.toggle()
        }
        while sum >> 16 != 0 {
            sum = sum & 0xFFFF + sum >> 16
        }
        return sum
    }

    @Test
    func `a datagram has the headers and addresses it had on the wire`() {
        let entries = sampleStore().entries(of: call, clock: WallClock(CivilTime(nanoseconds: 5_000_000_123)))
        let file = PacketCapture(entries).bytes
        #expect(file[0..<4] == [0x4D, 0x3C, 0xB2, 0xA1])
        #expect(file[20..<24] == [101, 0, 0, 0])
        #expect(file[24..<32] == [5, 0, 0, 0, 123, 0, 0, 0])
        let packet = Array(file[40...])
        #expect(packet[0] == 0x45)
        #expect(packet[12..<20] == [127, 0, 1, 2, 127, 0, 0, 1])
        #expect(packet[20..<24] == [0x13, 0xCE, 0x13, 0xC4])
        #expect(self.sums(packet[0..<20]) == 0xFFFF)
        let length = Int(packet[24]) << 8 | Int(packet[25])
        let pseudo = Array(packet[12..<20]) + [0, 17] + packet[24..<26]
        #expect(self.sums(pseudo + packet[20..<20 + length]) == 0xFFFF)
    }

    @Test
    func `the segments of a connection carry sequence numbers that run on`() {
        var capture = PacketCapture()
        let empty = capture.bytes.count
        let large = String(repeating: "x", count: 70_000)
        for text in [large, "y"] {
            var store = TraceStore(capacity: 1 << 20)
            store.add(note: Array("call".utf8), call: call, leg: alice, cause: cause(1), at: .start)
            store.add(message(text, .received, leg: alice, transport: .tcp), cause: cause(1), at: .start)
            for entry in store.entries(of: call, clock: WallClock()) {
                capture.append(entry)
            }
        }
        let headers = 3 * (16 + 20 + 20)
        #expect(capture.bytes.count - empty == headers + 70_001)
        let last = capture.bytes.suffix(21)
        #expect(Array(last.dropFirst(4).prefix(4)) == [0, 1, 0x11, 0x71])
    }
}
