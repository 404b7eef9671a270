import CallControl
import ProtocolKit
import Testing

struct PortPoolTests {
    private static func settings(_ ports: ClosedRange<UInt16>, threads: UInt16 = 1) -> MediaSettings {
        var settings = MediaSettings()
        settings.interfaces = [MediaInterface(address: .loopbackV4, ports: ports)]
        settings.threads = threads
        settings.quarantine = .seconds(5)
        return settings
    }

    @Test
    func `pairs begin with an even port and end with the range`() {
        var pool = PortPool(Self.settings(4001...4006))
        let ports = (0..<3).map { _ in pool.lend(interface: 0, thread: 0, at: .start)?.port }

        #expect(ports == [4002, 4004, nil])
        #expect(pool.lentCount == 2)
    }

    @Test
    func `the last ports there are can be lent`() {
        var pool = PortPool(Self.settings(65_534...65_535))
        let pair = pool.lend(interface: 0, thread: 0, at: .start)

        #expect(pair?.media == TransportAddress(.loopbackV4, 65_534))
        #expect(pair?.control == TransportAddress(.loopbackV4, 65_535))
    }

    @Test
    func `a pair that came back rests before it is lent again, the oldest first`() throws {
        var pool = PortPool(Self.settings(4000...4003))
        let lentFirst = pool.lend(interface: 0, thread: 0, at: .start)
        let lentSecond = pool.lend(interface: 0, thread: 0, at: .start)
        let first = try #require(lentFirst)
        let second = try #require(lentSecond)
        let later = Instant.start.advanced(by: .seconds(1))
        pool.takeBack(second, at: .start)
        pool.takeBack(first, at: later)

        #expect(pool.lend(interface: 0, thread: 0, at: .start.advanced(by: .milliseconds(4999))) == nil)
        #expect(pool.lend(interface: 0, thread: 0, at: .start.advanced(by: .seconds(5))) == second)
        #expect(pool.lend(interface: 0, thread: 0, at: .start.advanced(by: .seconds(5))) == nil)
        #expect(pool.lend(interface: 0, thread: 0, at: later.advanced(by: .seconds(5))) == first)
    }

    @Test
    func `a pair that has rested is lent before one that never was`() throws {
        var pool = PortPool(Self.settings(4000...4009))
        let lent = pool.lend(interface: 0, thread: 0, at: .start)
        let first = try #require(lent)
        pool.takeBack(first, at: .start)

        #expect(pool.lend(interface: 0, thread: 0, at: .start)?.port == 4002)
        #expect(pool.lend(interface: 0, thread: 0, at: .start.advanced(by: .seconds(5))) == first)
    }

    @Test
    func `every pair is lent at most once however they come and go`() {
        var pool = PortPool(Self.settings(4000...4039))
        var random = IdentifierSource(seed: 7)
        var lent: [PortPair] = []
        var now = Instant.start
        for _ in 0..<5000 {
            now = now.advanced(by: .milliseconds(300))
            if random.number(below: 2) == 0, let pair = pool.lend(interface: 0, thread: 0, at: now) {
                #expect(!lent.contains(pair))
                lent.append(pair)
            } else if !lent.isEmpty {
                pool.takeBack(lent.remove(at: Int(random.number(below: UInt64(lent.count)))), at: now)
            }
            #expect(pool.lentCount == lent.count)
        }
    }

    @Test
    func `threads own ports of their own and the idlest is next`() {
        let settings = Self.settings(4000...4009, threads: 2)
        var pool = PortPool(settings)
        #expect(PortPool.ports(of: 0, settings.interfaces[0], threads: 2) == 4000..<4004)
        #expect(PortPool.ports(of: 1, settings.interfaces[0], threads: 2) == 4004..<4010)

        #expect(pool.idlestThread == 0)
        #expect(pool.lend(interface: 0, thread: 0, at: .start)?.port == 4000)
        #expect(pool.idlestThread == 1)
        #expect(pool.lend(interface: 0, thread: 1, at: .start)?.port == 4004)
        #expect(pool.lend(interface: 0, thread: 2, at: .start) == nil)
        #expect(pool.lend(interface: 1, thread: 0, at: .start) == nil)
    }

    @Test
    func `a range without a pair lends nothing`() {
        var pool = PortPool(Self.settings(4001...4001))

        #expect(pool.lend(interface: 0, thread: 0, at: .start) == nil)
    }
}
