import CallModel
import ProtocolKit
import SIPAgent
import SIPSyntax
import Testing

/// T1, T2 and T4 (RFC 3261 table 4) as configured, wherever they count.
struct TimerTests {
    private var driver = AgentDriver {
        $0.timers.t1 = .milliseconds(100)
        $0.timers.t2 = .milliseconds(300)
        $0.timers.t4 = .seconds(1)
    }
    private let leg = LegID(.sip, .outgoing, number: 4)

    /// When messages of this method or status were sent, in milliseconds from now on.
    private mutating func times(of name: String, for duration: Int64) -> [Int64] {
        var times: [Int64] = []
        let start = self.driver.now
        for elapsed in stride(from: Int64(0), through: duration, by: 50) {
            let passed = (self.driver.now.nanoseconds - start.nanoseconds) / 1_000_000
            self.driver.wait(.milliseconds(elapsed - passed))
            if self.driver.takeSent().contains(name) {
                times.append(elapsed)
            }
        }
        return times
    }

    private mutating func place() throws -> SIPMessage {
        let offer = Script.description(Script.offer)
        self.driver.perform(.place(AgentDriver.setup, to: .uri("sip:bob@127.0.0.3"), offer: offer), on: self.leg)
        return try self.driver.next()
    }

    @Test
    mutating func `an INVITE is repeated from T1 on and given up after 64 T1`() throws {
        _ = try self.place()
        #expect(self.times(of: "INVITE", for: 6_500) == [100, 300, 700, 1_500, 3_100, 6_300])
        #expect(self.driver.takeReports() == ["released"])
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a BYE is repeated at most every T2, and its answer is waited for again for T4`() throws {
        let invite = try self.place()
        self.driver.receive(Script.response("200 OK", to: invite, tag: "bob1", body: Script.answer))
        self.driver.wait(.seconds(8))
        #expect(try self.driver.next().method == .ack)
        self.driver.perform(.release(.normal), on: self.leg)
        let bye = try self.driver.next()
        #expect(self.times(of: "BYE", for: 1_000) == [100, 300, 600, 900])
        self.driver.receive(Script.response("200 OK", to: bye))
        self.driver.wait(.milliseconds(950))
        #expect(!self.driver.agent.isIdle)
        self.driver.wait(.milliseconds(100))
        #expect(self.driver.agent.isIdle)
    }

    @Test
    mutating func `a 2xx is repeated from T1 on, at most every T2`() throws {
        self.driver.receive(Script.request("INVITE", body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.answer(Script.description(Script.answer), .incomingSetup), on: leg)
        self.driver.perform(.accept(nil), on: leg)
        self.driver.sent = []
        #expect(self.times(of: "200", for: 1_000) == [100, 300, 600, 900])
    }

    @Test
    mutating func `a refusal is repeated at most every T2, and further ACKs are taken in for T4`() throws {
        self.driver.receive(Script.request("INVITE", body: Script.offer))
        let leg = try #require(self.driver.reports.first?.leg)
        self.driver.perform(.release(.local(.dialplan, .userBusy)), on: leg)
        let refusal = try #require(self.driver.sent.last)
        self.driver.sent = []
        #expect(self.times(of: "486", for: 1_000) == [100, 300, 600, 900])
        self.driver.receive(Script.request("ACK", toTag: refusal.toTag?.description, branch: "INVITE1"))
        self.driver.wait(.milliseconds(950))
        #expect(!self.driver.agent.isIdle)
        self.driver.wait(.milliseconds(100))
        #expect(self.driver.agent.isIdle)
    }
}
