// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplexedStreamCapability` (H.245).
    package struct MultiplexedStreamCapability: PERValue {
        /// `MultiplexFormat`.
        @Boxed package var multiplexFormat: H245.MultiplexFormat

        /// `BOOLEAN`.
        package var controlOnMuxStream: Bool

        /// `SEQUENCE (SIZE (1..256)) OF AlternativeCapabilitySet`, optional.
        package var capabilityOnMuxStream: [H245.AlternativeCapabilitySet]?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(multiplexFormat: H245.MultiplexFormat, controlOnMuxStream: Bool) {
            self.multiplexFormat = multiplexFormat
            self.controlOnMuxStream = controlOnMuxStream
        }
    }
}

extension H245.MultiplexedStreamCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let multiplexFormat = try H245.MultiplexFormat(from: &reader)
        let controlOnMuxStream = try reader.takeBit()
        self.init(multiplexFormat: multiplexFormat, controlOnMuxStream: controlOnMuxStream)
        if present & 1 << 0 != 0 {
            self.capabilityOnMuxStream = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                    UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
                }
            }
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.capabilityOnMuxStream != nil)
        self.multiplexFormat.encode(into: &writer)
        writer.put(self.controlOnMuxStream)
        if let value = self.capabilityOnMuxStream {
            writer.putList(value, 1, 256) { element, writer in
                writer.putList(element, 1, 256) { element, writer in
                    writer.putInteger(Int(element), 1, 65535)
                }
            }
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
