import ProtocolKit
import SDP
import Testing

/// Reads a description from lines, with CRLF behind each.
func described(_ lines: String...) throws -> SessionDescription {
    try SessionDescription(parsing: Array((lines.joined(separator: "\r\n") + "\r\n").utf8))
}

/// Reads the usual session lines and then `media`.
func offered(_ media: String...) throws -> SessionDescription {
    let session = "v=0\r\no=alice 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n"
    return try SessionDescription(parsing: Array((session + media.map { $0 + "\r\n" }.joined()).utf8))
}

struct SessionDescriptionTests {
    /// The example of RFC 8866 §5.
    private static let seminar = [
        "v=0", "o=jdoe 3724394400 3724394405 IN IP4 198.51.100.1", "s=Call to John Smith",
        "i=SDP Offer #1", "u=http://www.jdoe.example.com/home.html", "e=Jane Doe <jane@jdoe.example.com>",
        "p=+1 617 555-6011", "c=IN IP4 198.51.100.1", "t=0 0", "m=audio 49170 RTP/AVP 0",
        "m=audio 49180 RTP/AVP 0", "m=video 51372 RTP/AVP 99", "c=IN IP6 2001:db8::2",
        "a=rtpmap:99 h263-1998/90000",
    ].map { $0 + "\r\n" }.joined()

    @Test
    func `the example of RFC 8866 section 5 is read and written back unchanged`() throws {
        let bytes = Array(Self.seminar.utf8)
        let description = try SessionDescription(parsing: bytes)

        #expect(description.serialized() == bytes)
        #expect(description.origin.username == "jdoe")
        #expect(description.origin.sessionID == 3_724_394_400)
        #expect(description.origin.version == 3_724_394_405)
        #expect(description.origin.address == ConnectionAddress(IPAddress(v4: 0xC633_6401)))
        #expect(description.sessionName == "Call to John Smith")
        #expect(description.media.map(\.port) == [49170, 49180, 51372])
        #expect(description.connection(of: 1)?.ip == IPAddress("198.51.100.1"))
        #expect(description.connection(of: 2)?.ip == IPAddress("2001:db8::2"))
        #expect(description.connection(of: 3) == nil)
        #expect(description.media[2].payloads == [PayloadFormat(99, "h263-1998", clockRate: 90000)])
    }

    @Test(arguments: [
        // What is accepted, and what it becomes.
        ("v=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nt=0 0\n", "v=0|o=- 1 1 IN IP4 192.0.2.1|s=-|t=0 0|"),
        ("v=0\r\no=- 1 1 IN IP4 192.0.2.1", "v=0|o=- 1 1 IN IP4 192.0.2.1|s=-|t=0 0|"),
        ("v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=\r\nt=0 0\r\n", "v=0|o=- 1 1 IN IP4 192.0.2.1|s=-|t=0 0|"),
        (
            "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\nc=IN IP4 192.0.2.1\r\ns=x\r\nt=0 0\r\nk=clear:secret\r\na=x\r\n",
            "v=0|o=- 1 1 IN IP4 192.0.2.1|s=x|c=IN IP4 192.0.2.1|t=0 0|a=x|"
        ),
        (
            "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\na=x\r\nb=AS:64\r\n\r\n",
            "v=0|o=- 1 1 IN IP4 192.0.2.1|s=-|t=0 0|m=audio 9 RTP/AVP 0|b=AS:64|a=x|"
        ),
        (
            "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\na=y\r\nt=1 2\r\nr=7d 1h 0 25h\r\nt=3 4\r\nz=0 0\r\n",
            "v=0|o=- 1 1 IN IP4 192.0.2.1|s=-|t=1 2|r=7d 1h 0 25h|t=3 4|z=0 0|a=y|"
        ),
        (
            "v=0\r\no=- 1 1 IN IP4 x.example\r\ns=-\r\nt=0 0\r\nm=audio 0 RTP/AVP\r\n",
            "v=0|o=- 1 1 IN IP4 x.example|s=-|t=0 0|m=audio 0 RTP/AVP|"
        ),
    ])
    func `a description that departs from the order is put in order`(given: String, expected: String) throws {
        let description = try SessionDescription(parsing: Array(given.utf8))
        let written = description.serialized()

        #expect(String(decoding: written, as: UTF8.self) == expected.replacing("|", with: "\r\n"))
        #expect(try SessionDescription(parsing: written) == description)
    }

    private static let session = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nt=0 0\r\n"

    @Test(
        arguments: [
            ("", .missingVersion),
            ("o=- 1 1 IN IP4 192.0.2.1\r\n", .missingVersion),
            ("v=1\r\n", .unknownVersion),
            ("v=0\r\n", .missingOrigin),
            ("v=0\r\ns=-\r\n", .missingOrigin),
            ("v=0\r\nv=0\r\n", .repeatedLine),
            ("v=0\r\no=- 1 1 IN IP4\r\n", .malformedOrigin),
            ("v=0\r\no=- x 1 IN IP4 192.0.2.1\r\n", .malformedOrigin),
            (session + "s=again\r\n", .repeatedLine),
            (session + "c=IN IP4 192.0.2.1\r\nc=IN IP4 192.0.2.2\r\n", .repeatedLine),
            (session + "c=IN IP4\r\n", .malformedConnection),
            (session + "x=1\r\n", .unknownType),
            (session + "no line\r\n", .malformedLine),
            (session + "a\r\n", .malformedLine),
            (session + "a=x\ra=y\r\n", .malformedLine),
            (session + "a=x\u{0}y\r\n", .malformedLine),
            (session + "m=audio 65536 RTP/AVP 0\r\n", .malformedMedia),
            (session + "m=audio -1 RTP/AVP 0\r\n", .malformedMedia),
            (session + "m=audio 4000 RTP/AVP\r\n", .malformedMedia),
            (session + "m=audio 4000/x RTP/AVP 0\r\n", .malformedMedia),
            (session + "m=audio 4000\r\n", .malformedMedia),
            (session + "m=audio 4000 RTP/AVP 0\r\nt=0 0\r\n", .misplacedLine),
            (session + "m=audio 4000 RTP/AVP 0\r\nq=0\r\n", .unknownType),
        ] as [(String, SDPParseError.Reason)]
    )
    func `a description that breaks the grammar is refused`(text: String, reason: SDPParseError.Reason) {
        let error = #expect(throws: SDPParseError.self) { try SessionDescription(parsing: Array(text.utf8)) }

        #expect(error?.reason == reason)
    }

    @Test
    func `every limit refuses what exceeds it and nothing less`() throws {
        var limits = SDPLimits()
        limits.bytes = 200
        limits.lineLength = 40
        limits.mediaDescriptions = 2
        limits.linesPerSection = 4
        limits.formatsPerMedia = 3
        let media = "m=audio 9 RTP/AVP 0 8 9\r\n"
        let rows: [(String, Bool)] = [
            (media + media, true), (media + media + media, false), ("m=audio 9 RTP/AVP 0 8 9 3\r\n", false),
            (media + String(repeating: "a=x\r\n", count: 5), true),
            (media + String(repeating: "a=x\r\n", count: 6), false),
            ("a=" + String(repeating: "x", count: 38) + "\r\n", true),
            ("a=" + String(repeating: "x", count: 39) + "\r\n", false),
            (String(repeating: "m=audio 9 RTP/AVP 0\r\na=123456789012345678901234567890\r\n", count: 3), false),
        ]
        for (more, isAccepted) in rows {
            let bytes = Array((Self.session + more).utf8)
            let description = try? SessionDescription(parsing: bytes, limits: limits)
            #expect((description != nil) == isAccepted, "\(more)")
        }
    }

    @Test
    func `unknown attributes, bandwidths and their order survive`() throws {
        let description = try described(
            "v=0",
            "o=- 1 1 IN IP4 192.0.2.1",
            "s=-",
            "b=CT:128",
            "t=0 0",
            "a=x-site:here",
            "a=flag",
            "m=audio 9 RTP/AVP 0",
            "b=TIAS:64000",
            "b=AS:64",
            "a=x-one",
            "a=rtpmap:0 PCMU/8000",
            "a=x-two:2"
        )

        #expect(description.attributes.map(\.name) == ["x-site", "flag"])
        #expect(description.attributes.map(\.value) == ["here", nil])
        #expect(description.attributes.first(named: "x-site")?.value == "here")
        #expect(description.bandwidths == [Bandwidth("CT", 128)])
        #expect(description.media[0].bandwidths == [Bandwidth("TIAS", 64000), Bandwidth("AS", 64)])
        #expect(description.media[0].attributes.map(\.name) == ["x-one", "rtpmap", "x-two"])
        #expect(try SessionDescription(parsing: description.serialized()) == description)
    }

    @Test
    func `equal texts are equal and hash alike, others are not`() throws {
        let first = try offered("m=audio 9 RTP/AVP 0")
        let second = try offered("m=audio 9 RTP/AVP 0")
        let third = try offered("m=audio 9 RTP/AVP 8")

        #expect(first == second)
        #expect(first.hashValue == second.hashValue)
        #expect(first != third)
        #expect(first.media[0] == second.media[0])
        #expect(first.media[0] != third.media[0])
    }

    @Test
    func `a number that exceeds 64 bits is kept as the largest`() throws {
        let description = try described("v=0", "o=- 99999999999999999999999 7 IN IP6 2001:db8::1", "s=-", "t=0 0")

        #expect(description.origin.sessionID == .max)
        #expect(description.origin.version == 7)
        #expect(description.origin.address.ip == IPAddress("2001:db8::1"))
    }
}
