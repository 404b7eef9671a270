// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `KeyProtectionMethod` (H.245).
    package struct KeyProtectionMethod: PERValue {
        /// `BOOLEAN`.
        package var secureChannel: Bool

        /// `BOOLEAN`.
        package var sharedSecret: Bool

        /// `BOOLEAN`.
        package var certProtectedKey: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(secureChannel: Bool, sharedSecret: Bool, certProtectedKey: Bool) {
            self.secureChannel = secureChannel
            self.sharedSecret = sharedSecret
            self.certProtectedKey = certProtectedKey
        }
    }
}

extension H245.KeyProtectionMethod {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let secureChannel = try reader.takeBit()
        let sharedSecret = try reader.takeBit()
        let certProtectedKey = try reader.takeBit()
        self.init(secureChannel: secureChannel, sharedSecret: sharedSecret, certProtectedKey: certProtectedKey)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.secureChannel)
        writer.put(self.sharedSecret)
        writer.put(self.certProtectedKey)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
