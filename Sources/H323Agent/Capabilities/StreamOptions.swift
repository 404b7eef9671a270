package import ProtocolKit
package import SDP

/// What one party can receive of one medium, and where: an m-line of SDP as H.245 can say it.
package struct StreamOptions: Hashable, Sendable {
    /// One encoding with the payload type that its receiver expects.
    package struct Choice: Hashable, Sendable {
        /// What a channel would carry.
        package var format: ChannelFormat

        /// The payload type of a dynamic one; `nil` for those that RFC 3551 assigns and for fax.
        package var payloadType: UInt8?

        package init(_ format: ChannelFormat, payloadType: UInt8? = nil) {
            self.format = format
            self.payloadType = payloadType
        }
    }

    /// The media.
    package var kind: MediaKind

    /// The encodings, the preferred one first.
    package var choices: [Choice] = []

    /// The payload type of telephone events, when they are wanted (RFC 4733).
    package var events: UInt8?

    /// Where RTP is received; `nil` when it is not known yet.
    package var address: TransportAddress?

    /// Where RTCP is received, when that is not the port after RTP.
    package var controlAddress: TransportAddress?

    /// What the party wants to do, seen by itself.
    package var direction: MediaDirection = .sendrecv

    package init(_ kind: MediaKind) {
        self.kind = kind
    }

    /// The address for RTCP that goes with ``address``.
    package var effectiveControlAddress: TransportAddress? {
        self.controlAddress ?? self.address.map { TransportAddress($0.ip, $0.port &+ 1) }
    }

    /// The choice that carries this encoding.
    package func choice(for format: ChannelFormat) -> Choice? {
        self.choices.first { $0.format.isSameEncoding(as: format) }
    }
}

// MARK: SDP

extension StreamOptions {
    /// The payload type of H.264 where nobody has named one.
    static let defaultVideoPayloadType: UInt8 = 97

    /// Reads an m-line; `nil` when it is refused or holds nothing that H.245 can name.
    package init?(_ media: MediaDescription) {
        guard !media.isRejected else {
            return nil
        }
        self.init(media.kind)
        switch media.kind {
        case .audio: self.readAudio(media)
        case .video: self.readVideo(media)
        case .image: self.choices = FaxFormat(media).map { [Choice(.fax($0))] } ?? []
        case .application, .message, .text, .other: return nil
        }
        guard !self.choices.isEmpty else {
            return nil
        }
        self.address = media.remoteAddress
        if let control = media.rtcpAddress, let address = self.address, control.port != address.port &+ 1 {
            self.controlAddress = control
        }
        self.direction = media.effectiveDirection
    }

    /// All m-lines that H.245 can say, each kind once.
    package static func all(of description: SessionDescription) -> [StreamOptions] {
        var all: [StreamOptions] = []
        for media in description.media {
            if let stream = StreamOptions(media), !all.contains(where: { $0.kind == stream.kind }) {
                all.append(stream)
            }
        }
        return all
    }

    private mutating func readAudio(_ media: MediaDescription) {
        guard media.transport.isRTP else {
            return
        }
        for payload in media.payloads {
            let formats = AudioFormat.formats(
                of: payload,
                parameters: media.formatParameters(payload.payloadType),
                milliseconds: media.ptime
            )
            for format in formats where !self.choices.contains(where: { $0.format == .audio(format) }) {
                self.choices.append(Choice(.audio(format)))
            }
        }
        // The events of another clock could not be told from the codec's (RFC 4733 §2.1).
        let events = media.payloads.first { $0.isTelephoneEvent && $0.clockRate == 8000 }
        self.events = events.flatMap { (96...127).contains($0.payloadType) ? $0.payloadType : nil }
    }

    private mutating func readVideo(_ media: MediaDescription) {
        guard media.transport.isRTP else {
            return
        }
        let rate = media.bandwidths.lazy.compactMap(Self.hundredsOfBits).first
        for payload in media.payloads {
            let parameters = media.formatParameters(payload.payloadType)
            if let format = VideoFormat(payload, parameters: parameters, maxBitRate: rate) {
                let isDynamic = (96...127).contains(payload.payloadType)
                self.choices.append(Choice(.video(format), payloadType: isDynamic ? payload.payloadType : nil))
            }
        }
    }

    /// The bandwidth in 100 bit/s, from `b=AS` in kbit/s or `b=TIAS` in bit/s (RFC 8866 §5.8, RFC 3890).
    private static func hundredsOfBits(_ bandwidth: Bandwidth) -> UInt32? {
        let value = min(bandwidth.value, 1_000_000_000)
        if bandwidth.type == "AS" {
            return UInt32(clamping: value * 10)
        }
        return bandwidth.type == "TIAS" ? UInt32(clamping: value / 100) : nil
    }

    /// The m-line; without an address it has the discard port, which says that nothing can be sent yet.
    package func localMedia(placeholder: IPAddress) -> LocalMedia {
        var media = LocalMedia(
            kind: self.kind,
            transport: self.kind == .image ? .udptl : .rtpAVP,
            formats: [],
            direction: self.direction,
            address: self.mediaAddress(placeholder: placeholder)
        )
        var written: Set<UInt8> = []
        for choice in self.choices {
            switch choice.format {
            case .audio(let format) where written.insert(format.coding.payload.payloadType).inserted:
                media.append(format.coding.payload, parameters: format.parameters)
            case .video(let format):
                let payload = format.payload(dynamic: choice.payloadType ?? Self.defaultVideoPayloadType)
                if written.insert(payload.payloadType).inserted {
                    media.append(payload, parameters: format.parameters)
                }
            case .fax(let format):
                media.formats = ["t38"]
                media.attributes = format.attributes
            case .audio:
                // Four capabilities of G.729 are one payload.
                break
            }
        }
        if let events = self.events, self.kind == .audio {
            media.append(PayloadFormat(events, "telephone-event", clockRate: 8000), parameters: "0-15")
        }
        if case .audio(let format) = self.choices.first?.format {
            var line = Array("ptime:".utf8)
            line.appendDecimal(format.milliseconds)
            media.attributes.append(ByteString(line))
        }
        return media
    }

    private func mediaAddress(placeholder: IPAddress) -> MediaAddress {
        guard let address = self.address, address.port > 0 else {
            return MediaAddress(placeholder, port: 9)
        }
        let control = self.controlAddress.flatMap { $0.ip == address.ip ? $0.port : nil }
        return MediaAddress(address.ip, port: address.port, rtcpPort: control)
    }
}
