// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `NonStandardMessage` (H.245).
    package struct NonStandardMessage: PERValue {
        /// `NonStandardParameter`.
        package var nonStandardData: H245.NonStandardParameter

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(nonStandardData: H245.NonStandardParameter) {
            self.nonStandardData = nonStandardData
        }
    }
}

extension H245.NonStandardMessage {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let nonStandardData = try H245.NonStandardParameter(from: &reader)
        self.init(nonStandardData: nonStandardData)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.nonStandardData.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
