// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `FeatureSet` (H.225.0).
    package struct FeatureSet: PERValue {
        /// `BOOLEAN`.
        package var replacementFeatureSet: Bool

        /// `SEQUENCE OF FeatureDescriptor`, optional.
        package var neededFeatures: [H225.FeatureDescriptor]?

        /// `SEQUENCE OF FeatureDescriptor`, optional.
        package var desiredFeatures: [H225.FeatureDescriptor]?

        /// `SEQUENCE OF FeatureDescriptor`, optional.
        package var supportedFeatures: [H225.FeatureDescriptor]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(replacementFeatureSet: Bool) {
            self.replacementFeatureSet = replacementFeatureSet
        }
    }
}

extension H225.FeatureSet {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(3)
        let replacementFeatureSet = try reader.takeBit()
        self.init(replacementFeatureSet: replacementFeatureSet)
        if present & 1 << 2 != 0 {
            self.neededFeatures = try reader.takeList(0, nil, of: H225.FeatureDescriptor.init(from:))
        }
        if present & 1 << 1 != 0 {
            self.desiredFeatures = try reader.takeList(0, nil, of: H225.FeatureDescriptor.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.supportedFeatures = try reader.takeList(0, nil, of: H225.FeatureDescriptor.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.neededFeatures != nil)
        writer.put(self.desiredFeatures != nil)
        writer.put(self.supportedFeatures != nil)
        writer.put(self.replacementFeatureSet)
        if let value = self.neededFeatures {
            writer.putList(value, 0, nil)
        }
        if let value = self.desiredFeatures {
            writer.putList(value, 0, nil)
        }
        if let value = self.supportedFeatures {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
