package import H323Syntax
package import ProtocolKit
package import SDP

/// An audio encoding that both H.245 and SDP can name, with how much of it a packet holds.
///
/// Equal formats are the same encoding with the same packets; ``isSameEncoding(as:)`` compares what a decoder must know.
package struct AudioFormat: Hashable, Sendable {
    /// The encodings (H.245 `AudioCapability`; RFC 3551 §4.5).
    package enum Coding: UInt8, Hashable, Sendable, CaseIterable {
        case pcmu
        case pcma
        case g722
        case g7231
        case g729
        case g729A
        case g729B
        case g729AB
        case gsm
    }

    /// The encoding.
    package var coding: Coding

    /// The most frames in a packet, at least 1; a frame of G.711 and G.722 is one millisecond (H.245 clause B.2.2.6).
    package var frames: UInt16

    /// Whether silence may be left out; has a meaning for G.723.1 only, where Annex A describes it.
    package var suppressesSilence: Bool

    package init(_ coding: Coding, frames: UInt16, suppressesSilence: Bool = false) {
        self.coding = coding
        self.frames = max(frames, 1)
        self.suppressesSilence = suppressesSilence
    }

    /// A packet of about `milliseconds`, and of one frame at least.
    package init(_ coding: Coding, milliseconds: UInt16, suppressesSilence: Bool = false) {
        let frames = milliseconds / coding.frameMilliseconds
        self.init(coding, frames: min(frames, coding.mostFrames), suppressesSilence: suppressesSilence)
    }

    /// How long a packet is, in milliseconds.
    package var milliseconds: UInt16 {
        min(self.frames, self.coding.mostFrames) * self.coding.frameMilliseconds
    }

    /// Whether a decoder of one understands the other: Annex A of G.729 changes the encoder only.
    package func isSameEncoding(as other: AudioFormat) -> Bool {
        self.coding.decoder == other.coding.decoder
    }
}

extension AudioFormat.Coding {
    /// The length of a frame in milliseconds (H.225.0 clause 6.2.1 and annex B).
    package var frameMilliseconds: UInt16 {
        switch self {
        case .pcmu, .pcma, .g722: 1
        case .g729, .g729A, .g729B, .g729AB: 10
        case .gsm: 20
        case .g7231: 30
        }
    }

    /// The RTP payload (RFC 3551 Table 4).
    package var payload: PayloadFormat {
        switch self {
        case .pcmu: PayloadFormat(0, "PCMU", clockRate: 8000)
        case .pcma: PayloadFormat(8, "PCMA", clockRate: 8000)
        case .g722: PayloadFormat(9, "G722", clockRate: 8000)
        case .g7231: PayloadFormat(4, "G723", clockRate: 8000)
        case .g729, .g729A, .g729B, .g729AB: PayloadFormat(18, "G729", clockRate: 8000)
        case .gsm: PayloadFormat(3, "GSM", clockRate: 8000)
        }
    }

    /// Whether a G.729 sender may leave silence out (Annex B).
    var hasAnnexB: Bool {
        self == .g729B || self == .g729AB
    }

    /// Packets of more than 200 ms are no telephony; the bound keeps the product within 16 bits.
    var mostFrames: UInt16 {
        200 / self.frameMilliseconds
    }

    /// The coding that stands for all that one decoder understands.
    var decoder: Self {
        switch self {
        case .g729A: .g729
        case .g729AB: .g729B
        case .pcmu, .pcma, .g722, .g7231, .g729, .g729B, .gsm: self
        }
    }
}

// MARK: H.245

extension AudioFormat {
    /// The octets of a frame of GSM full rate (H.245 `GSMAudioCapability`).
    private static let gsmFrameOctets: UInt16 = 33

    /// Reads a capability; `nil` for what SDP cannot name or we do not know.
    package init?(_ capability: H245.AudioCapability) {
        switch capability {
        case .g711Ulaw64k(let frames): self.init(.pcmu, frames: frames)
        case .g711Alaw64k(let frames): self.init(.pcma, frames: frames)
        case .g722At64k(let frames): self.init(.g722, frames: frames)
        case .g7231(let g7231):
            self.init(.g7231, frames: g7231.maxAlSduAudioFrames, suppressesSilence: g7231.silenceSuppression)
        case .g729(let frames): self.init(.g729, frames: frames)
        case .g729AnnexA(let frames): self.init(.g729A, frames: frames)
        case .g729wAnnexB(let frames): self.init(.g729B, frames: frames)
        case .g729AnnexAwAnnexB(let frames): self.init(.g729AB, frames: frames)
        case .gsmFullRate(let gsm): self.init(.gsm, frames: gsm.audioUnitSize / Self.gsmFrameOctets)
        case .nonStandard, .g711Alaw56k, .g711Ulaw56k, .g722At56k, .g722At48k, .g728, .is11172AudioCapability,
            .is13818AudioCapability, .g7231AnnexCCapability, .gsmHalfRate, .gsmEnhancedFullRate,
            .genericAudioCapability, .g729Extensions, .vbd, .audioTelephonyEvent, .audioTone, .unrecognized:
            return nil
        }
    }

    /// The capability.
    package var capability: H245.AudioCapability {
        let frames = min(self.frames, 256)
        return switch self.coding {
        case .pcmu: .g711Ulaw64k(frames)
        case .pcma: .g711Alaw64k(frames)
        case .g722: .g722At64k(frames)
        case .g7231:
            .g7231(
                H245.AudioCapability.G7231(maxAlSduAudioFrames: frames, silenceSuppression: self.suppressesSilence)
            )
        case .g729: .g729(frames)
        case .g729A: .g729AnnexA(frames)
        case .g729B: .g729wAnnexB(frames)
        case .g729AB: .g729AnnexAwAnnexB(frames)
        case .gsm:
            .gsmFullRate(
                H245.GSMAudioCapability(
                    audioUnitSize: min(frames, 7) * Self.gsmFrameOctets,
                    comfortNoise: false,
                    scrambled: false
                )
            )
        }
    }
}

// MARK: SDP

extension AudioFormat {
    /// The packet that is taken when nobody says anything of its length, in milliseconds (RFC 3551 §4.5).
    package static let defaultMilliseconds: UInt16 = 20

    /// The formats that a payload of SDP stands for, in the order in which H.245 shall name them.
    ///
    /// A receiver that takes Annex B takes streams without it too (RFC 4856 §2.1.9); without `annexb` it is taken.
    package static func formats(
        of payload: PayloadFormat,
        parameters: ByteString?,
        milliseconds: UInt16?
    ) -> [AudioFormat] {
        guard let coding = Coding.allCases.first(where: { $0.payload.isSameEncoding(as: payload) }) else {
            return []
        }
        let length = milliseconds ?? Self.defaultMilliseconds
        switch coding {
        case .g729, .g729A, .g729B, .g729AB:
            let isPlain = Self.parameter("annexb", in: parameters) == "no"
            let codings: [Coding] = isPlain ? [.g729A, .g729] : [.g729AB, .g729B, .g729A, .g729]
            return codings.map { AudioFormat($0, milliseconds: length) }
        case .g7231:
            let isPlain = Self.parameter("annexa", in: parameters) == "no"
            return [AudioFormat(.g7231, milliseconds: length, suppressesSilence: !isPlain)]
        case .pcmu, .pcma, .g722, .gsm:
            return [AudioFormat(coding, milliseconds: length)]
        }
    }

    /// What `a=fmtp` says of this format, or `nil` when nothing needs saying.
    package var parameters: ByteString? {
        switch self.coding {
        case .g729, .g729A: "annexb=no"
        case .g7231: self.suppressesSilence ? nil : "annexa=no"
        case .pcmu, .pcma, .g722, .g729B, .g729AB, .gsm: nil
        }
    }

    private static func parameter(_ name: StaticString, in parameters: ByteString?) -> ByteString? {
        FormatParameters(parameters)[name]?.lowercased
    }
}
