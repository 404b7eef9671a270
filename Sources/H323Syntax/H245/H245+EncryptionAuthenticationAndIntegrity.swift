// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EncryptionAuthenticationAndIntegrity` (H.245).
    package struct EncryptionAuthenticationAndIntegrity: PERValue {
        /// `EncryptionCapability`, optional.
        package var encryptionCapability: H245.EncryptionCapability?

        /// `AuthenticationCapability`, optional.
        @BoxedIfPresent package var authenticationCapability: H245.AuthenticationCapability?

        /// `IntegrityCapability`, optional.
        @BoxedIfPresent package var integrityCapability: H245.IntegrityCapability?

        /// `GenericCapability`, addition 1.
        @BoxedIfPresent package var genericH235SecurityCapability: H245.GenericCapability?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.EncryptionAuthenticationAndIntegrity {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.encryptionCapability = try reader.takeList(1, 256, of: H245.MediaEncryptionAlgorithm.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.authenticationCapability = try H245.AuthenticationCapability(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.integrityCapability = try H245.IntegrityCapability(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.genericH235SecurityCapability = try H245.GenericCapability(from: &reader)
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self._genericH235SecurityCapability.isPresent)
        writer.put(!bitmap.isEmpty)
        writer.put(self.encryptionCapability != nil)
        writer.put(self._authenticationCapability.isPresent)
        writer.put(self._integrityCapability.isPresent)
        if let value = self.encryptionCapability {
            writer.putList(value, 1, 256)
        }
        if let value = self.authenticationCapability {
            value.encode(into: &writer)
        }
        if let value = self.integrityCapability {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.genericH235SecurityCapability {
            let start = writer.beginOpenType()
            value.encode(into: &writer)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
