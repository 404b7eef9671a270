// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `VideoIndicateCompose` (H.245).
    package struct VideoIndicateCompose: PERValue {
        /// `INTEGER (0..255)`.
        package var compositionNumber: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(compositionNumber: UInt8) {
            self.compositionNumber = compositionNumber
        }
    }
}

extension H245.VideoIndicateCompose {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let compositionNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(compositionNumber: compositionNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.compositionNumber), 0, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
