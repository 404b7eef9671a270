import ProtocolKit
import SIPSyntax
import Testing

/// RFC 2046 §5.1 and RFC 5621: bodies of several parts.
struct MultipartBodyTests {
    private static func message(_ type: String, _ body: String) throws -> SIPMessage {
        let text = """
            INVITE sip:b@example.com SIP/2.0\r
            Via: SIP/2.0/UDP h;branch=z9hG4bK1\r
            From: <sip:a@h>;tag=1\r
            To: <sip:b@h>\r
            Call-ID: 1\r
            CSeq: 1 INVITE\r
            Content-Type: \(type)\r
            \r
            \(body)
            """
        return try SIPMessage(parsing: Array(text.utf8))
    }

    @Test
    func `the session description is found among the parts`() throws {
        let body = """
            preamble\r
            --b1\r
            \r
            plain\r
            --b1 \r
            Content-Type:\r
              application/sdp\r
            \r
            v=0\r
            s=-\r
            \r
            --b1--\r
            epilogue
            """
        let message = try Self.message("multipart/mixed;boundary=b1", body)
        let parts = try MultipartBody(of: message)

        #expect(parts.parts.count == 2)
        #expect(parts.parts.first?.contentType == nil)
        #expect(try message.sessionDescription() == Array("v=0\r\ns=-\r\n".utf8))
    }

    @Test
    func `an inner multipart is opened, as deep as the limit`() throws {
        func nested(_ depth: Int) -> String {
            guard depth > 0 else {
                return "Content-Type: application/sdp\r\n\r\nv=0"
            }
            let inner = nested(depth - 1)
            return
                "Content-Type: multipart/alternative; boundary=\"b\(depth)\"\r\n\r\n--b\(depth)\r\n\(inner)\r\n--b\(depth)--"
        }
        for (depth, isFound) in [(1, true), (3, true), (4, false), (30, false)] {
            let message = try Self.message("multipart/mixed;boundary=b", "--b\r\n\(nested(depth))\r\n--b--\r\n")

            #expect(((try? message.sessionDescription()) ?? nil) == (isFound ? Array("v=0".utf8) : nil))
        }
    }

    @Test(
        arguments: [
            ("multipart/mixed", "--b\r\n\r\nx\r\n--b--\r\n"), ("multipart/mixed;boundary=b", "--b\r\n\r\nx\r\n"),
            ("multipart/mixed;boundary=b", "--b\r\nContent-Type: x\r\n\r\nx\r\n--b--\r\n"),
            ("multipart/mixed;boundary=b", String(repeating: "--b\r\n\r\n", count: 100) + "--b--"),
        ]
    )
    func `a malformed multipart is refused`(type: String, body: String) throws {
        let message = try Self.message(type, body)

        #expect(throws: SIPParseError.self) { try MultipartBody(of: message) }
    }

    @Test
    func `other bodies have no parts and no session description`() throws {
        #expect(try Self.message("text/plain", "hello").sessionDescription() == nil)
        #expect(try Self.message("APPLICATION/sdp;charset=x", "v=0").sessionDescription() == Array("v=0".utf8))
    }
}
