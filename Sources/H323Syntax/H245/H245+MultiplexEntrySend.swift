// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexEntrySend` (H.245).
    package struct MultiplexEntrySend: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `SEQUENCE (SIZE (1..15)) OF MultiplexEntryDescriptor`.
        package var multiplexEntryDescriptors: [H245.MultiplexEntryDescriptor]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, multiplexEntryDescriptors: [H245.MultiplexEntryDescriptor]) {
            self.sequenceNumber = sequenceNumber
            self.multiplexEntryDescriptors = multiplexEntryDescriptors
        }
    }
}

extension H245.MultiplexEntrySend {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let multiplexEntryDescriptors = try reader.takeList(1, 15, of: H245.MultiplexEntryDescriptor.init(from:))
        self.init(sequenceNumber: sequenceNumber, multiplexEntryDescriptors: multiplexEntryDescriptors)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        writer.putList(self.multiplexEntryDescriptors, 1, 15)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
