// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// Something that only its vendor knows.
    package struct NonStandardParameter: PERValue {
        /// `NonStandardIdentifier`.
        package var nonStandardIdentifier: H225.NonStandardIdentifier

        /// `OCTET STRING`.
        package var data: [UInt8]

        package init(nonStandardIdentifier: H225.NonStandardIdentifier, data: [UInt8]) {
            self.nonStandardIdentifier = nonStandardIdentifier
            self.data = data
        }
    }
}

extension H225.NonStandardParameter {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let nonStandardIdentifier = try H225.NonStandardIdentifier(from: &reader)
        let data = try reader.takeOctets()
        self.init(nonStandardIdentifier: nonStandardIdentifier, data: data)
    }

    package func encode(into writer: inout PERWriter) {
        self.nonStandardIdentifier.encode(into: &writer)
        writer.putOctets(self.data)
    }
}
