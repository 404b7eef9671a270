// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `ReturnSig` (H.235.0).
    package struct ReturnSig: PERValue {
        /// `Identifier`.
        package var generalId: H235.Identifier

        /// `RandomVal`.
        package var responseRandom: H235.RandomVal

        /// `RandomVal`, optional.
        package var requestRandom: H235.RandomVal?

        /// `TypedCertificate`, optional.
        package var certificate: H235.TypedCertificate?

        package init(generalId: H235.Identifier, responseRandom: H235.RandomVal) {
            self.generalId = generalId
            self.responseRandom = responseRandom
        }
    }
}

extension H235.ReturnSig {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let present = try reader.takeBits(2)
        let generalId = try reader.takeBMPString(1, 128)
        let responseRandom = try reader.takeUnconstrainedInteger()
        self.init(generalId: generalId, responseRandom: responseRandom)
        if present & 1 << 1 != 0 {
            self.requestRandom = try reader.takeUnconstrainedInteger()
        }
        if present & 1 << 0 != 0 {
            self.certificate = try H235.TypedCertificate(from: &reader)
        }
    }

    package func encode(into writer: inout PERWriter) {
        writer.put(self.requestRandom != nil)
        writer.put(self.certificate != nil)
        writer.putBMPString(self.generalId, 1, 128)
        writer.putUnconstrainedInteger(self.responseRandom)
        if let value = self.requestRandom {
            writer.putUnconstrainedInteger(value)
        }
        if let value = self.certificate {
            value.encode(into: &writer)
        }
    }
}
