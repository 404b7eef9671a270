import ProtocolKit
import SIPSyntax
import Testing

/// RFC 3261 §7: whole messages.
struct SIPMessageTests {
    private static let invite = """
        INVITE sip:bob@biloxi.example.com;transport=udp SIP/2.0\r
        Via: SIP/2.0/UDP pc33.atlanta.example.com;rport;branch=z9hG4bK776asdhds\r
        Max-Forwards: 70\r
        To: Bob <sip:bob@biloxi.example.com>\r
        From: "Alice \\"A\\"" <sip:alice@atlanta.example.com>;tag=1928301774\r
        Call-ID: a84b4c76e66710@pc33.atlanta.example.com\r
        CSeq: 314159 INVITE\r
        Contact: <sip:alice@pc33.atlanta.example.com>\r
        Content-Length: 4\r
        \r
        v=0\n
        """

    @Test
    func `a request is taken apart`() throws {
        let message = try SIPMessage(parsing: Array(Self.invite.utf8))

        #expect(message.isRequest)
        #expect(message.method == .invite)
        #expect(message.requestURI?.user == "bob")
        #expect(message.requestURI?.host == "biloxi.example.com")
        #expect(message.requestURI?.parameters["transport"] == "udp")
        #expect(message.topVia.branch == "z9hG4bK776asdhds")
        #expect(message.topVia.hasMagicCookie)
        #expect(message.topVia.hasResponsePort)
        #expect(message.maxForwards == 70)
        #expect(message.to.displayName == "Bob")
        #expect(message.toTag == nil)
        #expect(message.from.displayName == "Alice \"A\"")
        #expect(message.fromTag == "1928301774")
        #expect(message.callID == "a84b4c76e66710@pc33.atlanta.example.com")
        #expect(message.cseq == CSeq(number: 314_159, method: .invite))
        #expect(try message.first(Contact.self)?.uri?.user == "alice")
        #expect(Array(message.body) == Array("v=0\n".utf8))
    }

    @Test
    func `a response copies what RFC 3261 says and tells the source`() throws {
        let message = try SIPMessage(parsing: Array(Self.invite.utf8))
        var writer = SIPMessageWriter()
        let source = TransportAddress(IPAddress(v4: 0x7F00_0001), 5062)
        writer.startResponse(.ringing, to: message, toTag: "t1", source: source)
        let text = String(decoding: writer.finish(), as: UTF8.self)

        #expect(
            text == """
                SIP/2.0 180 Ringing\r
                Via: SIP/2.0/UDP pc33.atlanta.example.com;branch=z9hG4bK776asdhds;received=127.0.0.1;rport=5062\r
                From: "Alice \\"A\\"" <sip:alice@atlanta.example.com>;tag=1928301774\r
                To: Bob <sip:bob@biloxi.example.com>;tag=t1\r
                Call-ID: a84b4c76e66710@pc33.atlanta.example.com\r
                CSeq: 314159 INVITE\r
                Content-Length: 0\r
                \r\n
                """
        )
    }

    /// An INVITE as an RFC 2543 phone sends it: a Via without branch, a To tag, a Contact without brackets.
    @Test
    func `an INVITE of an RFC 2543 phone is taken apart and keeps all it says`() throws {
        let text = """
            INVITE sip:23198@172.17.207.91:5060 SIP/2.0\r
            Via: SIP/2.0/UDP 10.80.17.134:5060\r
            Via: SIP/2.0/UDP 172.18.192.232:5060;branch=1FV1xhfvxGJOK9rWcKdAKOA\r
            To: <sip:23198@172.18.192.232>;tag=abc\r
            From: <sip:15691@10.80.17.134>;tag=a73kszlfl\r
            Call-ID: c2943000-50405d-6af10a-382e3031@10.80.17.134\r
            CSeq: 100 INVITE\r
            Contact: sip:15691@10.80.17.134:5060\r
            Expires: 180\r
            User-Agent: Cisco IP Phone/ Rev. 1/ SIP enabled\r
            Accept: application/sdp\r
            Record-Route: <sip:23198@172.18.192.232:5060;maddr=172.18.192.232>\r
            Content-Length: 0\r
            \r\n
            """
        let message = try SIPMessage(parsing: Array(text.utf8))
        var writer = SIPMessageWriter()
        writer.startRequest(.invite, uri: try #require(message.requestURI?.text))
        for field in message.fields where message.name(of: field) != .contentLength {
            writer.copy(field, from: message)
        }

        #expect(String(decoding: writer.finish(), as: UTF8.self) == text)
        #expect(try message.all(Via.self).map(\.branch) == [nil, "1FV1xhfvxGJOK9rWcKdAKOA"])
        #expect(message.toTag == "abc")
        #expect(message.maxForwards == nil)
        #expect(try message.first(Expires.self)?.number == 180)
        #expect(try message.first(Contact.self)?.uri?.port == 5060)
        #expect(try message.first(RecordRoute.self)?.uri.parameters["maddr"] == "172.18.192.232")
        #expect(try message.accepts("application", "sdp"))
    }
}
