// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// Something signed (clause 8.4): what is signed stays encoded, as the signature is over its octets.
    package struct Signed: PERValue {
        /// `an open type`.
        package var toBeSigned: [UInt8]

        /// `OBJECT IDENTIFIER`.
        package var algorithmOID: OID

        /// `Params`.
        @Boxed package var paramS: H235.Params

        /// `BIT STRING`.
        package var signature: BitString

        package init(toBeSigned: [UInt8], algorithmOID: OID, paramS: H235.Params, signature: BitString) {
            self.toBeSigned = toBeSigned
            self.algorithmOID = algorithmOID
            self.paramS = paramS
            self.signature = signature
        }
    }
}

extension H235.Signed {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let toBeSigned = try reader.takeOpenType()
        let algorithmOID = try reader.takeObjectIdentifier()
        let paramS = try H235.Params(from: &reader)
        let signature = try reader.takeBitString()
        self.init(toBeSigned: toBeSigned, algorithmOID: algorithmOID, paramS: paramS, signature: signature)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putOpenType(self.toBeSigned)
        writer.putObjectIdentifier(self.algorithmOID)
        self.paramS.encode(into: &writer)
        writer.putBitString(self.signature)
    }
}
