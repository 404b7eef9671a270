// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `IsupPublicPartyNumber` (H.225.0).
    package struct IsupPublicPartyNumber: PERValue {
        /// `NatureOfAddress`.
        package var natureOfAddress: H225.NatureOfAddress

        /// `IsupDigits`.
        package var address: H225.IsupDigits

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(natureOfAddress: H225.NatureOfAddress, address: H225.IsupDigits) {
            self.natureOfAddress = natureOfAddress
            self.address = address
        }
    }
}

extension H225.IsupPublicPartyNumber {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let natureOfAddress = try H225.NatureOfAddress(from: &reader)
        let address = try reader.takeString(H225.isupDigits, 1, 128)
        self.init(natureOfAddress: natureOfAddress, address: address)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.natureOfAddress.encode(into: &writer)
        writer.putString(self.address, H225.isupDigits, 1, 128)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
