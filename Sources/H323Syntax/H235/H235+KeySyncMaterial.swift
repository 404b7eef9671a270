// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `KeySyncMaterial` (H.235.0).
    package struct KeySyncMaterial: PERValue {
        /// `Identifier`.
        package var generalID: H235.Identifier

        /// `KeyMaterial`.
        package var keyMaterial: H235.KeyMaterial

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(generalID: H235.Identifier, keyMaterial: H235.KeyMaterial) {
            self.generalID = generalID
            self.keyMaterial = keyMaterial
        }
    }
}

extension H235.KeySyncMaterial {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let generalID = try reader.takeBMPString(1, 128)
        let keyMaterial = try reader.takeBitString(1, 2048)
        self.init(generalID: generalID, keyMaterial: keyMaterial)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putBMPString(self.generalID, 1, 128)
        writer.putBitString(self.keyMaterial, 1, 2048)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
