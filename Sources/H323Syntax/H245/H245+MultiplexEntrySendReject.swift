// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexEntrySendReject` (H.245).
    package struct MultiplexEntrySendReject: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `SEQUENCE (SIZE (1..15)) OF MultiplexEntryRejectionDescriptions`.
        package var rejectionDescriptions: [H245.MultiplexEntryRejectionDescriptions]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            sequenceNumber: H245.SequenceNumber,
            rejectionDescriptions: [H245.MultiplexEntryRejectionDescriptions]
        ) {
            self.sequenceNumber = sequenceNumber
            self.rejectionDescriptions = rejectionDescriptions
        }
    }
}

extension H245.MultiplexEntrySendReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let rejectionDescriptions = try reader.takeList(1, 15, of: H245.MultiplexEntryRejectionDescriptions.init(from:))
        self.init(sequenceNumber: sequenceNumber, rejectionDescriptions: rejectionDescriptions)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        writer.putList(self.rejectionDescriptions, 1, 15)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
