// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `ICV` (H.225.0).
    package struct ICV: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var algorithmOID: OID

        /// `BIT STRING`.
        package var icv: BitString

        package init(algorithmOID: OID, icv: BitString) {
            self.algorithmOID = algorithmOID
            self.icv = icv
        }
    }
}

extension H225.ICV {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let algorithmOID = try reader.takeObjectIdentifier()
        let icv = try reader.takeBitString()
        self.init(algorithmOID: algorithmOID, icv: icv)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putObjectIdentifier(self.algorithmOID)
        writer.putBitString(self.icv)
    }
}
