// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplePayloadStream` (H.245).
    package struct MultiplePayloadStream: PERValue {
        /// `SEQUENCE OF MultiplePayloadStreamElement`.
        package var elements: [H245.MultiplePayloadStreamElement]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(elements: [H245.MultiplePayloadStreamElement]) {
            self.elements = elements
        }
    }
}

extension H245.MultiplePayloadStream {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let elements = try reader.takeList(0, nil, of: H245.MultiplePayloadStreamElement.init(from:))
        self.init(elements: elements)
        if isExtended {
            let bitmap = try reader.takeAdditionBitmap()
            self.unrecognized = try reader.takeUnrecognized(bitmap, known: 0)
        }
    }

    package func encode(into writer: inout PERWriter) {
        let bitmap = writer.bitmap(known: 0, self.unrecognized)
        writer.put(!bitmap.isEmpty)
        writer.putList(self.elements, 0, nil)
        guard !bitmap.isEmpty else {
            return
        }
        writer.putAdditionBitmap(bitmap)
        writer.putUnrecognized(self.unrecognized)
    }
}
