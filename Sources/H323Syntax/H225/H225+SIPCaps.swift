// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `SIPCaps` (H.225.0).
    package struct SIPCaps: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `SEQUENCE OF DataRate`, optional.
        package var dataRatesSupported: [H225.DataRate]?

        /// `SEQUENCE OF SupportedPrefix`, optional.
        package var supportedPrefixes: [H225.SupportedPrefix]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H225.SIPCaps {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        self.init()
        if present & 1 << 2 != 0 {
            self.nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        if present & 1 << 1 != 0 {
            self.dataRatesSupported = try reader.takeList(0, nil, of: H225.DataRate.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.supportedPrefixes = try reader.takeList(0, nil, of: H225.SupportedPrefix.init(from:))
        }
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
        writer.put(self.supportedPrefixes != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        if let value = self.dataRatesSupported {
            writer.putList(value, 0, nil)
        }
        if let value = self.supportedPrefixes {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
