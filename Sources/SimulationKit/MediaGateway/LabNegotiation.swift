import MGCPSyntax
import ProtocolKit
import SDP

/// What a connection can be: its options against the gateway's abilities and the other side's description
/// (RFC 3435 §2.6).
struct LabNegotiation {
    let configuration: LabGatewayConfiguration
    let options: LocalConnectionOptions
    let remote: SessionDescription?

    /// The formats, the codecs first; payload types are those of the other side where it has some.
    func formats() throws(LabRefusal) -> [PayloadFormat] {
        try self.checkOptions()
        var formats = try self.allowedCodecs()
        if let events = self.configuration.eventPayloadType, self.wantsEvents {
            formats.append(PayloadFormat(events, "telephone-event", clockRate: 8000))
        }
        guard let remote else {
            return formats
        }
        guard let audio = remote.media.first(where: { $0.kind == .audio }), !audio.isRejected,
            audio.transport == .rtpAVP
        else {
            throw LabRefusal(.unsupportedRemoteDescriptor)
        }
        let offered = audio.payloads
        let common = formats.compactMap { format in offered.first { $0.isSameEncoding(as: format) } }
        guard common.contains(where: { !$0.isAuxiliary }) else {
            throw LabRefusal(.codecNegotiationFailure)
        }
        return common
    }

    /// The packetization period that is described, when one was asked for.
    var packetization: UInt16? {
        self.options.packetization.map { min(max($0.lowerBound, self.configuration.packetizations.lowerBound), 60) }
    }

    private func allowedCodecs() throws(LabRefusal) -> [PayloadFormat] {
        let names = self.options.codecs.filter { $0 != "telephone-event" }
        guard !names.isEmpty else {
            return self.configuration.codecs
        }
        if self.configuration.quirks.takesOneCodec, names.count > 1 {
            throw LabRefusal(.codecNegotiationFailure)
        }
        let allowed = names.compactMap { name in
            self.configuration.codecs.first { MGCPName($0.name) == Self.encoding(name) }
        }
        guard !allowed.isEmpty else {
            throw LabRefusal(.codecNegotiationFailure)
        }
        return allowed
    }

    /// The encoding's name; some write `G.711` and `audio/PCMU`.
    private static func encoding(_ name: MGCPName) -> MGCPName {
        switch name {
        case "G.711", "G711", "G.711U", "audio/PCMU": "PCMU"
        case "G.711A", "audio/PCMA": "PCMA"
        default: name
        }
    }

    /// Events are described unless the options name codecs and no events (RFC 4733 §2.5.1, RFC 3660 §2.9 `fmtp`).
    private var wantsEvents: Bool {
        self.options.codecs.isEmpty || self.options.codecs.contains("telephone-event")
            || self.options.others.contains { option in
                option.name == "fmtp" && option.values.contains { $0.mentionsEvents }
            }
    }

    private func checkOptions() throws(LabRefusal) {
        if let period = self.options.packetization, !period.overlaps(self.configuration.packetizations) {
            throw LabRefusal(.unsupportedPacketizationPeriod)
        }
        // G.711 with its headers in packets of 20 ms takes 80 kbit/s; 64 is what peers write for it.
        if let bandwidth = self.options.bandwidth, bandwidth.upperBound < 64 {
            throw LabRefusal(.insufficientBandwidth)
        }
        if self.options.encryption != nil {
            throw LabRefusal(.unsupportedOption)
        }
        if self.options.networks.contains(where: { $0 != "IN" && $0 != "LOCAL" }) {
            throw LabRefusal(.unsupportedOptionValue)
        }
        for option in self.options.others {
            guard
                option.name == "fmtp" || option.name.text.bytes.starts(with: [0x78, 0x2D])
                    || option.name.text.bytes.starts(with: [0x58, 0x2D])
            else {
                throw LabRefusal(.unknownOption)
            }
        }
    }
}

extension LocalConnectionOptions.Option.Value {
    fileprivate var mentionsEvents: Bool {
        switch self {
        case .word(let text), .quoted(let text):
            text.lowercased.bytes.starts(with: Array("telephone-event".utf8))
        }
    }
}
