// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CircuitInfo` (H.225.0).
    package struct CircuitInfo: PERValue {
        /// `CircuitIdentifier`, optional.
        @BoxedIfPresent package var sourceCircuitID: H225.CircuitIdentifier?

        /// `CircuitIdentifier`, optional.
        @BoxedIfPresent package var destinationCircuitID: H225.CircuitIdentifier?

        /// `SEQUENCE OF GenericData`, optional.
        package var genericData: [H225.GenericData]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CircuitInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.sourceCircuitID = try H225.CircuitIdentifier(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.destinationCircuitID = try H225.CircuitIdentifier(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.genericData = try reader.takeList(0, nil, of: H225.GenericData.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._sourceCircuitID.isPresent)
        writer.put(self._destinationCircuitID.isPresent)
        writer.put(self.genericData != nil)
        if let value = self.sourceCircuitID {
            value.encode(into: &writer)
        }
        if let value = self.destinationCircuitID {
            value.encode(into: &writer)
        }
        if let value = self.genericData {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
