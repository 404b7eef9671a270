// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `IsupPrivatePartyNumber` (H.225.0).
    package struct IsupPrivatePartyNumber: PERValue {
        /// `PrivateTypeOfNumber`.
        package var privateTypeOfNumber: H225.PrivateTypeOfNumber

        /// `IsupDigits`.
        package var address: H225.IsupDigits

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(privateTypeOfNumber: H225.PrivateTypeOfNumber, address: H225.IsupDigits) {
            self.privateTypeOfNumber = privateTypeOfNumber
            self.address = address
        }
    }
}

extension H225.IsupPrivatePartyNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let privateTypeOfNumber = try H225.PrivateTypeOfNumber(from: &reader)
        let address = try reader.takeString(H225.isupDigits, 1, 128)
        self.init(privateTypeOfNumber: privateTypeOfNumber, address: address)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.privateTypeOfNumber.encode(into: &writer)
        writer.putString(self.address, H225.isupDigits, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
