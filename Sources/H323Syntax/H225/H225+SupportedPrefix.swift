// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `SupportedPrefix` (H.225.0).
    package struct SupportedPrefix: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `AliasAddress`.
        package var prefix: H225.AliasAddress

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(prefix: H225.AliasAddress) {
            self.prefix = prefix
        }
    }
}

extension H225.SupportedPrefix {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 0 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let prefix = try H225.AliasAddress(from: &reader)
        self.init(prefix: prefix)
        self.nonStandardData = nonStandardData
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        self.prefix.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
