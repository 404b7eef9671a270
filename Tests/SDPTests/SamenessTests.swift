import SDP
import Testing

/// What two descriptions say to a party that knows one of them.
struct SamenessTests {
    private static func description(_ media: String...) throws -> SessionDescription {
        let text = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n" + media.joined()
        return try SessionDescription(parsing: Array(text.utf8))
    }

    private static let told = "m=audio 4000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n"

    @Test(arguments: [
        (Self.told, true),
        (
            "m=audio 5000 RTP/AVP 0 101\r\na=rtpmap:0 pcmu/8000\r\na=rtpmap:101 telephone-event/8000\r\na=ptime:30\r\n",
            true
        ),
        ("m=audio 4000 RTP/AVP 0\r\n", false),
        ("m=audio 4000 RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n", false),
        ("m=audio 4000 RTP/AVP 0 96\r\na=rtpmap:96 telephone-event/8000\r\n", false),
        ("m=audio 4000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=sendonly\r\n", false),
        ("m=audio 0 RTP/AVP 0 101\r\n", false),
        ("m=audio 4000 RTP/AVPF 0 101\r\na=rtpmap:101 telephone-event/8000\r\n", false),
        (Self.told + "m=video 4002 RTP/AVP 31\r\n", false),
    ])
    func `the same media is what needs no new offer`(other: String, isSame: Bool) throws {
        let (first, second) = (try Self.description(Self.told), try Self.description(other))
        #expect(first.describesSameMedia(as: second) == isSame)
        #expect(second.describesSameMedia(as: first) == isSame)
    }

    @Test
    func `what is refused on both sides is the same`() throws {
        let first = try Self.description(Self.told, "m=video 0 RTP/AVP 31\r\n")
        #expect(first.describesSameMedia(as: try Self.description(Self.told, "m=video 0 RTP/AVP 34\r\n")))
    }

    @Test(arguments: [
        ("m=audio 9 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n", "", true),
        ("m=audio 9 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=recvonly\r\n", "a=sendonly\r\n", true),
        ("m=audio 9 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n", "a=sendonly\r\n", false),
        ("m=audio 9 RTP/AVP 0\r\n", "", false),
        ("m=audio 0 RTP/AVP 0\r\n", "", false),
    ])
    func `an answer that takes all says nothing new`(answer: String, direction: String, isAll: Bool) throws {
        let offer = try Self.description(Self.told + direction)
        #expect(try Self.description(answer).takesAll(of: offer) == isAll)
    }

    @Test
    func `addresses are those of media and of its control`() throws {
        let offer = try Self.description(Self.told)
        #expect(offer.hasSameAddresses(as: try Self.description("m=audio 4000 RTP/AVP 8\r\n")))
        #expect(!offer.hasSameAddresses(as: try Self.description("m=audio 4002 RTP/AVP 0\r\n")))
        #expect(!offer.hasSameAddresses(as: try Self.description("m=audio 4000 RTP/AVP 0\r\na=rtcp:5000\r\n")))
        #expect(!offer.hasSameAddresses(as: try Self.description("m=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.9\r\n")))
    }

    @Test(arguments: [
        ("m=audio 5000 RTP/AVP 0\r\n", true),
        ("m=audio 5000 RTP/AVP 0 8\r\n", true),
        ("m=audio 5000 RTP/AVP 8 0\r\n", false),
        ("m=audio 5000 RTP/AVP 18\r\n", false),
        ("m=audio 0 RTP/AVP 0\r\n", false),
        ("m=video 5000 RTP/AVP 31\r\n", false),
    ])
    func `speech is understood by its first codec`(other: String, isUnderstood: Bool) throws {
        #expect(try Self.description(Self.told).understandsSpeech(of: try Self.description(other)) == isUnderstood)
    }
}
