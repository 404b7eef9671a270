// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `V75Parameters` (H.245).
    package struct V75Parameters: PERValue {
        /// `BOOLEAN`.
        package var audioHeaderPresent: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(audioHeaderPresent: Bool) {
            self.audioHeaderPresent = audioHeaderPresent
        }
    }
}

extension H245.V75Parameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let audioHeaderPresent = try reader.takeBit()
        self.init(audioHeaderPresent: audioHeaderPresent)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.audioHeaderPresent)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
