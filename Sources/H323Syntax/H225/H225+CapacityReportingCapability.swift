// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CapacityReportingCapability` (H.225.0).
    package struct CapacityReportingCapability: PERValue {
        /// `BOOLEAN`.
        package var canReportCallCapacity: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(canReportCallCapacity: Bool) {
            self.canReportCallCapacity = canReportCallCapacity
        }
    }
}

extension H225.CapacityReportingCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let canReportCallCapacity = try reader.takeBit()
        self.init(canReportCallCapacity: canReportCallCapacity)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.canReportCallCapacity)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
