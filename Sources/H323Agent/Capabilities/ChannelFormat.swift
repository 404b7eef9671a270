package import H323Syntax
package import SDP

/// What one logical channel carries, in words that both H.245 and SDP have.
package enum ChannelFormat: Hashable, Sendable {
    case audio(AudioFormat)
    case video(VideoFormat)
    case fax(FaxFormat)

    /// The media of the m-line that it belongs to.
    package var kind: MediaKind {
        switch self {
        case .audio: .audio
        case .video: .video
        case .fax: .image
        }
    }

    /// The RTP session that it uses unless another one was agreed (H.245 `sessionID`: 1 audio, 2 video, 3 data).
    package var defaultSession: UInt8 {
        switch self {
        case .audio: 1
        case .video: 2
        case .fax: 3
        }
    }

    /// Whether what is sent in one format is understood by who expects the other; packet lengths do not matter.
    package func isSameEncoding(as other: ChannelFormat) -> Bool {
        switch (self, other) {
        case (.audio(let mine), .audio(let theirs)): mine.isSameEncoding(as: theirs)
        case (.video(let mine), .video(let theirs)): mine.isSameEncoding(as: theirs)
        case (.fax, .fax): true
        case (.audio, _), (.video, _), (.fax, _): false
        }
    }

    /// Reads what a channel carries; `nil` for what SDP cannot name or we do not know.
    package init?(_ dataType: H245.DataType) {
        switch dataType {
        case .audioData(let audio):
            guard let format = AudioFormat(audio) else {
                return nil
            }
            self = .audio(format)
        case .videoData(let video):
            guard let format = VideoFormat(video) else {
                return nil
            }
            self = .video(format)
        case .data(let data):
            guard let format = FaxFormat(data) else {
                return nil
            }
            self = .fax(format)
        case .nonStandard, .nullData, .encryptionData, .h235Control, .h235Media, .multiplexedStream,
            .redundancyEncoding, .multiplePayloadStream, .depFec, .fec, .unrecognized:
            return nil
        }
    }

    /// The data type of a channel.
    package var dataType: H245.DataType {
        switch self {
        case .audio(let format): .audioData(format.capability)
        case .video(let format): .videoData(format.capability)
        case .fax(let format): .data(format.capability)
        }
    }

    /// Reads what the sender of a capability can receive; `nil` for transmit capabilities and for what we do not know.
    init?(receivable capability: H245.Capability) {
        switch capability {
        case .receiveAudioCapability(let audio), .receiveAndTransmitAudioCapability(let audio):
            self.init(.audioData(audio))
        case .receiveVideoCapability(let video), .receiveAndTransmitVideoCapability(let video):
            self.init(.videoData(video))
        case .receiveDataApplicationCapability(let data), .receiveAndTransmitDataApplicationCapability(let data):
            self.init(.data(data))
        default:
            // All others say something else than what media can be received.
            return nil
        }
    }

    /// The capability to receive this; fax goes both ways or not at all (H.323 clause D.3).
    var receiveCapability: H245.Capability {
        switch self {
        case .audio(let format): .receiveAudioCapability(format.capability)
        case .video(let format): .receiveVideoCapability(format.capability)
        case .fax(let format): .receiveAndTransmitDataApplicationCapability(format.capability)
        }
    }
}
