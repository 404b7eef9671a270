import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Endpoints wait their turn for an audit.
struct AuditQueueTests {
    private var queue = AuditQueue<Int, Int>(limits: MGCPAgentLimits())
    private var now = Instant.start

    private static func limits(audits: Int, rate: Int = 500) -> MGCPAgentLimits {
        var limits = MGCPAgentLimits()
        limits.audits = audits
        limits.auditsPerSecond = rate
        return limits
    }

    /// Takes what may be taken while time passes, without finishing anything.
    private mutating func take(for duration: Duration) -> [Int] {
        let end = self.now.advanced(by: duration)
        var taken: [Int] = []
        while let deadline = self.queue.nextDeadline, deadline <= end {
            self.now = max(self.now, deadline)
            if let endpoint = self.queue.next(at: self.now) {
                taken.append(endpoint)
            }
        }
        self.now = end
        return taken
    }

    @Test
    mutating func `an endpoint is audited once however often it is asked for`() {
        for _ in 0..<1_000 {
            self.queue.add(1, of: 1)
        }
        #expect(self.queue.waiting == 1)
        #expect(self.take(for: .seconds(9)) == [1])
        self.queue.finished(1)
        #expect(self.queue.isIdle)
        #expect(self.queue.nextDeadline == nil)
    }

    @Test
    mutating func `one that is asked for while it is audited is audited again`() {
        self.queue.add(1, of: 1)
        _ = self.take(for: .seconds(1))
        self.queue.add(1, of: 1)
        self.queue.add(1, of: 1)
        #expect(self.take(for: .seconds(1)).isEmpty)
        self.queue.finished(1)
        #expect(self.take(for: .seconds(1)) == [1])
        self.queue.finished(1)
        #expect(self.queue.isIdle)
    }

    @Test
    mutating func `busy endpoints go first, also when they become busy while they wait`() {
        for endpoint in 1...6 {
            self.queue.add(endpoint, of: 1)
        }
        self.queue.add(7, of: 1, .busy)
        self.queue.add(4, of: 1, .busy)
        self.queue.add(7, of: 1, .idle)
        #expect(self.take(for: .seconds(1)) == [7, 4, 1, 2, 3, 5, 6])
    }

    @Test
    mutating func `gateways take turns however many wait for each`() {
        for endpoint in 0..<20 {
            self.queue.add(endpoint, of: 0)
        }
        self.queue.add(100, of: 1)
        self.queue.add(200, of: 2)
        self.queue.add(101, of: 1)
        #expect(self.take(for: .milliseconds(8)).prefix(5) == [0, 100, 200, 1, 101])
    }

    @Test
    mutating func `no more than the rate are begun in a second and no more than the bound at once`() {
        for endpoint in 0..<10_000 {
            self.queue.add(endpoint, of: endpoint % 10)
        }
        #expect(self.take(for: .seconds(60)).count <= 64)
        self.queue = AuditQueue(limits: Self.limits(audits: 100_000, rate: 50))
        for endpoint in 0..<10_000 {
            self.queue.add(endpoint, of: endpoint % 10)
        }
        let count = self.take(for: .seconds(10)).count
        #expect((500...510).contains(count))
    }

    @Test
    mutating func `a wake-up that comes late is not followed by a burst`() {
        for endpoint in 0..<1_000 {
            self.queue.add(endpoint, of: endpoint % 100)
        }
        _ = self.queue.next(at: self.now)
        self.now = self.now.advanced(by: .seconds(10))
        var burst = 0
        while self.queue.next(at: self.now) != nil {
            burst += 1
        }
        #expect((1...10).contains(burst))
    }

    @Test
    mutating func `a gateway alone leaves places to the next one`() {
        self.queue = AuditQueue(limits: Self.limits(audits: 8))
        for endpoint in 0..<100 {
            self.queue.add(endpoint, of: 0)
        }
        #expect(self.take(for: .seconds(1)).count == 6)
        self.queue.add(1_000, of: 1)
        #expect(self.take(for: .seconds(1)) == [1_000])
    }

    @Test
    mutating func `one place is enough for every gateway to come by`() {
        self.queue = AuditQueue(limits: Self.limits(audits: 1))
        for endpoint in 0..<6 {
            self.queue.add(endpoint, of: endpoint % 3)
        }
        var order: [Int] = []
        while let endpoint = self.take(for: .seconds(1)).first {
            order.append(endpoint)
            self.queue.finished(endpoint)
        }
        #expect(order == [0, 1, 2, 3, 4, 5])
        #expect(self.queue.isIdle)
    }

    @Test
    mutating func `a gateway that is paused waits and holds up nobody`() {
        self.queue.add(1, of: 1)
        self.queue.pause(1)
        self.queue.add(2, of: 1)
        self.queue.add(3, of: 3)
        #expect(self.take(for: .seconds(1)) == [3])
        self.queue.resume(1)
        #expect(self.take(for: .seconds(1)) == [1, 2])
        for endpoint in 1...3 {
            self.queue.finished(endpoint)
        }
        #expect(self.queue.isIdle)
    }

    @Test
    mutating func `gateways that do not answer take no share from those that do`() {
        self.queue = AuditQueue(limits: Self.limits(audits: 8))
        for gateway in 1...100 {
            self.queue.pause(gateway)
            self.queue.add(1_000 + gateway, of: gateway)
        }
        for endpoint in 0..<100 {
            self.queue.add(endpoint, of: 0)
        }
        #expect(self.take(for: .seconds(1)) == Array(0..<6))
        for gateway in 1...100 {
            self.queue.resume(gateway)
        }
        #expect(self.take(for: .seconds(1)) == [1_001, 1_002])
    }

    @Test
    mutating func `an endpoint that is removed does not come, and one under way does not come again`() {
        for endpoint in 1...4 {
            self.queue.add(endpoint, of: 1)
        }
        self.queue.remove(2)
        self.queue.remove(9)
        #expect(self.queue.next(at: self.now) == 1)
        self.queue.add(1, of: 1)
        self.queue.remove(1)
        self.queue.finished(1)
        self.queue.finished(1)
        #expect(self.take(for: .seconds(1)) == [3, 4])
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    mutating func `every endpoint that is asked for is audited after that, in any order of events`(seed: UInt64) {
        self.queue = AuditQueue(limits: Self.limits(audits: 5))
        var dice = IdentifierSource(seed: seed)
        var wanted: Set<Int> = []
        var underWay: Set<Int> = []
        for _ in 0..<3_000 {
            let endpoint = Int(dice.number(below: 40))
            switch dice.number(below: 8) {
            case 0...2:
                self.queue.add(endpoint, of: endpoint % 4, dice.number(below: 2) == 0 ? .busy : .idle)
                wanted.insert(endpoint)
            case 3:
                self.queue.remove(endpoint)
                wanted.remove(endpoint)
            case 4...5:
                if let endpoint = self.queue.next(at: self.now) {
                    #expect(wanted.remove(endpoint) != nil)
                    #expect(underWay.insert(endpoint).inserted)
                }
            case 6:
                if let endpoint = underWay.first {
                    underWay.remove(endpoint)
                    self.queue.finished(endpoint)
                }
            default:
                self.queue.resume(endpoint % 4)
            }
            #expect(underWay.count <= 5)
            self.now = self.now.advanced(by: .milliseconds(2))
        }
        while true {
            for endpoint in underWay {
                self.queue.finished(endpoint)
            }
            underWay = Set(self.take(for: .seconds(1)))
            guard !underWay.isEmpty else {
                break
            }
            wanted.subtract(underWay)
        }
        #expect(wanted.isEmpty)
        #expect(self.queue.isIdle)
    }
}
