// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexedStreamParameter` (H.245).
    package struct MultiplexedStreamParameter: PERValue {
        /// `MultiplexFormat`.
        @Boxed package var multiplexFormat: H245.MultiplexFormat

        /// `BOOLEAN`.
        package var controlOnMuxStream: Bool

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(multiplexFormat: H245.MultiplexFormat, controlOnMuxStream: Bool) {
            self.multiplexFormat = multiplexFormat
            self.controlOnMuxStream = controlOnMuxStream
        }
    }
}

extension H245.MultiplexedStreamParameter {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let multiplexFormat = try H245.MultiplexFormat(from: &reader)
        let controlOnMuxStream = try reader.takeBit()
        self.init(multiplexFormat: multiplexFormat, controlOnMuxStream: controlOnMuxStream)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        self.multiplexFormat.encode(into: &writer)
        writer.put(self.controlOnMuxStream)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
