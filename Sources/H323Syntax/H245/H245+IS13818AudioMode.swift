// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `IS13818AudioMode` (H.245).
    package struct IS13818AudioMode: PERValue {
        /// `CHOICE`.
        package var audioLayer: H245.IS13818AudioMode.AudioLayer

        /// `CHOICE`.
        package var audioSampling: H245.IS13818AudioMode.AudioSampling

        /// `CHOICE`.
        package var multichannelType: H245.IS13818AudioMode.MultichannelType

        /// `BOOLEAN`.
        package var lowFrequencyEnhancement: Bool

        /// `BOOLEAN`.
        package var multilingual: Bool

        /// `INTEGER (1..1130)`.
        package var bitRate: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            audioLayer: H245.IS13818AudioMode.AudioLayer,
            audioSampling: H245.IS13818AudioMode.AudioSampling,
            multichannelType: H245.IS13818AudioMode.MultichannelType,
            lowFrequencyEnhancement: Bool,
            multilingual: Bool,
            bitRate: UInt16
        ) {
            self.audioLayer = audioLayer
            self.audioSampling = audioSampling
            self.multichannelType = multichannelType
            self.lowFrequencyEnhancement = lowFrequencyEnhancement
            self.multilingual = multilingual
            self.bitRate = bitRate
        }
    }
}

extension H245.IS13818AudioMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let audioLayer = try H245.IS13818AudioMode.AudioLayer(from: &reader)
        let audioSampling = try H245.IS13818AudioMode.AudioSampling(from: &reader)
        let multichannelType = try H245.IS13818AudioMode.MultichannelType(from: &reader)
        let lowFrequencyEnhancement = try reader.takeBit()
        let multilingual = try reader.takeBit()
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 1130))
        self.init(
            audioLayer: audioLayer,
            audioSampling: audioSampling,
            multichannelType: multichannelType,
            lowFrequencyEnhancement: lowFrequencyEnhancement,
            multilingual: multilingual,
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
        writer.put(self.lowFrequencyEnhancement)
        writer.put(self.multilingual)
        writer.putInteger(Int(self.bitRate), 1, 1130)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.IS13818AudioMode {
    /// What `audioLayer` of ``H245.IS13818AudioMode`` holds.
    package enum AudioLayer: PERValue {
        case audioLayer1
        case audioLayer2
        case audioLayer3
    }
}

extension H245.IS13818AudioMode.AudioLayer {
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

extension H245.IS13818AudioMode {
    /// What `audioSampling` of ``H245.IS13818AudioMode`` holds.
    package enum AudioSampling: PERValue {
        case audioSampling16k
        case audioSampling22k05
        case audioSampling24k
        case audioSampling32k
        case audioSampling44k1
        case audioSampling48k
    }
}

extension H245.IS13818AudioMode.AudioSampling {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 5) {
        case 0:
            self = .audioSampling16k
        case 1:
            self = .audioSampling22k05
        case 2:
            self = .audioSampling24k
        case 3:
            self = .audioSampling32k
        case 4:
            self = .audioSampling44k1
        default:
            self = .audioSampling48k
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .audioSampling16k:
            writer.putChoice(0, of: 6)
        case .audioSampling22k05:
            writer.putChoice(1, of: 6)
        case .audioSampling24k:
            writer.putChoice(2, of: 6)
        case .audioSampling32k:
            writer.putChoice(3, of: 6)
        case .audioSampling44k1:
            writer.putChoice(4, of: 6)
        case .audioSampling48k:
            writer.putChoice(5, of: 6)
        }
    }
}

extension H245.IS13818AudioMode {
    /// What `multichannelType` of ``H245.IS13818AudioMode`` holds.
    package enum MultichannelType: PERValue {
        case singleChannel
        case twoChannelStereo
        case twoChannelDual
        case threeChannels2Plus1
        case threeChannels3Plus0
        case fourChannels2Plus0Plus2Plus0
        case fourChannels2Plus2
        case fourChannels3Plus1
        case fiveChannels3Plus0Plus2Plus0
        case fiveChannels3Plus2
    }
}

extension H245.IS13818AudioMode.MultichannelType {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        switch try reader.takeInteger(0, 9) {
        case 0:
            self = .singleChannel
        case 1:
            self = .twoChannelStereo
        case 2:
            self = .twoChannelDual
        case 3:
            self = .threeChannels2Plus1
        case 4:
            self = .threeChannels3Plus0
        case 5:
            self = .fourChannels2Plus0Plus2Plus0
        case 6:
            self = .fourChannels2Plus2
        case 7:
            self = .fourChannels3Plus1
        case 8:
            self = .fiveChannels3Plus0Plus2Plus0
        default:
            self = .fiveChannels3Plus2
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .singleChannel:
            writer.putChoice(0, of: 10)
        case .twoChannelStereo:
            writer.putChoice(1, of: 10)
        case .twoChannelDual:
            writer.putChoice(2, of: 10)
        case .threeChannels2Plus1:
            writer.putChoice(3, of: 10)
        case .threeChannels3Plus0:
            writer.putChoice(4, of: 10)
        case .fourChannels2Plus0Plus2Plus0:
            writer.putChoice(5, of: 10)
        case .fourChannels2Plus2:
            writer.putChoice(6, of: 10)
        case .fourChannels3Plus1:
            writer.putChoice(7, of: 10)
        case .fiveChannels3Plus0Plus2Plus0:
            writer.putChoice(8, of: 10)
        case .fiveChannels3Plus2:
            writer.putChoice(9, of: 10)
        }
    }
}
