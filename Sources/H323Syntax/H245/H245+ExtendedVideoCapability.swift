// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ExtendedVideoCapability` (H.245).
    package struct ExtendedVideoCapability: PERValue {
        /// `SEQUENCE OF VideoCapability`.
        package var videoCapability: [H245.VideoCapability]

        /// `SEQUENCE OF GenericCapability`, optional.
        package var videoCapabilityExtension: [H245.GenericCapability]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(videoCapability: [H245.VideoCapability]) {
            self.videoCapability = videoCapability
        }
    }
}

extension H245.ExtendedVideoCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let videoCapability = try reader.takeList(0, nil, of: H245.VideoCapability.init(from:))
        self.init(videoCapability: videoCapability)
        if present & 1 << 0 != 0 {
            self.videoCapabilityExtension = try reader.takeList(0, nil, of: H245.GenericCapability.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.videoCapabilityExtension != nil)
        writer.putList(self.videoCapability, 0, nil)
        if let value = self.videoCapabilityExtension {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
