import MGCPSyntax
import ProtocolKit
import SDP

/// Writes what is asked of a new connection, L (RFC 3435 §3.2.2.10), as its gateway takes it.
struct ConnectionOptionsWriter: Sendable {
    let settings: MediaGatewaySettings

    /// Appends L, unless nothing is asked for.
    ///
    /// With a description of the far side the codecs are those of both, in our order, so that the gateway need not
    /// choose; when there is none in common the gateway says so (534).
    func append(remote: SessionDescription?, isFallenBack: Bool, to writer: inout MGCPMessageWriter) {
        var options = LocalConnectionOptions()
        options.codecs = self.codecs(remote, isFallenBack)
        if let packetization = self.settings.packetization, !isFallenBack {
            options.packetization = packetization...packetization
        }
        if self.wantsEvents(remote), !isFallenBack, self.settings.takesCodecLists {
            options.codecs.append("telephone-event")
            options.others.append(LocalConnectionOptions.Option("fmtp", [.quoted("telephone-event 0-15")]))
        }
        if !options.codecs.isEmpty || options.packetization != nil {
            writer.parameter(options)
        }
    }

    private func codecs(_ remote: SessionDescription?, _ isFallenBack: Bool) -> [MGCPName] {
        if isFallenBack {
            return ["PCMU"]
        }
        var codecs = self.settings.codecs
        if let audio = remote?.media.first(where: { $0.kind == .audio }) {
            let offered = audio.payloads.filter { !$0.isAuxiliary }
            let common = codecs.filter { codec in offered.contains { $0.name.equalsIgnoringCase(codec) } }
            codecs = common.isEmpty ? codecs : common
            if self.settings.codecs.isEmpty {
                codecs = offered.map(\.name)
            }
        }
        return codecs.prefix(self.settings.takesCodecLists ? 8 : 1).map { MGCPName($0) }
    }

    private func wantsEvents(_ remote: SessionDescription?) -> Bool {
        self.settings.relaysEvents && (remote?.hasTelephoneEvents ?? true)
    }
}
