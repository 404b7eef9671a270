// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EscrowData` (H.245).
    package struct EscrowData: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var escrowID: OID

        /// `BIT STRING (SIZE (1..65535))`.
        package var escrowValue: BitString

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(escrowID: OID, escrowValue: BitString) {
            self.escrowID = escrowID
            self.escrowValue = escrowValue
        }
    }
}

extension H245.EscrowData {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let escrowID = try reader.takeObjectIdentifier()
        let escrowValue = try reader.takeBitString(1, 65535)
        self.init(escrowID: escrowID, escrowValue: escrowValue)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putObjectIdentifier(self.escrowID)
        writer.putBitString(self.escrowValue, 1, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
