// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `RasUsageInformation` (H.225.0).
    package struct RasUsageInformation: PERValue {
        /// `SEQUENCE OF NonStandardParameter`.
        package var nonStandardUsageFields: [H225.NonStandardParameter]

        /// `H235.TimeStamp`, optional.
        package var alertingTime: H235.TimeStamp?

        /// `H235.TimeStamp`, optional.
        package var connectTime: H235.TimeStamp?

        /// `H235.TimeStamp`, optional.
        package var endTime: H235.TimeStamp?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(nonStandardUsageFields: [H225.NonStandardParameter]) {
            self.nonStandardUsageFields = nonStandardUsageFields
        }
    }
}

extension H225.RasUsageInformation {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let nonStandardUsageFields = try reader.takeList(0, nil, of: H225.NonStandardParameter.init(from:))
        self.init(nonStandardUsageFields: nonStandardUsageFields)
        if present & 1 << 2 != 0 {
            self.alertingTime = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 1 != 0 {
            self.connectTime = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if present & 1 << 0 != 0 {
            self.endTime = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.alertingTime != nil)
        writer.put(self.connectTime != nil)
        writer.put(self.endTime != nil)
        writer.putList(self.nonStandardUsageFields, 0, nil)
        if let value = self.alertingTime {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.connectTime {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        if let value = self.endTime {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
