// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H223AnnexCCapability` (H.245).
    package struct H223AnnexCCapability: PERValue {
        /// `BOOLEAN`.
        package var videoWithAL1M: Bool

        /// `BOOLEAN`.
        package var videoWithAL2M: Bool

        /// `BOOLEAN`.
        package var videoWithAL3M: Bool

        /// `BOOLEAN`.
        package var audioWithAL1M: Bool

        /// `BOOLEAN`.
        package var audioWithAL2M: Bool

        /// `BOOLEAN`.
        package var audioWithAL3M: Bool

        /// `BOOLEAN`.
        package var dataWithAL1M: Bool

        /// `BOOLEAN`.
        package var dataWithAL2M: Bool

        /// `BOOLEAN`.
        package var dataWithAL3M: Bool

        /// `BOOLEAN`.
        package var alpduInterleaving: Bool

        /// `INTEGER (0..65535)`.
        package var maximumAL1MPDUSize: UInt16

        /// `INTEGER (0..65535)`.
        package var maximumAL2MSDUSize: UInt16

        /// `INTEGER (0..65535)`.
        package var maximumAL3MSDUSize: UInt16

        /// `BOOLEAN`, addition 1.
        package var rsCodeCapability: Bool?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            videoWithAL1M: Bool,
            videoWithAL2M: Bool,
            videoWithAL3M: Bool,
            audioWithAL1M: Bool,
            audioWithAL2M: Bool,
            audioWithAL3M: Bool,
            dataWithAL1M: Bool,
            dataWithAL2M: Bool,
            dataWithAL3M: Bool,
            alpduInterleaving: Bool,
            maximumAL1MPDUSize: UInt16,
            maximumAL2MSDUSize: UInt16,
            maximumAL3MSDUSize: UInt16
        ) {
            self.videoWithAL1M = videoWithAL1M
            self.videoWithAL2M = videoWithAL2M
            self.videoWithAL3M = videoWithAL3M
            self.audioWithAL1M = audioWithAL1M
            self.audioWithAL2M = audioWithAL2M
            self.audioWithAL3M = audioWithAL3M
            self.dataWithAL1M = dataWithAL1M
            self.dataWithAL2M = dataWithAL2M
            self.dataWithAL3M = dataWithAL3M
            self.alpduInterleaving = alpduInterleaving
            self.maximumAL1MPDUSize = maximumAL1MPDUSize
            self.maximumAL2MSDUSize = maximumAL2MSDUSize
            self.maximumAL3MSDUSize = maximumAL3MSDUSize
        }
    }
}

extension H245.H223AnnexCCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let videoWithAL1M = try reader.takeBit()
        let videoWithAL2M = try reader.takeBit()
        let videoWithAL3M = try reader.takeBit()
        let audioWithAL1M = try reader.takeBit()
        let audioWithAL2M = try reader.takeBit()
        let audioWithAL3M = try reader.takeBit()
        let dataWithAL1M = try reader.takeBit()
        let dataWithAL2M = try reader.takeBit()
        let dataWithAL3M = try reader.takeBit()
        let alpduInterleaving = try reader.takeBit()
        let maximumAL1MPDUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let maximumAL2MSDUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        let maximumAL3MSDUSize = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 65535))
        self.init(
            videoWithAL1M: videoWithAL1M,
            videoWithAL2M: videoWithAL2M,
            videoWithAL3M: videoWithAL3M,
            audioWithAL1M: audioWithAL1M,
            audioWithAL2M: audioWithAL2M,
            audioWithAL3M: audioWithAL3M,
            dataWithAL1M: dataWithAL1M,
            dataWithAL2M: dataWithAL2M,
            dataWithAL3M: dataWithAL3M,
            alpduInterleaving: alpduInterleaving,
            maximumAL1MPDUSize: maximumAL1MPDUSize,
            maximumAL2MSDUSize: maximumAL2MSDUSize,
            maximumAL3MSDUSize: maximumAL3MSDUSize
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.rsCodeCapability = try reader.takeBit()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 1)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 1, self.unrecognized)
        bitmap.insert(0, if: self.rsCodeCapability != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.videoWithAL1M)
        writer.put(self.videoWithAL2M)
        writer.put(self.videoWithAL3M)
        writer.put(self.audioWithAL1M)
        writer.put(self.audioWithAL2M)
        writer.put(self.audioWithAL3M)
        writer.put(self.dataWithAL1M)
        writer.put(self.dataWithAL2M)
        writer.put(self.dataWithAL3M)
        writer.put(self.alpduInterleaving)
        writer.putInteger(Int(self.maximumAL1MPDUSize), 0, 65535)
        writer.putInteger(Int(self.maximumAL2MSDUSize), 0, 65535)
        writer.putInteger(Int(self.maximumAL3MSDUSize), 0, 65535)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.rsCodeCapability {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
