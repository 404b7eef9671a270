// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `QseriesOptions` (H.225.0).
    package struct QseriesOptions: PERValue {
        /// `BOOLEAN`.
        package var q932Full: Bool

        /// `BOOLEAN`.
        package var q951Full: Bool

        /// `BOOLEAN`.
        package var q952Full: Bool

        /// `BOOLEAN`.
        package var q953Full: Bool

        /// `BOOLEAN`.
        package var q955Full: Bool

        /// `BOOLEAN`.
        package var q956Full: Bool

        /// `BOOLEAN`.
        package var q957Full: Bool

        /// `Q954Details`.
        package var q954Info: H225.Q954Details

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            q932Full: Bool,
            q951Full: Bool,
            q952Full: Bool,
            q953Full: Bool,
            q955Full: Bool,
            q956Full: Bool,
            q957Full: Bool,
            q954Info: H225.Q954Details
        ) {
            self.q932Full = q932Full
            self.q951Full = q951Full
            self.q952Full = q952Full
            self.q953Full = q953Full
            self.q955Full = q955Full
            self.q956Full = q956Full
            self.q957Full = q957Full
            self.q954Info = q954Info
        }
    }
}

extension H225.QseriesOptions {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let q932Full = try reader.takeBit()
        let q951Full = try reader.takeBit()
        let q952Full = try reader.takeBit()
        let q953Full = try reader.takeBit()
        let q955Full = try reader.takeBit()
        let q956Full = try reader.takeBit()
        let q957Full = try reader.takeBit()
        let q954Info = try H225.Q954Details(from: &reader)
        self.init(
            q932Full: q932Full,
            q951Full: q951Full,
            q952Full: q952Full,
            q953Full: q953Full,
            q955Full: q955Full,
            q956Full: q956Full,
            q957Full: q957Full,
            q954Info: q954Info
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.q932Full)
        writer.put(self.q951Full)
        writer.put(self.q952Full)
        writer.put(self.q953Full)
        writer.put(self.q955Full)
        writer.put(self.q956Full)
        writer.put(self.q957Full)
        self.q954Info.encode(into: &writer)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
