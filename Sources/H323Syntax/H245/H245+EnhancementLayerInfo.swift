// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `EnhancementLayerInfo` (H.245).
    package struct EnhancementLayerInfo: PERValue {
        /// `BOOLEAN`.
        package var baseBitRateConstrained: Bool

        /// `SEQUENCE (SIZE (1..14)) OF EnhancementOptions`, optional.
        package var snrEnhancement: [H245.EnhancementOptions]?

        /// `SEQUENCE (SIZE (1..14)) OF EnhancementOptions`, optional.
        package var spatialEnhancement: [H245.EnhancementOptions]?

        /// `SEQUENCE (SIZE (1..14)) OF BEnhancementParameters`, optional.
        package var bPictureEnhancement: [H245.BEnhancementParameters]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(baseBitRateConstrained: Bool) {
            self.baseBitRateConstrained = baseBitRateConstrained
        }
    }
}

extension H245.EnhancementLayerInfo {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let baseBitRateConstrained = try reader.takeBit()
        self.init(baseBitRateConstrained: baseBitRateConstrained)
        if present & 1 << 2 != 0 {
            self.snrEnhancement = try reader.takeList(1, 14, of: H245.EnhancementOptions.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.spatialEnhancement = try reader.takeList(1, 14, of: H245.EnhancementOptions.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.bPictureEnhancement = try reader.takeList(1, 14, of: H245.BEnhancementParameters.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.snrEnhancement != nil)
        writer.put(self.spatialEnhancement != nil)
        writer.put(self.bPictureEnhancement != nil)
        writer.put(self.baseBitRateConstrained)
        if let value = self.snrEnhancement {
            writer.putList(value, 1, 14)
        }
        if let value = self.spatialEnhancement {
            writer.putList(value, 1, 14)
        }
        if let value = self.bPictureEnhancement {
            writer.putList(value, 1, 14)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
