// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `H2250MaximumSkewIndication` (H.245).
    package struct H2250MaximumSkewIndication: PERValue {
        /// `LogicalChannelNumber`.
        package var logicalChannelNumber1: H245.LogicalChannelNumber

        /// `LogicalChannelNumber`.
        package var logicalChannelNumber2: H245.LogicalChannelNumber

        /// `INTEGER (0..4095)`.
        package var maximumSkew: UInt16

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(
            logicalChannelNumber1: H245.LogicalChannelNumber,
            logicalChannelNumber2: H245.LogicalChannelNumber,
            maximumSkew: UInt16
        ) {
            self.logicalChannelNumber1 = logicalChannelNumber1
            self.logicalChannelNumber2 = logicalChannelNumber2
            self.maximumSkew = maximumSkew
        }
    }
}

extension H245.H2250MaximumSkewIndication {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let logicalChannelNumber1 = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let logicalChannelNumber2 = UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
        let maximumSkew = UInt16(truncatingIfNeeded: try reader.takeInteger(0, 4095))
        self.init(
            logicalChannelNumber1: logicalChannelNumber1,
            logicalChannelNumber2: logicalChannelNumber2,
            maximumSkew: maximumSkew
        )
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.logicalChannelNumber1), 1, 65535)
        writer.putInteger(Int(self.logicalChannelNumber2), 1, 65535)
        writer.putInteger(Int(self.maximumSkew), 0, 4095)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
