import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// Calls over TCP between two hosts, and hosts that mean no good.
struct H323CallLayerTests {
    // MARK: Calls

    @Test(arguments: [true, false], [true, false])
    func `a call over TCP gets its media and leaves nothing`(_ tunnels: Bool, _ fast: Bool) throws {
        var pair = LayerPair(tunnels: tunnels, fast: fast)
        let call = try #require(try Self.play(&pair))
        #expect(pair.alice.agreed?.first??.address?.port == 6000)
        #expect(pair.alice.layer.callCount == 1 && pair.bob.layer.callCount == 1)
        #expect(pair.alice.layer.connectionCount == (tunnels || fast ? 1 : 2))

        pair.alice.layer.change(call, at: pair.now) { $0.release(SignalingClearing(.normalClearing), at: .start) }
        pair.run()
        pair.pass(.seconds(10))
        #expect(pair.alice.layer.isIdle && pair.bob.layer.isIdle)
        #expect(pair.connections.isEmpty)
        #expect(pair.bob.releases.map(\.cause) == [.normalClearing])
    }

    @Test(arguments: [true, false], [true, false])
    func `connections that break at any message leave nothing`(_ tunnels: Bool, _ fast: Bool) throws {
        var whole = LayerPair(tunnels: tunnels, fast: fast)
        _ = try Self.play(&whole)
        #expect(whole.written >= 3)

        for boundary in 0..<whole.written {
            var pair = LayerPair(tunnels: tunnels, fast: fast)
            pair.writes = boundary
            _ = try Self.play(&pair)
            pair.pass(.seconds(300))
            #expect(pair.alice.layer.isIdle, "caller after \(boundary) writes")
            #expect(pair.bob.layer.isIdle, "callee after \(boundary) writes")
        }
    }

    @Test
    func `a hold without a tunnel opens the H.245 connection at the lent port`() throws {
        var pair = LayerPair(tunnels: false)
        let call = try #require(try Self.play(&pair))
        let held = try SessionText.session("m=audio 4000 RTP/AVP 8 0", "a=inactive")
        pair.alice.layer.change(call, at: pair.now) { $0.describe(held, at: .start) }
        pair.run()

        #expect(pair.alice.layer.connectionCount == 2)
        #expect(pair.bob.agreed?.first??.direction == .inactive)
    }

    @Test
    func `a peer that does not listen ends the call`() throws {
        var pair = LayerPair { $0.peers[0].signaling = .lab(2, 9999) }
        _ = pair.alice.layer.place(.sample, offer: try SessionText.speech(), to: "peer", at: pair.now)
        pair.run()

        #expect(pair.alice.releases.count == 1)
        #expect(pair.alice.layer.isIdle)
        let refused = pair.alice.layer.place(.sample, offer: nil, to: "nobody", at: pair.now)
        #expect(refused == nil)
    }

    // MARK: Limits

    @Test
    func `calls beyond the limit are refused with congestion`() throws {
        var pair = LayerPair { $0.peers[0].calls = 2 }
        for _ in 0..<2 {
            _ = pair.alice.layer.place(.sample, offer: nil, to: "peer", at: pair.now)
        }
        pair.run()
        let refused = pair.alice.layer.place(.sample, offer: nil, to: "peer", at: pair.now)
        #expect(refused == nil)

        let octets = try Self.packet(Self.setup(reference: 900))
        let flow = pair.intrude(from: .lab(1, 40_001), on: ListenerID(0), octets)
        let answers = Self.written(&pair.bob.layer, on: flow)
        #expect(answers.map(\.type) == [.releaseComplete])
        #expect(answers.first?.clearing.cause == .congestion)
        #expect(pair.bob.layer.callCount == 2)
    }

    @Test
    func `two calls share a connection of the peer and end apart`() throws {
        var pair = LayerPair()
        let octets = try Self.packet(Self.setup(reference: 7)) + Self.packet(Self.setup(reference: 8))
        let flow = pair.intrude(from: .lab(1, 40_001), on: ListenerID(0), octets)
        #expect(pair.bob.layer.callCount == 2)

        let writer = SignalingWriter(Self.identity(7), isDestination: false, tunnels: true)
        let release = try writer.releaseComplete(SignalingClearing(.normalClearing), MediaElements())
        pair.bob.layer.receive(.received(flow, try TPKTPacket.octets(around: release)), at: pair.now)
        #expect(pair.bob.layer.callCount == 1)
        pair.bob.layer.receive(.closed(flow, .byPeer), at: pair.now)
        #expect(pair.bob.layer.isIdle)
    }

    @Test
    func `a call may have the number of no call`() throws {
        // ooh323c numbers all its calls 0, each on a connection of its own.
        var pair = LayerPair()
        let flows = try (UInt16(1)...2).map { number in
            let octets = try Self.packet(Self.setup(reference: 0))
            return pair.intrude(from: .lab(1, 40_000 + number), on: ListenerID(0), octets)
        }
        #expect(pair.bob.layer.callCount == 2)

        let writer = SignalingWriter(Self.identity(0), isDestination: false, tunnels: true)
        let release = try writer.releaseComplete(SignalingClearing(.normalClearing), MediaElements())
        pair.bob.layer.receive(.received(flows[0], try TPKTPacket.octets(around: release)), at: pair.now)
        #expect(pair.bob.layer.callCount == 1)
    }

    // MARK: Hosts that mean no good

    @Test
    func `nobody but the configured may connect`() throws {
        var pair = LayerPair()
        let octets = try Self.packet(Self.setup(reference: 7))
        _ = pair.intrude(from: .lab(66, 40_000), on: ListenerID(0), octets)
        pair.run()

        #expect(pair.bob.layer.callCount == 0 && pair.bob.layer.connectionCount == 0)
        #expect(pair.bob.violations == ["connection from nobody that is configured"])
    }

    @Test
    func `a forged release on another connection ends nothing`() throws {
        var pair = LayerPair()
        _ = try Self.play(&pair)
        let call = try #require(pair.bob.incoming)
        var reference: CallIdentity?
        pair.bob.layer.change(call, at: pair.now) { reference = $0.identity }
        let identity = try #require(reference)
        let writer = SignalingWriter(identity, isDestination: false, tunnels: true)
        let release = try writer.releaseComplete(SignalingClearing(.normalClearing), MediaElements())
        _ = pair.intrude(from: .lab(1, 40_001), on: ListenerID(0), try TPKTPacket.octets(around: release))

        #expect(pair.bob.layer.callCount == 1 && pair.bob.releases.isEmpty)
    }

    @Test
    func `a message of no call is told so and a release is not answered`() throws {
        var pair = LayerPair()
        let writer = SignalingWriter(Self.identity(7), isDestination: false, tunnels: true)
        let flow = pair.intrude(
            from: .lab(1, 40_001),
            on: ListenerID(0),
            try TPKTPacket.octets(around: try writer.facility(MediaElements()))
        )
        let answers = Self.written(&pair.bob.layer, on: flow)
        #expect(answers.map(\.clearing.cause.rawValue) == [81])
        #expect(answers.first?.reference.isFromDestination == true)

        let release = try writer.releaseComplete(SignalingClearing(.normalClearing), MediaElements())
        pair.bob.layer.receive(.received(flow, try TPKTPacket.octets(around: release)), at: pair.now)
        let silence = Self.written(&pair.bob.layer, on: flow)
        #expect(silence.isEmpty)
    }

    @Test
    func `silence and slowness have an end`() {
        var pair = LayerPair()
        _ = pair.intrude(from: .lab(1, 40_001), on: ListenerID(0))
        let slow = pair.intrude(from: .lab(1, 40_002), on: ListenerID(0), [3])
        for octet in [UInt8(0), 4, 0, 8, 2] {
            pair.pass(.seconds(1))
            pair.bob.layer.receive(.received(slow, [octet]), at: pair.now)
        }
        #expect(pair.bob.layer.connectionCount == 2)
        pair.pass(.seconds(6))
        #expect(pair.bob.layer.connectionCount == 0)
        #expect(pair.bob.layer.isIdle)
    }

    @Test
    func `keep-alives alone do not keep a connection`() {
        var pair = LayerPair()
        let flow = pair.intrude(from: .lab(1, 40_001), on: ListenerID(0))
        for _ in 0..<9 {
            pair.pass(.seconds(1))
            pair.bob.layer.receive(.received(flow, [3, 0, 0, 4]), at: pair.now)
        }
        #expect(pair.bob.layer.connectionCount == 1)
        pair.pass(.seconds(2))
        #expect(pair.bob.layer.isIdle)
    }

    @Test(arguments: [
        Array("GET / HTTP/1.1\r\n\r\n".utf8), [3, 0, 0xFF, 0xFF] + Array(repeating: 0, count: 64), [3, 0, 0, 2],
    ])
    func `what is no H.323 closes its connection`(_ octets: [UInt8]) {
        var pair = LayerPair()
        _ = pair.intrude(from: .lab(1, 40_001), on: ListenerID(0), octets)
        pair.run()
        #expect(pair.bob.layer.isIdle)
        #expect(pair.bob.violations == ["no packet of H.323"])
    }

    @Test
    func `unreadable messages are forgiven a few times`() throws {
        var pair = LayerPair()
        let octets = try TPKTPacket.octets(around: [8, 2, 0, 7, 5, 0x7E, 0, 9, 5])
        let flow = pair.intrude(from: .lab(1, 40_001), on: ListenerID(0), octets)
        for _ in 0..<8 {
            pair.bob.layer.receive(.received(flow, octets), at: pair.now)
        }
        #expect(pair.bob.layer.connectionCount == 1)
        pair.bob.layer.receive(.received(flow, octets), at: pair.now)
        #expect(pair.bob.layer.isIdle)
    }

    @Test
    func `a lent port takes the peer of its call only and once`() throws {
        var pair = LayerPair(tunnels: false, fast: false)
        _ = pair.alice.layer.place(.sample, offer: try SessionText.speech(), to: "peer", at: pair.now)
        pair.run()
        #expect(pair.bob.layer.callCount == 1)
        _ = pair.intrude(from: .lab(66, 40_000), on: ListenerID(10))
        _ = pair.intrude(from: .lab(1, 40_000), on: ListenerID(11))
        pair.run()
        #expect(pair.bob.violations.count == 2 && pair.bob.layer.connectionCount == 1)
    }

    @Test
    func `an H.245 address of another host is not connected to`() throws {
        var pair = LayerPair(tunnels: false, fast: false) { configuration in
            configuration.controlPorts = configuration.controlPorts.map {
                H323ControlPort(listener: $0.listener, address: .lab(66, $0.address.port))
            }
        }
        _ = try Self.play(&pair)
        #expect(pair.alice.layer.connectionCount == 1)
        pair.pass(.seconds(60))
        #expect(pair.alice.layer.isIdle && pair.bob.layer.isIdle)
    }

    // MARK: Playing

    private static func identity(_ reference: UInt16) -> CallIdentity {
        CallIdentity(
            reference: reference,
            callIdentifier: Array(repeating: UInt8(truncatingIfNeeded: reference), count: 16),
            conference: Array(repeating: 9, count: 16)
        )
    }

    private static func setup(reference: UInt16) throws -> [UInt8] {
        let writer = SignalingWriter(self.identity(reference), isDestination: false, tunnels: true)
        return try writer.setup(.sample)
    }

    private static func packet(_ message: @autoclosure () throws -> [UInt8]) throws -> [UInt8] {
        try TPKTPacket.octets(around: try message())
    }

    /// The messages that were written to a connection.
    private static func written(_ layer: inout H323CallLayer, on flow: FlowID) -> [SignalingMessage] {
        var octets: [UInt8] = []
        while let output = layer.nextOutput() {
            if case .network(.write(let more, flow)) = output {
                octets += more
            }
        }
        var framer = TPKTFramer()
        framer.receive(octets)
        var messages: [SignalingMessage] = []
        while case .packet(let packet) = framer.next() {
            if let message = try? SignalingMessage(decoding: packet) {
                messages.append(message)
            }
        }
        return messages
    }

    /// Alice calls, Bob rings and answers.
    private static func play(_ pair: inout LayerPair) throws -> SlabIndex? {
        let speech = try SessionText.speech()
        let call = pair.alice.layer.place(.sample, offer: speech, to: "peer", at: pair.now)
        pair.run()
        guard let incoming = pair.bob.incoming else {
            return call
        }
        let answer = try SessionText.session("m=audio 6000 RTP/AVP 8 0")
        pair.bob.layer.change(incoming, at: pair.now) { call in
            call.describe(answer, at: .start)
            call.alert(inBand: false, at: .start)
        }
        pair.run()
        pair.bob.layer.change(incoming, at: pair.now) { $0.accept(nil, at: .start) }
        pair.run()
        return call
    }
}
