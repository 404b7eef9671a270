// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `NonStandardParameter` (H.245).
    package struct NonStandardParameter: PERValue {
        /// `NonStandardIdentifier`.
        package var nonStandardIdentifier: H245.NonStandardIdentifier

        /// `OCTET STRING`.
        package var data: [UInt8]

        package init(nonStandardIdentifier: H245.NonStandardIdentifier, data: [UInt8]) {
            self.nonStandardIdentifier = nonStandardIdentifier
            self.data = data
        }
    }
}

extension H245.NonStandardParameter {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let nonStandardIdentifier = try H245.NonStandardIdentifier(from: &reader)
        let data = try reader.takeOctets()
        self.init(nonStandardIdentifier: nonStandardIdentifier, data: data)
    }

    package func encode(into writer: inout PERWriter) {
        self.nonStandardIdentifier.encode(into: &writer)
        writer.putOctets(self.data)
    }
}
