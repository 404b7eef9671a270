import SIPSyntax
import Testing

/// RFC 3261 §18.3: messages on a stream.
struct StreamFramerTests {
    private static let options = """
        OPTIONS sip:a@example.com SIP/2.0\r
        Via: SIP/2.0/TCP c.example.com;branch=z9hG4bK1\r
        From: <sip:c@example.com>;tag=1\r
        To: <sip:a@example.com>\r
        Call-ID: 1@c.example.com\r
        CSeq: 1 OPTIONS\r
        l: 0\r
        \r\n
        """

    private static let message = """
        MESSAGE sip:a@example.com SIP/2.0\r
        Via: SIP/2.0/TCP c.example.com;branch=z9hG4bK2\r
        From: <sip:c@example.com>;tag=1\r
        To: <sip:a@example.com>\r
        Call-ID: 2@c.example.com\r
        CSeq: 2 MESSAGE\r
        Content-Length:\r
          5\r
        \r
        \r\n\r\n!
        """

    /// What a frame is, without its contents.
    private static func summary(_ frame: StreamFramer.Frame) -> String {
        switch frame {
        case .ping: "ping"
        case .message(.message(let message)): "\(message.method) \(message.callID) \(message.body.count)"
        case .message(.answerable(_, let error)): "refused \(error)"
        case .message(.unanswerable(let error)): "dropped \(error)"
        case .message(.keepAlive): "keep-alive"
        case .failure(.answerable(_, let error)): "over, \(error.suggestedStatus.code) \(error)"
        case .failure(.unanswerable(let error)): "over, \(error)"
        case .failure(.message), .failure(.keepAlive): "over"
        }
    }

    private static func frames(_ chunks: [[UInt8]]) -> [String] {
        var framer = StreamFramer()
        var frames: [String] = []
        for chunk in chunks {
            framer.receive(chunk)
            while let frame = framer.next() {
                frames.append(Self.summary(frame))
            }
        }
        return frames
    }

    private static func split(_ octets: [UInt8], by seed: UInt64) -> [[UInt8]] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var chunks: [[UInt8]] = []
        var rest = octets[...]
        while !rest.isEmpty {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let count = Int(state % (seed % 2 == 0 ? 7 : 300)) + 1
            chunks.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return chunks
    }

    @Test(arguments: 0..<200)
    func `any split frames the same messages`(seed: Int) {
        let stream = Array(("\r\n\r\n" + Self.options + Self.message + "\r\n\r\n" + Self.message + Self.options).utf8)

        #expect(
            Self.frames(Self.split(stream, by: UInt64(seed))) == [
                "ping", "OPTIONS 1@c.example.com 0", "MESSAGE 2@c.example.com 5", "ping", "MESSAGE 2@c.example.com 5",
                "OPTIONS 1@c.example.com 0",
            ]
        )
    }

    @Test
    func `one octet at a time frames the same messages`() {
        let stream = Array((Self.message + Self.options).utf8)

        #expect(Self.frames(stream.map { [$0] }) == ["MESSAGE 2@c.example.com 5", "OPTIONS 1@c.example.com 0"])
    }

    @Test(
        arguments: [
            ("l: 0\r\n", "", "over, 400 Missing Content-Length"),
            ("l: 0\r\n", "l: 0\r\nContent-Length: 0\r\n", "over, 400 Duplicate Content-Length"),
            ("l: 0\r\n", "l: 0\r\nl: 5\r\n", "over, 400 Duplicate Content-Length"),
            ("l: 0\r\n", "l: -1\r\n", "over, 400 Malformed Content-Length"),
            ("l: 0\r\n", "l: 1 2\r\n", "over, 400 Malformed Content-Length"),
            ("l: 0\r\n", "l: 0x5\r\n", "over, 400 Malformed Content-Length"),
            ("l: 0\r\n", "l: 999999999999999999999\r\n", "over, 400 Content-Length Out of Range"),
            ("l: 0\r\n", "l: 70000\r\n", "over, 513 Body Too Large"),
            ("l: 0\r\n", "l: 0\r\nno colon\r\n", "over, 400 Malformed header field"),
            ("l: 0\r\n", "l: 0\r\nX: a\nl: 5\r\n", "over, 400 Malformed line end"),
        ]
    )
    func `doubt about the end of a message ends the stream`(from: String, to: String, expected: String) {
        let text = Self.options.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false).joined(
            separator: to
        )

        #expect(Self.frames([Array((text + Self.options).utf8)]) == [expected])
    }

    @Test
    func `a malformed message whose end is certain leaves the stream alone`() {
        let bad = Self.options.split(separator: "CSeq: 1", maxSplits: 1).joined(separator: "CSeq: x")

        #expect(
            Self.frames([Array((bad + Self.options).utf8)]) == ["refused Malformed CSeq", "OPTIONS 1@c.example.com 0"]
        )
    }

    @Test
    func `another protocol is cut off without an answer`() {
        #expect(Self.frames([Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)]) == ["over, Missing Content-Length"])
        #expect(Self.frames([Array("hello\r\nContent-Length: 0\r\n\r\n".utf8)]) == ["over, Not SIP"])
    }

    @Test
    func `a header block without end is cut off`() {
        let flood = Array(("OPTIONS sip:a@example.com SIP/2.0\r\n" + String(repeating: "X: 1\r\n", count: 10_000)).utf8)

        #expect(
            Self.frames(stride(from: 0, to: flood.count, by: 1000).map { Array(flood[$0...].prefix(1000)) }).count == 1
        )
    }
}
