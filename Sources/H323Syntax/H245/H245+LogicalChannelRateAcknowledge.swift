// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `LogicalChannelRateAcknowledge` (H.245).
    package struct LogicalChannelRateAcknowledge: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `LogicalChannelNumber`.
        package var logicalChannelNumber: H245.LogicalChannelNumber

        /// `MaximumBitRate`.
        package var maximumBitRate: H245.MaximumBitRate

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            sequenceNumber: H245.SequenceNumber,
            logicalChannelNumber: H245.LogicalChannelNumber,
            maximumBitRate: H245.MaximumBitRate
        ) {
            self.sequenceNumber = sequenceNumber
            self.logicalChannelNumber = logicalChannelNumber
            self.maximumBitRate = maximumBitRate
        }
    }
}

extension H245.LogicalChannelRateAcknowledge {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let logicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let maximumBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        self.init(
            sequenceNumber: sequenceNumber,
            logicalChannelNumber: logicalChannelNumber,
            maximumBitRate: maximumBitRate
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        writer.putInteger(Int(self.logicalChannelNumber), 1, 65535)
        writer.putInteger(Int(self.maximumBitRate), 0, 4_294_967_295)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
