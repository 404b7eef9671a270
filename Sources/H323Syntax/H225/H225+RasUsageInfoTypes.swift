// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `RasUsageInfoTypes` (H.225.0).
    package struct RasUsageInfoTypes: PERValue {
        /// `SEQUENCE OF NonStandardParameter`.
        package var nonStandardUsageTypes: [H225.NonStandardParameter]

        /// `NULL`, optional.
        package var startTime = false

        /// `NULL`, optional.
        package var endTime = false

        /// `NULL`, optional.
        package var terminationCause = false

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(nonStandardUsageTypes: [H225.NonStandardParameter]) {
            self.nonStandardUsageTypes = nonStandardUsageTypes
        }
    }
}

extension H225.RasUsageInfoTypes {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let nonStandardUsageTypes = try reader.takeList(0, nil, of: H225.NonStandardParameter.init(from:))
        self.init(nonStandardUsageTypes: nonStandardUsageTypes)
        self.startTime = present & 1 << 2 != 0
        self.endTime = present & 1 << 1 != 0
        self.terminationCause = present & 1 << 0 != 0
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.startTime)
        writer.put(self.endTime)
        writer.put(self.terminationCause)
        writer.putList(self.nonStandardUsageTypes, 0, nil)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
