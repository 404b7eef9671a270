// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RedundancyEncodingMode` (H.245).
    package struct RedundancyEncodingMode: PERValue {
        /// `RedundancyEncodingMethod`.
        @Boxed package var redundancyEncodingMethod: H245.RedundancyEncodingMethod

        /// `CHOICE`, optional.
        @BoxedIfPresent package var secondaryEncoding: H245.RedundancyEncodingMode.SecondaryEncoding?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(redundancyEncodingMethod: H245.RedundancyEncodingMethod) {
            self.redundancyEncodingMethod = redundancyEncodingMethod
        }
    }
}

extension H245.RedundancyEncodingMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let redundancyEncodingMethod = try H245.RedundancyEncodingMethod(from: &reader)
        self.init(redundancyEncodingMethod: redundancyEncodingMethod)
        if present & 1 << 0 != 0 {
            self.secondaryEncoding = try H245.RedundancyEncodingMode.SecondaryEncoding(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._secondaryEncoding.isPresent)
        self.redundancyEncodingMethod.encode(into: &writer)
        if let value = self.secondaryEncoding {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}

extension H245.RedundancyEncodingMode {
    /// What `secondaryEncoding` of ``H245.RedundancyEncodingMode`` holds.
    package enum SecondaryEncoding: PERValue {
        case nonStandard(H245.NonStandardParameter)
        indirect case audioData(H245.AudioMode)
        /// What a newer version has added.
        case unrecognized(UnrecognizedAlternative)
    }
}

extension H245.RedundancyEncodingMode.SecondaryEncoding {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        guard try !reader.takeBit() else {
            self = .unrecognized(try reader.takeUnrecognized(try reader.takeNormallySmall()))
            return
        }
        switch try reader.takeInteger(0, 1) {
        case 0:
            self = .nonStandard(try H245.NonStandardParameter(from: &reader))
        default:
            self = .audioData(try H245.AudioMode(from: &reader))
        }
    }

    package func encode(into writer: inout PERWriter) {
        switch self {
        case .nonStandard(let value):
            writer.putExtensibleChoice(0, of: 2)
            value.encode(into: &writer)
        case .audioData(let value):
            writer.putExtensibleChoice(1, of: 2)
            value.encode(into: &writer)
        case .unrecognized(let value):
            writer.putUnrecognized(value)
        }
    }
}
