// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `EnumeratedParameter` (H.225.0).
    package struct EnumeratedParameter: PERValue {
        /// `GenericIdentifier`.
        package var id: H225.GenericIdentifier

        /// `Content`, optional.
        @BoxedIfPresent package var content: H225.Content?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(id: H225.GenericIdentifier) {
            self.id = id
        }
    }
}

extension H225.EnumeratedParameter {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let id = try H225.GenericIdentifier(from: &reader)
        self.init(id: id)
        if present & 1 << 0 != 0 {
            self.content = try H225.Content(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._content.isPresent)
        self.id.encode(into: &writer)
        if let value = self.content {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
