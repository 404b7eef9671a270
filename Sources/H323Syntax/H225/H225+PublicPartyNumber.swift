// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `PublicPartyNumber` (H.225.0).
    package struct PublicPartyNumber: PERValue {
        /// `PublicTypeOfNumber`.
        package var publicTypeOfNumber: H225.PublicTypeOfNumber

        /// `NumberDigits`.
        package var publicNumberDigits: H225.NumberDigits

        package init(publicTypeOfNumber: H225.PublicTypeOfNumber, publicNumberDigits: H225.NumberDigits) {
            self.publicTypeOfNumber = publicTypeOfNumber
            self.publicNumberDigits = publicNumberDigits
        }
    }
}

extension H225.PublicPartyNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let publicTypeOfNumber = try H225.PublicTypeOfNumber(from: &reader)
        let publicNumberDigits = try reader.takeString(H225.numberDigits, 1, 128)
        self.init(publicTypeOfNumber: publicTypeOfNumber, publicNumberDigits: publicNumberDigits)
    }

    package func encode(into writer: inout PERWriter) {
        self.publicTypeOfNumber.encode(into: &writer)
        writer.putString(self.publicNumberDigits, H225.numberDigits, 1, 128)
    }
}
