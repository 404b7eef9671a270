// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `TypedCertificate` (H.235.0).
    package struct TypedCertificate: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var type: OID

        /// `OCTET STRING`.
        package var certificate: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(type: OID, certificate: [UInt8]) {
            self.type = type
            self.certificate = certificate
        }
    }
}

extension H235.TypedCertificate {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let type = try reader.takeObjectIdentifier()
        let certificate = try reader.takeOctets()
        self.init(type: type, certificate: certificate)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putObjectIdentifier(self.type)
        writer.putOctets(self.certificate)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
