import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Where a gateway is spoken to, and whether it answers (RFC 3435 §4.3, §4.4.7, §4.4.8).
struct MediaGatewayTests {
    private static let first = TransportAddress(IPAddress(v4: 0x0A00_0001), 2427)
    private static let second = TransportAddress(IPAddress(v4: 0x0A00_0002), 2427)
    private static let third = TransportAddress(IPAddress(v4: 0x0A00_0003), 2427)

    private var gateway: MediaGateway

    init() throws {
        self.gateway = try Self.gateway([Self.first, Self.second, Self.third])
    }

    private static func gateway(
        _ addresses: [TransportAddress],
        _ change: (inout MediaGatewaySettings) -> Void = { _ in }
    ) throws -> MediaGateway {
        var settings = MediaGatewaySettings(name: "gw", domain: "gw.example", addresses: addresses)
        change(&settings)
        return try #require(MediaGateway(Shared(settings), timers: Shared(MGCPTimers()), at: .start))
    }

    private static func at(_ seconds: Int64) -> Instant {
        .start.advanced(by: .seconds(seconds))
    }

    /// Lets the probe that is due go out and stay unanswered; returns what that means.
    private mutating func loseProbe(at seconds: Int64) -> MediaGateway.Action? {
        guard case .probe = self.gateway.advance(to: Self.at(seconds)) else {
            Issue.record("no probe is due")
            return nil
        }
        return self.gateway.probeUnanswered(at: Self.at(seconds + 20))
    }

    // MARK: Reachability

    @Test
    func `a gateway without an address is none`() {
        let settings = MediaGatewaySettings(name: "gw", domain: "gw.example", addresses: [])
        #expect(MediaGateway(Shared(settings), timers: Shared(MGCPTimers()), at: .start) == nil)
    }

    @Test
    mutating func `an untested gateway takes calls, is probed at once and resumes with its first sign of life`() {
        #expect(self.gateway.reachability == .untested)
        #expect(self.gateway.admitsCalls(at: .start))
        #expect(self.gateway.advance(to: .start) == .probe(Self.first))
        #expect(self.gateway.answered(.audit, from: Self.first, at: Self.at(1)) == .resume)
        #expect(self.gateway.answered(.command, from: Self.first, at: Self.at(2)) == nil)
        #expect(self.gateway.reachability == .reachable)
    }

    @Test
    mutating func `only an idle gateway is probed`() {
        _ = self.gateway.advance(to: .start)
        _ = self.gateway.answered(.audit, from: Self.first, at: .start)
        for second in stride(from: Int64(10), through: 300, by: 50) {
            #expect(self.gateway.advance(to: Self.at(second)) == nil)
            _ = self.gateway.heard(at: Self.at(second))
        }
        #expect(self.gateway.nextDeadline == Self.at(320))
        #expect(self.gateway.advance(to: Self.at(320)) == .probe(Self.first))
        #expect(self.gateway.advance(to: Self.at(600)) == nil)
    }

    @Test
    mutating func `silence disconnects, silence again gives calls up, and waits double from 15 s to 600 s`() {
        _ = self.gateway.advance(to: .start)
        _ = self.gateway.answered(.audit, from: Self.first, at: .start)
        #expect(self.loseProbe(at: 60) == .disconnect)
        #expect(!self.gateway.admitsCalls(at: Self.at(80)))
        #expect(self.loseProbe(at: 95) == .giveUpCalls)
        #expect(self.gateway.reachability == .lost)
        var waits: [Int64] = []
        var now: Int64 = 115
        for _ in 0..<7 {
            let due = self.gateway.nextDeadline?.nanoseconds ?? 0
            waits.append(due / 1_000_000_000 - now)
            #expect(self.loseProbe(at: now + (waits.last ?? 0)) == nil)
            now += (waits.last ?? 0) + 20
        }
        #expect(waits == [30, 60, 120, 240, 480, 600, 600])
        #expect(self.gateway.heard(at: Self.at(now)) == .resume)
        #expect(self.gateway.admitsCalls(at: Self.at(now)))
    }

    @Test
    mutating func `a gateway that is back before the second silence has lost no call`() {
        _ = self.gateway.advance(to: .start)
        _ = self.gateway.answered(.audit, from: Self.first, at: .start)
        #expect(self.gateway.unanswered(at: Self.at(40)) == .disconnect)
        #expect(self.gateway.unanswered(at: Self.at(41)) == nil)
        #expect(self.gateway.heard(at: Self.at(42)) == .resume)
        // The count begins anew.
        #expect(self.gateway.unanswered(at: Self.at(70)) == .disconnect)
    }

    @Test
    mutating func `a command that is ignored while others are answered says nothing about the gateway`() {
        _ = self.gateway.advance(to: .start)
        _ = self.gateway.answered(.audit, from: Self.first, at: .start)
        _ = self.gateway.heard(at: Self.at(15))
        #expect(self.gateway.unanswered(at: Self.at(20)) == nil)
        #expect(self.gateway.unanswered(at: Self.at(34)) == nil)
        #expect(self.gateway.unanswered(at: Self.at(36)) == .disconnect)
    }

    @Test
    mutating func `probes of a gateway that ignores audits stop and end no call`() {
        _ = self.gateway.answered(.command, from: Self.first, at: .start)
        #expect(self.loseProbe(at: 0) == nil)
        #expect(self.gateway.reachability == .reachable)
        #expect(self.gateway.nextDeadline == nil)
        _ = self.gateway.answered(.command, from: Self.first, at: Self.at(100))
        #expect(self.gateway.nextDeadline == nil)
    }

    @Test
    mutating func `a gateway that ignores audits is tried with a call when the wait is over`() {
        _ = self.gateway.answered(.command, from: Self.first, at: .start)
        _ = self.loseProbe(at: 0)
        #expect(self.gateway.unanswered(at: Self.at(100)) == .disconnect)
        #expect(!self.gateway.admitsCalls(at: Self.at(114)))
        #expect(self.gateway.admitsCalls(at: Self.at(115)))
        #expect(self.gateway.unanswered(at: Self.at(114)) == nil)
        #expect(self.gateway.unanswered(at: Self.at(135)) == .giveUpCalls)
        #expect(!self.gateway.admitsCalls(at: Self.at(164)))
        #expect(self.gateway.admitsCalls(at: Self.at(165)))
    }

    @Test
    mutating func `without a probe interval nothing is probed`() throws {
        self.gateway = try Self.gateway([Self.first]) { $0.probeInterval = nil }
        #expect(self.gateway.nextDeadline == nil)
        #expect(self.gateway.unanswered(at: Self.at(20)) == .disconnect)
        #expect(self.gateway.nextDeadline == nil)
        #expect(self.gateway.admitsCalls(at: Self.at(35)))
    }

    // MARK: Addresses

    @Test
    mutating func `a suspected address is left for the next one until all have failed`() {
        #expect(self.gateway.suspected(Self.first, at: .start) == .move(from: Self.first, to: Self.second))
        #expect(self.gateway.suspected(Self.first, at: .start) == nil)
        #expect(self.gateway.suspected(Self.second, at: .start) == .move(from: Self.second, to: Self.third))
        #expect(self.gateway.suspected(Self.third, at: .start) == nil)
        #expect(self.gateway.address == Self.third)
    }

    @Test
    mutating func `commands stay with the address that answered`() {
        _ = self.gateway.suspected(Self.first, at: .start)
        _ = self.gateway.answered(.command, from: Self.third, at: .start)
        #expect(self.gateway.address == Self.third)
        #expect(self.gateway.suspected(Self.third, at: Self.at(3)) == nil)
        #expect(self.gateway.suspected(Self.third, at: Self.at(4)) == .move(from: Self.third, to: Self.first))
    }

    @Test
    mutating func `ICMP moves commands at once, also from an address that has just answered`() {
        _ = self.gateway.answered(.command, from: Self.first, at: .start)
        #expect(self.gateway.unreachable(Self.first) == .move(from: Self.first, to: Self.second))
        #expect(self.gateway.unreachable(Self.first) == nil)
        #expect(self.gateway.unreachable(Self.second) == .move(from: Self.second, to: Self.third))
        #expect(self.gateway.unreachable(Self.third) == nil)
    }

    @Test
    mutating func `the port of an answer changes no address`() {
        _ = self.gateway.answered(.command, from: TransportAddress(Self.first.ip, 4444), at: .start)
        #expect(self.gateway.address == Self.first)
    }

    @Test
    mutating func `attempts go round all addresses`() {
        var probed: [MediaGateway.Action?] = [self.gateway.advance(to: .start)]
        _ = self.gateway.probeUnanswered(at: Self.at(20))
        for _ in 0..<3 {
            let due = self.gateway.nextDeadline ?? .start
            probed.append(self.gateway.advance(to: due))
            _ = self.gateway.probeUnanswered(at: due.advanced(by: .seconds(20)))
        }
        #expect(probed == [Self.first, Self.second, Self.third, Self.first].map { .probe($0) })
    }

    @Test(arguments: [
        (true, Self.second, true), (true, TransportAddress(Self.second.ip, 9), true),
        (false, Self.second, true), (false, TransportAddress(Self.second.ip, 9), false),
        (true, TransportAddress(IPAddress(v4: 0x0A00_0009), 2427), false),
    ])
    func `only configured addresses are listened to`(
        anyPort: Bool,
        source: TransportAddress,
        isListenedTo: Bool
    ) throws {
        let gateway = try Self.gateway([Self.first, Self.second]) { $0.acceptsAnyPort = anyPort }
        #expect(gateway.listens(to: source) == isListenedTo)
    }

    @Test(arguments: [
        ("gw.example", true), ("GW.Example", true), ("[10.0.0.2]", true), ("10.0.0.2", true), ("[10.0.0.9]", false),
        ("other.example", false), ("", false),
    ])
    func `a gateway is named by its domain or an address`(domain: ByteString, isNamed: Bool) {
        #expect(self.gateway.isNamed(MGCPName(domain)) == isNamed)
    }

    @Test(arguments: [
        ("521 1\r\nN: ca@[10.0.0.2]:2427\r\n", 0, Self.second), ("521 1\r\nN: [10.0.0.2]\r\n", 2, Self.second),
        ("521 1\r\nN: [10.0.0.2]\r\n", 3, nil), ("521 1\r\nN: [10.0.0.2]:9\r\n", 0, nil),
        ("521 1\r\nN: [10.0.0.9]\r\n", 0, nil), ("521 1\r\nN: [10.0.0.1]\r\n", 0, nil), ("521 1\r\n", 0, nil),
        ("521 1\r\nN: ca.example\r\n", 0, nil), ("500 1\r\nN: [10.0.0.2]\r\n", 0, nil),
    ])
    func `a 521 is followed to another address of the gateway, three times at most`(
        response: String,
        count: Int,
        address: TransportAddress?
    ) throws {
        let response = try #require(ReceivedMessages.response(response))
        #expect(self.gateway.redirection(response, after: count, limits: MGCPAgentLimits()) == address)
    }

    // MARK: Overload

    @Test
    mutating func `overload keeps new calls away, longer when it comes again soon`() {
        var lengths: [Int64] = []
        var now = Instant.start
        for _ in 0..<7 {
            self.gateway.overloaded(at: now)
            self.gateway.overloaded(at: now)
            #expect(!self.gateway.admitsCalls(at: now))
            let begin = now
            while !self.gateway.admitsCalls(at: now) {
                now = now.advanced(by: .seconds(1))
            }
            lengths.append(begin.duration(to: now).components.seconds)
        }
        #expect(lengths == [1, 2, 4, 8, 16, 32, 32])
        now = now.advanced(by: .seconds(33))
        self.gateway.overloaded(at: now)
        #expect(self.gateway.admitsCalls(at: now.advanced(by: .seconds(1))))
    }
}
