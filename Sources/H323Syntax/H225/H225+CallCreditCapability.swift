// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `CallCreditCapability` (H.225.0).
    package struct CallCreditCapability: PERValue {
        /// `BOOLEAN`, optional.
        package var canDisplayAmountString: Bool?

        /// `BOOLEAN`, optional.
        package var canEnforceDurationLimit: Bool?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.CallCreditCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        self.init()
        if present & 1 << 1 != 0 {
            self.canDisplayAmountString = try reader.takeBit()
        }
        if present & 1 << 0 != 0 {
            self.canEnforceDurationLimit = try reader.takeBit()
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.canDisplayAmountString != nil)
        writer.put(self.canEnforceDurationLimit != nil)
        if let value = self.canDisplayAmountString {
            writer.put(value)
        }
        if let value = self.canEnforceDurationLimit {
            writer.put(value)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
