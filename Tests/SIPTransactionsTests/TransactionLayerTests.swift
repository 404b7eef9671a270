import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions
import Testing

/// The layer as its user sees it: bytes in, events and bytes out.
struct TransactionLayerTests {
    private static let udp = ListenerDescription(
        id: ListenerID(0),
        name: "udp",
        transport: .udp,
        address: TransportAddress(.loopbackV4, 5060)
    )
    private static let tcp = ListenerDescription(
        id: ListenerID(1),
        name: "tcp",
        transport: .tcp,
        address: TransportAddress(.loopbackV4, 5060)
    )
    private static let peer = TransportAddress(IPAddress(v4: 0x7F00_0002), 5070)

    private var layer = TransactionLayer(
        configuration: TransactionConfiguration(listeners: [Self.udp, Self.tcp]),
        identifiers: IdentifierSource(seed: 1)
    )

    private static func at(_ milliseconds: Int64) -> Instant {
        Instant(nanoseconds: milliseconds * 1_000_000)
    }

    private static func request(
        _ method: String,
        branch: String = "z9hG4bKa1",
        via: String = "127.0.0.2:5070",
        parameters: String = "",
        cseq: String? = nil,
        toTag: String = ""
    ) -> [UInt8] {
        Array(
            """
            \(method) sip:bob@127.0.0.1 SIP/2.0\r
            Via: SIP/2.0/UDP \(via);branch=\(branch)\(parameters)\r
            Max-Forwards: 70\r
            From: <sip:alice@127.0.0.2>;tag=a\r
            To: <sip:bob@127.0.0.1>\(toTag)\r
            Call-ID: one@127.0.0.2\r
            CSeq: 1 \(cseq ?? method)\r
            Content-Length: 0\r
            \r

            """.utf8
        )
    }

    private mutating func receive(_ bytes: [UInt8], at now: Instant = .start) {
        self.layer.receive(.datagram(bytes, from: Self.peer, on: ListenerID(0)), at: now)
    }

    private mutating func events() -> [TransactionEvent] {
        var events: [TransactionEvent] = []
        while let event = self.layer.nextEvent() {
            events.append(event)
        }
        return events
    }

    /// The datagrams and their destinations that wait to be sent.
    private mutating func sent() -> [(text: String, to: TransportAddress)] {
        var sent: [(text: String, to: TransportAddress)] = []
        while let output = self.layer.nextOutput() {
            if case .network(.send(let bytes, let address, _)) = output {
                sent.append((String(decoding: bytes, as: UTF8.self), address))
            }
        }
        return sent
    }

    private mutating func openInvite(parameters: String = "") throws -> ServerTransactionID {
        self.receive(Self.request("INVITE", parameters: parameters))
        let event = self.events().first
        guard case .request(let id, _, _) = event else {
            throw SIPParseError(.notSIP)
        }
        return id
    }

    @Test
    mutating func `a repeated INVITE is answered with the last response and not passed up`() throws {
        let id = try self.openInvite()
        self.layer.respond(to: id, status: SIPStatus(180), toTag: "b", at: .start)
        let first = self.sent()
        self.receive(Self.request("INVITE"))
        let second = self.sent()
        #expect(self.events().isEmpty)
        #expect(first.count == 1)
        #expect(first.map(\.text) == second.map(\.text))
        #expect(first[0].text.hasPrefix("SIP/2.0 180 Ringing\r\nVia: SIP/2.0/UDP 127.0.0.2:5070;branch=z9hG4bKa1\r\n"))
        #expect(first[0].text.contains("To: <sip:bob@127.0.0.1>;tag=b\r\n"))
        #expect(first[0].to == Self.peer)
    }

    @Test(arguments: [
        ("10.0.0.9:5099", "", "Via: SIP/2.0/UDP 10.0.0.9:5099;branch=z9hG4bKa1;received=127.0.0.2\r\n", UInt16(5099)),
        (
            "10.0.0.9", ";rport",
            "Via: SIP/2.0/UDP 10.0.0.9;branch=z9hG4bKa1;received=127.0.0.2;rport=5070\r\n", 5070
        ),
        ("10.0.0.9", "", "Via: SIP/2.0/UDP 10.0.0.9;branch=z9hG4bKa1;received=127.0.0.2\r\n", 5060),
        (
            "127.0.0.2:5070", ";received=6.6.6.6;rport=1;x=y",
            "Via: SIP/2.0/UDP 127.0.0.2:5070;branch=z9hG4bKa1;x=y;received=127.0.0.2;rport=5070\r\n", 5070
        ),
    ])
    mutating func `responses go where the packet came from`(via: String, more: String, line: String, port: UInt16) {
        self.receive(Self.request("OPTIONS", via: via, parameters: more))
        guard case .request(let id, _, _) = self.events().first else {
            Issue.record("no request was passed up")
            return
        }
        self.layer.respond(to: id, status: SIPStatus(200), toTag: "b", at: .start)
        let sent = self.sent()
        #expect(sent.first?.text.contains(line) == true, "\(sent)")
        #expect(sent.first?.to == TransportAddress(Self.peer.ip, port))
    }

    @Test
    mutating func `the ACK to a refusal is absorbed and the ACK to a 2xx is passed up`() throws {
        let refused = try self.openInvite()
        self.layer.respond(to: refused, status: SIPStatus(486), toTag: "b", at: .start)
        self.receive(Self.request("ACK", toTag: ";tag=b"))
        #expect(self.events().isEmpty)
        self.receive(Self.request("INVITE", branch: "z9hG4bKa2"))
        guard case .request(let accepted, _, _) = self.events().first else {
            Issue.record("no request was passed up")
            return
        }
        self.layer.respond(to: accepted, status: SIPStatus(200), toTag: "b", at: .start)
        self.receive(Self.request("ACK", branch: "z9hG4bKa3", toTag: ";tag=b"))
        guard case .acknowledgement = self.events().first else {
            Issue.record("the ACK was not passed up")
            return
        }
    }

    @Test
    mutating func `a CANCEL names the INVITE that it ends`() throws {
        let invite = try self.openInvite()
        self.receive(Self.request("CANCEL"))
        guard case .cancel(let own, let target, _, _) = self.events().first else {
            Issue.record("the CANCEL was not passed up")
            return
        }
        #expect(target == invite)
        #expect(own != invite)
    }

    @Test
    mutating func `an RFC 2543 peer without a branch is recognised by its request`() {
        let request = Self.request("INVITE", branch: "1")
        self.receive(request)
        self.receive(request)
        #expect(self.events().count == 1)
    }

    @Test
    mutating func `a request gets a Via of ours and its response comes back to it`() throws {
        let destination = Destination(transport: .udp, address: Self.peer, listener: ListenerID(0))
        let request = Array("OPTIONS sip:x@y SIP/2.0\r\nMax-Forwards: 70\r\n\r\n".utf8)
        let id = self.layer.send(request, method: .options, to: destination, leg: nil, at: .start)
        let senttext = self.sent()
        let text = try #require(senttext.first?.text)
        let lines = text.split(separator: "\r\n")
        #expect(lines[1].hasPrefix("Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK"))
        #expect(lines[2] == "Max-Forwards: 70")
        let branch = try #require(lines[1].split(separator: "branch=").last)
        self.receive(Self.response(200, branch: String(branch), method: "OPTIONS"))
        guard case .response(let answered, let message, _) = self.events().first else {
            Issue.record("the response was not passed up")
            return
        }
        #expect(answered == id)
        #expect(message.status?.code == 200)
    }

    @Test
    mutating func `a guessed branch finds nothing`() throws {
        let destination = Destination(transport: .udp, address: Self.peer, listener: ListenerID(0))
        let request = Array("OPTIONS sip:x@y SIP/2.0\r\n\r\n".utf8)
        _ = self.layer.send(request, method: .options, to: destination, leg: nil, at: .start)
        let senttext = self.sent()
        let text = try #require(senttext.first?.text)
        var branch = Array(try #require(text.split(separator: "branch=").last?.split(separator: "\r\n").first).utf8)
        branch[12] = branch[12] == 0x30 ? 0x31 : 0x30
        self.receive(Self.response(200, branch: String(decoding: branch, as: UTF8.self), method: "OPTIONS"))
        guard case .strayResponse = self.events().first else {
            Issue.record("the response was taken for ours")
            return
        }
    }

    @Test
    mutating func `a CANCEL waits for the first provisional response and a refusal is acknowledged`() throws {
        let destination = Destination(transport: .udp, address: Self.peer, listener: ListenerID(0))
        let sentInvite = self.layer.send(Self.invite, method: .invite, to: destination, leg: nil, at: .start)
        let invite = try #require(sentInvite)
        let sent = self.sent()
        let branch = try #require(sent.first?.text.split(separator: "branch=").last?.split(separator: "\r\n").first)
        self.layer.cancel(invite, headers: Array("Reason: SIP;cause=200\r\n".utf8), at: .start)
        #expect(self.sent().isEmpty)
        self.receive(Self.response(180, branch: String(branch), method: "INVITE"))
        let sentcancel = self.sent()
        let cancel = try #require(sentcancel.first?.text)
        #expect(
            cancel.hasPrefix(
                "CANCEL sip:bob@127.0.0.2 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=\(branch)\r\n"
            )
        )
        #expect(cancel.contains("CSeq: 7 CANCEL\r\nReason: SIP;cause=200\r\n"))
        self.receive(Self.response(200, branch: String(branch), method: "CANCEL"))
        self.receive(Self.response(487, branch: String(branch), method: "INVITE"))
        let sentack = self.sent()
        let ack = try #require(sentack.first?.text)
        #expect(ack.hasPrefix("ACK sip:bob@127.0.0.2 SIP/2.0\r\n"))
        #expect(ack.contains("To: <sip:bob@127.0.0.1>;tag=z\r\n"))
        #expect(ack.contains("CSeq: 7 ACK\r\n"))
        self.receive(Self.response(487, branch: String(branch), method: "INVITE"))
        #expect(self.sent().map(\.text) == [ack])
    }

    @Test
    mutating func `an ICMP error ends a CANCEL that is not answered, and not its INVITE`() throws {
        let destination = Destination(transport: .udp, address: Self.peer, listener: ListenerID(0))
        let sentInvite = self.layer.send(Self.invite, method: .invite, to: destination, leg: nil, at: .start)
        let invite = try #require(sentInvite)
        let sent = self.sent()
        let branch = try #require(sent.first?.text.split(separator: "branch=").last?.split(separator: "\r\n").first)
        self.receive(Self.response(180, branch: String(branch), method: "INVITE"))
        self.layer.cancel(invite, headers: [], at: .start)
        #expect(self.sent().map { $0.text.hasPrefix("CANCEL ") } == [true])
        _ = self.events()
        self.layer.receive(.unreachable(Self.peer, on: ListenerID(0)), at: Self.at(1))
        let failed = self.events().compactMap { if case .transportFailed(let id) = $0 { id } else { nil } }
        #expect(failed.count == 1)
        #expect(!failed.contains(invite))
        self.layer.advance(to: Self.at(600))
        #expect(self.sent().isEmpty)
    }

    @Test
    mutating func `everything ends by itself`() throws {
        let destination = Destination(transport: .udp, address: Self.peer, listener: ListenerID(0))
        _ = self.layer.send(Self.invite, method: .invite, to: destination, leg: nil, at: .start)
        let id = try self.openInvite()
        self.layer.respond(to: id, status: SIPStatus(486), toTag: "b", at: .start)
        while let deadline = self.layer.nextDeadline {
            self.layer.advance(to: deadline)
        }
        #expect(self.layer.isIdle)
        let timedOut = self.events().contains {
            if case .timedOut = $0 { true } else { false }
        }
        #expect(timedOut)
    }

    @Test
    mutating func `a large request leaves by TCP and comes back to UDP when nobody listens there`() throws {
        let destination = Destination(transport: .udp, address: Self.peer, listener: ListenerID(0))
        let large = Array(
            String(decoding: Self.invite, as: UTF8.self)
                .replacing("Max-Forwards", with: "X: " + String(repeating: "a", count: 1300) + "\r\nMax-Forwards").utf8
        )
        _ = self.layer.send(large, method: .invite, to: destination, leg: nil, at: .start)
        var flow: FlowID?
        while let output = self.layer.nextOutput() {
            switch output {
            case .network(.connect(let id, let address, _)):
                flow = id
                #expect(address == Self.peer)
            case .network(.write(let bytes, _)):
                #expect(String(decoding: bytes, as: UTF8.self).contains("Via: SIP/2.0/TCP 127.0.0.1;"))
            case .network, .report, .observe:
                break
            }
        }
        self.layer.receive(.closed(try #require(flow), .refused), at: Self.at(1))
        let sent = self.sent()
        #expect(sent.count == 1)
        #expect(sent.first?.text.contains("Via: SIP/2.0/UDP 127.0.0.1;") == true)
        #expect(sent.first?.text.contains("SIP/2.0/TCP") == false)
    }

    @Test
    mutating func `at the limit a new request is refused and nothing is kept`() {
        var limits = TransactionLimits()
        limits.serverTransactions = 1
        self.layer = TransactionLayer(
            configuration: TransactionConfiguration(listeners: [Self.udp], limits: limits),
            identifiers: IdentifierSource(seed: 1)
        )
        self.receive(Self.request("OPTIONS"))
        self.receive(Self.request("OPTIONS", branch: "z9hG4bKa2"))
        #expect(self.events().count == 1)
        let refusal = self.sent().first?.text
        #expect(refusal?.hasPrefix("SIP/2.0 503 ") == true)
        #expect(refusal?.contains("Retry-After: ") == true)
        self.receive(Self.request("BYE", branch: "z9hG4bKa3", toTag: ";tag=b"))
        #expect(self.events().count == 1)
    }

    private static let invite = Array(
        """
        INVITE sip:bob@127.0.0.2 SIP/2.0\r
        Max-Forwards: 70\r
        From: <sip:alice@127.0.0.1>;tag=a\r
        To: <sip:bob@127.0.0.1>\r
        Call-ID: two\r
        CSeq: 7 INVITE\r
        Content-Length: 0\r
        \r

        """.utf8
    )

    private static func response(_ status: Int, branch: String, method: String) -> [UInt8] {
        Array(
            """
            SIP/2.0 \(status) Whatever\r
            Via: SIP/2.0/UDP 127.0.0.1;rport;branch=\(branch)\r
            From: <sip:alice@127.0.0.1>;tag=a\r
            To: <sip:bob@127.0.0.1>;tag=z\r
            Call-ID: two\r
            CSeq: 7 \(method)\r
            Content-Length: 0\r
            \r

            """.utf8
        )
    }
}
