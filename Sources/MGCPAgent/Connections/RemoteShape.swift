import ProtocolKit
import SDP

/// How a description of call control is cut down to the one audio stream that a gateway takes, and how the gateway's
/// is filled up again to as many m-lines as were offered (RFC 3264 §6).
struct RemoteShape: Sendable {
    /// An m-line that is refused.
    private struct Refusal: Sendable {
        let line: [UInt8]
        /// Whether it stands before the audio.
        let isBefore: Bool
    }

    private var refused: [Refusal] = []

    init() {}

    /// Whether there is nothing to fill up.
    var isPlain: Bool {
        self.refused.isEmpty
    }

    /// Takes the audio out of a description; `nil` when there is none to be heard.
    mutating func cut(_ description: SessionDescription) -> SessionDescription? {
        self.refused = []
        guard description.media.count != 1 else {
            return description.media.first?.kind == .audio ? description : nil
        }
        guard let audio = description.media.first(where: { $0.kind == .audio && !$0.isRejected }) else {
            return nil
        }
        var kept: [UInt8] = []
        var place = -1
        for line in description.serialized().split(separator: 0x0A) {
            if line.starts(with: [0x6D, 0x3D]) {
                place += 1
                if place != audio.index {
                    self.refused.append(Refusal(line: Self.withoutPort(line), isBefore: place < audio.index))
                }
            }
            if place == -1 || place == audio.index {
                kept.append(contentsOf: line)
                kept.append(0x0A)
            }
        }
        return try? SessionDescription(parsing: kept)
    }

    /// Fills the gateway's description up to what was offered.
    func fill(_ description: SessionDescription) -> SessionDescription {
        guard !self.isPlain else {
            return description
        }
        var text: [UInt8] = []
        for line in description.serialized().split(separator: 0x0A) {
            if line.starts(with: [0x6D, 0x3D]) {
                for refusal in self.refused where refusal.isBefore {
                    text.append(contentsOf: refusal.line)
                }
            }
            text.append(contentsOf: line)
            text.append(0x0A)
        }
        for refusal in self.refused where !refusal.isBefore {
            text.append(contentsOf: refusal.line)
        }
        return (try? SessionDescription(parsing: text)) ?? description
    }

    /// An m-line with port 0 and nothing under it.
    private static func withoutPort(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var fields = line.split(separator: 0x20)
        if fields.count > 1 {
            fields[1] = [0x30]
        }
        var bytes: [UInt8] = []
        for (place, field) in fields.enumerated() {
            if place > 0 {
                bytes.append(0x20)
            }
            bytes.append(contentsOf: field)
        }
        bytes.append(contentsOf: bytes.last == 0x0D ? [0x0A] : [0x0D, 0x0A])
        return bytes
    }
}

extension SessionDescription {
    /// The same with this direction of its audio, which a gateway may have set to the mode of the moment.
    func with(_ direction: MediaDirection) -> SessionDescription {
        guard self.media.contains(where: { !$0.isRejected && $0.effectiveDirection != direction }) else {
            return self
        }
        var session = LocalSession(
            sessionID: 0,
            address: self.media.first?.ip ?? .loopbackV4
        )
        let rewrites = self.media.map { media -> MediaRewrite in
            guard !media.isRejected, let ip = media.ip else {
                return .refused
            }
            let rtcp = media.rtcpAddress?.port
            return .anchored(MediaAddress(ip, port: media.port, rtcpPort: rtcp), direction: direction)
        }
        return session.rewrite(self, media: rewrites)
    }

    /// Whether RTP events are among its encodings (RFC 4733).
    var hasTelephoneEvents: Bool {
        guard let summary = self.media.first(where: { $0.kind == .audio })?.payloadSummary else {
            return false
        }
        return summary.lowEvents | summary.highEvents != 0
    }
}
