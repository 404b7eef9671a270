// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H235SecurityCapability` (H.245).
    package struct H235SecurityCapability: PERValue {
        /// `EncryptionAuthenticationAndIntegrity`.
        @Boxed package var encryptionAuthenticationAndIntegrity: H245.EncryptionAuthenticationAndIntegrity

        /// `CapabilityTableEntryNumber`.
        package var mediaCapability: H245.CapabilityTableEntryNumber

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            encryptionAuthenticationAndIntegrity: H245.EncryptionAuthenticationAndIntegrity,
            mediaCapability: H245.CapabilityTableEntryNumber
        ) {
            self.encryptionAuthenticationAndIntegrity = encryptionAuthenticationAndIntegrity
            self.mediaCapability = mediaCapability
        }
    }
}

extension H245.H235SecurityCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let encryptionAuthenticationAndIntegrity = try H245.EncryptionAuthenticationAndIntegrity(from: &reader)
        let mediaCapability = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(
            encryptionAuthenticationAndIntegrity: encryptionAuthenticationAndIntegrity,
            mediaCapability: mediaCapability
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.encryptionAuthenticationAndIntegrity.encode(into: &writer)
        writer.putInteger(Int(self.mediaCapability), 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
