// Generated from Schema/H225.schema by H323SchemaCompiler. Change the schema, not this file.

extension H225 {
    /// `DataRate` (H.225.0).
    package struct DataRate: PERValue {
        /// `NonStandardParameter`, optional.
        @BoxedIfPresent package var nonStandardData: H225.NonStandardParameter?

        /// `BandWidth`.
        package var channelRate: H225.BandWidth

        /// `INTEGER (1..256)`, optional.
        package var channelMultiplier: UInt16?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(channelRate: H225.BandWidth) {
            self.channelRate = channelRate
        }
    }
}

extension H225.DataRate {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(2)
        var nonStandardData: H225.NonStandardParameter?
        if present & 1 << 1 != 0 {
            nonStandardData = try H225.NonStandardParameter(from: &reader)
        }
        let channelRate = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        self.init(channelRate: channelRate)
        self.nonStandardData = nonStandardData
        if present & 1 << 0 != 0 {
            self.channelMultiplier = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 256))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self._nonStandardData.isPresent)
        writer.put(self.channelMultiplier != nil)
        if let value = self.nonStandardData {
            value.encode(into: &writer)
        }
        writer.putInteger(Int(self.channelRate), 0, 4_294_967_295)
        if let value = self.channelMultiplier {
            writer.putInteger(Int(value), 1, 256)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
