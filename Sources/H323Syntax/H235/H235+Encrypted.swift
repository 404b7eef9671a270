// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// Something encrypted (clause 8.4).
    package struct Encrypted: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var algorithmOID: OID

        /// `Params`.
        @Boxed package var paramS: H235.Params

        /// `OCTET STRING`.
        package var encryptedData: [UInt8]

        package init(algorithmOID: OID, paramS: H235.Params, encryptedData: [UInt8]) {
            self.algorithmOID = algorithmOID
            self.paramS = paramS
            self.encryptedData = encryptedData
        }
    }
}

extension H235.Encrypted {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let algorithmOID = try reader.takeObjectIdentifier()
        let paramS = try H235.Params(from: &reader)
        let encryptedData = try reader.takeOctets()
        self.init(algorithmOID: algorithmOID, paramS: paramS, encryptedData: encryptedData)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putObjectIdentifier(self.algorithmOID)
        self.paramS.encode(into: &writer)
        writer.putOctets(self.encryptedData)
    }
}
