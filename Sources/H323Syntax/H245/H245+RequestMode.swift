// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// The other end is to send by another mode (clause C.9).
    package struct RequestMode: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `SEQUENCE (SIZE (1..256)) OF ModeDescription`.
        package var requestedModes: [H245.ModeDescription]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(sequenceNumber: H245.SequenceNumber, requestedModes: [H245.ModeDescription]) {
            self.sequenceNumber = sequenceNumber
            self.requestedModes = requestedModes
        }
    }
}

extension H245.RequestMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let requestedModes = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
            try reader.takeList(1, 256, of: H245.ModeElement.init(from:))
        }
        self.init(sequenceNumber: sequenceNumber, requestedModes: requestedModes)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        writer.putList(self.requestedModes, 1, 256) { element, writer in
            writer.putList(element, 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
