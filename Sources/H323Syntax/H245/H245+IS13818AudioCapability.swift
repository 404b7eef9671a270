// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `IS13818AudioCapability` (H.245).
    package struct IS13818AudioCapability: PERValue {
        /// `BOOLEAN`.
        package var audioLayer1: Bool

        /// `BOOLEAN`.
        package var audioLayer2: Bool

        /// `BOOLEAN`.
        package var audioLayer3: Bool

        /// `BOOLEAN`.
        package var audioSampling16k: Bool

        /// `BOOLEAN`.
        package var audioSampling22k05: Bool

        /// `BOOLEAN`.
        package var audioSampling24k: Bool

        /// `BOOLEAN`.
        package var audioSampling32k: Bool

        /// `BOOLEAN`.
        package var audioSampling44k1: Bool

        /// `BOOLEAN`.
        package var audioSampling48k: Bool

        /// `BOOLEAN`.
        package var singleChannel: Bool

        /// `BOOLEAN`.
        package var twoChannels: Bool

        /// `BOOLEAN`.
        package var threeChannels2Plus1: Bool

        /// `BOOLEAN`.
        package var threeChannels3Plus0: Bool

        /// `BOOLEAN`.
        package var fourChannels2Plus0Plus2Plus0: Bool

        /// `BOOLEAN`.
        package var fourChannels2Plus2: Bool

        /// `BOOLEAN`.
        package var fourChannels3Plus1: Bool

        /// `BOOLEAN`.
        package var fiveChannels3Plus0Plus2Plus0: Bool

        /// `BOOLEAN`.
        package var fiveChannels3Plus2: Bool

        /// `BOOLEAN`.
        package var lowFrequencyEnhancement: Bool

        /// `BOOLEAN`.
        package var multilingual: Bool

        /// `INTEGER (1..1130)`.
        package var bitRate: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            audioLayer1: Bool,
            audioLayer2: Bool,
            audioLayer3: Bool,
            audioSampling16k: Bool,
            audioSampling22k05: Bool,
            audioSampling24k: Bool,
            audioSampling32k: Bool,
            audioSampling44k1: Bool,
            audioSampling48k: Bool,
            singleChannel: Bool,
            twoChannels: Bool,
            threeChannels2Plus1: Bool,
            threeChannels3Plus0: Bool,
            fourChannels2Plus0Plus2Plus0: Bool,
            fourChannels2Plus2: Bool,
            fourChannels3Plus1: Bool,
            fiveChannels3Plus0Plus2Plus0: Bool,
            fiveChannels3Plus2: Bool,
            lowFrequencyEnhancement: Bool,
            multilingual: Bool,
            bitRate: UInt16
        ) {
            self.audioLayer1 = audioLayer1
            self.audioLayer2 = audioLayer2
            self.audioLayer3 = audioLayer3
            self.audioSampling16k = audioSampling16k
            self.audioSampling22k05 = audioSampling22k05
            self.audioSampling24k = audioSampling24k
            self.audioSampling32k = audioSampling32k
            self.audioSampling44k1 = audioSampling44k1
            self.audioSampling48k = audioSampling48k
            self.singleChannel = singleChannel
            self.twoChannels = twoChannels
            self.threeChannels2Plus1 = threeChannels2Plus1
            self.threeChannels3Plus0 = threeChannels3Plus0
            self.fourChannels2Plus0Plus2Plus0 = fourChannels2Plus0Plus2Plus0
            self.fourChannels2Plus2 = fourChannels2Plus2
            self.fourChannels3Plus1 = fourChannels3Plus1
            self.fiveChannels3Plus0Plus2Plus0 = fiveChannels3Plus0Plus2Plus0
            self.fiveChannels3Plus2 = fiveChannels3Plus2
            self.lowFrequencyEnhancement = lowFrequencyEnhancement
            self.multilingual = multilingual
            self.bitRate = bitRate
        }
    }
}

extension H245.IS13818AudioCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let audioLayer1 = try reader.takeBit()
        let audioLayer2 = try reader.takeBit()
        let audioLayer3 = try reader.takeBit()
        let audioSampling16k = try reader.takeBit()
        let audioSampling22k05 = try reader.takeBit()
        let audioSampling24k = try reader.takeBit()
        let audioSampling32k = try reader.takeBit()
        let audioSampling44k1 = try reader.takeBit()
        let audioSampling48k = try reader.takeBit()
        let singleChannel = try reader.takeBit()
        let twoChannels = try reader.takeBit()
        let threeChannels2Plus1 = try reader.takeBit()
        let threeChannels3Plus0 = try reader.takeBit()
        let fourChannels2Plus0Plus2Plus0 = try reader.takeBit()
        let fourChannels2Plus2 = try reader.takeBit()
        let fourChannels3Plus1 = try reader.takeBit()
        let fiveChannels3Plus0Plus2Plus0 = try reader.takeBit()
        let fiveChannels3Plus2 = try reader.takeBit()
        let lowFrequencyEnhancement = try reader.takeBit()
        let multilingual = try reader.takeBit()
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 1130))
        self.init(
            audioLayer1: audioLayer1,
            audioLayer2: audioLayer2,
            audioLayer3: audioLayer3,
            audioSampling16k: audioSampling16k,
            audioSampling22k05: audioSampling22k05,
            audioSampling24k: audioSampling24k,
            audioSampling32k: audioSampling32k,
            audioSampling44k1: audioSampling44k1,
            audioSampling48k: audioSampling48k,
            singleChannel: singleChannel,
            twoChannels: twoChannels,
            threeChannels2Plus1: threeChannels2Plus1,
            threeChannels3Plus0: threeChannels3Plus0,
            fourChannels2Plus0Plus2Plus0: fourChannels2Plus0Plus2Plus0,
            fourChannels2Plus2: fourChannels2Plus2,
            fourChannels3Plus1: fourChannels3Plus1,
            fiveChannels3Plus0Plus2Plus0: fiveChannels3Plus0Plus2Plus0,
            fiveChannels3Plus2: fiveChannels3Plus2,
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
        writer.put(self.audioLayer1)
        writer.put(self.audioLayer2)
        writer.put(self.audioLayer3)
        writer.put(self.audioSampling16k)
        writer.put(self.audioSampling22k05)
        writer.put(self.audioSampling24k)
        writer.put(self.audioSampling32k)
        writer.put(self.audioSampling44k1)
        writer.put(self.audioSampling48k)
        writer.put(self.singleChannel)
        writer.put(self.twoChannels)
        writer.put(self.threeChannels2Plus1)
        writer.put(self.threeChannels3Plus0)
        writer.put(self.fourChannels2Plus0Plus2Plus0)
        writer.put(self.fourChannels2Plus2)
        writer.put(self.fourChannels3Plus1)
        writer.put(self.fiveChannels3Plus0Plus2Plus0)
        writer.put(self.fiveChannels3Plus2)
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
