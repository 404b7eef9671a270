// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `Q954Details` (H.225.0).
    package struct Q954Details: PERValue {
        /// `BOOLEAN`.
        package var conferenceCalling: Bool

        /// `BOOLEAN`.
        package var threePartyService: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(conferenceCalling: Bool, threePartyService: Bool) {
            self.conferenceCalling = conferenceCalling
            self.threePartyService = threePartyService
        }
    }
}

extension H225.Q954Details {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let conferenceCalling = try reader.takeBit()
        let threePartyService = try reader.takeBit()
        self.init(conferenceCalling: conferenceCalling, threePartyService: threePartyService)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.conferenceCalling)
        writer.put(self.threePartyService)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
