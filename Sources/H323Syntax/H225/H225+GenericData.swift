// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `GenericData` (H.225.0).
    package struct GenericData: PERValue {
        /// `GenericIdentifier`.
        package var id: H225.GenericIdentifier

        /// `SEQUENCE (SIZE (1..512)) OF EnumeratedParameter`, optional.
        package var parameters: [H225.EnumeratedParameter]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(id: H225.GenericIdentifier) {
            self.id = id
        }
    }
}

extension H225.GenericData {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let id = try H225.GenericIdentifier(from: &reader)
        self.init(id: id)
        if present & 1 << 0 != 0 {
            self.parameters = try reader.takeList(1, 512, of: H225.EnumeratedParameter.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.parameters != nil)
        self.id.encode(into: &writer)
        if let value = self.parameters {
            writer.putList(value, 1, 512)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
