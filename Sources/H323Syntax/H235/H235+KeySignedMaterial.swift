// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `KeySignedMaterial` (H.235.0).
    package struct KeySignedMaterial: PERValue {
        /// `Identifier`.
        package var generalId: H235.Identifier

        /// `RandomVal`.
        package var mrandom: H235.RandomVal

        /// `RandomVal`, optional.
        package var srandom: H235.RandomVal?

        /// `TimeStamp`, optional.
        package var timeStamp: H235.TimeStamp?

        /// `Encrypted`.
        package var encrptval: H235.Encrypted

        package init(generalId: H235.Identifier, mrandom: H235.RandomVal, encrptval: H235.Encrypted) {
            self.generalId = generalId
            self.mrandom = mrandom
            self.encrptval = encrptval
        }
    }
}

extension H235.KeySignedMaterial {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let present = try reader.takeBits(2)
        let generalId = try reader.takeBMPString(1, 128)
        let mrandom = try reader.takeUnconstrainedInteger()
        var srandom: H235.RandomVal?
        if present & 1 << 1 != 0 {
            srandom = try reader.takeUnconstrainedInteger()
        }
        var timeStamp: H235.TimeStamp?
        if present & 1 << 0 != 0 {
            timeStamp = UInt32(truncatingIfNeeded: try reader.takeInteger(1, 4_294_967_295))
        }
        let encrptval = try H235.Encrypted(from: &reader)
        self.init(generalId: generalId, mrandom: mrandom, encrptval: encrptval)
        self.srandom = srandom
        self.timeStamp = timeStamp
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self.srandom != nil)
        writer.put(self.timeStamp != nil)
        writer.putBMPString(self.generalId, 1, 128)
        writer.putUnconstrainedInteger(self.mrandom)
        if let value = self.srandom {
            writer.putUnconstrainedInteger(value)
        }
        if let value = self.timeStamp {
            writer.putInteger(Int(value), 1, 4_294_967_295)
        }
        self.encrptval.encode(into: &writer)
    }
}
