import MGCPSyntax
import ProtocolKit
import SDP

/// Writes what is asked of a new connection, L (RFC 3435 §3.2.2.10), as its gateway takes it.
struct ConnectionOptionsWriter: Sendable {
    let settings: Shared<MediaGatewaySettings>

    /// The most codecs that a connection is offered.
    private static let mostCodecs = 8

    /// Appends L, unless nothing is asked for.
    ///
    /// With a description of the far side the codecs are those of both, in our order, so that the gateway need not
    /// choose; when there is none in common the gateway says so (534).
    /// `mayHaveEvents` says whether the far side takes DTMF digits within RTP, as far as is known.
    func append(
        remote: SessionDescription?,
        mayHaveEvents: Bool,
        isFallenBack: Bool,
        to writer: inout MGCPMessageWriter
    ) {
        let takesEvents = self.settings.value.relaysEvents && self.settings.value.takesCodecLists
        let wantsEvents = takesEvents && mayHaveEvents && !isFallenBack
        let codecs = self.codecs(remote, isFallenBack)
        writer.parameter(.localConnectionOptions) { options in
            self.append(codecs, wantsEvents, isFallenBack, to: &options)
        }
    }

    private func append(
        _ codecs: [ByteString],
        _ wantsEvents: Bool,
        _ isFallenBack: Bool,
        to options: inout [UInt8]
    ) {
        let start = options.count
        if let packetization = self.settings.value.packetization, !isFallenBack {
            options.append("p:")
            options.appendDecimal(packetization)
            options.append(", ")
        }
        for (place, codec) in codecs.enumerated() {
            options.append(place == 0 ? "a:" : ";")
            options.append(contentsOf: codec.bytes)
        }
        if wantsEvents {
            options.append(codecs.isEmpty ? "a:" : ";")
            options.append("telephone-event, fmtp:\"telephone-event 0-15\"")
        } else if codecs.isEmpty, options.count > start {
            options.removeLast(2)
        }
    }

    private func codecs(_ remote: SessionDescription?, _ isFallenBack: Bool) -> [ByteString] {
        if isFallenBack {
            return ["PCMU"]
        }
        var codecs = self.settings.value.codecs
        if let audio = remote?.media.first(where: { $0.kind == .audio }) {
            if codecs.isEmpty {
                codecs = audio.payloads.filter { !$0.isAuxiliary }.map(\.name).filter(\.isEncodingName)
            } else {
                let common = codecs.filter(audio.hasEncoding)
                codecs = common.isEmpty ? codecs : common
            }
        }
        return Array(codecs.prefix(self.settings.value.takesCodecLists ? Self.mostCodecs : 1))
    }
}

extension ByteString {
    /// Whether it can stand in L without saying something else; what a peer calls its codecs is not ours.
    fileprivate var isEncodingName: Bool {
        !self.isEmpty
            && self.bytes.allSatisfy { octet in
                octet.isASCIILetter || octet.isASCIIDigit || octet == 0x2D || octet == 0x2E || octet == 0x5F
            }
    }
}
