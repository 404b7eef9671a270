// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `NonStandardProtocol` (H.225.0).
    package struct NonStandardProtocol: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF DataRate`, optional.
        package var dataRatesSupported: [H225.DataRate]?

        /// `SEQUENCE OF SupportedPrefix`.
        package var supportedPrefixes: [H225.SupportedPrefix]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(supportedPrefixes: [H225.SupportedPrefix]) {
            self.supportedPrefixes = supportedPrefixes
        }
    }
}

extension H225.NonStandardProtocol {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 1 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        var dataRatesSupported: [H225.DataRate]?
        if present & 1 << 0 != 0 {
            dataRatesSupported = try reader.takeList(0, nil, of: H225.DataRate.init(from:))
        }
        let supportedPrefixes = try reader.takeList(0, nil, of: H225.SupportedPrefix.init(from:))
        self.init(supportedPrefixes: supportedPrefixes)
        self.nonStandardData = nonStandardData
        self.dataRatesSupported = dataRatesSupported
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.dataRatesSupported != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.dataRatesSupported {
            writer.putList(value, 0, nil)
        }
        writer.putList(self.supportedPrefixes, 0, nil)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
