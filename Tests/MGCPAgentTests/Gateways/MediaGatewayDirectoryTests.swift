import MGCPAgent
import MGCPSyntax
import ProtocolKit
import Testing

/// Gateways by address and in time.
struct MediaGatewayDirectoryTests {
    private static let ip = IPAddress(v4: 0x0A00_0001)

    private static func directory(_ settings: [MediaGatewaySettings]) -> MediaGatewayDirectory {
        MediaGatewayDirectory(settings.map { Shared($0) }, timers: Shared(MGCPTimers()), at: .start)
    }

    private static func gateway(
        _ name: ByteString,
        _ addresses: TransportAddress...,
        anyPort: Bool = true
    )
        -> MediaGatewaySettings
    {
        var settings = MediaGatewaySettings(name: name, domain: name, addresses: addresses)
        settings.acceptsAnyPort = anyPort
        return settings
    }

    @Test
    func `of gateways that share an IP address the port decides, then the name`() {
        let directory = Self.directory([
            Self.gateway("strict", TransportAddress(Self.ip, 2427), anyPort: false),
            Self.gateway("a", TransportAddress(Self.ip, 2428)),
            Self.gateway("b", TransportAddress(Self.ip, 2429)),
        ])
        #expect(directory.place(of: TransportAddress(Self.ip, 2427)) == 0)
        #expect(directory.place(of: TransportAddress(Self.ip, 2429)) == 2)
        #expect(directory.place(of: TransportAddress(Self.ip, 9)) == 1)
        #expect(directory.place(of: TransportAddress(Self.ip, 9), naming: "B") == 2)
        #expect(directory.place(of: TransportAddress(Self.ip, 9), naming: "strict") == 1)
        #expect(directory.place(of: TransportAddress(IPAddress(v4: 1), 2427)) == nil)
        #expect(directory.place(of: TransportAddress(IPAddress(v4: 1), 2427), naming: "a") == nil)
    }

    @Test
    func `each gateway is probed when it is idle, and one without an address is left out`() {
        var directory = Self.directory([
            Self.gateway("a", TransportAddress(Self.ip, 2427)),
            Self.gateway("none"),
            Self.gateway("b", TransportAddress(Self.ip, 2428)),
        ])
        var probed: [Int] = []
        while let (place, _) = directory.advance(to: .start) {
            probed.append(place)
            _ = directory.tell(place) { $0?.answered(.audit, from: TransportAddress(Self.ip, 2427), at: .start) }
        }
        #expect(probed.sorted() == [0, 2])
        let later = Instant.start.advanced(by: .seconds(30))
        _ = directory.tell(0) { $0?.heard(at: later) }
        #expect(directory.nextDeadline == .start.advanced(by: .seconds(60)))
        let first = directory.advance(to: .start.advanced(by: .seconds(60)))
        #expect(first?.place == 2)
        #expect(directory.advance(to: .start.advanced(by: .seconds(60))) == nil)
        #expect(directory.nextDeadline == .start.advanced(by: .seconds(90)))
        #expect(directory.tell(1) { $0?.heard(at: later) } == nil)
    }
}
