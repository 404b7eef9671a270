import MGCPAgent
import MGCPSyntax
import ProtocolKit

extension TandemConfiguration {
    /// The port that media gateways listen on unless another is named (RFC 3435 §3.5).
    private static let gatewayPort: UInt16 = 2427

    mutating func readMediaGateways(_ root: Section, reachedFrom local: IPAddress) {
        for section in root.sections("gateways") ?? [] {
            let gateway = self.mediaGateway(section, reachedFrom: local)
            section.end()
            self.refuseTwins(of: gateway, section)
            self.mgcp.gateways.append(gateway)
        }
    }

    private func mediaGateway(_ section: Section, reachedFrom local: IPAddress) -> MediaGatewaySettings {
        let name = section.required("name", "give it a name for lines, trunk groups and logs")
        let addresses = self.addresses(section, reachedFrom: local)
        var domain = addresses.first.map(Self.domain(of:)) ?? "x"
        section.read("domain", into: &domain)
        if EndpointName(ByteString("x@\(domain)")) == nil {
            section.report("domain", "`\(domain)` is none; write a name, or an address in brackets as [192.0.2.20]")
            domain = "x"
        }
        var gateway = MediaGatewaySettings(name: name, domain: domain, addresses: addresses)
        section.read("any-port", into: &gateway.acceptsAnyPort)
        section.read("profile", of: ["mgcp": .mgcp, "ncs": .ncs, "tgcp": .tgcp], into: &gateway.profile)
        gateway.codecs = section.scalars("codecs")?.map { ByteString($0.text) } ?? gateway.codecs
        section.read("codec-lists", into: &gateway.takesCodecLists)
        Self.readPacketization(section, &gateway)
        section.read("relay-events", into: &gateway.relaysEvents)
        section.read("digit-map-limit", in: 8...65_535, into: &gateway.digitMapLimit)
        section.read("wildcards", into: &gateway.takesWildcards)
        section.read("minimal", into: &gateway.isMinimal)
        section.read("quarantine", of: ["step": false, "loop": true], into: &gateway.takesLoops)
        section.read("ringing-mode", of: ["sendrecv": true, "inactive": false], into: &gateway.opensWhileRinging)
        section.read("probe-interval", in: .seconds(1)...(.seconds(86400)), into: &gateway.probeInterval)
        return gateway
    }

    private func addresses(_ section: Section, reachedFrom local: IPAddress) -> [TransportAddress] {
        guard let scalars = section.scalars("addresses"), !scalars.isEmpty else {
            section.report("addresses", "missing; write where the gateway listens, as 192.0.2.20 or 192.0.2.20:2427")
            return []
        }
        return scalars.compactMap { scalar in
            guard let address = section.address(scalar, port: Self.gatewayPort) else {
                return nil
            }
            if address.ip.isV4 != local.isV4 {
                section.report(scalar, "\(address.ip) cannot be reached from mgcp.address, which is \(local)")
            } else if local.isLoopback, !address.ip.isLoopback {
                section.report(
                    scalar,
                    "\(address.ip) cannot be reached from \(local); name an address of this host in mgcp.address"
                )
            }
            return address
        }
    }

    /// An address as a domain: in brackets (RFC 3435 §3.2.1.3).
    private static func domain(of address: TransportAddress) -> ByteString {
        ByteString("[\(address.ip)]")
    }

    private static func readPacketization(_ section: Section, _ gateway: inout MediaGatewaySettings) {
        if section.scalar("packetization")?.text == "any" {
            gateway.packetization = nil
            return
        }
        var time = Duration.milliseconds(gateway.packetization.map(Int.init) ?? 20)
        section.read("packetization", in: .milliseconds(5)...(.milliseconds(200)), into: &time)
        gateway.packetization = UInt16(clamping: time.nanoseconds / 1_000_000)
    }

    /// Commands name a gateway by its domain, and come from its addresses: two gateways must differ in both.
    private func refuseTwins(of gateway: MediaGatewaySettings, _ section: Section) {
        for other in self.mgcp.gateways {
            if other.name == gateway.name {
                section.report("name", "the name `\(gateway.name)` is taken by another gateway")
            }
            if other.domain.equalsIgnoringCase(gateway.domain) {
                section.report("domain", "the domain `\(gateway.domain)` is gateway `\(other.name)`'s")
            }
            if let shared = gateway.addresses.first(where: other.addresses.contains) {
                section.report("addresses", "\(shared) is gateway `\(other.name)`'s")
            }
        }
    }
}
