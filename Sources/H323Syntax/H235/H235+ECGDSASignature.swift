// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `ECGDSASignature` (H.235.0).
    package struct ECGDSASignature: PERValue {
        /// `BIT STRING (SIZE (0..511))`.
        package var r: BitString

        /// `BIT STRING (SIZE (0..511))`.
        package var s: BitString

        package init(r: BitString, s: BitString) {
            self.r = r
            self.s = s
        }
    }
}

extension H235.ECGDSASignature {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let r = try reader.takeBitString(0, 511)
        let s = try reader.takeBitString(0, 511)
        self.init(r: r, s: s)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putBitString(self.r, 0, 511)
        writer.putBitString(self.s, 0, 511)
    }
}
