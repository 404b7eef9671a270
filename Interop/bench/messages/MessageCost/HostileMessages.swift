/// A request that is large in one way, as large as the limits of the message let it be, or larger.
struct HostileMessage {
    /// In which way.
    let name: String

    /// The message as it arrives.
    let octets: [UInt8]
}

/// What an attacker, or a broken peer, makes of 64 KB.
enum HostileMessages {
    /// The largest datagram.
    private static let largest = 65_507

    /// Just under the largest header block.
    private static let header = 31_000

    /// The requests, each an INVITE that is whole but for its one excess.
    static var requests: [HostileMessage] {
        self.headers + self.bodies
    }

    /// Excesses of the header block; the answer to a call takes them too.
    static var excesses: [(name: String, lines: String)] {
        let size = self.header
        return [
            ("unknown fields", self.fill("X: y\r\n", 1_500)),
            ("fields of 64 KB", self.fill("X-Filler: some value or other\r\n", 60_000)),
            ("Via values", "Via: " + self.list("SIP/2.0/UDP 10.0.0.1;branch=z9hG4bKx", size)),
            ("Via values of 64 KB", "Via: " + self.list("SIP/2.0/UDP a;branch=z9hG4bKx", 60_000)),
            ("Record-Route values", "Record-Route: " + self.list("<sip:10.0.0.1;lr>", 8_500)),
            ("Record-Route values of 64 KB", "Record-Route: " + self.list("<sip:10.0.0.1;lr>", 60_000)),
            ("Contact values", "Contact: " + self.list("<sip:a@b>;q=0.1", 7_500)),
            ("Contact parameters", "Contact: <sip:a@10.0.0.2>" + self.fill(";p", size) + "\r\n"),
            ("Contact header parameters", "Contact: <sip:a@10.0.0.2?" + self.fill("a=b&", size) + "c=d>\r\n"),
            ("identity values", "P-Asserted-Identity: " + self.list("\"a\" <sip:a@b>", 7_000)),
            ("History-Info values", "History-Info: " + self.list("<sip:a@b>;index=1.1", 9_500)),
            ("Diversion values", "Diversion: " + self.list("<sip:a@b>;reason=busy", 10_500)),
            ("quoted escapes", "P-Asserted-Identity: \"" + self.fill("\\\"", size) + "\" <sip:a@b>\r\n"),
            ("unclosed quotes", self.fill("Subject: \"\r\n", 2_900)),
            ("option tags", "Supported: " + self.list("x", 1_000)),
            ("option tags of 32 KB", "Supported: " + self.list("x", size)),
            ("methods", "Allow: " + self.list("X", 1_000)),
            ("commas", "Accept: " + self.fill(",", size) + "\r\n"),
            ("types", "Accept: " + self.list("a/b;q=0.1", 5_000)),
            ("reasons", "Reason: " + self.list("SIP;cause=1", 6_000)),
            ("folds", "Subject:" + self.fill("\r\n x", size) + "\r\n"),
            ("credentials", "Authorization: Digest " + self.list("realm=\"x\"", size)),
            ("privacy", "Privacy: " + self.fill("id;", size) + "none\r\n"),
            ("session identifiers", self.fill("Session-ID: 00\r\n", 3_000)),
            ("NUL octets", "Subject: " + self.fill("\0", size) + "\r\n"),
            ("octets above 127", "Subject: " + self.fill("\u{FF}", size) + "\r\n"),
        ]
    }

    private static var headers: [HostileMessage] {
        let long = "%41" + self.fill("%62", 1_900)
        let parameters = self.fill(";a=b", 1_900)
        return self.excesses.map { HostileMessage(name: $0.name, octets: self.invite(lines: $0.lines)) } + [
            HostileMessage(name: "Request-URI escapes", octets: self.invite(uri: "sip:\(long)@127.0.0.1")),
            HostileMessage(name: "Request-URI parameters", octets: self.invite(uri: "sip:bob@127.0.0.1\(parameters)")),
            HostileMessage(name: "From parameters", octets: self.invite(from: self.fill(";p=q", self.header))),
            HostileMessage(name: "line ends", octets: Array(self.fill("\r\n", self.largest).utf8)),
            HostileMessage(name: "one line", octets: Array(("INVITE " + self.fill("x", self.largest - 7)).utf8)),
        ]
    }

    /// The bodies that an answer takes too, with their types.
    static var descriptions: [(name: String, type: String, body: String)] {
        let start = "v=0\r\no=- 1 1 IN IP4 10.0.0.2\r\ns=-\r\nc=IN IP4 10.0.0.2\r\nt=0 0\r\n"
        let formats = (0..<64).map(String.init).joined(separator: " ")
        let maps = (0..<64).map { "a=rtpmap:\($0) PCMU/8000\r\n" }.joined()
        let audio = "m=audio 4000 RTP/AVP 0\r\n"
        let nested = "Content-Type: multipart/mixed;boundary=b\r\n"
        return [
            ("SDP m-lines", "application/sdp", start + self.fill(audio, 32_000)),
            ("SDP 32 m-lines", "application/sdp", start + self.fill(audio + self.fill("a=x\r\n", 950), 31_000)),
            ("SDP formats", "application/sdp", start + self.fill("m=audio 4000 RTP/AVP \(formats)\r\n\(maps)", 31_000)),
            ("SDP attributes", "application/sdp", start + audio + self.fill("a=x\r\n", 2_500)),
            ("SDP candidates", "application/sdp", start + audio + self.candidates),
            ("SDP parameters", "application/sdp", start + audio + "a=fmtp:0 " + self.fill("a=b;", 8_000) + "\r\n"),
            ("SDP of 64 KB", "application/sdp", start + audio + self.fill("a=x\r\n", 63_000)),
            ("SDP spaces", "application/sdp", start + "m=audio" + self.fill(" ", 8_000) + "4000 RTP/AVP 0\r\n"),
            ("SDP no order", "application/sdp", self.fill("a=x\r\n", 2_000) + start + audio),
            ("parts", "multipart/mixed;boundary=b", self.fill("--b\r\nX: y\r\n\r\nz\r\n", 63_000) + "--b--\r\n"),
            ("parts in parts", "multipart/mixed;boundary=b", self.fill("--b\r\n\(nested)\r\n", 63_000) + "--b--\r\n"),
            ("boundaries", "multipart/mixed;boundary=b", self.fill("--b\r\n", 63_000)),
            ("nothing known", "application/x", self.fill("\0", 63_000)),
        ]
    }

    private static var bodies: [HostileMessage] {
        self.descriptions.map { HostileMessage(name: $0.name, octets: self.invite(type: $0.type, body: $0.body)) }
    }

    private static var candidates: String {
        self.fill("a=candidate:1 1 UDP 2130706431 10.0.1.1 8998 typ host generation 0\r\n", 30_000)
    }

    private static func invite(
        uri: String = "sip:bob@127.0.0.1",
        from: String = "",
        lines: String = "",
        type: String = "application/sdp",
        body: String = Samples.offer
    ) -> [UInt8] {
        let head = """
            INVITE \(uri) SIP/2.0\r
            Via: SIP/2.0/UDP 127.0.0.2:5060;branch=z9hG4bK1\r
            From: <sip:alice@127.0.0.2>;tag=a\(from)\r
            To: <sip:bob@127.0.0.1>\r
            Call-ID: c\r
            CSeq: 1 INVITE\r
            Max-Forwards: 70\r
            Contact: <sip:alice@127.0.0.2>\r
            \(lines)Content-Type: \(type)\r
            Content-Length: \(body.utf8.count)\r
            \r

            """
        return Array((head + body).utf8.prefix(self.largest))
    }

    private static func fill(_ unit: String, _ octets: Int) -> String {
        String(repeating: unit, count: octets / unit.utf8.count)
    }

    private static func list(_ value: String, _ octets: Int) -> String {
        self.fill(value + ",", octets) + value + "\r\n"
    }
}
