package import ProtocolKit

/// What an offer and its answer agree on for one m-line.
package struct AgreedStream: Hashable, Sendable {
    /// The place of the m-line.
    package let index: Int

    /// The media.
    package let kind: MediaKind

    /// The transport protocol.
    package let transport: MediaTransport

    /// The encodings both name, with the payload types of the offerer, in the order of the answer (RFC 3264 §7).
    package let offererPayloads: [PayloadFormat]

    /// The same encodings with the payload types of the answerer.
    package let answererPayloads: [PayloadFormat]

    /// The words both name where the transport is not RTP.
    package let formats: [ByteString]

    /// Which way media flows, seen by the offerer.
    package let direction: MediaDirection

    /// The payload type for telephone events sent to the offerer (RFC 4733).
    package let telephoneEventToOfferer: UInt8?

    /// The payload type for telephone events sent to the answerer.
    package let telephoneEventToAnswerer: UInt8?

    /// Whether RTCP shares the RTP port (RFC 5761 §5.1.1: both sides must say so).
    package let usesRTCPMux: Bool

    /// The first codec, as records name it.
    package var codec: ByteString? {
        let payload = self.answererPayloads.first { !$0.isAuxiliary } ?? self.answererPayloads.first
        return payload?.name ?? self.formats.first
    }

    init?(offered: MediaDescription, answered: MediaDescription) {
        guard !offered.isRejected, !answered.isRejected, offered.kind == answered.kind else {
            return nil
        }
        self.index = offered.index
        self.kind = offered.kind
        self.transport = offered.transport
        self.direction = offered.effectiveDirection.intersection(answered.effectiveDirection.mirrored)
        self.usesRTCPMux = offered.hasRTCPMux && answered.hasRTCPMux
        guard offered.transport.isRTP else {
            let theirs = offered.formats
            self.formats = answered.formats.filter { format in theirs.contains { $0.equalsIgnoringCase(format) } }
            self.offererPayloads = []
            self.answererPayloads = []
            self.telephoneEventToOfferer = nil
            self.telephoneEventToAnswerer = nil
            return
        }
        let theirs = offered.payloads
        let pairs = answered.payloads.compactMap { mine in
            theirs.first { $0.isSameEncoding(as: mine) }.map { (offerer: $0, answerer: mine) }
        }
        let clock = pairs.first { !$0.answerer.isAuxiliary }?.answerer.clockRate
        let events = pairs.filter(\.answerer.isTelephoneEvent)
        let chosen = events.first { $0.answerer.clockRate == clock } ?? events.first
        self.formats = []
        self.offererPayloads = pairs.map(\.offerer)
        self.answererPayloads = pairs.map(\.answerer)
        self.telephoneEventToOfferer = chosen?.offerer.payloadType
        self.telephoneEventToAnswerer = chosen?.answerer.payloadType
    }
}

extension SessionDescription {
    /// What `self`, as an offer, and `answer` agree on; m-lines that either refuses are left out.
    package func agreedStreams(with answer: SessionDescription) -> [AgreedStream] {
        zip(self.media, answer.media).compactMap { AgreedStream(offered: $0, answered: $1) }
    }

    /// The first codec of each agreed stream, for the records.
    package func agreedCodecs(with answer: SessionDescription) -> [ByteString] {
        self.agreedStreams(with: answer).compactMap(\.codec)
    }
}
