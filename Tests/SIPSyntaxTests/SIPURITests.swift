import ProtocolKit
import SIPSyntax
import Testing

/// RFC 3261 §19.1: URIs.
struct SIPURITests {
    @Test
    func `a SIP URI is taken apart`() throws {
        let uri = try SIPURI("sips:al%69ce:pa%20ss@[2001:db8::1]:5061;transport=tcp;lr;x=%41?Subject=a%20b&To=c")

        #expect(uri.scheme == .sips)
        #expect(uri.user == "alice")
        #expect(uri.rawUser == "al%69ce")
        #expect(uri.password == "pa%20ss")
        #expect(uri.host == "[2001:db8::1]")
        #expect(uri.hostAddress == IPAddress("2001:db8::1"))
        #expect(uri.port == 5061)
        #expect(uri.parameters["transport"] == "tcp")
        #expect(uri.isLooseRouter)
        #expect(uri.parameters["x"] == "A")
        #expect(uri.parameters["y"] == nil)
        #expect(uri.headers == "Subject=a%20b&To=c")
    }

    @Test(
        arguments: [
            "sip:example.com", "sip:1.2.3.4", "SIP:a@h", "sip:a@h:1", "sip:;x@h", "sip:a:@h", "sip:h;a=b;c", "tel:+1-2",
            "tel:112;phone-context=example.com", "urn:service:sos", "http://a/b?c=d", "sip:%00@h", "sip:a_b.c-d@h_x",
            "sip:+1(2)3@h;user=phone", "sip:a@h.", "mailto:a@b", "sip:*43@h", "sip:%23@h",
        ]
    )
    func `a legal URI is read and printed as it was`(text: String) throws {
        #expect(try SIPURI(ByteString(text)).text == ByteString(text))
    }

    @Test(
        arguments: [
            "", "sip", "sip:", "sip:@h", "sip:a@", "sip:a b@h", "sip:a@h:", "sip:a@h:0", "sip:a@h:65536", "sip:a@h:x",
            "sip:a@[::1", "sip:a@::1", "sip:a@h;", "sip:a@h;=b", "sip:a@h;a=", "sip:a@h?", "sip:a@h?a", "sip:a%4@h",
            "sip:a%gg@h", "sip:a@h@i", "<sip:a@h>", "sip:a\"@h", "sip:a@h;a=b=c", "tel:", "tel:+", "1x:y", ":",
            "sip:a@h\r\n",
            "sip:a@h#x", "sip:é@h", "x:",
        ]
    )
    func `a malformed URI is refused`(text: String) {
        #expect(throws: SIPParseError.self) { try SIPURI(ByteString(text)) }
    }

    @Test
    func `telephone numbers pass between the schemes`() throws {
        let tel = try SIPURI("tel:+1-201-555-0123;ext=5")
        #expect(tel.telephoneNumber == "+12015550123")
        #expect(tel.sipURI(atHost: "gw.example.com") == "sip:+12015550123;ext=5@gw.example.com;user=phone")

        #expect(try SIPURI("tel:*43#;a=b:c").sipURI(atHost: "h") == "sip:*43%23;a=b%3Ac@h;user=phone")

        let sip = try SIPURI("sip:+1-201-555-0123;ext=5@gw.example.com;user=phone")
        #expect(sip.telephoneNumber == "+12015550123")
        #expect(sip.telURI == "tel:+12015550123;ext=5")
        #expect(try SIPURI("sip:100@gw.example.com").telephoneNumber == nil)
    }

    @Test
    func `what is built can be read and means what was put in`() throws {
        var builder = SIPURIBuilder(user: "a b@\u{7}%", address: TransportAddress(IPAddress(high: 0, low: 1), 5070))
        builder.add("transport", "tcp")
        builder.add("lr")
        builder.add("x", "a;b=c")
        let uri = try SIPURI(builder.text)

        #expect(uri.text == "sip:a%20b%40%07%25@[::1]:5070;transport=tcp;lr;x=a%3Bb%3Dc")
        #expect(uri.user == "a b@\u{7}%")
        #expect(uri.parameters["x"] == "a;b=c")
    }
}
