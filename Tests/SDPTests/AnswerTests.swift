import ProtocolKit
import SDP
import Testing

/// Answers for media that ends here, by the examples of RFC 3264 §10 and RFC 4317 and by hand.
struct AnswerTests {
    private func answer(
        to offer: SessionDescription,
        like capability: [String],
        breadth: AnswerBreadth = .allCommon
    ) throws -> SessionDescription {
        var session = LocalSession(sessionID: 7, address: .loopbackV4)
        return session.answer(
            to: offer,
            with: MediaCapability.all(of: try offered(capability.joined(separator: "\r\n"))),
            at: offer.media.map { MediaAddress(.loopbackV4, port: UInt16(49920 + 2 * $0.index)) },
            breadth: breadth
        )
    }

    @Test
    func `RFC 3264 section 10.1, basic exchange`() throws {
        let offer = try described(
            "v=0",
            "o=alice 2890844526 2890844526 IN IP4 host.anywhere.com",
            "s= ",
            "c=IN IP4 host.anywhere.com",
            "t=0 0",
            "m=audio 49170 RTP/AVP 0",
            "a=rtpmap:0 PCMU/8000",
            "m=video 51372 RTP/AVP 31",
            "a=rtpmap:31 H261/90000",
            "m=video 53000 RTP/AVP 32",
            "a=rtpmap:32 MPV/90000"
        )
        let answer = try self.answer(to: offer, like: ["m=audio 1 RTP/AVP 0", "m=video 2 RTP/AVP 32"])

        #expect(
            answer.description.split(separator: "\r\n").dropFirst(2) == [
                "s=-", "c=IN IP4 127.0.0.1", "t=0 0", "m=audio 49920 RTP/AVP 0", "a=rtpmap:0 PCMU/8000", "a=sendrecv",
                "m=video 0 RTP/AVP 31", "m=video 49924 RTP/AVP 32", "a=rtpmap:32 MPV/90000", "a=sendrecv",
            ]
        )
        #expect(answer.violations(asAnswerTo: offer).isEmpty)
        #expect(offer.agreedCodecs(with: answer) == ["PCMU", "MPV"])
    }

    @Test
    func `RFC 3264 section 10.2, one of N codecs`() throws {
        let offer = try described(
            "v=0",
            "o=jdoe 2890844526 2890844526 IN IP4 host.anywhere.com",
            "s= ",
            "c=IN IP4 host.anywhere.com",
            "t=0 0",
            "m=audio 62986 RTP/AVP 0 4 18",
            "a=rtpmap:0 PCMU/8000",
            "a=rtpmap:4 G723/8000",
            "a=rtpmap:18 G729/8000",
            "a=inactive"
        )
        let answer = try self.answer(to: offer, like: ["m=audio 1 RTP/AVP 0 4"])

        #expect(answer.media[0].payloadTypes == [0, 4])
        #expect(answer.direction(of: 0) == .inactive)
    }

    @Test
    func `RFC 4317 section 2.2, the rejected stream stays in its place`() throws {
        let offer = try offered(
            "m=audio 49170 RTP/AVP 0 8 97",
            "a=rtpmap:97 iLBC/8000",
            "m=video 51372 RTP/AVP 31 32"
        )
        let answer = try self.answer(to: offer, like: ["m=audio 1 RTP/AVP 0 8"])

        #expect(answer.media.map(\.port) == [49920, 0])
        #expect(answer.media[0].payloadTypes == [0, 8])
        #expect(answer.media[1].formats == ["31", "32"])
    }

    @Test
    func `RFC 4317 section 2.4, telephone events on a stream of their own`() throws {
        let offer = try offered(
            "m=audio 49170 RTP/AVP 0 97",
            "a=rtpmap:97 iLBC/8000",
            "m=audio 49172 RTP/AVP 98",
            "a=rtpmap:98 telephone-event/8000",
            "a=sendonly"
        )
        let answer = try self.answer(
            to: offer,
            like: [
                "m=audio 1 RTP/AVP 97", "a=rtpmap:97 iLBC/8000", "m=audio 3 RTP/AVP 98",
                "a=rtpmap:98 telephone-event/8000",
            ]
        )

        #expect(answer.media.map(\.payloadTypes) == [[97], [98]])
        #expect(answer.direction(of: 1) == .recvonly)
    }

    @Test(
        arguments: [
            (.sendrecv, .sendrecv, .sendrecv), (.sendonly, .sendrecv, .recvonly), (.recvonly, .sendrecv, .sendonly),
            (.inactive, .sendrecv, .inactive), (.sendrecv, .sendonly, .sendonly), (.sendonly, .sendonly, .inactive),
            (.inactive, .recvonly, .inactive), (.recvonly, .recvonly, .inactive),
        ] as [(MediaDirection, MediaDirection, MediaDirection)]
    )
    func `an answer allows no more than the offer and its own wish`(
        offered direction: MediaDirection,
        own: MediaDirection,
        expected: MediaDirection
    ) throws {
        let offer = try offered("m=audio 4000 RTP/AVP 0 101", "a=rtpmap:101 telephone-event/8000", "a=\(direction)")
        var capability = MediaCapability.telephony
        capability.direction = own
        var session = LocalSession(sessionID: 7, address: .loopbackV4)
        let answer = session.answer(to: offer, with: [capability], at: [MediaAddress(.loopbackV4, port: 4002)])

        #expect(answer.direction(of: 0) == expected)
        #expect(answer.violations(asAnswerTo: offer).isEmpty)
    }

    @Test
    func `echo and tone take G711 and events and refuse the rest`() throws {
        let offer = try offered(
            "m=audio 4000 RTP/AVP 9 8 0 96",
            "a=rtpmap:96 telephone-event/8000",
            "a=rtcp-mux",
            "m=audio 4002 RTP/AVP 0",
            "m=image 4004 udptl t38"
        )
        var session = LocalSession(sessionID: 7, address: .loopbackV4)
        let address = MediaAddress(.loopbackV4, port: 4100, rtcpPort: 4100)
        let answer = session.answer(
            to: offer,
            with: [.telephony],
            at: [address, address, address],
            breadth: .oneCodec
        )

        #expect(answer.media.map(\.isRejected) == [false, true, true])
        #expect(answer.media[0].payloadTypes == [8, 96])
        #expect(answer.media[0].formatParameters(96) == "0-15")
        #expect(answer.media[0].hasRTCPMux)
    }

    @Test
    func `nothing in common refuses every stream`() throws {
        let offer = try offered("m=audio 4000 RTP/AVP 18 101", "a=rtpmap:101 telephone-event/8000")
        var session = LocalSession(sessionID: 7, address: .loopbackV4)
        let answer = session.answer(to: offer, with: [.telephony], at: [MediaAddress(.loopbackV4, port: 4100)])

        #expect(answer.media.map(\.isRejected) == [true])
        #expect(!answer.isUsable)
    }

    @Test
    func `an offer of our own lists what we can`() throws {
        var session = LocalSession(sessionID: 7, address: .anyV6)
        let ip = try #require(IPAddress("2001:db8::7"))
        let offer = session.describe([MediaCapability.telephony.offer(at: MediaAddress(ip, port: 4100, rtcpPort: 4200))]
        )

        #expect(
            offer.description.split(separator: "\r\n") == [
                "v=0", "o=- 7 1 IN IP6 ::", "s=-", "c=IN IP6 2001:db8::7", "t=0 0", "m=audio 4100 RTP/AVP 0 8 101",
                "a=rtpmap:0 PCMU/8000", "a=rtpmap:8 PCMA/8000", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-15",
                "a=sendrecv", "a=rtcp:4200",
            ]
        )
    }
}
