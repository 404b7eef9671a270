import ProtocolKit
import SIPAgent
import Testing

struct TrunkProbeTests {
    private var probe: TrunkProbe
    private var now = Instant.start

    init() {
        var identifiers = IdentifierSource(seed: 5)
        var configuration = TrunkProbeConfiguration()
        configuration.answersUntilUp = 2
        self.probe = TrunkProbe(configuration, identifiers: &identifiers)
        self.probe.start(at: self.now)
    }

    private mutating func ask() -> TrunkProbe.Action? {
        self.now = self.probe.nextDeadline ?? self.now
        return self.probe.advance(to: self.now)
    }

    @Test
    mutating func `it takes several failures to go down and several answers to come back`() {
        #expect(self.ask() == .send)
        #expect(self.probe.receiveNoResponse(at: self.now) == nil)
        #expect(self.probe.isReachable)
        #expect(self.ask() == .send)
        #expect(self.probe.receiveNoResponse(at: self.now) == .changed(isReachable: false))
        #expect(self.ask() == .send)
        #expect(self.probe.receive(status: 200, at: self.now) == nil)
        #expect(self.ask() == .send)
        #expect(self.probe.receive(status: 405, at: self.now) == .changed(isReachable: true))
        #expect(self.probe.isReachable)
    }

    @Test
    mutating func `an answer in between starts the count anew`() {
        for status in [UInt16(503), 200, 408, 404, 503] {
            #expect(self.ask() == .send)
            #expect(self.probe.receive(status: status, at: self.now) == nil)
        }
        #expect(self.probe.isReachable)
    }

    @Test
    mutating func `it asks more often while the trunk is silent`() throws {
        _ = self.ask()
        _ = self.probe.receive(status: 200, at: self.now)
        let calm = self.now.duration(to: try #require(self.probe.nextDeadline))
        #expect(calm >= .seconds(30) && calm < .seconds(33))
        _ = self.ask()
        _ = self.probe.receiveNoResponse(at: self.now)
        let worried = self.now.duration(to: try #require(self.probe.nextDeadline))
        #expect(worried >= .seconds(10) && worried < .seconds(11))
    }

    @Test
    mutating func `stray responses and stopping are harmless`() {
        #expect(self.probe.receive(status: 200, at: self.now) == nil)
        _ = self.ask()
        self.probe.stop()
        #expect(self.probe.receive(status: 200, at: self.now) == nil)
        #expect(self.probe.nextDeadline == nil)
    }
}

struct TrunkDirectoryTests {
    private static func trunk(_ name: ByteString, _ sources: [String]) -> SIPTrunkConfiguration {
        SIPTrunkConfiguration(name: name, uri: "sip:x", sources: sources.compactMap { AddressPrefix($0) })
    }

    private var directory = TrunkDirectory([
        Self.trunk("one", ["192.0.2.0/24", "2001:db8::/32"]), Self.trunk("two", ["198.51.100.1"]),
    ])

    @Test(
        arguments: [
            ("192.0.2.255", "one"), ("2001:db8:ffff::1", "one"), ("198.51.100.1", "two"), ("198.51.100.2", nil),
            ("192.0.3.0", nil), ("2001:db9::1", nil), ("::ffff:192.0.2.1", "one"),
        ] as [(String, ByteString?)]
    )
    func `a source address names its trunk`(address: String, name: ByteString?) throws {
        #expect(self.directory.trunk(from: try #require(IPAddress(address)))?.name == name)
    }

    @Test
    mutating func `the addresses of a source host follow the resolver`() throws {
        let address = try #require(IPAddress("203.0.113.5"))
        self.directory.update(1, host: "provider.example", addresses: [address])
        #expect(self.directory.trunk(from: address)?.name == "two")
        self.directory.update(1, host: "provider.example", addresses: [])
        #expect(self.directory.trunk(from: address) == nil)
    }

    @Test(arguments: ["192.0.2.0/33", "192.0.2.0/", "192.0.2/24", "::/129", "host", "1.2.3.4/8/8"])
    func `malformed prefixes are refused`(text: String) {
        #expect(AddressPrefix(text) == nil)
    }

    @Test
    func `a prefix of no bits contains its family`() throws {
        let all = try #require(AddressPrefix("0.0.0.0/0"))
        #expect(all.contains(.loopbackV4))
        #expect(!all.contains(.anyV6))
        let everything = try #require(AddressPrefix("::/0"))
        #expect(everything.contains(.loopbackV4), "mapped addresses are part of ::/0")
    }
}
