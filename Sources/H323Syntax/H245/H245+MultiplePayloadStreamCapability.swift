// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplePayloadStreamCapability` (H.245).
    package struct MultiplePayloadStreamCapability: PERValue {
        /// `SEQUENCE (SIZE (1..256)) OF AlternativeCapabilitySet`.
        package var capabilities: [H245.AlternativeCapabilitySet]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(capabilities: [H245.AlternativeCapabilitySet]) {
            self.capabilities = capabilities
        }
    }
}

extension H245.MultiplePayloadStreamCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let capabilities = try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
            try reader.takeList(1, 256) { reader throws(H323SyntaxError) in
                UInt16(truncatingIfNeeded: try reader.takeInteger(1, 65535))
            }
        }
        self.init(capabilities: capabilities)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.capabilities, 1, 256) { element, writer in
            writer.putList(element, 1, 256) { element, writer in
                writer.putInteger(Int(element), 1, 65535)
            }
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
