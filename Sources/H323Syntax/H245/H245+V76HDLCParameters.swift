// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `V76HDLCParameters` (H.245).
    package struct V76HDLCParameters: PERValue {
        /// `CRCLength`.
        package var crcLength: H245.CRCLength

        /// `INTEGER (1..4095)`.
        package var n401: UInt16

        /// `BOOLEAN`.
        package var loopbackTestProcedure: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(crcLength: H245.CRCLength, n401: UInt16, loopbackTestProcedure: Bool) {
            self.crcLength = crcLength
            self.n401 = n401
            self.loopbackTestProcedure = loopbackTestProcedure
        }
    }
}

extension H245.V76HDLCParameters {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let crcLength = try H245.CRCLength(from: &reader)
        let n401 = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 4095))
        let loopbackTestProcedure = try reader.takeBit()
        self.init(crcLength: crcLength, n401: n401, loopbackTestProcedure: loopbackTestProcedure)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.crcLength.encode(into: &writer)
        writer.putInteger(Int(self.n401), 1, 4095)
        writer.put(self.loopbackTestProcedure)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
