// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `VBDMode` (H.245).
    package struct VBDMode: PERValue {
        /// `AudioMode`.
        @Boxed package var type: H245.AudioMode

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: H245.AudioMode) {
            self.type = type
        }
    }
}

extension H245.VBDMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let type = try H245.AudioMode(from: &reader)
        self.init(type: type)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.type.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
