import CallModel
import ProtocolKit
import SDP

/// What an m-line says, as far as ports and the relay are concerned; read once from its description.
struct DescribedStream: Sendable {
    let index: Int
    let isRejected: Bool

    /// Whether the relay can carry it and may.
    let isUsable: Bool
    let isRTP: Bool
    let isAudio: Bool
    let isEncrypted: Bool
    let hasRTCPMux: Bool
    let direction: MediaDirection
    let remote: TransportAddress?
    let remoteRTCP: TransportAddress?
    let payloads: PayloadSummary

    init(_ media: MediaDescription, _ settings: MediaSettings) {
        let isRejected = media.isRejected
        let transport = media.transport
        self.index = media.index
        self.isRejected = isRejected
        self.isUsable = !isRejected && media.index < settings.streamsPerLeg && media.obstacle == nil
        self.isRTP = transport.isRTP
        self.isAudio = media.kind == .audio
        self.isEncrypted = transport.isSecure
        self.hasRTCPMux = media.hasRTCPMux
        self.direction = media.effectiveDirection
        self.remote = media.remoteAddress
        self.remoteRTCP = media.rtcpAddress
        self.payloads = self.isRTP && self.isUsable ? media.payloadSummary : PayloadSummary()
    }

    /// The m-lines of a description.
    static func all(of description: SessionDescription, _ settings: MediaSettings) -> [DescribedStream] {
        let media = description.media
        var streams: [DescribedStream] = []
        streams.reserveCapacity(media.count)
        for index in 0..<media.count {
            streams.append(DescribedStream(media[index], settings))
        }
        return streams
    }
}

/// An offer on its way from one leg to another.
struct PassedOffer: Sendable {
    let origin: MediaSource
    let offer: SessionDescription
    let streams: [DescribedStream]

    /// Whether it was passed on with ports of ours in it.
    var isAnchored: Bool {
        self.streams.count == self.offer.media.count
    }
}

extension RemoteStream {
    /// The far end of an m-line as it describes itself; `other` is what it was told or is going to be told.
    init(_ stream: DescribedStream, other: DescribedStream?) {
        let isRefused = !stream.isUsable || other?.isRejected == true
        let isMultiplexed = stream.hasRTCPMux && other?.hasRTCPMux == true
        self.init(
            index: stream.index,
            remote: isRefused ? nil : stream.remote,
            remoteRTCP: isRefused ? nil : isMultiplexed ? stream.remote : stream.remoteRTCP,
            receives: !isRefused && stream.direction.receives,
            sends: !isRefused && stream.direction.sends && other?.direction.receives ?? true
        )
    }
}

extension StreamFormats {
    /// What both sides of an m-line named.
    ///
    /// Comfort noise by its assigned type is let through with narrow-band audio: peers send it unasked (RFC 3389 §4).
    init(_ stream: DescribedStream, _ other: DescribedStream?) {
        let first = stream.payloads
        let second = other?.payloads ?? PayloadSummary()
        let clockRate = second.clockRate ?? first.clockRate ?? 8000
        var accepted = PayloadTypes(low: first.low | second.low, high: first.high | second.high)
        if stream.isAudio, clockRate == 8000 {
            accepted.insert(13)
        }
        self.init(
            accepted: accepted,
            events: PayloadTypes(
                low: first.lowEvents | second.lowEvents,
                high: first.highEvents | second.highEvents
            ),
            clockRate: clockRate,
            isEncrypted: stream.isEncrypted
        )
    }
}
