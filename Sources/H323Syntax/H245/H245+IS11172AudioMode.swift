// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `IS11172AudioMode` (H.245).
    package struct IS11172AudioMode: PERValue {
        /// `CHOICE`.
        package var audioLayer: H245.IS11172AudioMode.AudioLayer

        /// `CHOICE`.
        package var audioSampling: H245.IS11172AudioMode.AudioSampling

        /// `CHOICE`.
        package var multichannelType: H245.IS11172AudioMode.MultichannelType

        /// `INTEGER (1..448)`.
        package var bitRate: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            audioLayer: H245.IS11172AudioMode.AudioLayer,
            audioSampling: H245.IS11172AudioMode.AudioSampling,
            multichannelType: H245.IS11172AudioMode.MultichannelType,
            bitRate: UInt16
        ) {
            self.audioLayer = audioLayer
            self.audioSampling = audioSampling
            self.multichannelType = multichannelType
            self.bitRate = bitRate
        }
    }
}

extension H245.IS11172AudioMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let audioLayer = try H245.IS11172AudioMode.AudioLayer(from: &reader)
        let audioSampling = try H245.IS11172AudioMode.AudioSampling(from: &reader)
        let multichannelType = try H245.IS11172AudioMode.MultichannelType(from: &reader)
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 448))
        self.init(
            audioLayer: audioLayer,
            audioSampling: audioSampling,
            multichannelType: multichannelType,
            bitRate: bitRate
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.audioLayer.encode(into: &writer)
        self.audioSampling.encode(into: &writer)
        self.multichannelType.encode(into: &writer)
        writer.putInteger(Int(self.bitRate), 1, 448)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.IS11172AudioMode {
    /// What `audioLayer` of ``H245.IS11172AudioMode`` holds.
    package enum AudioLayer: PERValue {
        case audioLayer1
        case audioLayer2
        case audioLayer3
    }
}

extension H245.IS11172AudioMode.AudioLayer {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .audioLayer1
        case 1:
            self = .audioLayer2
        default:
            self = .audioLayer3
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .audioLayer1:
            writer.putChoice(0, of: 3)
        case .audioLayer2:
            writer.putChoice(1, of: 3)
        case .audioLayer3:
            writer.putChoice(2, of: 3)
        }
    }
}

extension H245.IS11172AudioMode {
    /// What `audioSampling` of ``H245.IS11172AudioMode`` holds.
    package enum AudioSampling: PERValue {
        case audioSampling32k
        case audioSampling44k1
        case audioSampling48k
    }
}

extension H245.IS11172AudioMode.AudioSampling {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .audioSampling32k
        case 1:
            self = .audioSampling44k1
        default:
            self = .audioSampling48k
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .audioSampling32k:
            writer.putChoice(0, of: 3)
        case .audioSampling44k1:
            writer.putChoice(1, of: 3)
        case .audioSampling48k:
            writer.putChoice(2, of: 3)
        }
    }
}

extension H245.IS11172AudioMode {
    /// What `multichannelType` of ``H245.IS11172AudioMode`` holds.
    package enum MultichannelType: PERValue {
        case singleChannel
        case twoChannelStereo
        case twoChannelDual
    }
}

extension H245.IS11172AudioMode.MultichannelType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 2) {
        case 0:
            self = .singleChannel
        case 1:
            self = .twoChannelStereo
        default:
            self = .twoChannelDual
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .singleChannel:
            writer.putChoice(0, of: 3)
        case .twoChannelStereo:
            writer.putChoice(1, of: 3)
        case .twoChannelDual:
            writer.putChoice(2, of: 3)
        }
    }
}
