// Generated from Schema/H235.schema by H323SchemaCompiler. Change the schema, not this file.

extension H235 {
    /// `NonStandardParameter` (H.235.0).
    package struct NonStandardParameter: PERValue {
        /// `OBJECT IDENTIFIER`.
        package var nonStandardIdentifier: OID

        /// `OCTET STRING`.
        package var data: [UInt8]

        package init(nonStandardIdentifier: OID, data: [UInt8]) {
            self.nonStandardIdentifier = nonStandardIdentifier
            self.data = data
        }
    }
}

extension H235.NonStandardParameter {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let nonStandardIdentifier = try reader.takeObjectIdentifier()
        let data = try reader.takeOctets()
        self.init(nonStandardIdentifier: nonStandardIdentifier, data: data)
    }

    package func encode(into writer: inout PERWriter) {
        writer.putObjectIdentifier(self.nonStandardIdentifier)
        writer.putOctets(self.data)
    }
}
