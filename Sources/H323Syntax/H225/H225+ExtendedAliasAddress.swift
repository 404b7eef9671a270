// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `ExtendedAliasAddress` (H.225.0).
    package struct ExtendedAliasAddress: PERValue {
        /// `AliasAddress`.
        package var address: H225.AliasAddress

        /// `PresentationIndicator`, optional.
        package var presentationIndicator: H225.PresentationIndicator?

        /// `ScreeningIndicator`, optional.
        package var screeningIndicator: H225.ScreeningIndicator?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(address: H225.AliasAddress) {
            self.address = address
        }
    }
}

extension H225.ExtendedAliasAddress {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let address = try H225.AliasAddress(from: &reader)
        self.init(address: address)
        if present & 1 << 1 != 0 {
            self.presentationIndicator = try H225.PresentationIndicator(from: &reader)
        }
        if present & 1 << 0 != 0 {
            self.screeningIndicator = try H225.ScreeningIndicator(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.presentationIndicator != nil)
        writer.put(self.screeningIndicator != nil)
        self.address.encode(into: &writer)
        if let value = self.presentationIndicator {
            value.encode(into: &writer)
        }
        if let value = self.screeningIndicator {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
