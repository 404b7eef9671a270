// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `GSMAudioCapability` (H.245).
    package struct GSMAudioCapability: PERValue {
        /// `INTEGER (1..256)`.
        package var audioUnitSize: UInt16

        /// `BOOLEAN`.
        package var comfortNoise: Bool

        /// `BOOLEAN`.
        package var scrambled: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(audioUnitSize: UInt16, comfortNoise: Bool, scrambled: Bool) {
            self.audioUnitSize = audioUnitSize
            self.comfortNoise = comfortNoise
            self.scrambled = scrambled
        }
    }
}

extension H245.GSMAudioCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let audioUnitSize = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        let comfortNoise = try reader.takeBit()
        let scrambled = try reader.takeBit()
        self.init(audioUnitSize: audioUnitSize, comfortNoise: comfortNoise, scrambled: scrambled)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.audioUnitSize), 1, 256)
        writer.put(self.comfortNoise)
        writer.put(self.scrambled)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
