// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `RasUsageSpecification` (H.225.0).
    package struct RasUsageSpecification: PERValue {
        /// `SEQUENCE`.
        package var when: H225.RasUsageSpecification.When

        /// `SEQUENCE`, optional.
        package var callStartingPoint: H225.RasUsageSpecification.CallStartingPoint?

        /// `RasUsageInfoTypes`.
        @Boxed package var required: H225.RasUsageInfoTypes

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(when: H225.RasUsageSpecification.When, required: H225.RasUsageInfoTypes) {
            self.when = when
            self.required = required
        }
    }
}

extension H225.RasUsageSpecification {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let when = try H225.RasUsageSpecification.When(from: &reader)
        var callStartingPoint: H225.RasUsageSpecification.CallStartingPoint?
        if present & 1 << 0 != 0 {
            callStartingPoint = try H225.RasUsageSpecification.CallStartingPoint(from: &reader)
        }
        let required = try H225.RasUsageInfoTypes(from: &reader)
        self.init(when: when, required: required)
        self.callStartingPoint = callStartingPoint
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.callStartingPoint != nil)
        self.when.encode(into: &writer)
        if let value = self.callStartingPoint {
            value.encode(into: &writer)
        }
        self.required.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.RasUsageSpecification {
    /// What `when` of ``H225.RasUsageSpecification`` holds.
    package struct When: PERValue {
        /// `NULL`, optional.
        package var start = false

        /// `NULL`, optional.
        package var end = false

        /// `NULL`, optional.
        package var inIrr = false

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.RasUsageSpecification.When {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        self.start = present & 1 << 2 != 0
        self.end = present & 1 << 1 != 0
        self.inIrr = present & 1 << 0 != 0
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.start)
        writer.put(self.end)
        writer.put(self.inIrr)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H225.RasUsageSpecification {
    /// What `callStartingPoint` of ``H225.RasUsageSpecification`` holds.
    package struct CallStartingPoint: PERValue {
        /// `NULL`, optional.
        package var alerting = false

        /// `NULL`, optional.
        package var connect = false

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.RasUsageSpecification.CallStartingPoint {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        self.alerting = present & 1 << 1 != 0
        self.connect = present & 1 << 0 != 0
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.alerting)
        writer.put(self.connect)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
