import ProtocolKit
import SIPSyntax
import Testing

/// What is written is a message, and only the message that was meant.
struct SIPMessageWriterTests {
    private static func response(_ name: SIPHeaderName, _ value: ByteString) throws -> SIPMessage {
        var writer = SIPMessageWriter()
        writer.startResponse(.ok, reason: "fine\r\nX-Injected: 1")
        writer.header(.via, literal: "SIP/2.0/UDP h;branch=z9hG4bK1")
        writer.header(.from, literal: "<sip:a@h>;tag=1")
        writer.header(.to, literal: "<sip:b@h>;tag=2")
        writer.header(.callID, literal: "1")
        writer.header(CSeq(number: 1, method: .invite))
        writer.header(name, value)
        return try SIPMessage(
            parsing: writer.finish(body: Array("v=0".utf8), contentType: "application/sdp\r\nX-Injected: 1")
        )
    }

    @Test(arguments: [
        "a\r\nX-Injected: 1", "\r\n\r\nX-Injected: 1", "a\nX-Injected: 1", "a\rX-Injected: 1", "\r\n\r\n",
    ])
    func `no value adds a line`(value: String) throws {
        let message = try Self.response(SIPHeaderName("X-Value"), ByteString(value))

        #expect(!message.contains(SIPHeaderName("X-Injected")))
        #expect(message.fields.count == 8)
        #expect(message.body.count == 3)
    }

    @Test
    func `no display name adds a line or ends its quotes`() throws {
        var bytes: [UInt8] = []
        bytes.appendDisplayName("\" <sip:evil@h>\r\nX: \"\\")
        bytes.append(contentsOf: "<sip:a@h>".utf8)
        let address = try NameAddress(ByteString(bytes))

        #expect(address.uri.text == "sip:a@h")
        #expect(address.displayName == "\" <sip:evil@h>  X: \"\\")
    }

    @Test
    func `names keep their long form`() throws {
        var writer = SIPMessageWriter()
        writer.startRequest(.options, uri: "sip:a@h")
        writer.header(SIPHeaderName("v"), literal: "SIP/2.0/UDP h")
        writer.header(SIPHeaderName("X-y"), decimal: UInt32(7))

        let expected = "OPTIONS sip:a@h SIP/2.0\r\nVia: SIP/2.0/UDP h\r\nX-y: 7\r\nContent-Length: 0\r\n\r\n"
        #expect(String(decoding: writer.finish(), as: UTF8.self) == expected)
    }

    @Test
    func `option tags and methods are sets`() throws {
        let message = try Self.response(.require, "100rel, x-a,TIMER , x-A")
        let required = try message.optionTags(of: .require)
        var bytes: [UInt8] = []
        required.subtracting(OptionTagSet(.timer)).append(to: &bytes)

        #expect(String(decoding: bytes, as: UTF8.self) == "100rel, x-a")
        #expect(required.contains(.timer))
        #expect(try message.optionTags(of: .supported).isEmpty)

        let allow = try #require(try Self.response(.allow, "INVITE,ACK, FOO").allowedMethods())
        #expect(allow.contains(.ack) && allow.contains(.other("FOO")) && !allow.contains(.bye))
        #expect(throws: SIPParseError.self) { try Self.response(.allow, "INVITE,,ACK").allowedMethods() }
        #expect(throws: SIPParseError.self) { try Self.response(.require, "100rel timer").optionTags(of: .require) }
    }
}
