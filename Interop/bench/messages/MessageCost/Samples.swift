/// Ordinary messages.
enum Samples {
    /// An offer of an ordinary phone.
    static let offer = """
        v=0\r
        o=phone 17045 11864 IN IP4 127.0.0.2\r
        s=call\r
        c=IN IP4 127.0.0.2\r
        t=0 0\r
        m=audio 29118 RTP/AVP 0 101\r
        a=rtpmap:0 pcmu/8000\r
        a=rtpmap:101 telephone-event/8000\r

        """

    /// The INVITE of an ordinary phone behind a proxy: 13 header fields and an offer.
    static let invite = Array(
        """
        INVITE sip:23198@127.0.0.1:5060 SIP/2.0\r
        Via: SIP/2.0/UDP 127.0.0.2:5060\r
        Via: SIP/2.0/UDP 127.0.0.3:5060;branch=1FV1xhfvxGJOK9rWcKdAKOA\r
        To: <sip:23198@127.0.0.3>\r
        From: <sip:15691@127.0.0.2>;tag=a73kszlfl\r
        Call-ID: c2943000-50405d-6af10a-382e3031@127.0.0.2\r
        CSeq: 100 INVITE\r
        Contact: sip:15691@127.0.0.2:5060\r
        Expires: 180\r
        Content-Type: application/sdp\r
        Content-Length: \(Self.offer.utf8.count)\r
        User-Agent: an IP phone/ revision 1/ SIP enabled\r
        Accept: application/sdp\r
        Record-Route: <sip:23198@127.0.0.3:5060;maddr=127.0.0.3>\r
        \r
        \(Self.offer)
        """.utf8
    )

    /// The command that makes a connection for a line that rings: seven parameters and an offer.
    static let createConnection = Array(
        """
        CRCX 1204 aaln/1@rgw-2567.example.net MGCP 1.0\r
        C: A3C47F21456789F0\r
        L: p:20, a:PCMU, nt:IN\r
        M: sendrecv\r
        N: ca@ca1.example.net:2727\r
        X: 0123456789AC\r
        R: L/hd(N)\r
        S: L/rg, L/ci(10/14/17/26, "555 1212", "Some Name")\r
        \r
        \(Self.offer)
        """.utf8
    )
}
