// Generated from Schema/H245.schema by H323SchemaCompiler. Change the schema, not this file.

extension H245 {
    /// `MultiplePayloadStreamMode` (H.245).
    package struct MultiplePayloadStreamMode: PERValue {
        /// `SEQUENCE OF MultiplePayloadStreamElementMode`.
        package var elements: [H245.MultiplePayloadStreamElementMode]

        /// What a newer version has added.
        package var unrecognized = UnrecognizedAdditions()

        package init(elements: [H245.MultiplePayloadStreamElementMode]) {
            self.elements = elements
        }
    }
}

extension H245.MultiplePayloadStreamMode {
    package init(from reader: inout PERReader) throws(H323SyntaxError) {
        try reader.descend()
        defer { reader.ascend() }
        try reader.charge(MemoryLayout<Self>.size)
        let isExtended = try reader.takeBit()
        let elements = try reader.takeList(0, nil, of: H245.MultiplePayloadStreamElementMode.init(from:))
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
