import MGCPSyntax
import ProtocolKit
import SimulationKit
import Testing

/// RFC 3435 §3.5, §4.4.5 to §4.4.7: transactions, restarts and faults of a media gateway of the lab.
struct LabTransactionTests {
    private var agent = CommandedGateway()

    @Test
    mutating func `a repeated command is answered alike and executed once`() {
        let command = "CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: inactive"
        let first = self.agent.send(command)
        #expect(self.agent.send(command) == first)
        #expect(self.agent.endpoint().connections.count == 1)
        self.agent.wait(.seconds(31))
        #expect(self.agent.send(command) != first)
    }

    @Test
    mutating func `an acknowledged response is not sent again`() {
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1")
        self.agent.send("RQNT 2 aaln/1@rgw MGCP 1.0\nX: 2\nK: 1")
        #expect(self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1").isEmpty)
    }

    @Test
    mutating func `a slow command is announced, and its response repeated until 000 comes`() {
        self.agent.gateway.faults.executionTime = .seconds(1)
        #expect(self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1").first?.hasPrefix("100 1") == true)
        #expect(self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1").first?.hasPrefix("100 1") == true)
        let final = self.agent.wait(.seconds(1))
        #expect(final.first?.hasPrefix("200 1") == true)
        #expect(final.first?.contains("\nK:") == true)
        #expect(self.agent.wait(.milliseconds(450)) == final)
        self.agent.send("000 1")
        #expect(self.agent.wait(.seconds(20)).isEmpty)
    }

    @Test
    mutating func `a command without answer is repeated with doubling waits and then given up`() {
        self.agent.change { $0.restart(at: $1) }
        var times: [Int] = []
        for half in 1...80 where !self.agent.wait(.milliseconds(400)).isEmpty {
            times.append(half)
        }
        #expect(times.prefix(5) == [1, 3, 7, 15, 25])
        #expect(self.agent.notes.contains(.unanswered(.restartInProgress)))
    }

    @Test
    mutating func `a final response that asks for it gets a 000`() {
        self.agent.change { $0.restart(at: $1) }
        #expect(self.agent.answer("200", "K:").first?.hasPrefix("000") == true)
    }

    @Test
    mutating func `another notified entity is followed`() {
        let told = self.agent.change { $0.restart(at: $1) }
        let again = self.agent.answer("521", "N: ca2@[10.0.0.2]:2729")
        #expect(again == told)
        #expect(self.agent.sent.last?.to == TransportAddress("10.0.0.2:2729"))
    }

    @Test
    mutating func `a restart loses everything, and events wait until it is answered`() {
        self.agent.send("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: inactive")
        self.agent.send("RQNT 2 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hd(N)")
        let told = self.agent.change { $0.restart(at: $1) }
        #expect(told.first?.value("RM") == "restart")
        #expect(told.first?.contains(" *@rgw MGCP 1.0") == true)
        #expect(self.agent.endpoint().connections.isEmpty)
        self.agent.send("RQNT 3 aaln/1@rgw MGCP 1.0\nX: 2\nR: L/hd(N)")
        #expect(self.agent.change { $0.goOffHook("aaln/1", at: $1) }.isEmpty)
        self.agent.gateway.faults = LabFaults()
        let restart = self.agent.sent.last { $0.text.hasPrefix("RSIP") }?.text.split(separator: " ")[1] ?? ""
        #expect(self.agent.send("200 \(restart) OK").first?.value("O") == "L/hd")
    }

    @Test
    mutating func `an endpoint out of service answers audits only`() {
        self.agent.change { $0.restart(.forced, of: "aaln/1", reason: .malfunction, at: $1) }
        #expect(self.agent.sent.last?.text.value("E") == "900 Endpoint malfunctioning")
        #expect(self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1").first?.hasPrefix("501") == true)
        #expect(self.agent.send("AUEP 2 aaln/1@rgw MGCP 1.0\nF: RM").first?.value("RM") == "forced")
    }

    @Test
    mutating func `a graceful restart keeps connections and takes no new one`() {
        self.agent.send("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: inactive")
        self.agent.change { $0.restart(.graceful, delay: 60, at: $1) }
        #expect(self.agent.sent.last?.text.value("RD") == "60")
        #expect(self.agent.send("CRCX 2 aaln/1@rgw MGCP 1.0\nC: A2\nM: inactive").first?.hasPrefix("403") == true)
        #expect(self.agent.endpoint().connections.count == 1)
        self.agent.change { $0.restart(.cancelGraceful, at: $1) }
        #expect(self.agent.send("CRCX 3 aaln/1@rgw MGCP 1.0\nC: A2\nM: inactive").first?.hasPrefix("200") == true)
    }

    @Test
    mutating func `a connection that it deletes itself is gone for the call agent`() throws {
        let created = self.agent.send("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: inactive")
        let text = try #require(created.first?.value("I"))
        let id = try #require(MGCPConnectionID(ByteString(text)))
        let told = self.agent.change { $0.deleteConnection(id, on: "aaln/1", reason: .facilityFailure, at: $1) }
        #expect(told.first?.value("E") == "905 Facility failure")
        #expect(told.first?.value("C") == "A1")
        #expect(told.first?.value("P")?.hasPrefix("PS=0") == true)
        #expect(self.agent.send("DLCX 2 aaln/1@rgw MGCP 1.0\nC: A1\nI: \(text)").first?.hasPrefix("515") == true)
    }

    @Test
    mutating func `faults are as ordered`() {
        self.agent.gateway.faults.answers[.notificationRequest] = LabFaults.ForcedAnswer(.overloaded)
        #expect(self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1").first?.hasPrefix("409") == true)
        #expect(self.agent.send("RQNT 2 aaln/1@rgw MGCP 1.0\nX: 2").first?.hasPrefix("200") == true)
        self.agent.gateway.loseDatagrams([1])
        #expect(self.agent.send("RQNT 3 aaln/1@rgw MGCP 1.0\nX: 3").isEmpty)
        self.agent.gateway.faults.sendsTwice = true
        #expect(self.agent.send("RQNT 4 aaln/1@rgw MGCP 1.0\nX: 4").count == 2)
        self.agent.gateway.faults.isSilent = true
        #expect(self.agent.send("RQNT 5 aaln/1@rgw MGCP 1.0\nX: 5").isEmpty)
    }

    @Test
    mutating func `quirks are as configured`() {
        self.agent = CommandedGateway { configuration in
            configuration.quirks.endsLinesWithLF = true
            configuration.quirks.writesLowerCase = true
            configuration.quirks.omitsConnectionID = true
            configuration.quirks.ignoresAudits = true
            configuration.quirks.takesOneCodec = true
        }
        let created = self.agent.send("CRCX 1 aaln/1@rgw MGCP 1.0\nC: A1\nM: inactive\nL: a:PCMU")
        #expect(created.first?.value("I") == nil)
        #expect(created.first?.hasPrefix("200 1 ok\n") == true)
        #expect(self.agent.send("AUEP 2 aaln/1@rgw MGCP 1.0").isEmpty)
        let refused = self.agent.send("CRCX 3 aaln/1@rgw MGCP 1.0\nC: A1\nM: inactive\nL: a:PCMU;PCMA")
        #expect(refused.first?.hasPrefix("534") == true)
    }

    @Test
    mutating func `messages for one place can share a datagram`() {
        self.agent = CommandedGateway { $0.piggybacks = true }
        self.agent.send("RQNT 1 aaln/1@rgw MGCP 1.0\nX: 1\nR: L/hd(N)\nT: L/hu")
        self.agent.change { $0.goOffHook("aaln/1", at: $1) }
        self.agent.answer()
        self.agent.change { $0.goOnHook("aaln/1", at: $1) }
        let answers = self.agent.send("RQNT 2 aaln/1@rgw MGCP 1.0\nX: 2\nR: L/hu(N)")
        #expect(answers.count == 1)
        #expect(answers.first?.contains("\n.\nNTFY ") == true)
    }
}
