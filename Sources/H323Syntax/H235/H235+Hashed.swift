// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// The keyed hash of something that stands elsewhere (clause 8.4).
    package struct Hashed: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var algorithmOID: OID

        /// `Params`.
        @Boxed package var paramS: H235.Params

        /// `BIT STRING`.
        package var hash: BitString

        package init(algorithmOID: OID, paramS: H235.Params, hash: BitString) {
            self.algorithmOID = algorithmOID
            self.paramS = paramS
            self.hash = hash
        }
    }
}

extension H235.Hashed {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let algorithmOID = try reader.takeObjectIdentifier()
        let paramS = try H235.Params(from: &reader)
        let hash = try reader.takeBitString()
        self.init(algorithmOID: algorithmOID, paramS: paramS, hash: hash)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putObjectIdentifier(self.algorithmOID)
        self.paramS.encode(into: &writer)
        writer.putBitString(self.hash)
    }
}
