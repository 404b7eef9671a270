import CallModel
import ProtocolKit
import SDP
import SIPAgent
import SIPSyntax
import Testing

/// What happens inside dialogs: RFC 3261 §12 and §14, RFC 3311, RFC 4028, RFC 6086.
struct MidCallTests {
    private var driver = AgentDriver()

    /// An answered call of the peer, and our tag.
    private mutating func connect(lines: [String] = []) throws -> (leg: LegID, tag: String, ok: SIPMessage) {
        self.driver.receive(Script.request("INVITE", lines: lines, body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let ok = try #require(self.driver.sent.last)
        let tag = try #require(ok.toTag?.description)
        self.driver.receive(Script.request("ACK", toTag: tag))
        self.driver.sent = []
        self.driver.reports = []
        return (leg, tag, ok)
    }

    private mutating func respond(_ status: String, to request: SIPMessage, lines: [String] = [], body: String = "") {
        let contact = "Contact: <sip:alice@127.0.0.2:5060>"
        self.driver.receive(Script.response(status, to: request, lines: [contact] + lines, body: body))
    }

    @Test
    mutating func `requests out of order get 500`() throws {
        let call = try self.connect()
        self.driver.receive(Script.request("INFO", toTag: call.tag, sequence: 5))
        self.driver.receive(Script.request("INFO", toTag: call.tag, sequence: 4))
        #expect(self.driver.takeSent() == ["200", "500"])
    }

    @Test
    mutating func `digits come in INFO in both forms`() throws {
        let call = try self.connect()
        self.driver.receive(
            Script.request(
                "INFO",
                toTag: call.tag,
                sequence: 2,
                body: "Signal= 5\r\nDuration= 160\r\n",
                type: "application/dtmf-relay"
            )
        )
        guard case .digits(let relayed) = try self.driver.nextReport() else {
            Issue.record("digits are reported")
            return
        }
        #expect(relayed == [Digit(symbol: 0x35, duration: .milliseconds(160))])
        self.driver.receive(
            Script.request("INFO", toTag: call.tag, sequence: 3, body: "#", type: "application/dtmf")
        )
        guard case .digits(let plain) = try self.driver.nextReport() else {
            Issue.record("digits are reported")
            return
        }
        #expect(plain == [Digit(symbol: 0x23)])
        #expect(self.driver.takeSent() == ["200", "200"])
    }

    @Test
    mutating func `any other INFO is passed on, and ours is written`() throws {
        let call = try self.connect()
        self.driver.receive(Script.request("INFO", toTag: call.tag, sequence: 2, body: "<x/>", type: "application/x"))
        guard case .information(let body) = try self.driver.nextReport() else {
            Issue.record("an INFO is passed on")
            return
        }
        #expect(body == OpaqueBody(contentType: "application/x", bytes: Array("<x/>".utf8)))
        self.driver.sent = []
        self.driver.perform(.inform(body), on: call.leg)
        let info = try self.driver.next()
        #expect(info.method == .info)
        #expect(info.firstText(of: .contentType) == "application/x")
        #expect(Array(info.body) == Array("<x/>".utf8))
    }

    @Test
    mutating func `we refresh a session by UPDATE after half its interval`() throws {
        let lines = ["Supported: timer", "Allow: INVITE, UPDATE", "Session-Expires: 100"]
        let call = try self.connect(lines: lines)
        #expect(call.ok.firstText(of: .sessionExpires) == "100;refresher=uas")
        self.driver.wait(.seconds(49))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.seconds(2))
        let update = try self.driver.next()
        #expect(update.method == .update)
        #expect(update.bodyRange.isEmpty)
        #expect(update.firstText(of: .sessionExpires) == "100;refresher=uac")
        self.driver.sent = []
        self.respond("200 OK", to: update, lines: ["Session-Expires: 100;refresher=uac", "Require: timer"])
        self.driver.wait(.seconds(51))
        #expect(self.driver.takeSent().first == "UPDATE")
        #expect(self.driver.takeReports().isEmpty)
    }

    @Test
    mutating func `we refresh by re-INVITE with the same description where UPDATE is not allowed`() throws {
        _ = try self.connect(lines: ["Supported: timer", "Session-Expires: 100"])
        self.driver.wait(.seconds(50))
        let reinvite = try self.driver.next()
        #expect(reinvite.method == .invite)
        #expect(Array(reinvite.body) == Script.description(Script.answer).serialized())
        self.driver.sent = []
        self.respond("200 OK", to: reinvite, lines: ["Session-Expires: 100;refresher=uac"], body: Script.offer)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports().isEmpty)
    }

    @Test
    mutating func `a peer that shall refresh and does not is cleared`() throws {
        let lines = ["Supported: timer", "Session-Expires: 90;refresher=uac"]
        let call = try self.connect(lines: lines)
        #expect(call.ok.firstText(of: .require) == "timer")
        self.driver.wait(.seconds(59))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.seconds(2))
        #expect(self.driver.takeSent().first == "BYE")
        guard case .released(let cause) = try self.driver.nextReport() else {
            Issue.record("an expired session is released")
            return
        }
        #expect(cause.origin == .local(.sessionExpired))
    }

    @Test
    mutating func `an UPDATE of the peer counts as refresh`() throws {
        let lines = ["Supported: timer", "Session-Expires: 90;refresher=uac"]
        let call = try self.connect(lines: lines)
        for round in 1...4 {
            self.driver.wait(.seconds(45))
            self.driver.receive(Script.request("UPDATE", toTag: call.tag, sequence: round + 1, lines: lines))
            let ok = try self.driver.next()
            #expect(ok.firstText(of: .sessionExpires) == "90;refresher=uac")
        }
        #expect(self.driver.takeReports().isEmpty)
    }

    @Test
    mutating func `nothing is said about session timers where they are off`() throws {
        self.driver = AgentDriver { $0.legPolicy.sessionTimers = .off }
        let lines = ["Supported: timer", "Session-Expires: 30"]
        let call = try self.connect(lines: lines)
        #expect(!call.ok.contains(.sessionExpires))
        self.driver.receive(Script.request("UPDATE", toTag: call.tag, sequence: 2, lines: lines))
        let ok = try self.driver.next()
        #expect(ok.status == .ok)
        #expect(!ok.contains(.sessionExpires))
        self.driver.wait(.seconds(7200))
        #expect(self.driver.takeReports().isEmpty)
    }

    @Test
    mutating func `offers of both sides at once give 491`() throws {
        let call = try self.connect()
        self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 1)), on: call.leg)
        let ours = try self.driver.next()
        self.driver.receive(Script.request("INVITE", toTag: call.tag, sequence: 2, body: Script.offer))
        self.driver.receive(Script.request("UPDATE", toTag: call.tag, sequence: 3, body: Script.offer))
        #expect(self.driver.takeSent() == ["491", "491"])
        self.respond("200 OK", to: ours, body: Script.offer)
        #expect(self.driver.takeReports() == ["answer"])
    }

    @Test
    mutating func `an offer that is refused leaves everything as it was`() throws {
        let call = try self.connect()
        self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 1)), on: call.leg)
        let ours = try self.driver.next()
        self.respond("488 Not Acceptable Here", to: ours)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports() == ["offerRefused"])
        self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 2)), on: call.leg)
        #expect(self.driver.takeSent() == ["INVITE"])
    }

    @Test
    mutating func `a dialog that the peer does not know any more ends the leg`() throws {
        let call = try self.connect()
        self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 1)), on: call.leg)
        let ours = try self.driver.next()
        self.respond("481 Gone", to: ours)
        #expect(self.driver.takeSent() == ["ACK", "BYE"])
        #expect(self.driver.takeReports() == ["offerRefused", "released"])
    }

    @Test
    mutating func `a refusal that comes after our BYE sends nothing`() throws {
        for status in ["481 Gone", "401 Who", "491 Pending"] {
            self.driver = AgentDriver()
            let call = try self.connect()
            self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 1)), on: call.leg)
            let ours = try self.driver.next()
            self.driver.perform(.release(.normal), on: call.leg)
            let bye = try self.driver.next()
            #expect(bye.method == .bye)
            self.respond(status, to: ours)
            self.respond("200 OK", to: bye)
            #expect(self.driver.takeSent() == ["ACK"])
            #expect(self.driver.takeReports() == ["released"])
            self.driver.wait(.seconds(40))
            #expect(self.driver.takeSent().isEmpty)
            #expect(self.driver.agent.isIdle)
        }
    }

    @Test
    mutating func `a 2xx to our re-INVITE after our BYE is acknowledged`() throws {
        let call = try self.connect()
        self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 1)), on: call.leg)
        let ours = try self.driver.next()
        self.driver.perform(.release(.normal), on: call.leg)
        let bye = try self.driver.next()
        self.respond("200 OK", to: bye)
        self.respond("200 OK", to: ours, body: Script.offer)
        #expect(self.driver.takeSent() == ["ACK"])
        #expect(self.driver.takeReports() == ["released"])
        self.driver.wait(.seconds(40))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `an offer can be asked for and is answered in the ACK`() throws {
        let call = try self.connect()
        let exchange = ExchangeID(.gateway, 1)
        self.driver.perform(.requestOffer(exchange), on: call.leg)
        let reinvite = try self.driver.next()
        #expect(reinvite.bodyRange.isEmpty)
        self.respond("200 OK", to: reinvite, body: Script.offer)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.takeReports() == ["offer"])
        self.driver.perform(.answer(Script.description(Script.answer), exchange), on: call.leg)
        let ack = try self.driver.next()
        #expect(ack.method == .ack)
        #expect(!ack.bodyRange.isEmpty)
    }

    @Test
    mutating func `a re-INVITE without an offer is offered to and repeated until its ACK`() throws {
        let call = try self.connect()
        self.driver.receive(Script.request("INVITE", toTag: call.tag, sequence: 2))
        guard case .offerRequested(let exchange) = try self.driver.nextReport() else {
            Issue.record("an offer is wanted")
            return
        }
        self.driver.perform(.offer(Script.description(Script.answer), exchange), on: call.leg)
        self.driver.wait(.milliseconds(600))
        #expect(self.driver.takeSent() == ["100", "200", "200"])
        self.driver.receive(Script.request("ACK", toTag: call.tag, sequence: 2, body: Script.offer))
        #expect(self.driver.takeReports() == ["answer"])
        self.driver.wait(.seconds(40))
        #expect(self.driver.takeSent().isEmpty)
    }

    @Test
    mutating func `a re-INVITE overtakes a lost ACK`() throws {
        self.driver.receive(Script.request("INVITE", body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let tag = try #require(self.driver.sent.last?.toTag?.description)
        self.driver.sent = []
        self.driver.reports = []
        self.driver.receive(Script.request("INVITE", toTag: tag, sequence: 2, body: Script.offer))
        #expect(self.driver.takeReports() == ["confirmed", "offer"])
        #expect(self.driver.takeSent() == ["100"])
    }

    @Test
    mutating func `a new Contact moves our requests`() throws {
        let call = try self.connect()
        self.driver.receive(
            Script.request("UPDATE", toTag: call.tag, sequence: 2)
                .replacing("<sip:alice@127.0.0.2:5060>", with: "<sip:alice@127.0.0.9:5099>")
        )
        self.driver.sent = []
        self.driver.perform(.release(.normal), on: call.leg)
        let bye = try self.driver.next()
        #expect(bye.requestURI?.text == "sip:alice@127.0.0.9:5099")
        #expect(self.driver.destinations.last == TransportAddress("127.0.0.9:5099"))
    }

    @Test
    mutating func `a caller behind a translator is answered where it came from`() throws {
        self.driver.receive(
            Script.request("INVITE", body: Script.offer)
                .replacing("5060;branch", with: "5060;rport;branch"),
            from: TransportAddress(AgentDriver.peer.ip, 40_000)
        )
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let tag = try #require(self.driver.sent.last?.toTag?.description)
        self.driver.receive(Script.request("ACK", toTag: tag))
        self.driver.perform(.release(.normal), on: leg)
        #expect(self.driver.destinations.last == TransportAddress(AgentDriver.peer.ip, 40_000))
    }

    @Test
    mutating func `a peer of RFC 2543 without tags and branches is served`() throws {
        let bare = { (text: String) in
            text.replacing(";tag=alice1", with: "").replacing(";branch=z9hG4bK", with: ";old=")
        }
        self.driver.receive(bare(Script.request("INVITE", body: Script.offer)))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let tag = try #require(self.driver.sent.last?.toTag?.description)
        self.driver.reports = []
        self.driver.receive(bare(Script.request("ACK", toTag: tag)))
        #expect(self.driver.takeReports() == ["confirmed"])
        self.driver.perform(.release(.normal), on: leg)
        let bye = try #require(self.driver.sent.last)
        #expect(bye.method == .bye)
        #expect(bye.toTag == nil)
        self.respond("200 OK", to: bye)
    }

    @Test
    mutating func `a ringing call is told again every minute`() throws {
        self.driver.receive(Script.request("INVITE", body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.alert(inBand: .none), on: leg)
        self.driver.sent = []
        self.driver.wait(.seconds(150))
        #expect(self.driver.takeSent() == ["180", "180"])
    }

    @Test
    mutating func `the early session can be changed by UPDATE once its answer is acknowledged`() throws {
        self.driver.receive(
            Script.request("INVITE", lines: ["Supported: 100rel", "Allow: UPDATE, PRACK"], body: Script.offer)
        )
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.progress(inBand: .present), on: leg)
        let progress = try #require(self.driver.sent.last)
        let tag = try #require(progress.toTag?.description)
        self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 1)), on: leg)
        self.driver.sent = []
        let rack = "RAck: \(progress.firstText(of: .rseq) ?? "") 1 INVITE"
        self.driver.receive(Script.request("PRACK", toTag: tag, sequence: 2, lines: [rack]))
        #expect(try self.driver.next().status == .ok)
        let update = try self.driver.next()
        #expect(update.method == .update)

        // The answer to the call waits for the end of the exchange.
        self.driver.perform(.accept(nil), on: leg)
        #expect(self.driver.takeSent().isEmpty)
        self.driver.reports = []
        self.respond("200 OK", to: update, body: Script.offer)
        #expect(self.driver.takeReports() == ["answer"])
        #expect(self.driver.takeSent() == ["200"])
    }

    @Test(arguments: ["Allow: INVITE", "Supported: timer"])
    mutating func `a caller that cannot be offered to before the answer refuses at once`(line: String) throws {
        self.driver.receive(Script.request("INVITE", lines: [line], body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.progress(inBand: .present), on: leg)
        _ = self.driver.takeSent()
        _ = self.driver.takeReports()
        self.driver.perform(.offer(Script.description(Script.answer), ExchangeID(.gateway, 1)), on: leg)
        #expect(self.driver.takeReports() == ["offerRefused"])
        self.driver.perform(.requestOffer(ExchangeID(.gateway, 2)), on: leg)
        #expect(self.driver.takeReports() == ["offerRefused"])
        #expect(self.driver.takeSent().isEmpty)
    }

    @Test
    mutating func `an UPDATE before the first answer gets 500`() throws {
        self.driver.receive(Script.request("INVITE", body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.alert(inBand: .none), on: leg)
        let tag = try #require(self.driver.sent.last?.toTag?.description)
        self.driver.sent = []
        self.driver.receive(Script.request("UPDATE", toTag: tag, sequence: 2, body: Script.offer))
        let refusal = try self.driver.next()
        #expect(refusal.status == .serverInternalError)
        #expect(refusal.contains(.retryAfter))
    }

    @Test
    mutating func `a new identity is told by UPDATE, after glare too`() throws {
        self.driver = AgentDriver { $0.legPolicy.assertedIdentity = .asserted }
        let call = try self.connect(lines: ["Allow: INVITE, ACK, BYE, UPDATE"])
        self.driver.perform(.update(Party(user: "carol")), on: call.leg)
        let first = try self.driver.next()
        #expect(first.method == .update)
        self.respond("491 Request Pending", to: first)
        self.driver.wait(.seconds(5))
        let second = try self.driver.next()
        #expect(second.method == .update)
        #expect(second.firstText(of: .pAssertedIdentity)?.description.contains("carol") == true)
        // Its repetitions are the transaction's.
        self.driver.sent = []
        self.respond("200 OK", to: second)
        #expect(self.driver.takeReports().isEmpty)
        // Whom the peer knows already is not told again.
        self.driver.perform(.update(Party(user: "carol")), on: call.leg)
        #expect(self.driver.takeSent().isEmpty)
    }
}
