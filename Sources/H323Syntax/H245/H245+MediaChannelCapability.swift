// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MediaChannelCapability` (H.245).
    package struct MediaChannelCapability: PERValue {
        /// `MediaTransportType`, optional.
        package var mediaTransport: H245.MediaTransportType?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init() {}
    }
}

extension H245.MediaChannelCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        self.init()
        if present & 1 << 0 != 0 {
            self.mediaTransport = try H245.MediaTransportType(from: &reader)
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.mediaTransport != nil)
        if let value = self.mediaTransport {
            value.encode(into: &writer)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
