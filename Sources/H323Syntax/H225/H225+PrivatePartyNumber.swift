// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `PrivatePartyNumber` (H.225.0).
    package struct PrivatePartyNumber: PERValue {
        /// `PrivateTypeOfNumber`.
        package var privateTypeOfNumber: H225.PrivateTypeOfNumber

        /// `NumberDigits`.
        package var privateNumberDigits: H225.NumberDigits

        package init(privateTypeOfNumber: H225.PrivateTypeOfNumber, privateNumberDigits: H225.NumberDigits) {
            self.privateTypeOfNumber = privateTypeOfNumber
            self.privateNumberDigits = privateNumberDigits
        }
    }
}

extension H225.PrivatePartyNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let privateTypeOfNumber = try H225.PrivateTypeOfNumber(from: &reader)
        let privateNumberDigits = try reader.takeString(H225.numberDigits, 1, 128)
        self.init(privateTypeOfNumber: privateTypeOfNumber, privateNumberDigits: privateNumberDigits)
    }

    package func encode(into writer: inout PERWriter) {
        self.privateTypeOfNumber.encode(into: &writer)
        writer.putString(self.privateNumberDigits, H225.numberDigits, 1, 128)
    }
}
