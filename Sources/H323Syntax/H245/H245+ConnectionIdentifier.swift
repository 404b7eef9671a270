// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `ConnectionIdentifier` (H.245).
    package struct ConnectionIdentifier: PERValue {
        /// `INTEGER (0..4294967295)`.
        package var channelTag: UInt32

        /// `INTEGER (0..4294967295)`.
        package var sequenceNumber: UInt32

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(channelTag: UInt32, sequenceNumber: UInt32) {
            self.channelTag = channelTag
            self.sequenceNumber = sequenceNumber
        }
    }
}

extension H245.ConnectionIdentifier {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let channelTag = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        let sequenceNumber = UInt32(truncatingIfNeeded: try reader.takeInteger(0, 4_294_967_295))
        self.init(channelTag: channelTag, sequenceNumber: sequenceNumber)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.channelTag), 0, 4_294_967_295)
        writer.putInteger(Int(self.sequenceNumber), 0, 4_294_967_295)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
