// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexEntrySendAck` (H.245).
    package struct MultiplexEntrySendAck: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `SEQUENCE (SIZE (1..15)) OF MultiplexTableEntryNumber`.
        package var multiplexTableEntryNumber: [H245.MultiplexTableEntryNumber]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, multiplexTableEntryNumber: [H245.MultiplexTableEntryNumber]) {
            self.sequenceNumber = sequenceNumber
            self.multiplexTableEntryNumber = multiplexTableEntryNumber
        }
    }
}

extension H245.MultiplexEntrySendAck {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let multiplexTableEntryNumber = try reader.takeList(1, 15) { reader throws(H323SyntaxError) in
            UInt8(truncatingIfNeeded: try reader.takeInteger(1, 15))
        }
        self.init(sequenceNumber: sequenceNumber, multiplexTableEntryNumber: multiplexTableEntryNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
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
