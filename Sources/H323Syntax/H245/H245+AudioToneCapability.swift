// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `AudioToneCapability` (H.245).
    package struct AudioToneCapability: PERValue {
        /// `INTEGER (96..127)`.
        package var dynamicRTPPayloadType: UInt8

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(dynamicRTPPayloadType: UInt8) {
            self.dynamicRTPPayloadType = dynamicRTPPayloadType
        }
    }
}

extension H245.AudioToneCapability {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        let isExtended = try reader.takeBit()
        let dynamicRTPPayloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(96, 127))
        self.init(dynamicRTPPayloadType: dynamicRTPPayloadType)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putInteger(Int(self.dynamicRTPPayloadType), 96, 127)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
