import ProtocolKit
import SDP

/// Session descriptions for tests, written as the lines behind the origin.
enum SessionText {
    /// A description of one m-line or more at 192.0.2.1.
    static func session(_ lines: String...) throws -> SessionDescription {
        let head = ["v=0", "o=- 1 1 IN IP4 192.0.2.1", "s=-", "c=IN IP4 192.0.2.1", "t=0 0"]
        let text = (head + lines).map { $0 + "\r\n" }.joined()
        return try SessionDescription(parsing: Array(text.utf8))
    }

    /// G.711 in both laws with telephone events, at port 4000.
    static func speech() throws -> SessionDescription {
        try self.session(
            "m=audio 4000 RTP/AVP 8 0 101",
            "a=rtpmap:101 telephone-event/8000",
            "a=ptime:20"
        )
    }
}

extension TransportAddress {
    /// A port of 192.0.2.`host`.
    static func lab(_ host: UInt8, _ port: UInt16) -> TransportAddress {
        TransportAddress(IPAddress(v4: 0xC000_0200 | UInt32(host)), port)
    }
}
