// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `V75Capability` (H.245).
    package struct V75Capability: PERValue {
        /// `BOOLEAN`.
        package var audioHeader: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(audioHeader: Bool) {
            self.audioHeader = audioHeader
        }
    }
}

extension H245.V75Capability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let audioHeader = try reader.takeBit()
        self.init(audioHeader: audioHeader)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.audioHeader)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
