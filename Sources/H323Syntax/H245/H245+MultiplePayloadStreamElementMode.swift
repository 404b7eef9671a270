// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplePayloadStreamElementMode` (H.245).
    package struct MultiplePayloadStreamElementMode: PERValue {
        /// `ModeElementType`.
        @Boxed package var type: H245.ModeElementType

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: H245.ModeElementType) {
            self.type = type
        }
    }
}

extension H245.MultiplePayloadStreamElementMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let type = try H245.ModeElementType(from: &reader)
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
