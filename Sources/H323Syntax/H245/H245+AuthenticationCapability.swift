// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `AuthenticationCapability` (H.245).
    package struct AuthenticationCapability: PERValue {
        /// `NonStandardParameter`, optional.
        package var nonStandard: H245.NonStandardParameter?

        /// `OBJECT IDENTIFIER`, addition 1.
        package var antiSpamAlgorithm: OID?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.AuthenticationCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        self.init()
        if present & 1 << 0 != 0 {
            self.nonStandard = try H245.NonStandardParameter(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.antiSpamAlgorithm = try reader.takeObjectIdentifier()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.antiSpamAlgorithm != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandard != nil)
        if let value = self.nonStandard {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.antiSpamAlgorithm {
            let start = writer.beginOpenType()
            writer.putObjectIdentifier(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
