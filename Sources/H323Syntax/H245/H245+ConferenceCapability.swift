// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ConferenceCapability` (H.245).
    package struct ConferenceCapability: PERValue {
        /// `SEQUENCE OF NonStandardParameter`, optional.
        package var nonStandardData: [H245.NonStandardParameter]?

        /// `BOOLEAN`.
        package var chairControlCapability: Bool

        /// `BOOLEAN`, addition 1.
        package var videoIndicateMixingCapability: Bool?

        /// `BOOLEAN`, addition 2.
        package var multipointVisualizationCapability: Bool?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(chairControlCapability: Bool) {
            self.chairControlCapability = chairControlCapability
        }
    }
}

extension H245.ConferenceCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        var nonStandardData: [H245.NonStandardParameter]?
        if present & 1 << 0 != 0 {
            nonStandardData = try reader.takeList(0, nil, of: H245.NonStandardParameter.init(from:))
        }
        let chairControlCapability = try reader.takeBit()
        self.init(chairControlCapability: chairControlCapability)
        self.nonStandardData = nonStandardData
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            if try reader.enterAddition(0, of: bitmap) {
                self.videoIndicateMixingCapability = try reader.takeBit()
                reader.leaveOpenType()
            }
            if try reader.enterAddition(1, of: bitmap) {
                self.multipointVisualizationCapability = try reader.takeBit()
                reader.leaveOpenType()
            }
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 2)
        }
    }

    package func encode(into writer: inout PERWriter) {
        var bitmap = writer.bitmap(known: 2, self.unrecognized)
        bitmap.insert(0, if: self.videoIndicateMixingCapability != nil)
        bitmap.insert(1, if: self.multipointVisualizationCapability != nil)
        writer.put(!bitmap.isEmpty)
        writer.put(self.nonStandardData != nil)
        if let value = self.nonStandardData {
            writer.putList(value, 0, nil)
        }
        writer.put(self.chairControlCapability)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        if let value = self.videoIndicateMixingCapability {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        if let value = self.multipointVisualizationCapability {
            let start = writer.beginOpenType()
            writer.put(value)
            writer.endOpenType(start)
        }
        writer.putUnrecognized(self.unrecognized)
    }
}
