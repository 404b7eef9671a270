import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Commands of peers are executed once (RFC 3435 §3.5.1, §3.5.2, §3.5.6).
struct AtMostOnceTests {
    private var driver = LayerDriver()

    private static let notify = "NTFY 17 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n"

    @Test
    mutating func `a repetition of an answered command gets the same answer and is not executed`() {
        self.driver.receive(Self.notify)
        self.driver.drain()
        self.driver.respond()
        let answer = self.driver.takeSent()
        self.driver.now = self.driver.now.advanced(by: .milliseconds(29_999))
        self.driver.receive(Self.notify)
        #expect(self.driver.takeSent() == answer)
        #expect(answer == ["200 17 OK\r\n"])
        #expect(self.driver.commands.count == 1)
    }

    @Test
    mutating func `after T-HIST the command is a new one`() {
        self.driver.receive(Self.notify)
        self.driver.drain()
        self.driver.respond()
        self.driver.wait(.seconds(30))
        #expect(self.driver.layer.isIdle)
        self.driver.receive(Self.notify)
        self.driver.drain()
        #expect(self.driver.commands.count == 2)
    }

    @Test
    mutating func `a repetition of a command under way gets a 100 and the answer then asks for a 000`() {
        self.driver.receive(Self.notify)
        self.driver.receive(Self.notify)
        #expect(self.driver.takeSent() == ["100 17 Being executed\r\n"])
        self.driver.respond()
        #expect(self.driver.takeSent() == ["200 17 OK\r\nK: \r\n"])
        #expect(self.driver.commands.count == 1)
    }

    @Test
    mutating func `an answer that is late is announced by a 100 after its time`() {
        self.driver.receive(Self.notify)
        self.driver.wait(.milliseconds(199))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.milliseconds(1))
        #expect(self.driver.takeSent() == ["100 17 Being executed\r\n"])
        self.driver.wait(.seconds(5))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.respond()
        #expect(self.driver.takeSent() == ["200 17 OK\r\nK: \r\n"])
    }

    @Test
    mutating func `the answer after a 100 is repeated until a 000 comes`() {
        self.driver.receive(Self.notify)
        self.driver.wait(.milliseconds(200))
        self.driver.respond()
        self.driver.wait(.seconds(2))
        #expect(self.driver.takeSent().count > 2)
        self.driver.receive("000 17\r\n")
        self.driver.wait(.seconds(20))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.seconds(10))
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `an answer that is never confirmed is repeated Max2 times and means nothing else`() {
        self.driver.receive(Self.notify)
        self.driver.wait(.milliseconds(200))
        self.driver.respond()
        _ = self.driver.takeSent()
        self.driver.wait(.seconds(40))
        #expect(self.driver.takeSent().count == 7)
        #expect(self.driver.unanswered.isEmpty)
        #expect(self.driver.suspected.isEmpty)
        self.driver.send()
        #expect(self.driver.step() == 400)
    }

    @Test
    mutating func `a command that nobody answers is answered 406 after T-MAX and later answers are ignored`() {
        self.driver.receive(Self.notify)
        self.driver.wait(.seconds(20))
        #expect(self.driver.takeSent().contains("406 17 Transaction timed out\r\nK: \r\n"))
        self.driver.receive("000 17\r\n")
        self.driver.respond()
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.seconds(30))
        #expect(self.driver.layer.isIdle)
    }

    @Test(arguments: ["NTFY 18 aaln/2@gw.example MGCP 1.0\r\nK: 15-17\r\nX: 1\r\nO: L/hd\r\n", "000 17\r\n"])
    mutating func `a repetition of what the peer has confirmed gets nothing`(confirmation: String) {
        self.driver.receive(Self.notify)
        self.driver.drain()
        self.driver.respond()
        self.driver.receive(confirmation)
        _ = self.driver.takeSent()
        self.driver.receive(Self.notify)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.commands.count { $0.command.transactionID.number == 17 } == 1)
    }

    @Test
    mutating func `a command under way is not confirmed by a K for it`() {
        self.driver.receive(Self.notify)
        self.driver.receive("000 17\r\n")
        self.driver.drain()
        self.driver.respond()
        #expect(self.driver.takeSent() == ["200 17 OK\r\n"])
    }

    @Test
    mutating func `another port of the same address and another address have numbers of their own`() {
        let port = TransportAddress(LayerDriver.gateway.ip, 40_000)
        for source in [LayerDriver.gateway, port, LayerDriver.other] {
            self.driver.receive(Self.notify, from: source)
        }
        self.driver.drain()
        #expect(self.driver.commands.count == 3)
        self.driver.respond(back: 1)
        self.driver.drain()
        #expect(self.driver.sent.map(\.to) == [port])
    }

    @Test
    mutating func `a number that is used for another command too early is executed and noted`() {
        self.driver.receive(Self.notify)
        self.driver.drain()
        self.driver.respond()
        self.driver.receive("RSIP 17 *@gw.example MGCP 1.0\r\nRM: restart\r\n")
        self.driver.drain()
        #expect(self.driver.commands.count == 2)
        #expect(self.driver.violations.map(\.clause) == ["RFC 3435 §3.2.1.2"])
        self.driver.respond()
        #expect(self.driver.takeSent() == ["200 17 OK\r\n", "200 17 OK\r\n"])
    }

    @Test
    mutating func `case in a repetition makes no new command`() {
        self.driver.receive(Self.notify)
        self.driver.receive("ntfy 17 AALN/1@GW.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        self.driver.drain()
        #expect(self.driver.commands.count == 1)
    }

    @Test
    mutating func `commands of one gateway beyond its bound are refused as overload and others are not`() {
        var limits = MGCPAgentLimits()
        limits.commandsOfGateway = 3
        self.driver = LayerDriver(limits: limits)
        for id in 1...5 {
            self.driver.receive("NTFY \(id) aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        }
        self.driver.receive(Self.notify, from: LayerDriver.other)
        self.driver.drain()
        #expect(self.driver.takeSent() == ["409 4 Overload\r\n.\r\n409 5 Overload\r\n"])
        #expect(self.driver.commands.count == 4)
        self.driver.respond(back: 3)
        self.driver.receive(Self.notify)
        self.driver.drain()
        #expect(self.driver.commands.count == 5)
    }

    @Test
    mutating func `the history is bounded under a flood and forgets the oldest answer first`() {
        var limits = MGCPAgentLimits()
        limits.history = 10
        self.driver = LayerDriver(limits: limits)
        for id in 1...1_000 {
            self.driver.receive("NTFY \(id) aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
            self.driver.drain()
            self.driver.respond()
        }
        self.driver.receive("NTFY 1000 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        self.driver.drain()
        #expect(self.driver.commands.count == 1_000)
        self.driver.receive("NTFY 990 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        self.driver.drain()
        #expect(self.driver.commands.count == 1_001)
    }

    @Test
    mutating func `a flood of commands that nobody answers is refused and ends`() {
        var limits = MGCPAgentLimits()
        limits.history = 10
        self.driver = LayerDriver(limits: limits)
        for id in 1...100 {
            self.driver.receive("NTFY \(id) aaln/1@gw.example MGCP 1.0\r\nX: 1\r\nO: L/hd\r\n")
        }
        self.driver.drain()
        #expect(self.driver.commands.count == 10)
        self.driver.wait(.seconds(80))
        #expect(self.driver.layer.isIdle)
    }
}
