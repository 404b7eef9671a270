import CallModel
import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Commands of ours until they are answered (RFC 3435 §3.5.3, §3.5.6, §4.3).
struct CommandRepetitionTests {
    private var driver = LayerDriver()

    private static let command = "RQNT 1 aaln/1@gw.example MGCP 1.0\r\nX: 1\r\n"

    /// Sends a command that is answered after `delay`.
    private mutating func measure(_ delay: Duration, owner: Int = 9) {
        self.driver.send(owner: owner)
        let text = self.driver.takeSent().last ?? ""
        let id = text.split(separator: " ").dropFirst().first ?? ""
        self.driver.now = self.driver.now.advanced(by: delay)
        self.driver.receive("200 \(id) OK\r\n")
        self.driver.drain()
    }

    @Test
    mutating func `a command goes out at once and its answer goes to its owner`() {
        #expect(self.driver.send(owner: 7) != nil)
        #expect(self.driver.takeSent() == [Self.command])
        self.driver.receive("200 1 OK\r\n")
        self.driver.drain()
        #expect(self.driver.responses.map(\.owner) == [7])
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `waits grow within their bounds until Max2 and each repetition is the same datagram`() {
        self.driver.send()
        self.driver.drain()
        var waits: [Int64] = []
        while self.driver.unanswered.isEmpty, let wait = self.driver.step() {
            waits.append(wait)
        }
        #expect(self.driver.sent.map(\.text) == Array(repeating: Self.command, count: 8))
        #expect(waits.count == 8)
        #expect(waits.first == 400)
        let bounds: [ClosedRange<Int64>] = [400...800, 800...1600, 1600...3200, 2000...4000, 2000...4000]
        for (wait, bound) in zip(waits.dropFirst(), bounds) {
            #expect(bound.contains(wait))
        }
        #expect(self.driver.suspected == [1])
        #expect(self.driver.unanswered == [1])
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `the peer is suspected when Max1 repetitions were not answered`() {
        self.driver.send()
        self.driver.drain()
        while self.driver.suspected.isEmpty, self.driver.step() != nil {}
        #expect(self.driver.takeSent().count == 7)
        #expect(self.driver.unanswered.isEmpty)
    }

    @Test
    mutating func `T-MAX ends a command however few repetitions there were`() {
        var timers = MGCPTimers()
        timers.disconnectionRepetitions = 100
        self.driver = LayerDriver(timers: timers)
        self.driver.send()
        self.driver.wait(.milliseconds(19_999))
        #expect(self.driver.unanswered.isEmpty)
        self.driver.wait(.milliseconds(1))
        #expect(self.driver.unanswered == [1])
    }

    @Test
    func `repetitions after the same loss spread`() {
        var second: Set<Int64> = []
        for seed in 1...20 as ClosedRange<UInt64> {
            var driver = LayerDriver(seed: seed)
            driver.send()
            _ = driver.step()
            second.insert(driver.step() ?? 0)
        }
        #expect(second.count > 15)
    }

    @Test
    mutating func `the first wait follows the measured delay and its deviation`() {
        self.measure(.milliseconds(500))
        self.driver.send()
        // 500 ms and four times half of them.
        #expect(self.driver.step() == 1500)
        self.driver = LayerDriver()
        for _ in 0..<60 {
            self.measure(.milliseconds(500))
        }
        self.driver.send()
        #expect((500...510).contains(self.driver.step() ?? 0))
    }

    @Test
    mutating func `a quick peer is given the shortest wait and a slow one the longest`() {
        for _ in 0..<20 {
            self.measure(.milliseconds(1))
        }
        self.driver.send()
        #expect(self.driver.step() == 200)
        self.driver = LayerDriver()
        self.measure(.milliseconds(390))
        for _ in 0..<20 {
            self.measure(.seconds(1))
        }
        self.driver.send()
        #expect((1000...4000).contains(self.driver.step() ?? 0))
    }

    @Test
    mutating func `an answer after a repetition measures nothing and the next command keeps the longer wait`() {
        self.measure(.milliseconds(40))
        self.driver.send()
        let first = self.driver.step() ?? 0
        let second = self.driver.layer.nextDeadline.map { self.driver.now.duration(to: $0) }
        self.driver.receive("200 2 OK\r\n")
        self.driver.send()
        let next = self.driver.layer.nextDeadline.map { self.driver.now.duration(to: $0) }
        #expect(first == 200)
        #expect(next == second)
    }

    @Test
    mutating func `one answer without a repetition brings the measured wait back`() {
        self.measure(.milliseconds(40))
        self.driver.send()
        _ = self.driver.step()
        _ = self.driver.step()
        self.driver.receive("200 2 OK\r\n")
        self.measure(.milliseconds(40))
        self.driver.send()
        #expect(self.driver.step() == 200)
    }

    @Test
    mutating func `delays are measured for each address alone`() {
        self.measure(.seconds(1))
        self.driver.send(to: LayerDriver.other)
        #expect(self.driver.step() == 400)
    }

    @Test
    mutating func `after a provisional response the command is repeated every LONGTRAN until T-MAX`() {
        self.driver.send(owner: 3)
        self.driver.now = self.driver.now.advanced(by: .milliseconds(100))
        self.driver.receive("100 1 Trying\r\n")
        self.driver.drain()
        #expect(self.driver.provisional == [3])
        self.driver.sent = []
        self.driver.wait(.milliseconds(4_999))
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.milliseconds(1))
        #expect(self.driver.takeSent() == [Self.command])
        self.driver.wait(.seconds(15))
        #expect(self.driver.unanswered == [3])
    }

    @Test
    mutating func `the response after a provisional one measures nothing`() {
        self.driver.send()
        self.driver.now = self.driver.now.advanced(by: .milliseconds(40))
        self.driver.receive("100 1 Trying\r\n")
        self.driver.now = self.driver.now.advanced(by: .seconds(3))
        self.driver.receive("200 1 OK\r\nK:\r\n")
        self.driver.send()
        // 40 ms and four times half of them stay below the shortest wait.
        #expect(self.driver.step() == 200)
    }

    @Test
    mutating func `an ICMP error counts as one repetition for each datagram and ends nothing by itself`() {
        self.driver.send()
        for _ in 0..<100 {
            self.driver.layer.unreachable(LayerDriver.gateway, at: self.driver.now)
        }
        self.driver.drain()
        #expect(self.driver.unanswered.isEmpty)
        while self.driver.unanswered.isEmpty, self.driver.step() != nil {
            self.driver.layer.unreachable(LayerDriver.gateway, at: self.driver.now)
        }
        #expect(self.driver.takeSent().count == 4)
    }

    @Test
    mutating func `a command that is abandoned is not repeated and its late response is swallowed`() {
        let abandoned = [1, 2, 3].compactMap { self.driver.send(owner: $0) }
        for (place, id) in abandoned.enumerated() where place != 1 {
            self.driver.layer.abandon(id)
        }
        self.driver.receive("200 1 OK\r\n.\r\n200 2 OK\r\n.\r\n200 3 OK\r\n")
        self.driver.drain()
        #expect(self.driver.responses.map(\.owner) == [2])
        #expect(self.driver.layer.isIdle)
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]])
    mutating func `an owner's commands may end in any order`(order: [Int]) {
        for _ in 0..<3 {
            self.driver.send(owner: 1)
        }
        for place in order {
            self.driver.receive("200 \(place + 1) OK\r\n")
        }
        self.driver.drain()
        #expect(self.driver.responses.count == 3)
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `commands go on at another address with the same number and are answered from either`() {
        for owner in 1...3 {
            self.driver.send(owner: owner)
        }
        _ = self.driver.takeSent()
        self.driver.layer.move(from: LayerDriver.gateway, to: LayerDriver.other, at: self.driver.now)
        self.driver.drain()
        #expect(self.driver.sent.map(\.to) == [LayerDriver.other])
        #expect(self.driver.sent.first?.text.linesOfMessage.count { $0.hasPrefix("RQNT ") } == 3)
        self.driver.receive("200 1 OK\r\n", from: LayerDriver.gateway)
        self.driver.receive("200 2 OK\r\n", from: LayerDriver.other)
        self.driver.drain()
        #expect(self.driver.responses.map(\.owner) == [1, 2])
        self.driver.wait(.seconds(20))
        #expect(self.driver.unanswered == [3])
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `a response from an address that the command did not go to changes nothing`() {
        self.driver.send()
        self.driver.receive("200 1 OK\r\nK:\r\n", from: LayerDriver.other)
        self.driver.drain()
        #expect(self.driver.responses.isEmpty)
        #expect(self.driver.violations.map(\.from) == [LayerDriver.other])
        #expect(self.driver.takeSent() == [Self.command])
        self.driver.receive("200 1 OK\r\n")
        self.driver.drain()
        #expect(self.driver.responses.count == 1)
    }

    @Test
    mutating func `a command beyond the limit is refused and a place is free again after an answer`() {
        var limits = MGCPAgentLimits()
        limits.transactions = 2
        self.driver = LayerDriver(limits: limits)
        let sent = (1...3).map { self.driver.send(owner: $0) != nil }
        #expect(sent == [true, true, false])
        self.driver.receive("200 1 OK\r\n")
        let again = self.driver.send()
        #expect(again != nil)
    }
}
