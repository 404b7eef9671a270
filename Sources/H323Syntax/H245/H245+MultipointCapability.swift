// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultipointCapability` (H.245).
    package struct MultipointCapability: PERValue {
        /// `BOOLEAN`.
        package var multicastCapability: Bool

        /// `BOOLEAN`.
        package var multiUniCastConference: Bool

        /// `SEQUENCE OF MediaDistributionCapability`.
        package var mediaDistributionCapability: [H245.MediaDistributionCapability]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            multicastCapability: Bool,
            multiUniCastConference: Bool,
            mediaDistributionCapability: [H245.MediaDistributionCapability]
        ) {
            self.multicastCapability = multicastCapability
            self.multiUniCastConference = multiUniCastConference
            self.mediaDistributionCapability = mediaDistributionCapability
        }
    }
}

extension H245.MultipointCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let multicastCapability = try reader.takeBit()
        let multiUniCastConference = try reader.takeBit()
        let mediaDistributionCapability = try reader.takeList(0, nil, of: H245.MediaDistributionCapability.init(from:))
        self.init(
            multicastCapability: multicastCapability,
            multiUniCastConference: multiUniCastConference,
            mediaDistributionCapability: mediaDistributionCapability
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.multicastCapability)
        writer.put(self.multiUniCastConference)
        writer.putList(self.mediaDistributionCapability, 0, nil)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
