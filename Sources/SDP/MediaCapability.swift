package import ProtocolKit

/// What media that ends here can do with one stream.
package struct MediaCapability: Hashable, Sendable {
    /// The media.
    package var kind: MediaKind

    /// The transports, in any order.
    package var transports: [MediaTransport]

    /// The RTP encodings in our order of preference; their payload types are those we offer with.
    package var payloads: [PayloadFormat]

    /// The formats of a transport that is not RTP.
    package var formats: [ByteString]

    /// What we are willing to do.
    package var direction: MediaDirection

    package init(
        kind: MediaKind,
        transports: [MediaTransport] = [.rtpAVP],
        payloads: [PayloadFormat] = [],
        formats: [ByteString] = [],
        direction: MediaDirection = .sendrecv
    ) {
        self.kind = kind
        self.transports = transports
        self.payloads = payloads
        self.formats = formats
        self.direction = direction
    }

    /// G.711 in both laws with named telephone events: what echo and tone need.
    package static let telephony = MediaCapability(
        kind: .audio,
        payloads: [
            PayloadFormat(0, "PCMU", clockRate: 8000),
            PayloadFormat(8, "PCMA", clockRate: 8000),
            PayloadFormat(101, "telephone-event", clockRate: 8000),
        ]
    )

    /// What `description` can do, one capability for each m-line that it does not refuse.
    package static func all(of description: SessionDescription) -> [MediaCapability] {
        description.media.filter { !$0.isRejected }.map { media in
            MediaCapability(
                kind: media.kind,
                transports: [media.transport],
                payloads: media.transport.isRTP ? media.payloads : [],
                formats: media.transport.isRTP ? [] : media.formats,
                direction: media.direction
            )
        }
    }
}

/// How many of the common codecs an answer lists.
package enum AnswerBreadth: UInt8, Hashable, Sendable {
    /// All of them, so that either side may change among them without a new offer (RFC 3264 §6.1).
    case allCommon
    /// The first and the telephone events that go with its clock, which every peer understands.
    case oneCodec
}

extension MediaCapability {
    /// The offer of a stream with all of this.
    package func offer(at address: MediaAddress, direction: MediaDirection? = nil) -> LocalMedia {
        var media = LocalMedia(
            kind: self.kind,
            transport: self.transports.first ?? .rtpAVP,
            formats: self.formats,
            direction: direction ?? self.direction,
            address: address
        )
        for payload in self.payloads {
            media.append(payload, parameters: payload.isTelephoneEvent ? "0-15" : nil)
        }
        return media
    }

    /// The answer to an offered m-line; `nil` when it cannot be accepted.
    ///
    /// The offer's payload types and its order are kept, as RFC 3264 §6.1 asks.
    package func answer(
        to offered: MediaDescription,
        at address: MediaAddress,
        breadth: AnswerBreadth = .allCommon
    ) -> LocalMedia? {
        guard self.accepts(offered) else {
            return nil
        }
        var media = LocalMedia(
            kind: offered.kind,
            transport: offered.transport,
            formats: [],
            direction: offered.effectiveDirection.mirrored.intersection(self.direction),
            address: address
        )
        if offered.transport.isRTP {
            for payload in self.common(offered.payloads, breadth) {
                let events: ByteString? = payload.isTelephoneEvent ? "0-15" : nil
                media.append(payload, parameters: events ?? offered.formatParameters(payload.payloadType))
            }
            if offered.hasRTCPMux, address.rtcpPort == address.port {
                media.attributes.append("rtcp-mux")
            }
        } else {
            media.formats = offered.formats.filter { format in
                self.formats.contains { $0.equalsIgnoringCase(format) }
            }
        }
        return media
    }

    /// Whether this can serve an offered m-line: the same media over a transport of ours with a format in common.
    package func accepts(_ offered: MediaDescription) -> Bool {
        guard !offered.isRejected, offered.kind == self.kind, self.transports.contains(offered.transport) else {
            return false
        }
        guard offered.transport.isRTP else {
            return offered.formats.contains { format in self.formats.contains { $0.equalsIgnoringCase(format) } }
        }
        let common = self.common(offered.payloads, .allCommon)
        let isForEventsOnly = self.payloads.allSatisfy(\.isAuxiliary) || offered.payloads.allSatisfy(\.isAuxiliary)
        return common.contains { isForEventsOnly || !$0.isAuxiliary }
    }

    private func common(_ offered: [PayloadFormat], _ breadth: AnswerBreadth) -> [PayloadFormat] {
        let common = offered.filter { payload in self.payloads.contains { $0.isSameEncoding(as: payload) } }
        guard breadth == .oneCodec, let codec = common.first(where: { !$0.isAuxiliary }) else {
            return common
        }
        let events = common.first { $0.isTelephoneEvent && $0.clockRate == codec.clockRate }
        return [codec] + (events.map { [$0] } ?? [])
    }
}

extension LocalMedia {
    /// Appends a payload type with its mapping and, where there are any, its parameters.
    package mutating func append(_ payload: PayloadFormat, parameters: ByteString?) {
        var number: [UInt8] = []
        number.appendDecimal(payload.payloadType)
        self.formats.append(ByteString(number))
        var mapping = Array("rtpmap:".utf8) + number + [0x20] + payload.name.bytes + [0x2F]
        mapping.appendDecimal(payload.clockRate)
        if payload.channels > 1 {
            mapping.append(0x2F)
            mapping.appendDecimal(payload.channels)
        }
        self.attributes.append(ByteString(mapping))
        if let parameters {
            self.attributes.append(ByteString(Array("fmtp:".utf8) + number + [0x20] + parameters.bytes))
        }
    }
}

extension LocalSession {
    /// Answers an offer for media that ends here.
    ///
    /// Every m-line is answered in its place; a capability serves one m-line, and an m-line that none can serve, or
    /// that has no address, is refused with port 0 (RFC 3264 §6).
    package mutating func answer(
        to offer: SessionDescription,
        with capabilities: [MediaCapability],
        at addresses: [MediaAddress?],
        breadth: AnswerBreadth = .allCommon
    ) -> SessionDescription {
        var left = capabilities
        let media = offer.media.map { offered -> LocalMedia in
            guard offered.index < addresses.count, let address = addresses[offered.index],
                let chosen = left.firstIndex(where: { $0.accepts(offered) }),
                let answer = left[chosen].answer(to: offered, at: address, breadth: breadth)
            else {
                return LocalMedia(refusing: offered)
            }
            left.remove(at: chosen)
            return answer
        }
        return self.describe(media, timing: offer.timing)
    }
}
