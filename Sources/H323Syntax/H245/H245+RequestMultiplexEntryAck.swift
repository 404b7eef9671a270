// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RequestMultiplexEntryAck` (H.245).
    package struct RequestMultiplexEntryAck: PERValue {
        /// `SEQUENCE (SIZE (1..15)) OF MultiplexTableEntryNumber`.
        package var entryNumbers: [H245.MultiplexTableEntryNumber]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(entryNumbers: [H245.MultiplexTableEntryNumber]) {
            self.entryNumbers = entryNumbers
        }
    }
}

extension H245.RequestMultiplexEntryAck {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let entryNumbers = try reader.takeList(1, 15) { reader throws(H323SyntaxError) in
            UInt8(truncatingIfNeeded: try reader.takeInteger(1, 15))
        }
        self.init(entryNumbers: entryNumbers)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.entryNumbers, 1, 15) { element, writer in
            writer.putInteger(Int(element), 1, 15)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
