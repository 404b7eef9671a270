import CallModel
import ProtocolKit
import SDP
import SIPAgent
import SIPSyntax
import Testing

/// RFC 3261 §13.3, §15 and RFC 3262 §3 from the side of the callee.
struct IncomingCallTests {
    private var driver = AgentDriver()

    private mutating func ring(lines: [String] = [], body: String = Script.offer) throws -> LegID {
        self.driver.receive(Script.request("INVITE", lines: lines, body: body))
        let report = try #require(self.driver.reports.first)
        #expect(self.driver.takeSent() == ["100"])
        #expect(self.driver.takeReports() == ["incoming"])
        return report.leg
    }

    private mutating func answer(_ leg: LegID) throws -> SIPMessage {
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        return try self.driver.next()
    }

    private func ack(_ answer: SIPMessage, body: String = "") -> String {
        Script.request("ACK", toTag: answer.toTag?.description, body: body)
    }

    @Test
    mutating func `the basic call of RFC 3665 3-1 as its callee sees it`() throws {
        let leg = try self.ring()
        self.driver.perform(.alert(inBand: .none), on: leg)
        let ringing = try self.driver.next()
        #expect(ringing.status == .ringing)
        #expect(ringing.toTag != nil)
        #expect(ringing.bodyRange.isEmpty)

        let ok = try self.answer(leg)
        #expect(ok.status == .ok)
        #expect(ok.toTag == ringing.toTag)
        #expect(ok.contains(.contact))
        #expect(Array(ok.body) == Script.description(Script.answer).serialized())
        self.driver.receive(self.ack(ok))
        #expect(self.driver.takeReports() == ["confirmed"])

        self.driver.receive(Script.request("BYE", toTag: ok.toTag?.description, sequence: 2))
        #expect(self.driver.takeSent() == ["200"])
        #expect(self.driver.takeReports() == ["released"])
        self.driver.wait(.seconds(40))
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `we clear with a BYE to the Contact`() throws {
        let leg = try self.ring()
        let ok = try self.answer(leg)
        self.driver.receive(self.ack(ok))
        _ = self.driver.takeReports()

        self.driver.perform(.release(.normal), on: leg)
        let bye = try self.driver.next()
        #expect(bye.method == .bye)
        #expect(bye.requestURI?.text == "sip:alice@127.0.0.2:5060")
        #expect(bye.fromTag == ok.toTag)
        #expect(bye.toTag == "alice1")
        #expect(self.driver.takeReports() == ["released"])
        self.driver.receive(Script.response("200 OK", to: bye))
        self.driver.wait(.seconds(40))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a CANCEL gives 200 and 487`() throws {
        let leg = try self.ring()
        self.driver.perform(.alert(inBand: .none), on: leg)
        _ = self.driver.takeSent()
        self.driver.receive(Script.request("CANCEL", branch: "INVITE1"))

        #expect(self.driver.takeSent() == ["200", "487"])
        #expect(self.driver.takeReports() == ["released"])
        self.driver.receive(Script.request("ACK", toTag: "x", branch: "INVITE1"))
        self.driver.wait(.seconds(40))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a CANCEL that comes after the answer changes nothing`() throws {
        let leg = try self.ring()
        let ok = try self.answer(leg)
        self.driver.receive(Script.request("CANCEL", branch: "INVITE1"))

        #expect(self.driver.takeSent() == ["200"])
        #expect(self.driver.takeReports().isEmpty)
        self.driver.receive(self.ack(ok))
        #expect(self.driver.takeReports() == ["confirmed"])
    }

    @Test
    mutating func `a 2xx is repeated, then given up with a BYE`() throws {
        let leg = try self.ring()
        _ = try self.answer(leg)
        self.driver.wait(.milliseconds(31_900))
        #expect(self.driver.takeSent() == Array(repeating: "200", count: 10))
        self.driver.wait(.milliseconds(200))
        #expect(self.driver.takeSent() == ["BYE"])
        #expect(self.driver.takeReports() == ["released"])
        self.driver.wait(.seconds(80))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a rejected call gets the status of its cause`() throws {
        let leg = try self.ring()
        self.driver.perform(.release(ReleaseCause(.userBusy, location: .user, origin: .local(.dialplan))), on: leg)

        let busy = try self.driver.next()
        #expect(busy.status == .busyHere)
        #expect(busy.firstText(of: .reason)?.description.hasPrefix("Q.850;cause=17") == true)
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `a reliable 183 carries the answer, and the 180 after it is sent after the PRACK`() throws {
        let leg = try self.ring(lines: ["Supported: 100rel"])
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.progress(inBand: .present), on: leg)
        let progress = try self.driver.next()
        #expect(progress.status == .sessionProgress)
        #expect(progress.firstText(of: .require) == "100rel")
        #expect(!progress.bodyRange.isEmpty)
        self.driver.perform(.alert(inBand: .none), on: leg)
        #expect(self.driver.takeSent().isEmpty)

        let rseq = try #require(progress.firstText(of: .rseq))
        let tag = progress.toTag?.description
        self.driver.receive(Script.request("PRACK", toTag: tag, sequence: 2, lines: ["RAck: \(rseq) 1 INVITE"]))
        let prackOK = try self.driver.next()
        #expect(prackOK.status == .ok)
        #expect(prackOK.method == .prack)
        let ringing = try self.driver.next()
        #expect(ringing.status == .ringing)
        #expect(ringing.firstText(of: .require) == "100rel")

        // No description waits for its PRACK, so the 2xx may go, and says nothing about the session again.
        self.driver.perform(.accept(nil), on: leg)
        let ok = try self.driver.next()
        #expect(ok.status == .ok)
        #expect(ok.bodyRange.isEmpty)
    }

    @Test
    mutating func `a 2xx waits for the PRACK of a description`() throws {
        let leg = try self.ring(lines: ["Require: 100rel"])
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.progress(inBand: .present), on: leg)
        let progress = try self.driver.next()
        self.driver.perform(.accept(nil), on: leg)
        #expect(self.driver.takeSent().isEmpty)

        let rseq = try #require(progress.firstText(of: .rseq))
        let tag = progress.toTag?.description
        self.driver.receive(Script.request("PRACK", toTag: tag, sequence: 2, lines: ["RAck: \(rseq) 1 INVITE"]))
        #expect(self.driver.takeSent() == ["200", "200"])
    }

    @Test
    mutating func `a PRACK may bring another offer, whose answer is in its 2xx`() throws {
        let leg = try self.ring(lines: ["Supported: 100rel"])
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.progress(inBand: .present), on: leg)
        let progress = try self.driver.next()
        let rack = "RAck: \(progress.firstText(of: .rseq) ?? "") 1 INVITE"
        let tag = progress.toTag?.description
        self.driver.receive(
            Script.request("PRACK", toTag: tag, sequence: 2, lines: [rack], body: Script.offer)
        )
        #expect(self.driver.takeSent().isEmpty)
        guard case .offer(_, let exchange, nil) = try self.driver.nextReport() else {
            Issue.record("the PRACK offers")
            return
        }
        self.driver.perform(.accept(nil), on: leg)
        #expect(self.driver.takeSent().isEmpty)
        self.driver.perform(.answer(Script.description(Script.answer), exchange), on: leg)
        let ok = try self.driver.next()
        #expect(ok.method == .prack)
        #expect(!ok.bodyRange.isEmpty)
        let answer = try self.driver.next()
        #expect(answer.method == .invite)
        #expect(answer.status == .ok)
    }

    @Test
    mutating func `a delayed offer in a reliable 183 is answered in the PRACK`() throws {
        let leg = try self.ring(lines: ["Supported: 100rel"], body: "")
        self.driver.perform(.offer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.progress(inBand: .present), on: leg)
        let progress = try self.driver.next()
        #expect(!progress.bodyRange.isEmpty)
        let rack = "RAck: \(progress.firstText(of: .rseq) ?? "") 1 INVITE"
        let tag = progress.toTag?.description
        self.driver.receive(
            Script.request("PRACK", toTag: tag, sequence: 2, lines: [rack], body: Script.offer)
        )
        #expect(self.driver.takeSent() == ["200"])
        #expect(self.driver.takeReports() == ["answer"])
        self.driver.perform(.accept(nil), on: leg)
        let ok = try self.driver.next()
        #expect(ok.bodyRange.isEmpty)
        self.driver.receive(self.ack(ok))
        #expect(self.driver.takeReports() == ["confirmed"])
    }

    @Test
    mutating func `a reliable response that is never acknowledged ends the call with 504`() throws {
        let leg = try self.ring(lines: ["Supported: 100rel"])
        self.driver.perform(.alert(inBand: .none), on: leg)
        self.driver.wait(.seconds(33))
        let sent = self.driver.takeSent()
        #expect(sent.filter { $0 == "180" }.count == 7)
        #expect(sent.contains("504"))
        #expect(self.driver.takeReports() == ["released"])
    }

    @Test
    mutating func `a caller who does not offer is offered to in the 2xx and answers in the ACK`() throws {
        let leg = try self.ring(body: "")
        self.driver.perform(.offer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let ok = try self.driver.next()
        #expect(!ok.bodyRange.isEmpty)

        self.driver.receive(self.ack(ok, body: Script.offer))
        #expect(self.driver.takeReports() == ["confirmed", "answer"])
    }

    @Test
    mutating func `an ACK without the answer ends the call`() throws {
        let leg = try self.ring(body: "")
        self.driver.perform(.offer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        let ok = try self.driver.next()

        self.driver.receive(self.ack(ok))
        #expect(self.driver.takeSent() == ["BYE"])
        #expect(self.driver.takeReports() == ["confirmed", "released"])
    }

    @Test
    mutating func `requests of a dialog that does not exist get 481`() {
        for method in ["BYE", "UPDATE", "INFO", "PRACK", "INVITE"] {
            self.driver.receive(Script.request(method, toTag: "nobody", callID: "c-\(method)"))
            #expect(self.driver.takeSent() == ["481"])
        }
        #expect(self.driver.takeReports().isEmpty)
    }

    @Test
    mutating func `a merged request gets 482`() throws {
        _ = try self.ring()
        self.driver.receive(Script.request("INVITE", branch: "another", body: Script.offer))
        #expect(self.driver.takeSent() == ["482"])
    }

    @Test(
        arguments: [
            (Script.request("FOO"), "501"),
            (Script.request("MESSAGE"), "405"),
            (Script.request("INVITE", to: "nobody:knows"), "416"),
            (Script.request("INVITE", lines: ["Require: nothingSupportsThis"]), "420"),
            (Script.request("INVITE", lines: ["Accept: text/plain"]), "406"),
            (Script.request("INVITE", body: "x", type: "application/unknown"), "415"),
            (Script.request("INVITE", lines: ["Content-Encoding: gzip"], body: Script.offer), "415"),
            (Script.request("INVITE", lines: ["Supported: timer", "Session-Expires: 30"], body: Script.offer), "422"),
            (Script.request("INVITE", body: "v=7"), "400"),
            (Script.request("OPTIONS"), "200"),
            (Script.request("BYE"), "481"),
        ]
    )
    mutating func `requests are checked in the order of RFC 3261 8-2`(request: String, status: String) {
        self.driver.receive(request)
        #expect(self.driver.takeSent() == [status])
        #expect(self.driver.takeReports().isEmpty)
    }

    @Test
    mutating func `a stranger is challenged where nobody is let in`() {
        self.driver = AgentDriver { $0.listeners[0].anonymousContext = nil }
        self.driver.receive(Script.request("INVITE", body: Script.offer))
        #expect(self.driver.takeSent() == ["401"])
        #expect(self.driver.takeReports().isEmpty)
    }
}
