import ProtocolKit
import SDP
import Testing

/// What RFC 3264 asks of an answer, how hold is told, and what an offer and its answer agree on.
struct AnswerRuleTests {
    // MARK: Answers judged

    @Test(
        arguments: [
            (["m=audio 9 RTP/AVP 0"], ["m=audio 9 RTP/AVP 0"], []),
            (["m=audio 9 RTP/AVP 0 8"], ["m=audio 9 RTP/AVP 8 0 3"], []),
            (["m=audio 9 RTP/AVP 0"], ["m=audio 0 RTP/AVP 0"], []),
            (
                ["m=audio 9 RTP/AVP 0", "m=video 9 RTP/AVP 31"], ["m=audio 9 RTP/AVP 0"],
                [.mediaCount(offered: 2, answered: 1)]
            ),
            (
                ["m=audio 9 RTP/AVP 0"], ["m=audio 9 RTP/AVP 0", "m=video 9 RTP/AVP 31"],
                [.mediaCount(offered: 1, answered: 2)]
            ),
            (["m=audio 9 RTP/AVP 0"], ["m=video 9 RTP/AVP 31"], [.media(index: 0)]),
            (["m=audio 9 RTP/SAVP 0"], ["m=audio 9 RTP/AVP 0"], [.transport(index: 0)]),
            (["m=audio 0 RTP/AVP 0"], ["m=audio 9 RTP/AVP 0"], [.acceptsRefused(index: 0)]),
            (["m=audio 9 RTP/AVP 0"], ["m=audio 9 RTP/AVP 8"], [.noCommonFormat(index: 0)]),
            (["m=image 9 udptl t38"], ["m=image 9 udptl T38"], []),
            (
                ["m=audio 9 RTP/AVP 96", "a=rtpmap:96 iLBC/8000"], ["m=audio 9 RTP/AVP 97", "a=rtpmap:97 ILBC/8000"], []
            ),
            (["m=audio 9 RTP/AVP 0", "a=sendonly"], ["m=audio 9 RTP/AVP 0"], [.direction(index: 0)]),
            (["m=audio 9 RTP/AVP 0", "a=sendonly"], ["m=audio 9 RTP/AVP 0", "a=recvonly"], []),
            (["m=audio 9 RTP/AVP 0", "a=inactive"], ["m=audio 9 RTP/AVP 0", "a=recvonly"], [.direction(index: 0)]),
            (["m=audio 9 RTP/AVP 0", "a=inactive"], ["m=audio 9 RTP/AVP 0", "a=inactive"], []),
        ] as [([String], [String], [AnswerViolation])]
    )
    func `an answer is held against its offer`(
        offer: [String],
        answer: [String],
        violations: [AnswerViolation]
    ) throws {
        let offer = try offered(offer.joined(separator: "\r\n"))
        let answer = try offered(answer.joined(separator: "\r\n"))

        #expect(answer.violations(asAnswerTo: offer) == violations)
        if !violations.isEmpty, answer.media.count != offer.media.count || answer.media[0].kind != offer.media[0].kind {
            let repaired = answer.aligned(with: offer)
            #expect(repaired.violations(asAnswerTo: offer).isEmpty)
            #expect(repaired.media.count == offer.media.count)
        }
    }

    @Test
    func `a new offer keeps the m-lines that the leg has seen`() throws {
        let before = try offered("m=audio 9 RTP/AVP 0", "m=audio 9 RTP/AVP 0", "m=video 9 RTP/AVP 31")
        let now = try offered("m=audio 5200 RTP/AVP 0", "a=ptime:20").extended(toMatch: before)

        #expect(now.media.map(\.port) == [5200, 0, 0])
        #expect(now.media.map(\.kind) == [.audio, .audio, .video])
        #expect(now.media[0].ptime == 20)

        let more = try offered("m=audio 9 RTP/AVP 0", "m=image 9 udptl t38")
        let previous = try offered("m=audio 9 RTP/AVP 0")
        #expect(more.extended(toMatch: previous) == more)
        #expect(more.aligned(with: previous).media.count == 1)
    }

    // MARK: Hold

    @Test(arguments: MediaDirection.allCases)
    func `the mirror of a direction is the same flow from the other side`(direction: MediaDirection) {
        #expect(direction.mirrored.mirrored == direction)
        #expect(direction.mirrored.sends == direction.receives)
    }

    /// What was offered to a party, what it answered, and what it would say if it were free to.
    @Test(
        arguments: [
            (.sendonly, .recvonly, .sendrecv),
            (.inactive, .inactive, .sendrecv),
            (.sendonly, .inactive, .sendonly),
            (.sendrecv, .sendrecv, .sendrecv),
            (.sendrecv, .sendonly, .sendonly),
            (.sendrecv, .inactive, .inactive),
            (.recvonly, .sendonly, .sendrecv),
        ] as [(MediaDirection, MediaDirection, MediaDirection)]
    )
    func `a held party is not kept on hold by what the other side asked`(
        offered: MediaDirection,
        answered: MediaDirection,
        wish: MediaDirection
    ) {
        #expect(MediaDirection.wish(answered: answered, to: offered) == wish)
    }

    @Test(arguments: [
        (["m=audio 9 RTP/AVP 0"], false),
        (["m=audio 9 RTP/AVP 0", "a=recvonly"], false),
        (["m=audio 9 RTP/AVP 0", "a=sendonly"], true),
        (["m=audio 9 RTP/AVP 0", "a=inactive"], true),
        (["m=audio 9 RTP/AVP 0", "c=IN IP4 0.0.0.0"], true),
        (["m=audio 9 RTP/AVP 0", "a=sendonly", "m=video 9 RTP/AVP 31"], false),
        (["m=audio 9 RTP/AVP 0", "a=sendonly", "m=video 0 RTP/AVP 31"], true),
        (["m=audio 0 RTP/AVP 0"], false),
        (["m=image 9 udptl t38", "a=sendonly"], false),
    ])
    func `hold is told in every form`(lines: [String], isHeld: Bool) throws {
        #expect(try offered(lines.joined(separator: "\r\n")).isHeld == isHeld)
    }

    // MARK: Agreement

    @Test
    func `the agreed streams name both sides' payload types`() throws {
        let offer = try offered(
            "m=audio 9 RTP/AVP 0 97 98 99",
            "a=rtpmap:97 Speex/16000",
            "a=rtpmap:98 telephone-event/8000",
            "a=rtpmap:99 telephone-event/16000",
            "a=sendonly",
            "m=video 9 RTP/AVP 31",
            "m=image 9 udptl t38"
        )
        let answer = try offered(
            "m=audio 9 RTP/AVP 99 100",
            "a=rtpmap:99 Speex/16000",
            "a=rtpmap:100 telephone-event/16000",
            "a=recvonly",
            "m=video 0 RTP/AVP 31",
            "m=image 9 udptl t38"
        )
        let streams = offer.agreedStreams(with: answer)

        #expect(streams.map(\.index) == [0, 2])
        #expect(streams[0].offererPayloads.map(\.payloadType) == [97, 99])
        #expect(streams[0].answererPayloads.map(\.payloadType) == [99, 100])
        #expect(streams[0].telephoneEventToOfferer == 99)
        #expect(streams[0].telephoneEventToAnswerer == 100)
        #expect(streams[0].direction == .sendonly)
        #expect(streams[1].formats == ["t38"])
        #expect(offer.agreedCodecs(with: answer) == ["Speex", "t38"])
    }

    @Test(arguments: [false, true], [false, true])
    func `RTCP shares the port of RTP only where both sides say so`(isOffered: Bool, isAnswered: Bool) throws {
        let description = { (isMultiplexed: Bool) in
            try offered("m=audio 9 RTP/AVP 0" + (isMultiplexed ? "\r\na=rtcp-mux" : ""))
        }
        let streams = try description(isOffered).agreedStreams(with: description(isAnswered))

        #expect(streams.map(\.usesRTCPMux) == [isOffered && isAnswered])
    }
}
