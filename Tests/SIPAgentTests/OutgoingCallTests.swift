import CallModel
import ProtocolKit
import SDP
import SIPAgent
import SIPSyntax
import Testing

/// RFC 3261 §13.2, §9.1 and RFC 3262 §4 from the side of the caller.
struct OutgoingCallTests {
    private var driver = AgentDriver()
    private let leg = LegID(.sip, .outgoing, number: 4)
    private let target = Target.uri("sip:bob@127.0.0.3")

    private func setup(hops: UInt8 = 70) -> CallSetup {
        CallSetup(
            caller: Party(user: "alice", displayName: "Alice"),
            called: Party(user: "bob"),
            hopsLeft: hops,
            source: CallSource(listener: "main", remote: AgentDriver.peer, context: "public")
        )
    }

    private mutating func place(offer: String? = Script.offer) throws -> SIPMessage {
        self.driver.perform(
            .place(self.setup(), to: self.target, offer: offer.map(Script.description)),
            on: self.leg
        )
        return try self.driver.next()
    }

    private mutating func respond(
        _ status: String,
        to request: SIPMessage,
        tag: String? = "bob1",
        lines: [String] = [],
        body: String = ""
    ) {
        let contact = "Contact: <sip:bob@127.0.0.3:5060>"
        self.driver.receive(
            Script.response(status, to: request, tag: tag, lines: [contact] + lines, body: body),
            from: AgentDriver.other
        )
    }

    @Test
    mutating func `the basic call of RFC 3665 3-1 as its caller sees it`() throws {
        let invite = try self.place()
        #expect(invite.method == .invite)
        #expect(invite.requestURI?.text == "sip:bob@127.0.0.3")
        #expect(invite.maxForwards == 70)
        #expect(invite.from.displayName == "Alice")
        #expect(!invite.bodyRange.isEmpty)

        self.respond("100 Trying", to: invite, tag: nil)
        self.respond("180 Ringing", to: invite)
        #expect(self.driver.takeReports() == ["trying", "alerting"])
        self.respond("200 OK", to: invite, body: Script.answer)
        #expect(self.driver.takeReports() == ["answer", "answered"])
        let ack = try self.driver.next()
        #expect(ack.method == .ack)
        #expect(ack.requestURI?.text == "sip:bob@127.0.0.3:5060")
        #expect(ack.cseq.number == invite.cseq.number)
        #expect(ack.toTag == "bob1")

        // A repeated 2xx gets the same ACK, and nothing else happens.
        self.respond("200 OK", to: invite, body: Script.answer)
        let again = try self.driver.next()
        #expect(again.bytes == ack.bytes)
        #expect(self.driver.takeReports().isEmpty)

        self.driver.perform(.release(.normal), on: self.leg)
        let bye = try self.driver.next()
        #expect(bye.method == .bye)
        #expect(bye.cseq.number == invite.cseq.number + 1)
        self.respond("200 OK", to: bye)
        #expect(self.driver.takeReports() == ["released"])
        self.driver.wait(.seconds(40))
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a release before the answer cancels once the far side has answered provisionally`() throws {
        let invite = try self.place()
        self.driver.perform(.release(.local(.callerGaveUp, .normalClearing)), on: self.leg)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.takeReports() == ["released"])
        self.respond("180 Ringing", to: invite)
        let cancel = try self.driver.next()
        #expect(cancel.method == .cancel)
        #expect(cancel.cseq.number == invite.cseq.number)
        self.respond("200 OK", to: cancel)
        self.respond("487 Request Terminated", to: invite)
        #expect(self.driver.takeSent() == ["ACK"])
        self.driver.wait(.seconds(80))
        #expect(self.driver.takeReports().isEmpty)
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a far side that ignores the CANCEL is forgotten`() throws {
        let invite = try self.place()
        self.respond("180 Ringing", to: invite)
        self.driver.perform(.release(.local(.callerGaveUp, .normalClearing)), on: self.leg)
        let cancel = try self.driver.next()
        self.respond("200 OK", to: cancel)
        self.driver.wait(.seconds(80))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `bodies of other types travel beside the offer`() throws {
        var setup = self.setup()
        setup.bodies = [OpaqueBody(contentType: "application/isup", disposition: "signal", bytes: [1, 2, 3])]
        self.driver.perform(
            .place(setup, to: self.target, offer: Script.description(Script.offer)),
            on: self.leg
        )
        let invite = try self.driver.next()
        let parts = try MultipartBody(of: invite)
        #expect(parts.parts.count == 2)
        #expect(try invite.sessionDescription() == Script.description(Script.offer).serialized())
        let isup = try #require(parts.first("application", "isup"))
        #expect(Array(parts.bytes[isup.range]) == [1, 2, 3])

        // What we write we can read: the same message as a call that comes in.
        var callee = AgentDriver()
        callee.agent.receive(.datagram(invite.bytes, from: AgentDriver.peer, on: AgentDriver.listener), at: .start)
        callee.drain()
        guard case .incoming(let received) = try callee.nextReport() else {
            Issue.record("the call comes in")
            return
        }
        #expect(received.offer != nil)
        #expect(received.bodies.map(\.bytes) == [[1, 2, 3]])
    }

    @Test
    mutating func `a restricted caller is shown to nobody`() throws {
        var setup = self.setup()
        setup.caller.presentation = .restricted
        self.driver.perform(.place(setup, to: self.target, offer: nil), on: self.leg)
        let invite = try self.driver.next()
        #expect(invite.from.uri.text == "sip:anonymous@anonymous.invalid")
        #expect(invite.firstText(of: .privacy) == "id")
        #expect(!String(decoding: invite.bytes, as: UTF8.self).lowercased().contains("alice"))
    }

    @Test
    mutating func `an interval that grows with each answer is given up`() throws {
        var invite = try self.place()
        for round in 1...20 {
            self.driver.receive(
                Script.response("422 Too Small", to: invite, tag: "x", lines: ["Min-SE: \(round * 100)"]),
                from: AgentDriver.other
            )
            guard let next = self.driver.sent.last(where: { $0.method == .invite }) else {
                break
            }
            invite = next
            self.driver.sent = []
        }
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `a 2xx that crosses the CANCEL is acknowledged and ended`() throws {
        let invite = try self.place()
        self.respond("180 Ringing", to: invite)
        self.driver.perform(.release(.local(.callerGaveUp, .normalClearing)), on: self.leg)
        let cancel = try self.driver.next()
        self.respond("200 OK", to: invite, body: Script.answer)
        #expect(self.driver.takeSent() == ["ACK", "BYE"])
        self.respond("481 Gone", to: cancel)
        self.respond("200 OK", to: invite, body: Script.answer)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports() == ["trying", "alerting", "released"])
        self.driver.wait(.seconds(80))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `the second answer of a forked call is acknowledged and ended`() throws {
        let invite = try self.place()
        self.respond("180 Ringing", to: invite, tag: "bob1")
        self.respond("180 Ringing", to: invite, tag: "bob2")
        self.respond("200 OK", to: invite, tag: "bob2", body: Script.answer)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports() == ["trying", "alerting", "alerting", "answer", "answered"])
        self.respond("200 OK", to: invite, tag: "bob1", body: Script.answer)
        let ack = try self.driver.next()
        #expect(ack.toTag == "bob1")
        let bye = try self.driver.next()
        #expect(bye.method == .bye)
        #expect(bye.toTag == "bob1")
        #expect(self.driver.takeReports().isEmpty)
        self.respond("401 Who", to: bye, lines: ["WWW-Authenticate: Digest realm=\"r\", nonce=\"n\""])
        #expect(self.driver.takeSent().isEmpty, "the call that stands is not touched")
    }

    @Test
    mutating func `an answer that comes after the end of the leg is acknowledged and ended`() throws {
        let invite = try self.place()
        self.respond("200 OK", to: invite, tag: "bob2", body: Script.answer)
        self.driver.perform(.release(.normal), on: self.leg)
        self.respond("200 OK", to: try #require(self.driver.sent.last))
        self.driver.sent = []
        let proxied = ["Record-Route: <sip:127.0.0.9;lr>"]
        self.respond("200 OK", to: invite, tag: "bob1", lines: proxied, body: Script.answer)
        for expected in [SIPMethod.ack, .bye] {
            let request = try self.driver.next()
            #expect(request.method == expected)
            #expect(request.toTag == "bob1")
            #expect(request.fromTag == invite.fromTag)
            #expect(request.callID == invite.callID)
            #expect(request.from.uri.text == invite.from.uri.text)
            #expect(request.cseq.number == invite.cseq.number + (expected == .ack ? 0 : 1))
            #expect(request.firstText(of: .route) == "<sip:127.0.0.9;lr>")
        }
        // Repetitions of both are acknowledged, and nobody is told to end twice.
        self.respond("200 OK", to: invite, tag: "bob1", lines: proxied, body: Script.answer)
        self.respond("200 OK", to: invite, tag: "bob2", body: Script.answer)
        #expect(self.driver.takeSent() == ["ACK", "ACK"])
        self.driver.wait(.seconds(40))
        #expect(self.driver.agent.isIdle)
    }

    @Test(arguments: [false, true])
    mutating func `a late answer does not see a CSeq number again`(isOver: Bool) throws {
        let invite = try self.place()
        let lines = ["Require: 100rel", "RSeq: 1"]
        self.respond("183 Session Progress", to: invite, tag: "bob1", lines: lines, body: Script.answer)
        let prack = try self.driver.next()
        #expect(prack.cseq.number == invite.cseq.number + 1)
        self.respond("200 OK", to: prack)
        self.respond("200 OK", to: invite, tag: "bob2", body: Script.answer)
        if isOver {
            self.driver.perform(.release(.normal), on: self.leg)
            self.respond("200 OK", to: try #require(self.driver.sent.last))
        }
        self.driver.sent = []
        self.respond("200 OK", to: invite, tag: "bob1", body: Script.answer)
        #expect(try self.driver.next().method == .ack)
        let bye = try self.driver.next()
        #expect(bye.toTag == "bob1")
        #expect(bye.cseq.number == prack.cseq.number + 1)
    }

    @Test
    mutating func `a refusal is reported with the status and its cause`() throws {
        let invite = try self.place()
        self.respond("486 Busy Here", to: invite)
        #expect(self.driver.takeSent() == ["ACK"])
        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("a refusal releases the leg")
            return
        }
        #expect(cause.value == .userBusy)
        #expect(cause.origin == .sipStatus(486, phrase: "Busy Here"))
        self.driver.wait(.seconds(40))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a redirection is reported with its contacts in their order`() throws {
        let invite = try self.place()
        self.driver.receive(
            Script.response(
                "302 Moved Temporarily",
                to: invite,
                tag: "x",
                lines: ["Contact: <sip:second@127.0.0.4>;q=0.2, <sip:first@127.0.0.5>;q=0.7"]
            ),
            from: AgentDriver.other
        )
        guard case .redirected(let targets, _) = try self.driver.nextReport() else {
            Issue.record("a 302 redirects")
            return
        }
        #expect(targets == [.uri("sip:first@127.0.0.5"), .uri("sip:second@127.0.0.4")])
    }

    @Test
    mutating func `reliable provisional responses are acknowledged in order`() throws {
        let invite = try self.place()
        let lines = { (rseq: Int) in ["Require: 100rel", "RSeq: \(rseq)"] }
        self.respond("183 Session Progress", to: invite, lines: lines(9), body: Script.answer)
        let prack = try self.driver.next()
        #expect(prack.method == .prack)
        #expect(prack.firstText(of: .rack) == ByteString("9 \(invite.cseq.number) INVITE"))
        #expect(self.driver.takeReports() == ["trying", "answer", "progress"])

        self.respond("183 Session Progress", to: invite, lines: lines(9), body: Script.answer)
        self.respond("180 Ringing", to: invite, lines: lines(11))
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.takeReports().isEmpty)
        self.respond("180 Ringing", to: invite, lines: lines(10))
        #expect(self.driver.takeSent() == ["PRACK"])
        #expect(self.driver.takeReports() == ["alerting"])
        self.respond("200 OK", to: invite)
        #expect(self.driver.takeReports() == ["answered"])
        #expect(self.driver.takeSent() == ["ACK"])
    }

    @Test
    mutating func `an offer in the 2xx is answered in the ACK`() throws {
        let invite = try self.place(offer: nil)
        #expect(invite.bodyRange.isEmpty)
        self.respond("200 OK", to: invite, body: Script.answer)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.takeReports() == ["trying", "offer", "answered"].filter { $0 != "trying" })
        self.driver.perform(.answer(Script.description(Script.offer), .outgoingSetup), on: self.leg)
        let ack = try self.driver.next()
        #expect(ack.method == .ack)
        #expect(!ack.bodyRange.isEmpty)
    }

    @Test
    mutating func `an offer in a reliable response is answered in the PRACK`() throws {
        let invite = try self.place(offer: nil)
        self.respond("183 P", to: invite, lines: ["Require: 100rel", "RSeq: 1"], body: Script.answer)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.takeReports() == ["trying", "offer", "progress"])
        self.driver.perform(.answer(Script.description(Script.offer), .outgoingSetup), on: self.leg)
        let prack = try self.driver.next()
        #expect(prack.method == .prack)
        #expect(!prack.bodyRange.isEmpty)
        self.respond("200 OK", to: invite)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports() == ["answered"])
    }

    @Test
    mutating func `nobody answers`() throws {
        _ = try self.place()
        self.driver.wait(.seconds(33))
        #expect(self.driver.takeSent() == Array(repeating: "INVITE", count: 6))
        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("silence releases the leg")
            return
        }
        #expect(cause.origin == .local(.transactionTimeout))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a call without hops left is not placed`() {
        self.driver.perform(.place(self.setup(hops: 0), to: self.target, offer: nil), on: self.leg)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `a 422 is answered with the interval that is asked for`() throws {
        let invite = try self.place()
        self.driver.receive(
            Script.response("422 Session Interval Too Small", to: invite, tag: "x", lines: ["Min-SE: 3600"]),
            from: AgentDriver.other
        )
        #expect(self.driver.takeSent() == ["ACK", "INVITE"])
    }

    @Test
    mutating func `requests follow the route set of the 2xx, strict routers included`() throws {
        let invite = try self.place()
        let route = "Record-Route: <sip:p2.example.com>, <sip:127.0.0.9:5080>"
        self.respond("200 OK", to: invite, lines: [route], body: Script.answer)
        let ack = try self.driver.next()
        #expect(ack.requestURI?.text == "sip:127.0.0.9:5080")
        let routes = try ack.all(Route.self).map(\.uri.text)
        #expect(routes == ["sip:p2.example.com", "sip:bob@127.0.0.3:5060"])
    }

    @Test
    mutating func `a re-INVITE of ours and its glare`() throws {
        let invite = try self.place()
        self.respond("200 OK", to: invite, body: Script.answer)
        _ = self.driver.takeSent()
        _ = self.driver.takeReports()
        let exchange = ExchangeID(.gateway, 1)
        self.driver.perform(.offer(Script.description(Script.offer), exchange), on: self.leg)
        let reinvite = try self.driver.next()
        #expect(reinvite.method == .invite)
        #expect(reinvite.toTag == "bob1")
        self.respond("491 Request Pending", to: reinvite)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports().isEmpty)
        self.driver.wait(.milliseconds(2_000))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.milliseconds(2_050))
        let again = try self.driver.next()
        #expect(again.method == .invite)
        _ = self.driver.takeSent()
        self.respond("200 OK", to: again, body: Script.answer)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports() == ["answer"])
    }

    @Test
    mutating func `a re-INVITE of the peer is answered, refused or crossed`() throws {
        let invite = try self.place()
        self.respond("200 OK", to: invite, body: Script.answer)
        let tag = invite.fromTag?.description
        _ = self.driver.takeSent()
        _ = self.driver.takeReports()

        self.driver.receive(self.peerRequest("INVITE", tag, invite, sequence: 1, body: Script.offer))
        guard case .offer(_, let exchange, _) = try self.driver.nextReport() else {
            Issue.record("a re-INVITE offers")
            return
        }
        #expect(self.driver.takeSent() == ["100"])
        self.driver.receive(self.peerRequest("UPDATE", tag, invite, sequence: 2, body: Script.offer))
        #expect(self.driver.takeSent() == ["500"])
        self.driver.perform(.refuse(exchange, .local(.mediaMismatch, .incompatibleDestination)), on: self.leg)
        #expect(self.driver.takeSent() == ["488"])

        self.driver.receive(self.peerRequest("UPDATE", tag, invite, sequence: 3, body: Script.offer))
        guard case .offer(_, let second, _) = try self.driver.nextReport() else {
            Issue.record("an UPDATE offers")
            return
        }
        self.driver.perform(.answer(Script.description(Script.answer), second), on: self.leg)
        #expect(self.driver.takeSent() == ["200"])

        self.driver.receive(self.peerRequest("INVITE", tag, invite, sequence: 4, body: ""))
        #expect(self.driver.takeReports() == ["offerRequested"])
        self.driver.receive(self.peerRequest("BYE", tag, invite, sequence: 5, body: ""))
        #expect(self.driver.takeSent() == ["100", "200", "487"])
        #expect(self.driver.takeReports() == ["released"])
    }

    /// A request of the callee inside the dialog.
    private func peerRequest(
        _ method: String,
        _ tag: String?,
        _ invite: SIPMessage,
        sequence: Int,
        body: String
    ) -> String {
        Script.request(method, toTag: tag, callID: invite.callID.description, sequence: sequence, body: body)
            .replacing("alice1", with: "bob1")
    }
}
