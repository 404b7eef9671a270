import CallControl
import CallModel
import MediaRelay
import ProtocolKit

extension TandemConfiguration {
    mutating func readMedia(_ section: Section) {
        var ports = self.media.interfaces.first?.ports ?? 30_000...39_999
        if let scalar = section.scalar("ports") {
            ports = Self.ports(scalar, section) ?? ports
        }
        if let scalars = section.scalars("addresses") {
            self.media.interfaces = scalars.compactMap { Self.interface($0, ports: ports, section) }
        } else {
            self.media.interfaces = [MediaInterface(address: .loopbackV4, ports: ports)]
        }
        section.read("threads", in: 1...256, into: &self.media.threads)
        section.read("quarantine", in: .zero...(.seconds(600)), into: &self.media.quarantine)
        section.read("streams", in: 1...64, into: &self.media.streamsPerLeg)
        Self.read(&self.media.profile, section)
        section.read(
            "silence-ends-call",
            of: ["never": CallConfiguration.SilencePolicy.ignore, "any-leg": .anyLeg, "all-legs": .allLegs],
            into: &self.calls.silence
        )
        section.end()
        self.relay.threads = Int(self.media.threads)
    }

    /// How media is treated: in general, or on one trunk where it differs.
    static func read(_ profile: inout MediaProfile, _ section: Section) {
        section.read("audio-dscp", in: 0...63, into: &profile.audioCodePoint)
        section.read("video-dscp", in: 0...63, into: &profile.videoCodePoint)
        section.read(
            "family",
            of: ["any": nil, "ipv4": MediaProfile.Family.ipv4, "ipv6": .ipv6],
            into: &profile.family
        )
        var packets: UInt16 = 5
        section.read("latch-packets", in: 1...1000, into: &packets)
        section.read(
            "source",
            of: ["strict": .strict, "address": .address, "latch": .latch(window: packets, within: nil)],
            into: &profile.sourceRule
        )
        section.read("silence", in: .seconds(2)...(.seconds(86400)), into: &profile.silenceTimeout)
    }

    private static func ports(_ scalar: Section.Scalar, _ section: Section) -> ClosedRange<UInt16>? {
        let parts = scalar.text.split(separator: "-").map { UInt16($0.filter { $0 != " " }) }
        guard parts.count == 2, let first = parts[0], let last = parts[1], first >= 1024, last > first else {
            section.report(scalar, "`\(scalar.text)` is no range of ports; write the first and last, as 30000-39999")
            return nil
        }
        return first...last
    }

    private static func interface(
        _ scalar: Section.Scalar,
        ports: ClosedRange<UInt16>,
        _ section: Section
    ) -> MediaInterface? {
        guard let address = IPAddress(scalar.text) else {
            section.report(
                scalar,
                "`\(scalar.text)` is no address; write one of this host, as 192.0.2.1 or 2001:db8::1"
            )
            return nil
        }
        guard !address.isUnspecified, !address.isMulticastOrBroadcast else {
            section.report(scalar, "`\(scalar.text)` cannot be told to peers; write one address of this host")
            return nil
        }
        return MediaInterface(address: address, ports: ports)
    }
}
