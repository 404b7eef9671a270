// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MobileMultilinkReconfigurationIndication` (H.245).
    package struct MobileMultilinkReconfigurationIndication: PERValue {
        /// `INTEGER (1..255)`.
        package var sampleSize: UInt8

        /// `INTEGER (1..255)`.
        package var samplesPerFrame: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sampleSize: UInt8, samplesPerFrame: UInt8) {
            self.sampleSize = sampleSize
            self.samplesPerFrame = samplesPerFrame
        }
    }
}

extension H245.MobileMultilinkReconfigurationIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sampleSize = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        let samplesPerFrame = UInt8(truncatingIfNeeded: try reader.takeInteger(1, 255))
        self.init(sampleSize: sampleSize, samplesPerFrame: samplesPerFrame)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sampleSize), 1, 255)
        writer.putInteger(Int(self.samplesPerFrame), 1, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
