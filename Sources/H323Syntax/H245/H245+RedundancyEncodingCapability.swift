// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `RedundancyEncodingCapability` (H.245).
    package struct RedundancyEncodingCapability: PERValue {
        /// `RedundancyEncodingMethod`.
        @Boxed package var redundancyEncodingMethod: H245.RedundancyEncodingMethod

        /// `CapabilityTableEntryNumber`.
        package var primaryEncoding: H245.CapabilityTableEntryNumber

        /// `SEQUENCE (SIZE (1..256)) OF CapabilityTableEntryNumber`, optional.
        package var secondaryEncoding: [H245.CapabilityTableEntryNumber]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            redundancyEncodingMethod: H245.RedundancyEncodingMethod,
            primaryEncoding: H245.CapabilityTableEntryNumber
        ) {
            self.redundancyEncodingMethod = redundancyEncodingMethod
            self.primaryEncoding = primaryEncoding
        }
    }
}

extension H245.RedundancyEncodingCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let redundancyEncodingMethod = try H245.RedundancyEncodingMethod(from: &reader)
        let primaryEncoding = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        self.init(redundancyEncodingMethod: redundancyEncodingMethod, primaryEncoding: primaryEncoding)
        if present & 1 << 0 != 0 {
            self.secondaryEncoding = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
            }
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.secondaryEncoding != nil)
        self.redundancyEncodingMethod.encode(into: &writer)
        writer.putInteger(Int(self.primaryEncoding), 1, 65535)
        if let value = self.secondaryEncoding {
            writer.putList(value, 1, 256) { element, writer in
                writer.putInteger(Int(element), 1, 65535)
            }
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
