import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// Whole calls between two ends of our own, in every mix of fast and slow start, tunnel and connection.
struct H323CallTests {
    /// How the two ends are set.
    struct Mix: Sendable, CustomTestStringConvertible {
        var callerFast = true
        var calleeFast = true
        var callerTunnels = true
        var calleeTunnels = true
        /// Whether the other leg of the caller waits for an offer.
        var isDelayed = false

        var testDescription: String {
            "fast \(self.callerFast)/\(self.calleeFast) tunnel \(self.callerTunnels)/\(self.calleeTunnels) "
                + "delayed \(self.isDelayed)"
        }

        static var all: [Mix] {
            (0..<32).map { bits in
                Mix(
                    callerFast: bits & 1 == 0,
                    calleeFast: bits & 2 == 0,
                    callerTunnels: bits & 4 == 0,
                    calleeTunnels: bits & 8 == 0,
                    isDelayed: bits & 16 != 0
                )
            }
        }

        var pair: CallPair {
            var caller = H323CallSettings()
            caller.usesFastConnect = self.callerFast
            caller.usesTunnelling = self.callerTunnels
            var callee = H323CallSettings()
            callee.usesFastConnect = self.calleeFast
            callee.usesTunnelling = self.calleeTunnels
            return CallPair(caller, callee)
        }
    }

    // MARK: Calls that work

    @Test(arguments: Mix.all)
    func `media is agreed both ways and everything ends with the call`(_ mix: Mix) throws {
        var pair = mix.pair
        try Self.play(&pair, mix)

        #expect(pair.alice.isConnected && pair.bob.isConnected)
        #expect(Self.aliceHears(pair) == .lab(1, 6000))
        #expect(Self.bobHears(pair) == .lab(1, 4000))

        pair.alice.call.release(SignalingClearing(.normalClearing), at: pair.now)
        try pair.run()
        try pair.pass(.seconds(10))
        #expect(pair.alice.isClean && pair.bob.isClean)
        #expect(pair.bob.clearing?.cause == .normalClearing)
    }

    @Test(arguments: Mix.all)
    func `a connection that is lost at any message ends both sides`(_ mix: Mix) throws {
        var whole = mix.pair
        try Self.play(&whole, mix)
        #expect(whole.delivered >= 4)

        for boundary in 1..<whole.delivered {
            var pair = mix.pair
            pair.deliveries = boundary
            try Self.play(&pair, mix)
            try pair.pass(.seconds(300))
            #expect(pair.alice.isClean, "caller after \(boundary) messages")
            #expect(pair.bob.isClean, "callee after \(boundary) messages")
        }
    }

    @Test(arguments: Mix.all.filter { $0.calleeFast == $0.callerFast })
    func `a peer that falls silent leaves nothing that its owner cannot end`(_ mix: Mix) throws {
        var whole = mix.pair
        try Self.play(&whole, mix)

        for boundary in 1..<whole.delivered {
            var pair = mix.pair
            pair.deliveries = boundary
            pair.isSilent = true
            try Self.play(&pair, mix)
            try pair.pass(.seconds(300))
            #expect(!pair.alice.call.isOpen || pair.alice.isConnected, "caller after \(boundary) messages")
            pair.alice.call.release(SignalingClearing(.normalClearing), at: pair.now)
            pair.bob.call.release(SignalingClearing(.normalClearing), at: pair.now)
            try pair.run()
            #expect(pair.alice.isClean && pair.bob.isClean, "after \(boundary) messages")
        }
    }

    @Test
    func `fast connect needs no H.245 and its answer is repeated in the Connect`() throws {
        var pair = CallPair()
        try Self.play(&pair, Mix())

        let answers = pair.bob.sent.filter { !$0.media.fastStart.isEmpty }
        #expect(answers.map(\.type) == [.alerting, .connect])
        #expect(answers.first?.media.fastStart == answers.last?.media.fastStart)
        #expect(pair.bob.sent.allSatisfy { $0.media.control.isEmpty })
        #expect(pair.alice.sent.map(\.type) == [.setup])
    }

    @Test
    func `a callee that cannot take fast connect refuses it and goes on`() throws {
        var mix = Mix()
        mix.calleeFast = false
        var pair = mix.pair
        try Self.play(&pair, mix)
        #expect(pair.bob.isConnected && Self.aliceHears(pair) == .lab(1, 6000))

        // Without an answer in time the proposal is refused in so many words.
        var late = CallPair()
        late.alice.call.place(SetupContent.sample, offer: try Self.speech(4000), at: late.now)
        try late.run()
        late.bob.call.accept(nil, at: late.now)
        try late.run()
        #expect(late.bob.sent.last { $0.type == .connect }?.media.refusesFastConnect == true)
        late.bob.call.describe(try Self.speech(6000), at: late.now)
        try late.run()
        try late.pass(.seconds(3))
        #expect(late.alice.agreed?.first??.address == .lab(1, 6000))
        #expect(late.bob.agreed?.first??.address == .lab(1, 4000))
    }

    // MARK: During the call

    @Test(arguments: Mix.all.filter { !$0.isDelayed })
    func `a hold and its resume reach the other end`(_ mix: Mix) throws {
        var pair = mix.pair
        try Self.play(&pair, mix)
        pair.alice.call.describe(try Self.speech(4000, "a=inactive"), at: pair.now)
        try pair.run()
        try pair.pass(.seconds(5))
        #expect(pair.bob.agreed?.first??.direction == .inactive)

        pair.alice.call.describe(try Self.speech(4444), at: pair.now)
        try pair.run()
        try pair.pass(.seconds(5))
        #expect(pair.bob.agreed?.first??.direction == .sendrecv)
        #expect(pair.bob.agreed?.first??.address == .lab(1, 4444))
        #expect(pair.alice.isConnected && pair.bob.isConnected)
    }

    @Test(arguments: Mix.all.filter { !$0.isDelayed })
    func `keys arrive once and in order whatever carries them`(_ mix: Mix) throws {
        var pair = mix.pair
        try Self.play(&pair, mix)
        let keys = Array("12#*A".utf8).map { Digit(symbol: $0) }
        pair.alice.call.send(keys, at: pair.now)
        try pair.run()
        pair.bob.call.send(Array(keys.reversed()), at: pair.now)
        try pair.run()

        #expect(pair.bob.digits.map(\.symbol) == Array("12#*A".utf8))
        #expect(pair.alice.digits.map(\.symbol) == Array("A*#21".utf8))
    }

    @Test(arguments: Mix.all.filter { !$0.isDelayed && $0.callerFast == $0.calleeFast })
    func `a hold that nobody answers leaves the call as it was`(_ mix: Mix) throws {
        var pair = mix.pair
        try Self.play(&pair, mix)
        pair.deliveries = pair.delivered
        pair.isSilent = true
        pair.alice.call.describe(try Self.speech(4000, "a=inactive"), at: pair.now)
        try pair.run()
        try pair.pass(.seconds(120))

        #expect(pair.alice.isConnected)
        pair.alice.call.release(SignalingClearing(.normalClearing), at: pair.now)
        try pair.run()
        #expect(pair.alice.isClean)
    }

    @Test
    func `a callee with another codec is cleared and not left silent`() throws {
        var settings = H323CallSettings()
        settings.usesFastConnect = false
        var pair = CallPair(settings, settings)
        pair.alice.call.place(SetupContent.sample, offer: try Self.speech(4000), at: pair.now)
        try pair.run()
        pair.bob.call.describe(try SessionText.session("m=audio 6000 RTP/AVP 3"), at: pair.now)
        pair.bob.call.accept(nil, at: pair.now)
        try pair.run()

        #expect(pair.alice.isClean && pair.bob.isClean)
        #expect(pair.alice.clearing?.cause == .bearerCapabilityNotAvailable)
    }

    @Test
    func `an answered call without any path for H.245 ends`() throws {
        var identifiers = IdentifierSource(seed: 5)
        let identity = CallIdentity(minting: &identifiers, reference: 3)
        var settings = H323CallSettings()
        settings.usesTunnelling = false
        var call = H323Call(.callee, identity, settings: settings, identifiers: identifiers)
        var caller = CallSignaling(.caller, identity, tunnels: false)
        caller.place(SetupContent.sample, at: .start)
        guard case .send(let octets) = caller.nextOutput() else {
            Issue.record("no Setup was sent")
            return
        }
        call.receive(try SignalingMessage(decoding: octets), at: .start)
        call.describe(try Self.speech(6000), at: .start)
        call.accept(nil, at: .start)
        #expect(call.isOpen)
        call.advance(to: Instant.start.advanced(by: .seconds(30)))
        #expect(!call.isOpen && call.nextDeadline == nil)
    }

    // MARK: Ends

    @Test(arguments: [Q850Cause.userBusy, .noAnswer, .callRejected, .unallocatedNumber, .congestion])
    func `causes of a refused call arrive`(_ cause: Q850Cause) throws {
        var pair = CallPair()
        pair.alice.call.place(SetupContent.sample, offer: try Self.speech(4000), at: pair.now)
        try pair.run()
        pair.bob.call.release(SignalingClearing(cause, location: 10), at: pair.now)
        try pair.run()

        #expect(pair.alice.clearing?.cause == cause)
        #expect(pair.alice.clearing?.location == 10)
        #expect(pair.alice.isClean && pair.bob.isClean)
    }

    @Test
    func `a caller that gives up before the answer ends both sides`() throws {
        var pair = CallPair()
        pair.alice.call.place(SetupContent.sample, offer: try Self.speech(4000), at: pair.now)
        try pair.run()
        pair.bob.call.alert(inBand: false, at: pair.now)
        try pair.run()
        pair.alice.call.release(SignalingClearing(.normalClearing), at: pair.now)
        try pair.run()

        #expect(pair.bob.clearing?.cause == .normalClearing)
        #expect(pair.alice.isClean && pair.bob.isClean)
    }

    @Test
    func `an H.245 connection that breaks leaves the media of fast connect alone`() throws {
        var mix = Mix()
        mix.callerTunnels = false
        var pair = mix.pair
        try Self.play(&pair, mix)
        pair.alice.call.describe(try Self.speech(4000, "a=inactive"), at: pair.now)
        try pair.run()
        #expect(pair.alice.hasControl)
        pair.alice.hasControl = false
        pair.bob.hasControl = false
        pair.alice.call.loseControl(at: pair.now)
        pair.bob.call.loseControl(at: pair.now)
        try pair.pass(.seconds(120))

        #expect(pair.alice.isConnected && pair.bob.isConnected)
    }

    // MARK: Playing

    /// Alice calls, Bob rings and answers, and the owners of both pass descriptions on.
    private static func play(_ pair: inout CallPair, _ mix: Mix) throws {
        let speech = try self.speech(4000)
        pair.alice.call.place(SetupContent.sample, offer: mix.isDelayed ? nil : speech, at: pair.now)
        try pair.run()
        let answer = try self.speech(6000)
        guard pair.bob.call.isOpen else {
            return
        }
        pair.bob.call.proceed(at: pair.now)
        try pair.run()
        pair.bob.call.describe(answer, at: pair.now)
        pair.bob.call.alert(inBand: false, at: pair.now)
        try pair.run()
        pair.bob.call.accept(nil, at: pair.now)
        try pair.run()
        let isOffered: Bool? = pair.alice.first { event in
            guard case .offered = event else {
                return nil
            }
            return true
        }
        if mix.isDelayed, isOffered == true {
            pair.alice.call.describe(speech, at: pair.now)
            try pair.run()
        }
        try pair.pass(.seconds(5))
    }

    private static func aliceHears(_ pair: CallPair) -> TransportAddress? {
        pair.alice.agreed?.first??.address
    }

    /// Where Bob sends: by the offer of fast connect, or by what was agreed later.
    private static func bobHears(_ pair: CallPair) -> TransportAddress? {
        let offered: [StreamOptions]? = pair.bob.first { event in
            guard case .incoming(_, let offer) = event else {
                return nil
            }
            return offer
        }
        return pair.bob.agreed?.first??.address ?? offered?.first?.address
    }

    private static func speech(_ port: UInt16, _ direction: String = "a=sendrecv") throws -> SessionDescription {
        try SessionText.session(
            "m=audio \(port) RTP/AVP 8 0 101",
            "a=rtpmap:101 telephone-event/8000",
            direction
        )
    }
}
