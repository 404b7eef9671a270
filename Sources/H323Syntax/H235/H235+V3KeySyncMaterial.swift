// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `V3KeySyncMaterial` (H.235.0).
    package struct V3KeySyncMaterial: PERValue {
        /// `Identifier`, optional.
        package var generalID: H235.Identifier?

        /// `OBJECT IDENTIFIER`, optional.
        package var algorithmOID: OID?

        /// `Params`.
        @Boxed package var paramS: H235.Params

        /// `OCTET STRING`, optional.
        package var encryptedSessionKey: [UInt8]?

        /// `OCTET STRING`, optional.
        package var encryptedSaltingKey: [UInt8]?

        /// `OCTET STRING`, optional.
        package var clearSaltingKey: [UInt8]?

        /// `Params`, optional.
        @BoxedIfPresent package var paramSsalt: H235.Params?

        /// `OBJECT IDENTIFIER`, optional.
        package var keyDerivationOID: OID?

        /// `OCTET STRING`, addition 1.
        package var genericKeyMaterial: [UInt8]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(paramS: H235.Params) {
            self.paramS = paramS
        }
    }
}

extension H235.V3KeySyncMaterial {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(7)
        var generalID: H235.Identifier?
        if present & 1 << 6 != 0 {
            generalID = try reader.takeBMPString(1, 128)
        }
        var algorithmOID: OID?
        if present & 1 << 5 != 0 {
            algorithmOID = try reader.takeObjectIdentifier()
        }
        let paramS = try H235.Params(from: &reader)
        self.init(paramS: paramS)
        self.generalID = generalID
        self.algorithmOID = algorithmOID
        if present & 1 << 4 != 0 {
            self.encryptedSessionKey = try reader.takeOctets()
        }
        if present & 1 << 3 != 0 {
            self.encryptedSaltingKey = try reader.takeOctets()
        }
        if present & 1 << 2 != 0 {
            self.clearSaltingKey = try reader.takeOctets()
        }
        if present & 1 << 1 != 0 {
            self.paramSsalt = try H235.Params(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.keyDerivationOID = try reader.takeObjectIdentifier()
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.genericKeyMaterial = try reader.takeOctets()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.genericKeyMaterial != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.generalID != nil)
        writer.put(self.algorithmOID != nil)
        writer.put(self.encryptedSessionKey != nil)
        writer.put(self.encryptedSaltingKey != nil)
        writer.put(self.clearSaltingKey != nil)
        writer.put(self._paramSsalt.isPresent)
        writer.put(self.keyDerivationOID != nil)
        if let value = self.generalID {
            writer.putBMPString(value, 1, 128)
        }
        if let value = self.algorithmOID {
            writer.putObjectIdentifier(value)
        }
        self.paramS.encode(into: &writer)
        if let value = self.encryptedSessionKey {
            writer.putOctets(value)
        }
        if let value = self.encryptedSaltingKey {
            writer.putOctets(value)
        }
        if let value = self.clearSaltingKey {
            writer.putOctets(value)
        }
        if let value = self.paramSsalt {
            value.encode(into: &writer)
        }
        if let value = self.keyDerivationOID {
            writer.putObjectIdentifier(value)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.genericKeyMaterial {
            let start = writer.beginOpenType()
            writer.putOctets(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
