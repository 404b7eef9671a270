// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// Are you still there (clause C.10).
    package struct RoundTripDelayRequest: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber) {
            self.sequenceNumber = sequenceNumber
        }
    }
}

extension H245.RoundTripDelayRequest {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        self.init(sequenceNumber: sequenceNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
