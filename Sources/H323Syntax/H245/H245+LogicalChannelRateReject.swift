// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `LogicalChannelRateReject` (H.245).
    package struct LogicalChannelRateReject: PERValue {
        /// `SequenceNumber`.
        package var sequenceNumber: H245.SequenceNumber

        /// `LogicalChannelNumber`.
        package var logicalChannelNumber: H245.LogicalChannelNumber

        /// `LogicalChannelRateRejectReason`.
        package var rejectReason: H245.LogicalChannelRateRejectReason

        /// `MaximumBitRate`, optional.
        package var currentMaximumBitRate: H245.MaximumBitRate?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            sequenceNumber: H245.SequenceNumber,
            logicalChannelNumber: H245.LogicalChannelNumber,
            rejectReason: H245.LogicalChannelRateRejectReason
        ) {
            self.sequenceNumber = sequenceNumber
            self.logicalChannelNumber = logicalChannelNumber
            self.rejectReason = rejectReason
        }
    }
}

extension H245.LogicalChannelRateReject {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let sequenceNumber = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 255))
        let logicalChannelNumber = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let rejectReason = try H245.LogicalChannelRateRejectReason(from: &reader)
        self.init(
            sequenceNumber: sequenceNumber,
            logicalChannelNumber: logicalChannelNumber,
            rejectReason: rejectReason
        )
        if present & 1 << 0 != 0 {
            self.currentMaximumBitRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.currentMaximumBitRate != nil)
        writer.putInteger(Int(self.sequenceNumber), 0, 255)
        writer.putInteger(Int(self.logicalChannelNumber), 1, 65535)
        self.rejectReason.encode(into: &writer)
        if let value = self.currentMaximumBitRate {
            writer.putInteger(Int(value), 0, 4_294_967_295)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
