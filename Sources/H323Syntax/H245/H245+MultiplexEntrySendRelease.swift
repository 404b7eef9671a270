// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexEntrySendRelease` (H.245).
    package struct MultiplexEntrySendRelease: PERValue {
        /// `SEQUENCE (SIZE (1..15)) OF MultiplexTableEntryNumber`.
        package var multiplexTableEntryNumber: [H245.MultiplexTableEntryNumber]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(multiplexTableEntryNumber: [H245.MultiplexTableEntryNumber]) {
            self.multiplexTableEntryNumber = multiplexTableEntryNumber
        }
    }
}

extension H245.MultiplexEntrySendRelease {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let multiplexTableEntryNumber = try reader.takeList(1, 15) { reader throws(H323SyntaxError) in
            UInt8(truncatingIfNeeded: try reader.takeInteger(1, 15))
        }
        self.init(multiplexTableEntryNumber: multiplexTableEntryNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.multiplexTableEntryNumber, 1, 15) { element, writer in
            writer.putInteger(Int(element), 1, 15)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
