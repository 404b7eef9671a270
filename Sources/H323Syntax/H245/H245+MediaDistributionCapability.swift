// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MediaDistributionCapability` (H.245).
    package struct MediaDistributionCapability: PERValue {
        /// `BOOLEAN`.
        package var centralizedControl: Bool

        /// `BOOLEAN`.
        package var distributedControl: Bool

        /// `BOOLEAN`.
        package var centralizedAudio: Bool

        /// `BOOLEAN`.
        package var distributedAudio: Bool

        /// `BOOLEAN`.
        package var centralizedVideo: Bool

        /// `BOOLEAN`.
        package var distributedVideo: Bool

        /// `SEQUENCE OF DataApplicationCapability`, optional.
        package var centralizedData: [H245.DataApplicationCapability]?

        /// `SEQUENCE OF DataApplicationCapability`, optional.
        package var distributedData: [H245.DataApplicationCapability]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            centralizedControl: Bool,
            distributedControl: Bool,
            centralizedAudio: Bool,
            distributedAudio: Bool,
            centralizedVideo: Bool,
            distributedVideo: Bool
        ) {
            self.centralizedControl = centralizedControl
            self.distributedControl = distributedControl
            self.centralizedAudio = centralizedAudio
            self.distributedAudio = distributedAudio
            self.centralizedVideo = centralizedVideo
            self.distributedVideo = distributedVideo
        }
    }
}

extension H245.MediaDistributionCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        let centralizedControl = try reader.takeBit()
        let distributedControl = try reader.takeBit()
        let centralizedAudio = try reader.takeBit()
        let distributedAudio = try reader.takeBit()
        let centralizedVideo = try reader.takeBit()
        let distributedVideo = try reader.takeBit()
        self.init(
            centralizedControl: centralizedControl,
            distributedControl: distributedControl,
            centralizedAudio: centralizedAudio,
            distributedAudio: distributedAudio,
            centralizedVideo: centralizedVideo,
            distributedVideo: distributedVideo
        )
        if present & 1 << 1 != 0 {
            self.centralizedData = try reader.takeList(0, nil, of: H245.DataApplicationCapability.init(from:))
        }
        if present & 1 << 0 != 0 {
            self.distributedData = try reader.takeList(0, nil, of: H245.DataApplicationCapability.init(from:))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.centralizedData != nil)
        writer.put(self.distributedData != nil)
        writer.put(self.centralizedControl)
        writer.put(self.distributedControl)
        writer.put(self.centralizedAudio)
        writer.put(self.distributedAudio)
        writer.put(self.centralizedVideo)
        writer.put(self.distributedVideo)
        if let value = self.centralizedData {
            writer.putList(value, 0, nil)
        }
        if let value = self.distributedData {
            writer.putList(value, 0, nil)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
