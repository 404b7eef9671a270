// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplePayloadStreamElement` (H.245).
    package struct MultiplePayloadStreamElement: PERValue {
        /// `DataType`.
        @Boxed package var dataType: H245.DataType

        /// `INTEGER (0..127)`, optional.
        package var payloadType: UInt8?

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(dataType: H245.DataType) {
            self.dataType = dataType
        }
    }
}

extension H245.MultiplePayloadStreamElement {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let present = try reader.takeBits(1)
        let dataType = try H245.DataType(from: &reader)
        self.init(dataType: dataType)
        if present & 1 << 0 != 0 {
            self.payloadType = UInt8(truncatingIfNeeded: try reader.takeInteger(0, 127))
        }
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.put(self.payloadType != nil)
        self.dataType.encode(into: &writer)
        if let value = self.payloadType {
            writer.putInteger(Int(value), 0, 127)
        }
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
