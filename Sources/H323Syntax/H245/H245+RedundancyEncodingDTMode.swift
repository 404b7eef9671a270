// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RedundancyEncodingDTMode` (H.245).
    package struct RedundancyEncodingDTMode: PERValue {
        /// `RedundancyEncodingMethod`.
        @Boxed package var redundancyEncodingMethod: H245.RedundancyEncodingMethod

        /// `RedundancyEncodingDTModeElement`.
        @Boxed package var primary: H245.RedundancyEncodingDTModeElement

        /// `SEQUENCE OF RedundancyEncodingDTModeElement`.
        package var secondary: [H245.RedundancyEncodingDTModeElement]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            redundancyEncodingMethod: H245.RedundancyEncodingMethod,
            primary: H245.RedundancyEncodingDTModeElement,
            secondary: [H245.RedundancyEncodingDTModeElement]
        ) {
            self.redundancyEncodingMethod = redundancyEncodingMethod
            self.primary = primary
            self.secondary = secondary
        }
    }
}

extension H245.RedundancyEncodingDTMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let redundancyEncodingMethod = try H245.RedundancyEncodingMethod(from: &reader)
        let primary = try H245.RedundancyEncodingDTModeElement(from: &reader)
        let secondary = try reader.takeList(0, nil, of: H245.RedundancyEncodingDTModeElement.init(from:))
        self.init(redundancyEncodingMethod: redundancyEncodingMethod, primary: primary, secondary: secondary)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.redundancyEncodingMethod.encode(into: &writer)
        self.primary.encode(into: &writer)
        writer.putList(self.secondary, 0, nil)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
