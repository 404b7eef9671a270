import ProtocolKit
import SIPSyntax
import Testing

/// What typed headers accept and refuse.
struct SIPHeaderTests {
    /// Decodes all of `text` as one value.
    private static func decode<Header: SIPHeader>(
        _ header: Header.Type,
        _ text: String
    ) throws(SIPParseError) -> Header {
        var cursor = ByteCursor(Array(text.utf8))
        let value = try Header(from: &cursor)
        guard cursor.isAtEnd else {
            throw SIPParseError(.expected("end"))
        }
        return value
    }

    private static func write(_ header: some SIPWritableHeader) -> String {
        var bytes: [UInt8] = []
        header.append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("SIP/2.0/UDP a.example.com;branch=z9hG4bK1", "SIP/2.0/UDP a.example.com;branch=z9hG4bK1"),
            ("SIP / 2.0 / TCP  [2001:db8::1] : 5070 ; rport", "SIP / 2.0 / TCP  [2001:db8::1] : 5070 ; rport"),
            ("SIP/2.0/TLS-SCTP h;ttl=16;maddr=224.2.0.1", "SIP/2.0/TLS-SCTP h;ttl=16;maddr=224.2.0.1"),
        ]
    )
    func `a Via is written as it was read`(text: String, expected: String) throws {
        #expect(Self.write(try Self.decode(Via.self, text)) == expected)
    }

    @Test
    func `a Via is taken apart`() throws {
        let text =
            "SIP/2.0/UDP 192.0.2.1:5062;received=[2001:db8::2];rport=5063;ttl=4;maddr=m.example.com;branch=z9hG4bK"
        let via = try Self.decode(Via.self, text)

        #expect(via.transport == .udp)
        #expect(via.hostAddress == IPAddress("192.0.2.1"))
        #expect(via.port == 5062)
        #expect(via.receivedAddress == IPAddress("2001:db8::2"))
        #expect(via.responsePort == 5063)
        #expect(via.timeToLive == 4)
        #expect(via.multicastAddress == "m.example.com")
        #expect(!via.hasMagicCookie)
    }

    @Test(
        arguments: [
            "", "SIP/2.0", "SIP/2.0/UDP", "SIP/2.0/UDP ", "SIP/2.0/UDP h:", "SIP/2.0/UDP h:0", "SIP/2.0/UDP h:65536",
            "SIP/2.0/UDP h:80x", "SIP/2.0/UDP h;", "SIP/2.0/UDP h;;branch=1", "SIP/2.0/UDP h;branch=",
            "SIP/2.0/UDP h;ttl=256", "SIP/2.0/UDP h;rport=x", "SIP/2.0/UDP [::1", "SIP/2.0/UDP [::1::]",
            "SIP/2.0/UDP 2001:db8::1", "SIP/2.0/UDP h;received=", "SIP/2.0/UDP -h", "SIP 2.0 UDP h",
        ]
    )
    func `a malformed Via is refused`(text: String) {
        #expect(throws: SIPParseError.self) { try Self.decode(Via.self, text) }
    }

    @Test(
        arguments: [
            ("<sip:a@example.com>;tag=1", "<sip:a@example.com>;tag=1"),
            ("sip:a@example.com;tag=1", "<sip:a@example.com>;tag=1"),
            ("Bob Smith <sip:b@example.com>", "\"Bob Smith\" <sip:b@example.com>"),
            ("\"B \\\"b\\\" \\\\\" <sip:b@example.com>", "\"B \\\"b\\\" \\\\\" <sip:b@example.com>"),
            ("\"\" <sip:b@example.com>", "<sip:b@example.com>"),
            ("Grüße<sips:b@example.com>", "\"Grüße\" <sips:b@example.com>"),
            ("tel:+1-201-555-0123 ; tag = x", "<tel:+1-201-555-0123> ; tag = x"),
            ("< sip:a@example.com >", "<sip:a@example.com>"),
        ]
    )
    func `an address is written so that it reads the same`(text: String, expected: String) throws {
        #expect(Self.write(try Self.decode(From.self, text)) == expected)
    }

    @Test(
        arguments: [
            "", "<>", "sip:", "a@example.com", "<sip:a@example.com", "\"a <sip:a@example.com>",
            "a, b <sip:a@example.com>",
            "<sip:a@example.com>;tag=", "<sip:a@example.com>;tag=1;tag=2", "<sip:a@example.com>;;tag=1",
            "<sip:a@example.com> x", "sip:a@example.com?b=c", "\"a\" sip:a@example.com", "<sip:a b@example.com>",
            "<sip:a@example.com>;tag=\"1\"", "\u{1} <sip:a@example.com>", "*",
        ]
    )
    func `a malformed address is refused`(text: String) {
        #expect(throws: SIPParseError.self) { try Self.decode(From.self, text) }
    }

    @Test
    func `a Contact has its parameters`() throws {
        let contact = try Self.decode(Contact.self, "<sip:a@h;x=y>;q=0.25;expires=60;+sip.instance=\"<urn:uuid:1>\"")

        #expect(contact.preference == 250)
        #expect(contact.expires == 60)
        #expect(contact.address?.parameters["+sip.instance"] == "<urn:uuid:1>")
        #expect(contact.uri?.parameters["x"] == "y")
        #expect(try Self.decode(Contact.self, "*").address == nil)
        #expect(try Self.decode(Contact.self, "<sip:a@h>;expires=99999999999999999999999").expires == .max)
        #expect(try Self.decode(Contact.self, "<sip:a@h>;expires=soon").expires == nil)
        #expect(try Self.decode(Contact.self, "<sip:a@h>;q=1.1").preference == nil)
    }

    @Test
    func `numbers have limits`() throws {
        #expect(try Self.decode(Expires.self, "4294967295").number == .max)
        #expect(try Self.decode(MaxForwards.self, "0068").number == 68)
        for text in ["", "-1", "4294967296", "1x", "18446744073709551616", "0x1"] {
            #expect(throws: SIPParseError.self) { try Self.decode(Expires.self, text) }
        }
        #expect(throws: SIPParseError.self) { try Self.decode(MaxForwards.self, "256") }
        #expect(throws: SIPParseError.self) { try Self.decode(RSeq.self, "0") }
        #expect(throws: SIPParseError.self) { try Self.decode(CSeq.self, "1") }
        #expect(throws: SIPParseError.self) { try Self.decode(CSeq.self, "4294967296 INVITE") }
        #expect(throws: SIPParseError.self) { try Self.decode(CSeq.self, "INVITE 1") }
    }

    @Test
    func `what is written reads the same`() throws {
        let reason = Reason(namespace: "Q.850", cause: 16, text: "a \"quoted\" \\ text")
        #expect(try Self.decode(Reason.self, Self.write(reason)) == reason)
        let sessionExpires = SessionExpires(seconds: 1800, refresher: .uas)
        #expect(try Self.decode(SessionExpires.self, Self.write(sessionExpires)) == sessionExpires)
        let rack = RAck(responseNumber: 7, cseq: CSeq(number: 1, method: .invite))
        #expect(try Self.decode(RAck.self, Self.write(rack)) == rack)
        let replaces = Replaces(callID: "a@b", toTag: "1", fromTag: "2", isEarlyOnly: true)
        #expect(try Self.decode(Replaces.self, Self.write(replaces)) == replaces)
        let retryAfter = RetryAfter(seconds: 30, duration: 60)
        #expect(try Self.decode(RetryAfter.self, Self.write(retryAfter)) == retryAfter)
        let warning = Warning(code: 399, agent: "h.example.com", text: "no \"way\"")
        #expect(try Self.decode(Warning.self, Self.write(warning)) == warning)
        let privacy = Privacy("id", "critical")
        #expect(try Self.decode(Privacy.self, Self.write(privacy)) == privacy)
        let half = ByteString("0123456789abcdef0123456789abcdef")
        let session = SessionID(local: half, remote: SessionID.null)
        #expect(try Self.decode(SessionID.self, Self.write(session)) == session)
    }

    @Test
    func `lenient forms of peers are read`() throws {
        #expect(try Self.decode(Reason.self, "SIP ;cause=200 ;text=\"Call completed elsewhere\"").cause == 200)
        #expect(try Self.decode(Reason.self, "Q.850;cause=9999999").cause == nil)
        #expect(try Self.decode(RetryAfter.self, "18000 (I'm in a (long) meeting) ;duration=3600").duration == 3600)
        #expect(try Self.decode(SessionExpires.self, "1800 ; refresher = UAC").refresher == .uac)
        #expect(try Self.decode(Privacy.self, "ID; header").contains("id"))
    }

    @Test
    func `other malformed values are refused`() {
        #expect(throws: SIPParseError.self) { try Self.decode(SessionExpires.self, "1800;refresher=both") }
        #expect(throws: SIPParseError.self) { try Self.decode(SessionID.self, "0123456789abcdef") }
        #expect(throws: SIPParseError.self) { try Self.decode(Replaces.self, "a;to-tag=1") }
        #expect(throws: SIPParseError.self) { try Self.decode(RetryAfter.self, "5 (endless") }
        #expect(throws: SIPParseError.self) { try Self.decode(Warning.self, "1812 h \"text\"") }
        #expect(throws: SIPParseError.self) { try Self.decode(AlertInfo.self, "http://example.com/") }
        #expect(throws: SIPParseError.self) { try Self.decode(ContentType.self, "application") }
    }

    @Test(
        arguments: [
            ("Sat, 13 Nov 2010 23:29:00 GMT", Int64(1_289_690_940)), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Tue, 29 Feb 2000 12:00:00 GMT", 951_825_600), ("Fri, 31 Dec 1999 23:59:59 GMT", 946_684_799),
        ]
    )
    func `a Date is the seconds it means`(text: String, seconds: Int64) throws {
        let date = try Self.decode(SIPDate.self, text)

        #expect(date.seconds == seconds)
        #expect(Self.write(date) == text)
    }

    @Test(arguments: ["Fri, 01 Jan 2010 16:00:00 EST", "01 Jan 2010", "Fri, 99 Jan 2010 16:00:00 GMT", ""])
    func `a malformed Date is refused`(text: String) {
        #expect(throws: SIPParseError.self) { try Self.decode(SIPDate.self, text) }
    }

    @Test
    func `digest parameters are found whatever their order and case`() throws {
        let text =
            "Digest username=\"a\\\"b\", REALM=\"r, with comma\",nonce=\"n\" , uri=\"sip:x\", response=\"00\",nc=00000001"
        let credentials = try Self.decode(Authorization.self, text).parameters

        #expect(credentials["username"] == "a\"b")
        #expect(credentials["realm"] == "r, with comma")
        #expect(credentials["nc"] == "00000001")
        #expect(credentials["opaque"] == nil)
    }

    @Test
    func `a challenge needs a realm and a nonce, and only of Digest anything is asked`() throws {
        let text = "Digest realm=\"r\",, nonce=n, algorithm=SHA-256, qop=\"auth-int, auth\", stale=TRUE"
        let challenge = try Self.decode(WWWAuthenticate.self, text)

        #expect(challenge.parameters["algorithm"] == "SHA-256")
        #expect(challenge.parameters["qop"] == "auth-int, auth")
        #expect(throws: SIPParseError.self) { try Self.decode(WWWAuthenticate.self, "Digest realm=\"r\"") }
        #expect(try Self.decode(WWWAuthenticate.self, "Basic cmVhbG0=").parameters.isDigest == false)
    }

    @Test(
        arguments: [
            "Digest", "Digest ", "Digest username", "Digest username=\"a\"", "Digest username=\"a\",,realm=\"b\"",
            "Digest username=\"a", "Digest username=\"a\" realm=\"b\"",
        ]
    )
    func `malformed credentials are refused`(text: String) {
        #expect(throws: SIPParseError.self) { try Self.decode(Authorization.self, text) }
    }
}
