// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `IS11172AudioCapability` (H.245).
    package struct IS11172AudioCapability: PERValue {
        /// `BOOLEAN`.
        package var audioLayer1: Bool

        /// `BOOLEAN`.
        package var audioLayer2: Bool

        /// `BOOLEAN`.
        package var audioLayer3: Bool

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

        /// `INTEGER (1..448)`.
        package var bitRate: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            audioLayer1: Bool,
            audioLayer2: Bool,
            audioLayer3: Bool,
            audioSampling32k: Bool,
            audioSampling44k1: Bool,
            audioSampling48k: Bool,
            singleChannel: Bool,
            twoChannels: Bool,
            bitRate: UInt16
        ) {
            self.audioLayer1 = audioLayer1
            self.audioLayer2 = audioLayer2
            self.audioLayer3 = audioLayer3
            self.audioSampling32k = audioSampling32k
            self.audioSampling44k1 = audioSampling44k1
            self.audioSampling48k = audioSampling48k
            self.singleChannel = singleChannel
            self.twoChannels = twoChannels
            self.bitRate = bitRate
        }
    }
}

extension H245.IS11172AudioCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let audioLayer1 = try reader.takeBit()
        let audioLayer2 = try reader.takeBit()
        let audioLayer3 = try reader.takeBit()
        let audioSampling32k = try reader.takeBit()
        let audioSampling44k1 = try reader.takeBit()
        let audioSampling48k = try reader.takeBit()
        let singleChannel = try reader.takeBit()
        let twoChannels = try reader.takeBit()
        let bitRate = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 448))
        self.init(
            audioLayer1: audioLayer1,
            audioLayer2: audioLayer2,
            audioLayer3: audioLayer3,
            audioSampling32k: audioSampling32k,
            audioSampling44k1: audioSampling44k1,
            audioSampling48k: audioSampling48k,
            singleChannel: singleChannel,
            twoChannels: twoChannels,
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
        writer.put(self.audioSampling32k)
        writer.put(self.audioSampling44k1)
        writer.put(self.audioSampling48k)
        writer.put(self.singleChannel)
        writer.put(self.twoChannels)
        writer.putInteger(Int(self.bitRate), 1, 448)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
