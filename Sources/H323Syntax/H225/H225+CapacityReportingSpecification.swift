// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CapacityReportingSpecification` (H.225.0).
    package struct CapacityReportingSpecification: PERValue {
        /// `SEQUENCE`.
        package var when: H225.CapacityReportingSpecification.When

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(when: H225.CapacityReportingSpecification.When) {
            self.when = when
        }
    }
}

extension H225.CapacityReportingSpecification {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let when = try H225.CapacityReportingSpecification.When(from: &reader)
        self.init(when: when)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.when.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.CapacityReportingSpecification {
    /// What `when` of ``H225.CapacityReportingSpecification`` holds.
    package struct When: PERValue {
        /// `NULL`, optional.
        package var callStart = false

        /// `NULL`, optional.
        package var callEnd = false

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CapacityReportingSpecification.When {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        self.callStart = present & 1 << 1 != 0
        self.callEnd = present & 1 << 0 != 0
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.callStart)
        writer.put(self.callEnd)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
