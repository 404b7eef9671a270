// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `AltGKInfo` (H.225.0).
    package struct AltGKInfo: PERValue {
        /// `SEQUENCE OF AlternateGK`.
        package var alternateGatekeeper: [H225.AlternateGK]

        /// `BOOLEAN`.
        package var altGKisPermanent: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(alternateGatekeeper: [H225.AlternateGK], altGKisPermanent: Bool) {
            self.alternateGatekeeper = alternateGatekeeper
            self.altGKisPermanent = altGKisPermanent
        }
    }
}

extension H225.AltGKInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let alternateGatekeeper = try reader.takeList(0, nil, of: H225.AlternateGK.init(from:))
        let altGKisPermanent = try reader.takeBit()
        self.init(alternateGatekeeper: alternateGatekeeper, altGKisPermanent: altGKisPermanent)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.alternateGatekeeper, 0, nil)
        writer.put(self.altGKisPermanent)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
