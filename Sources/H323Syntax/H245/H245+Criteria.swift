// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `Criteria` (H.245).
    package struct Criteria: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var field: OID

        /// `OCTET STRING (SIZE (1..65535))`.
        package var value: [UInt8]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(field: OID, value: [UInt8]) {
            self.field = field
            self.value = value
        }
    }
}

extension H245.Criteria {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let field = try reader.takeObjectIdentifier()
        let value = try reader.takeOctets(1, 65535)
        self.init(field: field, value: value)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putObjectIdentifier(self.field)
        writer.putOctets(self.value, 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
