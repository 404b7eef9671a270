import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// Slow start, holding, re-routing and fax between two ends of our own.
struct MediaNegotiationTests {
    private var pair = ControlPair()

    @Test
    mutating func `both ends agree on a codec and each other's ports`() throws {
        try self.pair.begin(try Self.speech("8 0", port: 4000), try Self.speech("0", port: 6000))

        #expect(self.pair.alice.agreed?.map { $0?.address?.port } == [6000])
        #expect(self.pair.bob.agreed?.map { $0?.address?.port } == [4000])
        #expect(Self.codings(self.pair.alice) == [.pcmu])
        #expect(Self.codings(self.pair.bob) == [.pcmu])
        #expect(self.pair.alice.agreed?.first??.direction == .sendrecv)
        #expect(self.pair.alice.agreed?.first??.events == 101)
        #expect(self.pair.alice.negotiation.channelCount == 2)
    }

    @Test(arguments: Array(UInt64(0)..<20))
    mutating func `opposite preferences end in one codec whoever is master`(_ seed: UInt64) throws {
        self.pair = ControlPair(seed: seed)
        try self.pair.begin(try Self.speech("8 0", port: 4000), try Self.speech("0 8", port: 6000))

        #expect(Self.codings(self.pair.alice).count == 1)
        #expect(Self.codings(self.pair.alice) == Self.codings(self.pair.bob))
        #expect(self.pair.alice.agreed?.first??.address?.port == 6000)
        #expect(self.pair.bob.agreed?.first??.address?.port == 4000)
        #expect(self.pair.alice.negotiation.channelCount == 2)
    }

    @Test
    mutating func `nothing in common is told to both owners`() throws {
        try self.pair.begin(try Self.speech("8", port: 4000), try Self.speech("0", port: 6000))

        #expect(self.pair.alice.hasNothingInCommon)
        #expect(self.pair.bob.hasNothingInCommon)
        #expect(self.pair.alice.agreed == nil)
        #expect(self.pair.alice.negotiation.channelCount == 0)
    }

    @Test
    mutating func `without a description of ours the peer's capabilities are the offer`() throws {
        let speech = StreamOptions.all(of: try Self.speech("8 0", port: 4000))
        self.pair.alice.negotiation.describe(speech, at: self.pair.now)
        self.pair.alice.negotiation.start(at: self.pair.now)
        try self.pair.run()

        guard
            case .offered(let offered) = self.pair.bob.events.first(where: { event in
                guard case .offered = event else {
                    return false
                }
                return true
            })
        else {
            Issue.record("no offer was reported")
            return
        }
        #expect(offered.first?.choices.count == 2)
        #expect(offered.first?.address == nil)

        let answer = StreamOptions.all(of: try Self.speech("0", port: 6000))
        self.pair.bob.negotiation.describe(answer, at: self.pair.now)
        try self.pair.run()
        #expect(self.pair.bob.agreed?.first??.address?.port == 4000)
        #expect(self.pair.alice.agreed?.first??.address?.port == 6000)
    }

    @Test
    mutating func `a hold stops both ways and the resume starts them again`() throws {
        try self.pair.begin(try Self.speech("0", port: 4000), try Self.speech("0", port: 6000))

        let held = StreamOptions.all(of: try Self.speech("0", port: 4000, "a=inactive"))
        self.pair.alice.negotiation.describe(held, at: self.pair.now)
        try self.pair.run()
        try self.pair.pass(.seconds(3))
        #expect(self.pair.alice.agreed?.first??.direction == .inactive)
        #expect(self.pair.bob.agreed?.first??.direction == .inactive)
        #expect(self.pair.alice.negotiation.channelCount == 0)

        let resumed = StreamOptions.all(of: try Self.speech("0", port: 4000))
        self.pair.alice.negotiation.describe(resumed, at: self.pair.now)
        try self.pair.run()
        try self.pair.pass(.seconds(3))
        #expect(self.pair.alice.agreed?.first??.direction == .sendrecv)
        #expect(self.pair.bob.agreed?.first??.direction == .sendrecv)
        #expect(self.pair.alice.negotiation.channelCount == 2)
    }

    @Test
    mutating func `music on hold flows one way`() throws {
        try self.pair.begin(try Self.speech("0", port: 4000), try Self.speech("0", port: 6000))
        let held = StreamOptions.all(of: try Self.speech("0", port: 4000, "a=sendonly"))
        self.pair.alice.negotiation.describe(held, at: self.pair.now)
        try self.pair.run()
        try self.pair.pass(.seconds(3))

        #expect(self.pair.alice.agreed?.first??.direction == .recvonly)
        #expect(self.pair.alice.negotiation.channelCount == 1)
    }

    @Test
    mutating func `a new address of ours reaches the peer`() throws {
        try self.pair.begin(try Self.speech("0", port: 4000), try Self.speech("0", port: 6000))
        let moved = StreamOptions.all(of: try Self.speech("0", port: 4444))
        self.pair.alice.negotiation.describe(moved, at: self.pair.now)
        try self.pair.run()
        try self.pair.pass(.seconds(3))

        #expect(self.pair.bob.agreed?.first??.address?.port == 4444)
        #expect(self.pair.alice.agreed?.first??.direction == .sendrecv)
        #expect(self.pair.alice.negotiation.channelCount == 2)
    }

    @Test
    mutating func `speech becomes fax when the peer grants it`() throws {
        try self.pair.begin(try Self.speech("0", port: 4000), try Self.speech("0", port: 6000))
        let fax = try SessionText.session("m=image 4004 udptl t38", "a=T38FaxVersion:0")
        self.pair.alice.negotiation.describe(StreamOptions.all(of: fax), at: self.pair.now)
        try self.pair.run()
        #expect(
            self.pair.bob.events.contains { event in
                guard case .faxRequested = event else {
                    return false
                }
                return true
            }
        )

        let accepted = try SessionText.session("m=image 6004 udptl t38", "a=T38FaxVersion:0")
        self.pair.bob.negotiation.answerFax(isGranted: true, at: self.pair.now)
        self.pair.bob.negotiation.describe(StreamOptions.all(of: accepted), at: self.pair.now)
        try self.pair.run()
        try self.pair.pass(.seconds(5))

        #expect(self.pair.alice.agreed?.first??.kind == .image)
        #expect(self.pair.alice.agreed?.first??.address?.port == 6004)
        #expect(self.pair.bob.agreed?.first??.address?.port == 4004)
        #expect(self.pair.alice.negotiation.channelCount == 2)
    }

    @Test
    mutating func `keys go by signal with their duration`() throws {
        try self.pair.begin(try Self.speech("0", port: 4000), try Self.speech("0", port: 6000))
        self.pair.alice.negotiation.send(
            [Digit(symbol: 0x35, duration: .milliseconds(250)), Digit(symbol: 0x23), Digit(symbol: 0x21)],
            at: self.pair.now
        )
        try self.pair.run()

        #expect(self.pair.bob.digits.map(\.symbol) == [0x35, 0x23, 0x21])
        #expect(self.pair.bob.digits.first?.duration == .milliseconds(250))
    }

    @Test
    mutating func `video runs beside speech`() throws {
        let lines = ["m=video 4002 RTP/AVP 97", "a=rtpmap:97 H264/90000", "a=fmtp:97 profile-level-id=42e01f"]
        try self.pair.begin(
            try SessionText.session("m=audio 4000 RTP/AVP 0", lines[0], lines[1], lines[2]),
            try SessionText.session("m=audio 6000 RTP/AVP 0", "m=video 6002 RTP/AVP 97", lines[1], lines[2])
        )

        #expect(self.pair.alice.agreed?.map { $0?.address?.port } == [6000, 6002])
        #expect(self.pair.alice.negotiation.channelCount == 4)
    }

    @Test
    mutating func `ends of a session take everything with them`() throws {
        try self.pair.begin(try Self.speech("0", port: 4000), try Self.speech("0", port: 6000))
        self.pair.alice.negotiation.end(at: self.pair.now)
        try self.pair.run()

        #expect(self.pair.alice.hasEnded && self.pair.bob.hasEnded)
        #expect(self.pair.alice.negotiation.channelCount + self.pair.bob.negotiation.channelCount == 0)
        #expect(self.pair.alice.negotiation.nextDeadline == nil)
    }

    @Test
    func `a line that goes dead at any message leaves no end waiting for ever`() throws {
        var whole = ControlPair()
        try whole.begin(try Self.speech("8 0", port: 4000), try Self.speech("0 8", port: 6000))
        #expect(whole.delivered > 8)

        for boundary in 0..<whole.delivered {
            var pair = ControlPair()
            pair.deliveries = boundary
            try pair.begin(try Self.speech("8 0", port: 4000), try Self.speech("0 8", port: 6000))
            try pair.pass(.seconds(60))
            for end in [pair.alice, pair.bob] {
                #expect(end.hasFailed || end.hasNothingInCommon || end.agreed != nil, "after \(boundary) messages")
                #expect(end.negotiation.nextDeadline == nil)
            }
            pair.alice.negotiation.end(at: pair.now)
            pair.bob.negotiation.end(at: pair.now)
            try pair.pass(.seconds(5))
            #expect(pair.alice.hasEnded && pair.bob.hasEnded)
            #expect(pair.alice.negotiation.channelCount + pair.bob.negotiation.channelCount == 0)
        }
    }

    private static func speech(_ types: String, port: UInt16, _ more: String...) throws -> SessionDescription {
        let lines = more.isEmpty ? "a=sendrecv" : more.joined(separator: "\r\n")
        return try SessionText.session(
            "m=audio \(port) RTP/AVP \(types) 101",
            "a=rtpmap:101 telephone-event/8000",
            lines
        )
    }

    private static func codings(_ end: ControlPair.End) -> [AudioFormat.Coding] {
        (end.agreed?.first??.choices ?? []).compactMap { choice in
            guard case .audio(let format) = choice.format else {
                return nil
            }
            return format.coding
        }
    }
}
