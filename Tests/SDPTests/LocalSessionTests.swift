import ProtocolKit
import SDP
import Testing

/// What goes from one leg to the other.
struct LocalSessionTests {
    private var session = LocalSession(sessionID: 42, address: .loopbackV4)

    private static let offer =
        [
            "v=0", "o=alice 1 1 IN IP4 alice.example.com", "s=Lunch", "i=secret", "u=http://alice.example.com",
            "e=alice@example.com", "p=+1 617 555-6011", "c=IN IP4 192.0.2.1", "b=AS:128", "t=0 0", "a=tool:phone 1.0",
            "a=group:BUNDLE 1 2", "a=ice-lite", "a=x-session:kept",
            "m=audio 4000 RTP/AVP 0 101", "i=title", "b=TIAS:64000", "a=rtpmap:101 telephone-event/8000",
            "a=fmtp:101 0-15",
            "a=ptime:20", "a=rtcp:4009 IN IP4 192.0.2.1", "a=rtcp-mux", "a=ice-ufrag:x", "a=ice-pwd:y",
            "a=candidate:1 1 UDP 1 192.0.2.1 4000 typ host", "a=end-of-candidates", "a=remote-candidates:1 192.0.2.3 9",
            "a=source-filter: incl IN IP4 * 192.0.2.1", "a=x-media:kept", "a=sendonly",
            "m=video 0 RTP/AVP 31", "a=rtpmap:31 H261/90000",
        ].joined(separator: "\r\n") + "\r\n"

    private func source() throws -> SessionDescription {
        try SessionDescription(parsing: Array(Self.offer.utf8))
    }

    @Test
    mutating func `an anchored description is ours and tells nothing of the other leg`() throws {
        let written = self.session.rewrite(
            try self.source(),
            media: [.anchored(MediaAddress(.loopbackV4, port: 5000)), .anchored(MediaAddress(.loopbackV4, port: 5002))]
        )

        #expect(
            written.description.split(separator: "\r\n") == [
                "v=0", "o=- 42 1 IN IP4 127.0.0.1", "s=-", "c=IN IP4 127.0.0.1", "b=AS:128", "t=0 0",
                "a=x-session:kept", "m=audio 5000 RTP/AVP 0 101", "b=TIAS:64000", "a=rtpmap:101 telephone-event/8000",
                "a=fmtp:101 0-15", "a=ptime:20", "a=rtcp-mux", "a=x-media:kept", "a=sendonly", "m=video 0 RTP/AVP 31",
            ]
        )
        for token in ["alice", "192.0.2", "Lunch", "secret", "617", "phone 1.0"] {
            #expect(!written.description.contains(token))
        }
    }

    @Test
    mutating func `direct media keeps the peer's addresses under our origin`() throws {
        let written = self.session.rewrite(try self.source(), media: [.direct, .direct])
        let text = written.description

        #expect(text.hasPrefix("v=0\r\no=- 42 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\n"))
        #expect(written.media[0].rtcpAddress == TransportAddress("192.0.2.1:4009"))
        #expect(text.contains("a=candidate:1") && text.contains("a=group:BUNDLE") && !text.contains("alice"))
    }

    @Test
    mutating func `one m-line may be direct and another anchored`() throws {
        let source = try offered("m=audio 4000 RTP/AVP 0", "m=image 4002 udptl t38")
        let written = self.session.rewrite(source, media: [.anchored(MediaAddress(.loopbackV4, port: 5000)), .direct])

        #expect(written.connection(of: 0)?.ip == .loopbackV4)
        #expect(written.connection(of: 1)?.ip == IPAddress("192.0.2.1"))
    }

    @Test
    mutating func `the version grows exactly with the content`() throws {
        let source = try offered("m=audio 4000 RTP/AVP 0")
        let anchored = MediaRewrite.anchored(MediaAddress(.loopbackV4, port: 5000))
        let first = self.session.rewrite(source, media: [anchored])
        let again = self.session.rewrite(source, media: [anchored])
        let held = self.session.rewrite(try offered("m=audio 4000 RTP/AVP 0", "a=sendonly"), media: [anchored])
        let back = self.session.rewrite(source, media: [anchored])

        #expect(first.origin.version == 1)
        #expect(again == first)
        #expect(held.origin.version == 2)
        #expect(back.origin.version == 3)
        #expect(back.origin.sessionID == 42)
        #expect(self.session.latest == back)
    }

    @Test
    mutating func `a refused offer is forgotten but for its version`() throws {
        let media = [MediaRewrite.anchored(MediaAddress(.loopbackV4, port: 5000)), .refused]
        let agreed = self.session.rewrite(try self.source(), media: media)
        #expect(agreed.origin.version == 1)
        self.session.withdraw(to: agreed)
        // Nothing was refused, so nothing is different.
        #expect(self.session.rewrite(try self.source(), media: media).origin.version == 1)

        let refused = self.session.rewrite(try self.source(), media: [.refused, .refused])
        #expect(refused.origin.version == 2)
        self.session.withdraw(to: agreed)
        #expect(self.session.latest == agreed)
        let next = self.session.rewrite(try self.source(), media: media)
        #expect(next.origin.version == 3)
        #expect(self.session.rewrite(try self.source(), media: media) == next)
    }

    @Test
    mutating func `IPv4 becomes IPv6 and back`() throws {
        let ip = try #require(IPAddress("2001:db8::5"))
        let written = self.session.rewrite(
            try offered("m=audio 4000 RTP/AVP 0", "m=audio 4002 RTP/AVP 0"),
            media: [
                .anchored(MediaAddress(ip, port: 5000)), .anchored(MediaAddress(.loopbackV4, port: 6000)),
            ]
        )

        #expect(written.description.contains("s=-\r\nc=IN IP6 2001:db8::5\r\nt=0 0\r\n"))
        #expect(written.connection(of: 1)?.ip == .loopbackV4)
        var back = LocalSession(sessionID: 1, address: .loopbackV4)
        let v4 = back.rewrite(written, media: [.anchored(MediaAddress(.loopbackV4, port: 7000)), .refused])
        #expect(!v4.description.contains("IP6"))
    }

    @Test
    mutating func `a distant RTCP port is named and a neighboring one is not`() throws {
        let source = try offered("m=audio 4000 RTP/AVP 0")
        let far = self.session.rewrite(
            source,
            media: [.anchored(MediaAddress(.loopbackV4, port: 5000, rtcpPort: 6001))]
        )
        let near = self.session.rewrite(
            source,
            media: [.anchored(MediaAddress(.loopbackV4, port: 5000, rtcpPort: 5001))]
        )

        #expect(far.media[0].rtcpPort == 6001)
        #expect(!near.description.contains("a=rtcp"))
    }

    @Test
    mutating func `hold by address becomes hold by direction`() throws {
        let anchored = MediaRewrite.anchored(MediaAddress(.loopbackV4, port: 5000))
        let held = self.session.rewrite(
            try offered("m=audio 4000 RTP/AVP 0", "c=IN IP4 0.0.0.0", "a=sendrecv"),
            media: [anchored]
        )
        let inactive = self.session.rewrite(
            try offered("m=audio 4000 RTP/AVP 0", "c=IN IP4 0.0.0.0", "a=recvonly"),
            media: [anchored]
        )

        #expect(held.direction(of: 0) == .sendonly)
        #expect(!held.description.contains("sendrecv"))
        #expect(!held.description.contains("0.0.0.0"))
        #expect(inactive.direction(of: 0) == .inactive)
    }

    @Test
    mutating func `a direction can be replaced, and information passed on by choice`() throws {
        var disclosure = SDPDisclosure()
        disclosure.passesInformation = true
        disclosure.passesTool = true
        var open = LocalSession(sessionID: 1, address: .loopbackV4, disclosure: disclosure)
        let written = open.rewrite(
            try self.source(),
            media: [.anchored(MediaAddress(.loopbackV4, port: 5000), direction: .inactive)]
        )

        #expect(written.direction(of: 0) == .inactive)
        #expect(written.media[0].attributes.filter { $0.name == "sendonly" }.isEmpty)
        #expect(written.description.contains("i=secret\r\nu=http"))
        #expect(written.description.contains("a=tool:phone 1.0"))
    }

    @Test
    mutating func `what is written can be read and is the same`() throws {
        let written = self.session.rewrite(
            try self.source(),
            media: [.anchored(MediaAddress(.loopbackV4, port: 5000))]
        )

        #expect(try SessionDescription(parsing: written.serialized()) == written)
    }
}
